package org.postroom.ui.preview;

import org.postroom.template.MergedText;

/// Marks, in the HTML that was read back from a finished letter, what came from the list. It only
/// adds marks to what is there: where a value cannot be found in its place it stays unmarked.
final class Marks {
  private static final String OPEN =
      "<span style=\"background:#e9f1fb;border-bottom:1px dotted #1a5fb4\">";
  private static final String CLOSE = "</span>";
  private static final int BEFORE = 12;

  private Marks() {}

  /// @param html as received
  /// @param merged what the letter was composed of, whose spans say where values stand
  static String mark(String html, MergedText merged) {
    String source = normal(merged.value());
    String received = normal(html);
    if (source.length() != merged.value().length()) {
      return html;
    }
    StringBuilder out = new StringBuilder(received.length() + 256);
    int from = 0;
    for (MergedText.Span span : merged.spans()) {
      String value = source.substring(span.start(), span.end());
      if (value.isEmpty() || insideTag(source, span.start())) {
        continue;
      }
      String context = source.substring(Math.max(0, span.start() - BEFORE), span.start());
      int at = received.indexOf(context + value, Math.max(0, from - context.length()));
      if (at >= 0) {
        int start = at + context.length();
        out.append(received, from, start).append(OPEN).append(value).append(CLOSE);
        from = start + value.length();
      }
    }
    return out.append(received, from, received.length()).toString();
  }

  private static boolean insideTag(String html, int at) {
    return html.lastIndexOf('<', at - 1) > html.lastIndexOf('>', at - 1);
  }

  private static String normal(String text) {
    return text.replace("\r\n", "\n");
  }
}
