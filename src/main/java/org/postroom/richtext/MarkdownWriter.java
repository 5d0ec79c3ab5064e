package org.postroom.richtext;

import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/// Writes a text as Markdown.
public final class MarkdownWriter {
  private static final Pattern LINE_START =
      Pattern.compile("(?m)^(#{1,6}(?=\\s|$)|[>+=-]|(\\d{1,9})(?=[.)](\\s|$)))");

  private final StringBuilder out = new StringBuilder();

  /// How far the items of each depth are set in.
  private final List<Integer> indents = new ArrayList<>();

  private final List<Integer> numbers = new ArrayList<>();
  private final List<Shape> kinds = new ArrayList<>();

  private MarkdownWriter() {}

  /// The Markdown that reads as exactly `text` again; empty where Markdown cannot say it.
  public static Optional<String> write(RichText text) {
    String markdown = attempt(text);
    return MarkdownReader.read(markdown).equals(text) ? Optional.of(markdown) : Optional.empty();
  }

  /// The nearest that Markdown can say.
  static String attempt(RichText text) {
    MarkdownWriter writer = new MarkdownWriter();
    Block before = null;
    for (Block block : text.blocks()) {
      writer.distance(before, block);
      writer.block(block);
      before = block;
    }
    return writer.out.toString();
  }

  private void distance(@Nullable Block before, Block now) {
    boolean item = isItem(now);
    if (before == null || (item && isItem(before))) {
      return;
    }
    indents.clear();
    numbers.clear();
    kinds.clear();
    boolean afterOpening =
        before instanceof Block.Mark(FieldTag tag) && tag.kind() != FieldTag.Kind.END;
    boolean beforeEnd = now instanceof Block.Mark(FieldTag tag) && tag.kind() == FieldTag.Kind.END;
    if (isQuote(before) && isQuote(now)) {
      out.append(">\n");
    } else if (!afterOpening && !beforeEnd) {
      out.append('\n');
    }
  }

  private static boolean isItem(Block block) {
    return block instanceof Block.Paragraph(Shape shape, int _, List<Inline> _) && shape.isItem();
  }

  private static boolean isQuote(Block block) {
    return block instanceof Block.Paragraph(Shape shape, int _, List<Inline> _)
        && shape == Shape.QUOTE;
  }

  private void block(Block block) {
    switch (block) {
      case Block.Paragraph paragraph -> paragraph(paragraph);
      case Block.Mark(FieldTag tag) -> out.append(tag.source()).append('\n');
      case Block.Divider _ -> out.append("---\n");
      case Block.Table table -> table(table);
    }
  }

  private void paragraph(Block.Paragraph paragraph) {
    String text = lineStarts(inlines(paragraph.content()));
    switch (paragraph.shape()) {
      case PARAGRAPH -> out.append(text).append('\n');
      case HEADING_1, HEADING_2, HEADING_3 ->
          out.append("#".repeat(paragraph.shape().headingLevel()))
              .append(' ')
              .append(text)
              .append('\n');
      case QUOTE -> out.append("> ").append(text.replace("\n", "\n> ")).append('\n');
      case BULLET, NUMBER -> item(paragraph.shape(), paragraph.depth(), text);
    }
  }

  private void item(Shape kind, int depth, String text) {
    cut(indents, depth);
    cut(numbers, depth + 1);
    cut(kinds, depth + 1);
    if (numbers.size() <= depth) {
      numbers.add(0);
      kinds.add(kind);
    } else if (kinds.get(depth) != kind) {
      numbers.set(depth, 0);
      kinds.set(depth, kind);
    }
    int number = numbers.get(depth) + 1;
    numbers.set(depth, number);
    int indent = depth == 0 ? 0 : indents.get(depth - 1);
    String mark = kind == Shape.NUMBER ? number + ". " : "- ";
    int inner = indent + mark.length();
    indents.add(inner);
    out.append(" ".repeat(indent)).append(mark);
    out.append(text.replace("\n", "\n" + " ".repeat(inner))).append('\n');
  }

  private static void cut(List<?> list, int size) {
    while (list.size() > size) {
      list.removeLast();
    }
  }

  private void table(Block.Table table) {
    for (int i = 0; i < table.rows().size(); i++) {
      for (Block.Cell cell : table.rows().get(i)) {
        out.append("| ").append(inlines(cell.content()).replace("|", "\\|").replace("\n", " "));
        out.append(' ');
      }
      out.append("|\n");
      if (i == 0) {
        out.append("| --- ".repeat(table.columns())).append("|\n");
      }
    }
  }

  /// Words at the start of a line that would make it something else than a paragraph.
  private static String lineStarts(String text) {
    return LINE_START
        .matcher(text)
        .replaceAll(
            found -> found.group(2) != null ? found.group(2) + "\\\\" : "\\\\" + found.group(1));
  }

  /// @return lines of Markdown
  static String inlines(List<Inline> content) {
    StringBuilder line = new StringBuilder();
    int at = 0;
    while (at < content.size()) {
      String link = content.get(at).style().link();
      int end = at;
      while (end < content.size() && Objects.equals(link, content.get(end).style().link())) {
        end++;
      }
      List<Inline> run = content.subList(at, end);
      if (link == null || isAutomatic(run, link)) {
        emphasised(run, line);
      } else {
        line.append('[');
        emphasised(run, line);
        line.append("](").append(target(link)).append(')');
      }
      at = end;
    }
    return line.toString();
  }

  private static boolean isAutomatic(List<Inline> run, String link) {
    TextStyle style = run.getFirst().style();
    boolean even = run.stream().allMatch(inline -> inline.style().equals(style));
    List<Inline> plain = run.stream().map(inline -> inline.with(style.withLink(null))).toList();
    StringBuilder shown = new StringBuilder();
    for (Inline inline : run) {
      switch (inline) {
        case Inline.Text(String text, TextStyle _) -> shown.append(text);
        case Inline.Field(FieldTag tag, TextStyle _) -> shown.append(tag.source());
        case Inline.Picture _, Inline.Break _ -> {
          return false;
        }
      }
    }
    boolean same = link.contentEquals(shown) || link.equals("mailto:" + shown);
    return even
        && same
        && Autolinks.in(new RichText(List.of(new Block.Paragraph(Shape.PARAGRAPH, 0, plain))))
            .equals(new RichText(List.of(new Block.Paragraph(Shape.PARAGRAPH, 0, run))));
  }

  private static String target(String link) {
    boolean bare = link.chars().noneMatch(c -> c <= ' ' || c == '(' || c == ')' || c == '<');
    String escaped = link.replace("\\", "\\\\");
    return bare ? escaped : "<" + escaped.replace("<", "\\<").replace(">", "\\>") + ">";
  }

  private static void emphasised(List<Inline> run, StringBuilder line) {
    List<String> open = new ArrayList<>();
    for (int i = 0; i < run.size(); i++) {
      Inline inline = run.get(i);
      TextStyle style = inline.style();
      if (!(inline instanceof Inline.Break)) {
        closeExcept(style, open, line);
        open(style, open, line);
      }
      switch (inline) {
        case Inline.Text(String text, TextStyle _) -> escape(text, line);
        case Inline.Field(FieldTag tag, TextStyle _) -> line.append(tag.source());
        case Inline.Break _ -> line.append('\n');
        case Inline.Picture(String source, String alt, int _, TextStyle _) -> {
          line.append("![");
          escape(alt, line);
          line.append("](").append(target(source)).append(')');
        }
      }
    }
    closeExcept(TextStyle.PLAIN, open, line);
  }

  private static void closeExcept(TextStyle style, List<String> open, StringBuilder line) {
    int keep = 0;
    while (keep < open.size() && (open.get(keep).equals("**") ? style.bold() : style.italic())) {
      keep++;
    }
    while (open.size() > keep) {
      line.append(open.removeLast());
    }
  }

  private static void open(TextStyle style, List<String> open, StringBuilder line) {
    if (style.bold() && !open.contains("**")) {
      open.add("**");
      line.append("**");
    }
    if (style.italic() && !open.contains("*")) {
      open.add("*");
      line.append("*");
    }
  }

  private static void escape(String text, StringBuilder line) {
    for (int i = 0; i < text.length(); i++) {
      char c = text.charAt(i);
      boolean inWord =
          i > 0
              && i + 1 < text.length()
              && Character.isLetterOrDigit(text.charAt(i - 1))
              && Character.isLetterOrDigit(text.charAt(i + 1));
      boolean entity =
          c == '&'
              && i + 1 < text.length()
              && (text.charAt(i + 1) == '#' || Character.isLetter(text.charAt(i + 1)));
      if ("\\`*[]<".indexOf(c) >= 0 || (c == '_' && !inWord) || entity) {
        line.append('\\');
      }
      line.append(c);
    }
  }
}
