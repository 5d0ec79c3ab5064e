package org.postroom.safety.text;

import java.util.Locale;
import java.util.Set;

/// The words that a reader sees of a piece of HTML: tags, comments, style and script removed,
/// entities decoded. A tag inside a word leaves no gap, so that `ann<b></b>@x.example` reads as the
/// address it shows; a block element starts a new line. A reader for the checks, not a sanitizer.
public final class HtmlWords {
  private static final Set<String> INLINE =
      Set.of(
          "a", "abbr", "acronym", "b", "bdi", "bdo", "big", "cite", "code", "data", "del", "dfn",
          "em", "font", "i", "ins", "kbd", "mark", "q", "s", "samp", "small", "span", "strike",
          "strong", "sub", "sup", "time", "tt", "u", "var", "wbr", "o:p");
  private static final Set<String> SILENT = Set.of("style", "script", "head", "title", "template");

  private final String html;
  private final StringBuilder out;
  private boolean within;

  private HtmlWords(String html) {
    this.html = html;
    this.out = new StringBuilder(html.length() / 2);
  }

  /// The words of `html`; never fails, whatever the tags are like.
  public static String of(String html) {
    HtmlWords words = new HtmlWords(html);
    words.read();
    return Entities.decode(words.out.toString());
  }

  /// True where `html` ends within a tag, a comment or an element that is not shown, so that what
  /// follows it would be read otherwise than by itself.
  public static boolean endsWithin(String html) {
    HtmlWords words = new HtmlWords(html);
    words.read();
    return words.within;
  }

  private void read() {
    int at = 0;
    while (at < html.length()) {
      int open = html.indexOf('<', at);
      if (open < 0) {
        out.append(html, at, html.length());
        return;
      }
      out.append(html, at, open);
      at = skip(open);
    }
  }

  private int skip(int open) {
    if (html.startsWith("<!--", open)) {
      return after("-->", open + 4);
    }
    if (open + 1 < html.length() && "!?".indexOf(html.charAt(open + 1)) >= 0) {
      return after(">", open);
    }
    int nameStart = open + 1;
    boolean closing = nameStart < html.length() && html.charAt(nameStart) == '/';
    if (closing) {
      nameStart++;
    }
    int nameEnd = nameStart;
    while (nameEnd < html.length() && isName(html.charAt(nameEnd))) {
      nameEnd++;
    }
    if (nameEnd == nameStart) {
      // A sign by itself, unless a name may still follow.
      within |= nameStart == html.length();
      out.append('<');
      return open + 1;
    }
    String name = html.substring(nameStart, nameEnd).toLowerCase(Locale.ROOT);
    int end = endOfTag(nameEnd);
    if (!INLINE.contains(name)) {
      out.append(name.equals("td") || name.equals("th") ? '\t' : '\n');
    }
    if (SILENT.contains(name) && !closing && html.charAt(end - 2) != '/') {
      return after(">", after("</" + name, end));
    }
    return end;
  }

  private static boolean isName(char c) {
    return (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z') || (c >= '0' && c <= '9') || c == ':';
  }

  /// One past the `>` that ends the tag; one within quotes does not.
  private int endOfTag(int from) {
    char quote = 0;
    for (int i = from; i < html.length(); i++) {
      char c = html.charAt(i);
      if (quote != 0) {
        quote = c == quote ? 0 : quote;
      } else if (c == '>') {
        return i + 1;
      } else if ((c == '"' || c == '\'') && html.charAt(i - 1) == '=') {
        quote = c;
      }
    }
    // A quote that is never closed may be a slip, or closed in what follows.
    within = true;
    return quote == 0 ? html.length() : after(">", from);
  }

  /// One past `mark`, compared without regard to case; the end where there is none.
  private int after(String mark, int from) {
    for (int i = html.indexOf(mark.charAt(0), from);
        i >= 0;
        i = html.indexOf(mark.charAt(0), i + 1)) {
      if (html.regionMatches(true, i, mark, 0, mark.length())) {
        return i + mark.length();
      }
    }
    within = true;
    return html.length();
  }
}
