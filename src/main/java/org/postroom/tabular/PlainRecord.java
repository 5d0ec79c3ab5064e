package org.postroom.tabular;

import java.lang.invoke.MethodHandles;
import java.lang.invoke.VarHandle;
import java.nio.ByteOrder;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import org.jspecify.annotations.Nullable;

/// Finds the cells of a record in its bytes where that needs no decoding: without quotes and
/// control characters, ended by a line break, in ASCII or sound UTF-8. Most records of most lists
/// are such; about others it says nothing, and they are read char by char. Eight bytes are looked
/// at in one go.
final class PlainRecord {
  private static final VarHandle EIGHT =
      MethodHandles.byteArrayViewVarHandle(long[].class, ByteOrder.LITTLE_ENDIAN);
  private static final long ONES = 0x0101_0101_0101_0101L;
  private static final long HIGH = ONES << 7;
  private static final int MOST_CELLS = 1024;

  private final byte delimiter;
  private final byte quote;
  private final long delimiters;
  private final long quotes;
  private final boolean utf8;
  private final int[] ends = new int[MOST_CELLS];
  private int cells;
  private int next;
  private int chars;

  private PlainRecord(byte delimiter, byte quote, boolean utf8) {
    this.delimiter = delimiter;
    this.quote = quote;
    this.delimiters = ONES * delimiter;
    this.quotes = ONES * quote;
    this.utf8 = utf8;
  }

  /// Null where no record is plain.
  static @Nullable PlainRecord of(Charset charset, char delimiter, char quote) {
    boolean fits = delimiter < 0x80 && quote < 0x80 && delimiter != quote && holdsAscii(charset);
    return fits
        ? new PlainRecord((byte) delimiter, (byte) quote, charset.equals(StandardCharsets.UTF_8))
        : null;
  }

  /// UTF-8, or each byte a char and the first 128 those of ASCII.
  private static boolean holdsAscii(Charset charset) {
    byte[] ascii = new byte[0x80];
    for (int i = 0; i < ascii.length; i++) {
      ascii[i] = (byte) i;
    }
    return charset.equals(StandardCharsets.UTF_8)
        || (charset.canEncode()
            && charset.newEncoder().maxBytesPerChar() == 1
            && new String(ascii, charset).equals(new String(ascii, StandardCharsets.US_ASCII)));
  }

  /// How many bytes these chars were, in a charset whose records may be plain.
  static int bytes(char[] chars, int from, int to, Charset charset) {
    int bytes = to - from;
    for (int i = from; i < to && charset.equals(StandardCharsets.UTF_8); i++) {
      char c = chars[i];
      // Half of a pair is half of four bytes.
      bytes += c < 0x80 ? 0 : c < 0x800 || Character.isSurrogate(c) ? 1 : 2;
    }
    return bytes;
  }

  /// Looks at the record that begins at `from`.
  ///
  /// @param to where the bytes end; some of the next record must be among them
  /// @return false where it is not plain, or not whole
  boolean find(byte[] bytes, int from, int to) {
    cells = 0;
    int more = 0;
    int at = from;
    while (at + Long.BYTES < to) {
      long eight = (long) EIGHT.get(bytes, at);
      long stops =
          (eight | zeros(eight ^ delimiters) | zeros(eight ^ quotes) | below(eight, ' ')) & HIGH;
      at += Long.BYTES;
      while (stops != 0) {
        int stop = at - Long.BYTES + Long.numberOfTrailingZeros(stops) / Byte.SIZE;
        stops &= stops - 1;
        byte b = bytes[stop];
        if (b == delimiter) {
          if (cells == MOST_CELLS - 1) {
            return false;
          }
          ends[cells++] = stop;
        } else if (b < 0) {
          int length = utf8 ? Utf8.length(bytes, stop) : 0;
          if (length == 0 || stop + length >= to) {
            return false;
          }
          // Four bytes are two chars.
          more += length == 4 ? 2 : length - 1;
          int within = stop + length - (at - Long.BYTES);
          if (within < Long.BYTES) {
            stops &= -1L << (within * Byte.SIZE);
          } else {
            at = stop + length;
            stops = 0;
          }
        } else if (b < ' ' || b == quote) {
          return ends(bytes, stop, stop - from - more);
        }
      }
    }
    return false;
  }

  /// @param before how many chars stand before what ends the record
  private boolean ends(byte[] bytes, int stop, int before) {
    byte b = bytes[stop];
    if (b != '\n' && b != '\r') {
      return false;
    }
    ends[cells++] = stop;
    next = b == '\r' && bytes[stop + 1] == '\n' ? stop + 2 : stop + 1;
    chars = before + next - stop;
    return true;
  }

  /// How many there are.
  int cells() {
    return cells;
  }

  /// Where each ends; not a copy.
  int[] ends() {
    return ends;
  }

  /// Where the next record begins.
  int next() {
    return next;
  }

  /// How many chars the record and its line break are.
  int chars() {
    return chars;
  }

  /// The highest bit of each byte that is zero, and perhaps of some byte above one.
  private static long zeros(long eight) {
    return (eight - ONES) & ~eight;
  }

  /// The highest bit of each ASCII byte below `least`, and perhaps of some byte above one.
  private static long below(long eight, char least) {
    return (eight - ONES * least) & ~eight;
  }
}
