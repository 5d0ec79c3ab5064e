package org.postroom.tabular;

/// What was seen of the chars of a text so far.
final class TextFacts {
  private long count;
  private char last;
  private long line = 1;
  private long zeros;
  private long zeroLine;

  void look(char[] chars, int start, int end) {
    char before = last;
    for (int i = start; i < end; i++) {
      char c = chars[i];
      if (c <= '\r') {
        lineOrZero(c, before);
      }
      before = c;
    }
    last = before;
    count += end - start;
  }

  private void lineOrZero(char c, char before) {
    line += c == '\r' || (c == '\n' && before != '\r') ? 1 : 0;
    if (c == 0) {
      zeroLine = zeros == 0 ? line : zeroLine;
      zeros++;
    }
  }

  /// A line of which somebody else knows that there is no NUL in it.
  ///
  /// @param chars how many, with the line break
  /// @param end the last of them
  void line(int chars, char end) {
    line++;
    count += chars;
    last = end;
  }

  /// NUL where there is none.
  char last() {
    return last;
  }

  /// The physical line (1-based) that was reached.
  long line() {
    return line;
  }

  /// The line of the first NUL.
  long zeroLine() {
    return zeroLine;
  }

  /// One NUL is a damaged cell; many are no text.
  boolean isNoText() {
    return zeros > 1 + count / 100;
  }
}
