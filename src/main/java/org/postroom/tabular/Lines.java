package org.postroom.tabular;

/// Physical lines: they end with LF, CR or both.
final class Lines {
  private Lines() {}

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
