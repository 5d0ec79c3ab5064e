package org.postroom.composition;

import java.util.Arrays;

/// Where the lines of a letter begin, found in one pass that also judges how they end: each with
/// CRLF, none over 998 octets (RFC 5322 section 2.1.1), and no NUL anywhere.
final class GuardLines {
  private static final int LONGEST_LINE = 998;
  private final int end;
  private int[] starts = new int[256];
  private int count = 1;

  private GuardLines(int end) {
    this.end = end;
  }

  static GuardLines read(byte[] bytes) throws GuardRefusal {
    GuardLines lines = new GuardLines(bytes.length);
    int start = 0;
    for (int i = Eight.plainUntil(bytes, 0); i < bytes.length; i = Eight.plainUntil(bytes, i + 1)) {
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

  private void add(int start) {
    if (count == starts.length) {
      starts = Arrays.copyOf(starts, count * 2);
    }
    starts[count++] = start;
  }
}
