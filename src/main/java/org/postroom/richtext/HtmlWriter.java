package org.postroom.richtext;

import java.util.ArrayDeque;
import java.util.Deque;
import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/// Writes a text as the HTML of a letter: a whole document, the same bytes every time. What mail
/// programs need stands in `style` attributes, since several drop style sheets; there are no
/// classes, no scripts, and no colour of the background, so that a reader's dark mode can have its
/// own, which the head says to programs that ask; a line is never wider than 600 px.
public final class HtmlWriter {
  private static final String HEAD =
      """
      <!DOCTYPE html>
      <html>
      <head>
      <meta charset="utf-8">
      <meta name="viewport" content="width=device-width">
      <meta name="color-scheme" content="light dark">
      <meta name="supported-color-schemes" content="light dark">
      </head>
      <body>
      <div style="max-width:600px;margin:0 auto;font-family:Arial,Helvetica,sans-serif;\
      font-size:16px;line-height:1.5">
      """;
  private static final String FOOT =
      """
      </div>
      </body>
      </html>
      """;
  private static final List<String> HEADINGS =
      List.of("font-size:26px", "font-size:21px", "font-size:18px");

  private final StringBuilder out = new StringBuilder();

  /// The lists that are open, outermost first.
  private final Deque<Shape> lists = new ArrayDeque<>();

  private boolean inQuote;

  private HtmlWriter() {}

  /// A template source for HTML: fields stay what they are.
  public static String write(RichText text) {
    return HEAD + body(text) + FOOT;
  }

  /// What stands between the ends of the body, as the clipboard has it.
  public static String body(RichText text) {
    HtmlWriter writer = new HtmlWriter();
    text.blocks().forEach(writer::block);
    writer.close(0);
    writer.quote(false);
    return writer.out.toString();
  }

  private void block(Block block) {
    boolean item =
        block instanceof Block.Paragraph(Shape shape, int _, List<Inline> _) && shape.isItem();
    if (!item) {
      close(0);
    }
    quote(
        block instanceof Block.Paragraph(Shape shape, int _, List<Inline> _)
            && shape == Shape.QUOTE);
    switch (block) {
      case Block.Paragraph paragraph -> paragraph(paragraph);
      case Block.Mark(FieldTag tag) -> {
        escape(tag.source());
        out.append('\n');
      }
      case Block.Divider _ ->
          out.append("<hr style=\"border:0;border-top:1px solid #c0c6cc;margin:20px 0\">\n");
      case Block.Table table -> table(table);
    }
  }

  private void paragraph(Block.Paragraph paragraph) {
    Shape shape = paragraph.shape();
    if (shape.isItem()) {
      item(shape, paragraph.depth());
      inlines(paragraph.content());
      return;
    }
    int level = shape.headingLevel();
    String name = level == 0 ? "p" : "h" + level;
    out.append('<').append(name).append(" style=\"margin:0 0 ");
    out.append(level == 0 ? "16px" : "12px;line-height:1.3;" + HEADINGS.get(level - 1));
    out.append("\">");
    inlines(paragraph.content());
    out.append("</").append(name).append(">\n");
  }

  private void quote(boolean wanted) {
    if (wanted && !inQuote) {
      out.append(
          "<blockquote style=\"margin:0 0 16px;padding:0 0 0 12px;"
              + "border-left:3px solid #c0c6cc\">\n");
    } else if (!wanted && inQuote) {
      out.append("</blockquote>\n");
    }
    inQuote = wanted;
  }

  private void item(Shape shape, int depth) {
    close(depth + 1);
    if (lists.size() == depth + 1) {
      out.append("</li>\n");
      if (lists.peekLast() != shape) {
        end();
      }
    }
    while (lists.size() <= depth) {
      out.append(lists.isEmpty() ? "" : "\n");
      out.append(shape == Shape.NUMBER ? "<ol" : "<ul");
      out.append(" style=\"margin:0 0 ").append(lists.isEmpty() ? "16px" : "0");
      out.append(";padding:0 0 0 28px\">\n");
      lists.addLast(shape);
    }
    out.append("<li style=\"margin:0 0 4px\">");
  }

  /// Closes lists until `open` are left, with the item that the innermost stands in.
  private void close(int open) {
    while (lists.size() > open) {
      out.append("</li>\n");
      end();
    }
  }

  private void end() {
    out.append(lists.removeLast() == Shape.NUMBER ? "</ol>\n" : "</ul>\n");
  }

  private void table(Block.Table table) {
    out.append(
        "<table border=\"1\" cellpadding=\"6\" cellspacing=\"0\""
            + " style=\"border-collapse:collapse;margin:0 0 16px\">\n");
    for (int i = 0; i < table.rows().size(); i++) {
      String name = table.head() && i == 0 ? "th" : "td";
      out.append("<tr>\n");
      for (Block.Cell cell : table.rows().get(i)) {
        out.append('<').append(name).append(" align=\"left\" valign=\"top\">");
        inlines(cell.content());
        out.append("</").append(name).append(">\n");
      }
      out.append("</tr>\n");
    }
    out.append("</table>\n");
  }

  private void inlines(List<Inline> content) {
    String link = null;
    for (Inline inline : content) {
      String next = inline.style().link();
      if (!Objects.equals(link, next)) {
        link(link, next);
        link = next;
      }
      inline(inline);
    }
    link(link, null);
  }

  private void link(@Nullable String before, @Nullable String after) {
    if (before != null) {
      out.append("</a>");
    }
    if (after != null) {
      out.append("<a href=\"");
      escape(after);
      out.append("\">");
    }
  }

  private void inline(Inline inline) {
    switch (inline) {
      case Inline.Text(String text, TextStyle style) -> styled(text, style);
      case Inline.Field(FieldTag tag, TextStyle style) -> styled(tag.source(), style);
      case Inline.Break _ -> out.append("<br>\n");
      case Inline.Picture(String source, String alt, int width, TextStyle _) -> {
        out.append("<img src=\"");
        escape(source);
        out.append("\" alt=\"");
        escape(alt);
        out.append('"');
        if (width > 0) {
          out.append(" width=\"").append(width).append('"');
        }
        out.append(" style=\"max-width:100%;height:auto;border:0\">");
      }
    }
  }

  private void styled(String text, TextStyle style) {
    String end = "";
    if (style.hue() != null) {
      out.append("<span style=\"color:").append(style.hue().css()).append("\">");
      end = "</span>";
    }
    if (style.bold()) {
      out.append("<strong>");
      end = "</strong>" + end;
    }
    if (style.italic()) {
      out.append("<em>");
      end = "</em>" + end;
    }
    if (style.underline()) {
      out.append("<u>");
      end = "</u>" + end;
    }
    escape(text);
    out.append(end);
  }

  private void escape(String text) {
    for (int i = 0; i < text.length(); i++) {
      char c = text.charAt(i);
      switch (c) {
        case '&' -> out.append("&amp;");
        case '<' -> out.append("&lt;");
        case '>' -> out.append("&gt;");
        case '"' -> out.append("&quot;");
        case '\u00A0' -> out.append("&nbsp;");
        default -> out.append(c);
      }
    }
  }
}
