package org.postroom.composition;

import java.lang.invoke.MethodHandles;
import java.lang.invoke.VarHandle;
import java.nio.ByteOrder;
import java.util.Arrays;

/// Where the lines of a letter begin, found in one pass that also judges how they end: each with
/// CRLF, none over 998 octets (RFC 5322 section 2.1.1), and no NUL anywhere.
final class GuardLines {
  private static final int LONGEST_LINE = 998;
  private static final VarHandle OCTETS =
      MethodHandles.byteArrayViewVarHandle(long[].class, ByteOrder.LITTLE_ENDIAN);
  private static final long ABOVE_CR = 0x0e0e0e0e0e0e0e0eL;
  private static final long HIGH = 0x8080808080808080L;

  private final int end;
  private int[] starts = new int[256];
  private int count = 1;

  private GuardLines(int end) {
    this.end = end;
  }

  static GuardLines read(byte[] bytes) throws GuardRefusal {
    GuardLines lines = new GuardLines(bytes.length);
    int start = 0;
    for (int i = plainUntil(bytes, 0); i < bytes.length; i = plainUntil(bytes, i + 1)) {
      byte octet = bytes[i];
      if (octet == 0) {
        throw new GuardRefusal(GuardRule.NUL);
      }
      if (octet == '\n') {
        if (i == start || bytes[i - 1] != '\r') {
          throw new GuardRefusal(GuardRule.BARE_BREAK);
        }
        if (i - 1 - start > LONGEST_LINE) {
          throw new GuardRefusal(GuardRule.LONG_LINE);
        }
        start = i + 1;
        lines.add(start);
      } else if (octet == '\r' && (i + 1 == bytes.length || bytes[i + 1] != '\n')) {
        throw new GuardRefusal(GuardRule.BARE_BREAK);
      }
    }
    if (start != bytes.length || start == 0) {
      throw new GuardRefusal(GuardRule.UNENDED);
    }
    return lines;
  }

  /// The number of the line that begins at `offset`.
  ///
  /// @throws IllegalArgumentException where none does
  int at(int offset) {
    int line = Arrays.binarySearch(starts, 0, count, offset);
    if (line < 0) {
      throw new IllegalArgumentException("no line begins there");
    }
    return line;
  }

  /// Where a line begins; after the last one, the end of the letter.
  int start(int line) {
    return line < count ? starts[line] : end;
  }

  /// Where, from `from` on, the next octet up to CR stands, eight looked at together; the length
  /// where there is none. The guard has its own, since it shares nothing with the composer.
  private static int plainUntil(byte[] octets, int from) {
    int i = from;
    while (i + 8 <= octets.length) {
      long eight = (long) OCTETS.get(octets, i);
      // Only an octet below 14 borrows from its highest bit.
      if (((eight - ABOVE_CR) & ~eight & HIGH) != 0) {
        break;
      }
      i += 8;
    }
    while (i < octets.length && (octets[i] > '\r' || octets[i] < 0)) {
      i++;
    }
    return i;
  }

  private void add(int start) {
    if (count == starts.length) {
      starts = Arrays.copyOf(starts, count * 2);
    }
    starts[count++] = start;
  }
}
