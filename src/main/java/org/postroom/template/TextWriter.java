package org.postroom.template;

import java.util.Locale;
import java.util.Set;
import java.util.function.IntPredicate;
import java.util.regex.Matcher;
import org.jsoup.nodes.Comment;
import org.jsoup.nodes.Document;
import org.jsoup.nodes.Element;
import org.jsoup.nodes.Node;
import org.jsoup.nodes.TextNode;

/// Writes the visible words of a document as plain text.
final class TextWriter {
  private static final Set<String> NOT_SHOWN =
      Set.of("head", "style", "script", "title", "template", "noscript", "object", "iframe");
  private static final Set<String> PARAGRAPHS =
      Set.of(
          "p",
          "h1",
          "h2",
          "h3",
          "h4",
          "h5",
          "h6",
          "ul",
          "ol",
          "dl",
          "table",
          "pre",
          "blockquote",
          "figure");
  private static final Set<String> LINES =
      Set.of(
          "div",
          "section",
          "article",
          "header",
          "footer",
          "main",
          "address",
          "tr",
          "dt",
          "dd",
          "li",
          "center",
          "form",
          "fieldset",
          "figcaption",
          "nav",
          "aside",
          "caption",
          "body");

  private final StringBuilder out = new StringBuilder();
  private String indent = "";

  /// Line breaks that come before the next word.
  private int breaks;

  /// True where a space comes before the next word.
  private boolean space;

  private boolean verbatim;

  /// Where the words of the latest item begin: nothing comes between its mark and them.
  private int itemStart = -1;

  /// Where the latest section mark ends that began a line.
  private int markEnd = -1;

  private final IntPredicate marks;

  private TextWriter(IntPredicate marks) {
    this.marks = marks;
  }

  /// @param marks tells of a token's number whether it begins or ends a section
  static String write(Document document, IntPredicate marks) {
    TextWriter writer = new TextWriter(marks);
    writer.children(document.body());
    return writer.out.isEmpty() ? "" : writer.out.append('\n').toString();
  }

  private void children(Element element) {
    for (Node child : element.childNodes()) {
      switch (child) {
        case TextNode text -> text(text.getWholeText());
        case Comment comment -> {
          Matcher token = Fields.TOKEN.matcher(comment.getData());
          if (token.matches()) {
            token(comment.getData(), marks.test(Fields.index(token.group(1))));
          }
        }
        case Element inner -> element(inner);
        default -> {
          // Document types and data of scripts are not shown.
        }
      }
    }
  }

  private void element(Element element) {
    String name = element.normalName();
    if (NOT_SHOWN.contains(name) || hidden(element)) {
      return;
    }
    switch (name) {
      case "br" -> {
        breaks++;
        space = false;
      }
      case "hr" -> {
        gap(2);
        word("* * *");
        gap(2);
      }
      case "img" -> image(element);
      case "a" -> link(element);
      case "li" -> item(element);
      case "td", "th" -> cell(element);
      case "blockquote" -> indented(element, "> ");
      case "pre" -> {
        gap(2);
        verbatim = true;
        children(element);
        verbatim = false;
        gap(2);
      }
      default -> block(element, PARAGRAPHS.contains(name) ? 2 : LINES.contains(name) ? 1 : 0);
    }
  }

  private void block(Element element, int distance) {
    // A list within a list stands directly under its item.
    boolean innerList = element.closest("li") != null && element.normalName().matches("[uo]l");
    int around = innerList ? Math.min(1, distance) : distance;
    if (around == 0) {
      children(element);
      return;
    }
    gap(around);
    children(element);
    gap(around);
  }

  private void indented(Element element, String by) {
    gap(2);
    String before = indent;
    indent = before + by;
    children(element);
    indent = before;
    gap(2);
  }

  private void item(Element item) {
    Element list = item.parent();
    String mark = "- ";
    if (list != null && list.normalName().equals("ol")) {
      mark = (first(list) + list.children().indexOf(item)) + ". ";
    }
    gap(1);
    word(mark);
    space = false;
    String before = indent;
    indent = before + " ".repeat(mark.length());
    itemStart = out.length();
    children(item);
    indent = before;
    gap(1);
  }

  private static int first(Element list) {
    String start = list.attr("start");
    return start.matches("\\d{1,6}") ? Integer.parseInt(start) : 1;
  }

  private void cell(Element cell) {
    Element before = cell.previousElementSibling();
    if (before != null && !before.text().isBlank() && !cell.text().isBlank()) {
      word(" | ");
    }
    children(cell);
  }

  private void image(Element image) {
    String words = image.attr("alt").strip();
    if (!words.isEmpty()) {
      text("[" + words + "]");
    }
  }

  private void link(Element link) {
    int start = out.length();
    children(link);
    String shown = out.substring(Math.min(start, out.length())).strip();
    String target = link.attr("href").strip();
    String plain =
        target.toLowerCase(Locale.ROOT).startsWith("mailto:") ? target.substring(7) : target;
    boolean same =
        shown.equalsIgnoreCase(plain)
            || plain.equalsIgnoreCase("https://" + shown)
            || plain.equalsIgnoreCase("http://" + shown);
    if (!target.isEmpty() && !target.startsWith("#") && !same) {
      text(shown.isEmpty() ? "<" + plain + ">" : " <" + plain + ">");
    }
  }

  private static boolean hidden(Element element) {
    String style = element.attr("style").replaceAll("\\s", "").toLowerCase(Locale.ROOT);
    return element.hasAttr("hidden")
        || style.contains("display:none")
        || style.contains("visibility:hidden");
  }

  private void text(String text) {
    if (verbatim) {
      String[] lines = text.split("\\R", -1);
      for (int i = 0; i < lines.length; i++) {
        breaks += i > 0 ? 1 : 0;
        if (!lines[i].isEmpty()) {
          word(lines[i]);
        }
      }
      return;
    }
    int at = 0;
    while (at < text.length()) {
      int end = at;
      boolean blank = blank(text.charAt(at));
      while (end < text.length() && blank(text.charAt(end)) == blank) {
        end++;
      }
      if (blank) {
        space = true;
      } else {
        word(text.substring(at, end).replace('\u00A0', ' '));
      }
      at = end;
    }
  }

  /// White space that HTML folds; a no-break space is a char like others.
  private static boolean blank(char c) {
    return c == ' ' || c == '\t' || c == '\n' || c == '\r' || c == '\f';
  }

  private void gap(int lines) {
    if (out.length() == markEnd) {
      breaks = 1;
    } else if (!out.isEmpty() && out.length() != itemStart) {
      breaks = Math.max(breaks, lines);
    }
    space = false;
  }

  /// A section mark between blocks gets a line of its own, which vanishes when the text is merged:
  /// the empty lines around the section are there once, with and without it.
  private void token(String token, boolean mark) {
    if (mark && out.length() == markEnd) {
      breaks = 1;
    }
    boolean beginsLine = out.isEmpty() || breaks > 0;
    word(token);
    if (mark && beginsLine) {
      markEnd = out.length();
    }
  }

  private void word(String word) {
    if (out.isEmpty()) {
      out.append(indent);
    } else if (breaks > 0 && out.length() != itemStart) {
      for (int i = Math.min(breaks, 2); i > 0; i--) {
        out.append('\n').append(i > 1 ? indent.stripTrailing() : indent);
      }
    } else if (space && out.length() != itemStart) {
      out.append(' ');
    }
    breaks = 0;
    space = false;
    out.append(word);
  }
}
