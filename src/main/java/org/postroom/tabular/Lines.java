package org.postroom.tabular;

/// Physical lines: they end with LF, CR or both.
final class Lines {
  private Lines() {}

  /// The line (1-based) on which the char at `end` stands.
  static long count(CharSequence text, int end) {
    long line = 1;
    for (int i = 0; i < end; i++) {
      if (breaksAfter(text, i)) {
        line++;
      }
    }
    return line;
  }

  /// True where the char at `i` is the last of a line break.
  static boolean breaksAfter(CharSequence text, int i) {
    char c = text.charAt(i);
    return c == '\n' || (c == '\r' && (i + 1 >= text.length() || text.charAt(i + 1) != '\n'));
  }

  /// The beginning of the line at `start`, for a message.
  static String words(CharSequence text, int start) {
    int end = start;
    while (end < text.length()
        && end - start < 80
        && text.charAt(end) != '\n'
        && text.charAt(end) != '\r') {
      end++;
    }
    return text.subSequence(start, end).toString();
  }
}
