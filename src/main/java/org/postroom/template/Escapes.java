package org.postroom.template;

/// Writes values so that they stay values.
final class Escapes {
  /// A bit for each character that is not written as it is; all of them are below 64.
  private static final long WRITTEN_OTHERWISE =
      1L << '&'
          | 1L << '<'
          | 1L << '>'
          | 1L << '"'
          | 1L << '\''
          | 1L << '\0'
          | 1L << '\n'
          | 1L << '\r';

  private Escapes() {}

  /// Between tags: line breaks are shown as such.
  static void text(String value, StringBuilder out) {
    if (isPlain(value)) {
      out.append(value);
      return;
    }
    for (int i = 0; i < value.length(); i++) {
      char c = value.charAt(i);
      if (c == '\n' || (c == '\r' && (i + 1 == value.length() || value.charAt(i + 1) != '\n'))) {
        out.append("<br>\n");
      } else if (c != '\r') {
        escaped(c, out);
      }
    }
  }

  /// In an attribute's value, whatever its quotes.
  static void attribute(String value, StringBuilder out) {
    if (isPlain(value)) {
      out.append(value);
      return;
    }
    for (int i = 0; i < value.length(); i++) {
      char c = value.charAt(i);
      if (c == '\n' || c == '\r') {
        out.append("&#").append((int) c).append(';');
      } else {
        escaped(c, out);
      }
    }
  }

  /// True where all of it is written as it is, like most values.
  private static boolean isPlain(String value) {
    for (int i = 0; i < value.length(); i++) {
      char c = value.charAt(i);
      if (c < 64 && (WRITTEN_OTHERWISE >>> c & 1) != 0) {
        return false;
      }
    }
    return true;
  }

  private static void escaped(char c, StringBuilder out) {
    switch (c) {
      case '&' -> out.append("&amp;");
      case '<' -> out.append("&lt;");
      case '>' -> out.append("&gt;");
      case '"' -> out.append("&quot;");
      case '\'' -> out.append("&#39;");
      // There is none in HTML: some programs leave it out, others end the text there.
      case '\0' -> out.append('\uFFFD');
      default -> out.append(c);
    }
  }

  /// Each run of control characters and line separators becomes one space.
  static String oneLine(String value) {
    int first = 0;
    while (first < value.length() && !breaksLine(value.charAt(first))) {
      first++;
    }
    if (first == value.length()) {
      return value;
    }
    StringBuilder line = new StringBuilder(value.length());
    boolean inRun = false;
    for (int i = 0; i < value.length(); i++) {
      char c = value.charAt(i);
      boolean breaks = breaksLine(c);
      if (!breaks) {
        line.append(c);
      } else if (!inRun) {
        line.append(' ');
      }
      inRun = breaks;
    }
    return line.toString();
  }

  /// C0 and C1 controls with U+0085, and U+2028/9 (rule V1).
  private static boolean breaksLine(int c) {
    return Character.isISOControl(c) || c == 0x2028 || c == 0x2029;
  }
}
