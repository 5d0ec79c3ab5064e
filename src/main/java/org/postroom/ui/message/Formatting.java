package org.postroom.ui.message;

import java.util.stream.Collectors;

/// What the toolbar puts around a selection, as Markdown. Pure.
final class Formatting {
  private Formatting() {}

  /// `**bold**`, and back again.
  static String bold(String selected) {
    return around(selected, "**");
  }

  /// `*italic*`, and back again.
  static String italic(String selected) {
    return around(selected, "*");
  }

  private static String around(String selected, String mark) {
    boolean has =
        selected.length() >= 2 * mark.length()
            && selected.startsWith(mark)
            && selected.endsWith(mark);
    return has
        ? selected.substring(mark.length(), selected.length() - mark.length())
        : mark + selected + mark;
  }

  /// Each line an item.
  static String list(String selected) {
    return selected
        .lines()
        .map(line -> line.startsWith("- ") ? line.substring(2) : "- " + line)
        .collect(Collectors.joining("\n"));
  }

  /// `[words](https://…)`; the words are the address where nothing was selected.
  static String link(String selected, String target) {
    return "[" + (selected.isBlank() ? target : selected) + "](" + target + ")";
  }

  /// A picture that lies below the document's folder.
  static String picture(String file) {
    return "![](" + file.replace(" ", "%20") + ")";
  }

  /// A paragraph for some people only, with marks on lines of their own.
  static String rule(String column, String selected) {
    return "{{#" + column + "}}\n" + selected + "\n{{/" + column + "}}";
  }

  /// The start of a line that makes it a heading (1 or 2) or a quotation, or nothing.
  static String line(String line, String prefix) {
    return prefix + line.replaceFirst("^(#{1,6} |> )", "");
  }
}
