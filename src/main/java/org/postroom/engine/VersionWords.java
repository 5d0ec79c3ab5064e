package org.postroom.engine;

import java.util.Locale;
import java.util.Map;
import org.jsoup.Jsoup;
import org.postroom.richtext.FieldTag;
import org.postroom.template.Markdown;

/// What a person recognises a version by: its words, without marks, with fields by their names.
final class VersionWords {
  private static final int LINE = 80;

  /// What stands before the first difference, so that it can be found.
  private static final int BEFORE = 24;

  private VersionWords() {}

  /// A line of what it says, from where it begins to differ.
  ///
  /// @param now its texts by the names of their files
  /// @param before those of the version before; the same for the oldest
  static String of(Map<String, String> now, Map<String, String> before) {
    String words = words(now);
    String old = words(before);
    int same = 0;
    while (same < words.length() && same < old.length() && words.charAt(same) == old.charAt(same)) {
      same++;
    }
    boolean differs = same < words.length() || same < old.length();
    int from = differs && same > BEFORE ? words.lastIndexOf(' ', same - BEFORE) + 1 : 0;
    String rest = from == 0 ? words : "…" + words.substring(from);
    return rest.length() <= LINE ? rest : rest.substring(0, LINE) + "…";
  }

  private static String words(Map<String, String> texts) {
    StringBuilder all = new StringBuilder();
    texts.forEach((name, text) -> all.append(plain(name, text)).append(' '));
    return FieldTag.named(all.toString());
  }

  private static String plain(String name, String text) {
    String low = name.toLowerCase(Locale.ROOT);
    if (low.endsWith(".html") || low.endsWith(".htm")) {
      return Jsoup.parse(text).body().text();
    }
    return low.endsWith(".md") || low.endsWith(".markdown")
        ? Jsoup.parse(Markdown.toHtml(text)).body().text()
        : text;
  }
}
