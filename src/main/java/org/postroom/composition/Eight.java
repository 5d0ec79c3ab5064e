package org.postroom.composition;

import java.lang.invoke.MethodHandles;
import java.lang.invoke.VarHandle;
import java.nio.ByteOrder;

/// Looks for the few octets that mean something, eight at a time.
final class Eight {
  private static final VarHandle OCTETS =
      MethodHandles.byteArrayViewVarHandle(long[].class, ByteOrder.LITTLE_ENDIAN);
  private static final long ONES = 0x0101010101010101L;
  private static final long HIGH = 0x8080808080808080L;
  private static final long ABOVE_CR = ('\r' + 1) * ONES;

  private Eight() {}

  /// Where, from `from` on, the next octet up to CR stands, or the next `sign`; the length where
  /// there is none.
  static int plainUntil(byte[] octets, int from, byte sign) {
    long signs = sign * ONES;
    int i = from;
    while (i + 8 <= octets.length) {
      long eight = (long) OCTETS.get(octets, i);
      if (anyUpToCr(eight) || anyZero(eight ^ signs)) {
        break;
      }
      i += 8;
    }
    while (i < octets.length && (octets[i] > '\r' || octets[i] < 0) && octets[i] != sign) {
      i++;
    }
    return i;
  }

  /// True where one of eight octets is below 14: only such a one borrows from its highest bit.
  private static boolean anyUpToCr(long eight) {
    return ((eight - ABOVE_CR) & ~eight & HIGH) != 0;
  }

  private static boolean anyZero(long eight) {
    return ((eight - ONES) & ~eight & HIGH) != 0;
  }
}
