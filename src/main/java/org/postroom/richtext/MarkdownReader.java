package org.postroom.richtext;

import java.util.ArrayList;
import java.util.List;
import java.util.regex.Pattern;
import org.commonmark.ext.autolink.AutolinkExtension;
import org.commonmark.ext.gfm.tables.TableBlock;
import org.commonmark.ext.gfm.tables.TableCell;
import org.commonmark.ext.gfm.tables.TableRow;
import org.commonmark.ext.gfm.tables.TablesExtension;
import org.commonmark.node.BlockQuote;
import org.commonmark.node.BulletList;
import org.commonmark.node.Code;
import org.commonmark.node.Emphasis;
import org.commonmark.node.FencedCodeBlock;
import org.commonmark.node.HardLineBreak;
import org.commonmark.node.Heading;
import org.commonmark.node.HtmlBlock;
import org.commonmark.node.HtmlInline;
import org.commonmark.node.Image;
import org.commonmark.node.IndentedCodeBlock;
import org.commonmark.node.Link;
import org.commonmark.node.ListItem;
import org.commonmark.node.Node;
import org.commonmark.node.OrderedList;
import org.commonmark.node.Paragraph;
import org.commonmark.node.SoftLineBreak;
import org.commonmark.node.StrongEmphasis;
import org.commonmark.node.Text;
import org.commonmark.node.ThematicBreak;
import org.commonmark.parser.Parser;
import org.postroom.template.Markdown;

/// Reads Markdown as [Markdown] turns it into letters: a line break is a line break, and a section
/// mark on a line of its own begins or ends whole paragraphs.
public final class MarkdownReader {
  private static final Parser PARSER =
      Parser.builder()
          .extensions(List.of(TablesExtension.create(), AutolinkExtension.create()))
          .build();

  private static final Pattern WHOLE_SECTION =
      Pattern.compile(
          "<p>(\\{\\{[#^]([^{}|]*)\\}\\})((?:(?!</p>|\\{\\{[#^/]).)*)(\\{\\{/\\2\\}\\})</p>",
          Pattern.DOTALL);

  private final Tokens tokens;
  private final List<Block> blocks = new ArrayList<>();

  private MarkdownReader(Tokens tokens) {
    this.tokens = tokens;
  }

  /// What the model has words for. See [#isWhole(String)].
  public static RichText read(String markdown) {
    List<FieldTag> tags = new ArrayList<>();
    StringBuilder covered = new StringBuilder();
    for (String line : lines(markdown)) {
      List<FieldTag.Piece> pieces = FieldTag.read(line);
      boolean marks = isMarks(pieces);
      for (FieldTag.Piece piece : pieces) {
        switch (piece) {
          case FieldTag.Piece.Words(String words) -> covered.append(words);
          case FieldTag.Piece.Tag(FieldTag tag) -> {
            String token = Tokens.token(tags.size());
            covered.append(marks ? "\n\n" + token + "\n\n" : token);
            tags.add(tag);
          }
        }
      }
      covered.append('\n');
    }
    MarkdownReader reader = new MarkdownReader(new Tokens(tags));
    reader.blocks(PARSER.parse(covered.toString()), Shape.PARAGRAPH, -1);
    return new RichText(reader.blocks);
  }

  /// True where the letters that are made of this Markdown stay the same when it is read and
  /// written again.
  public static boolean isWhole(String markdown) {
    String again = MarkdownWriter.attempt(read(markdown));
    return lifted(again).equals(lifted(markdown.replace("\r\n", "\n")));
  }

  /// The HTML of the letters. A paragraph that is for some people as a whole leaves an empty one
  /// for the others, which nobody means: it counts as one between marks.
  private static String lifted(String markdown) {
    return WHOLE_SECTION.matcher(Markdown.toHtml(markdown)).replaceAll("$1\n<p>$3</p>\n$4");
  }

  private static List<String> lines(String markdown) {
    return List.of(Tokens.clean(markdown).split("\r\n|\r|\n", -1));
  }

  private static boolean isMarks(List<FieldTag.Piece> pieces) {
    return pieces.stream()
        .allMatch(
            piece ->
                switch (piece) {
                  case FieldTag.Piece.Words(String words) -> words.isBlank();
                  case FieldTag.Piece.Tag(FieldTag tag) -> tag.isMark();
                });
  }

  private void blocks(Node parent, Shape shape, int depth) {
    for (Node node = parent.getFirstChild(); node != null; node = node.getNext()) {
      switch (node) {
        case Paragraph paragraph -> add(shape, depth, content(paragraph));
        case Heading heading -> add(Shape.heading(heading.getLevel()), 0, content(heading));
        case BulletList list -> blocks(list, Shape.BULLET, depth + 1);
        case OrderedList list -> blocks(list, Shape.NUMBER, depth + 1);
        case ListItem item -> blocks(item, shape, depth);
        case BlockQuote quote -> blocks(quote, Shape.QUOTE, depth);
        case ThematicBreak _ -> blocks.add(new Block.Divider());
        case TableBlock table -> table(table);
        case FencedCodeBlock code -> verbatim(code.getLiteral());
        case IndentedCodeBlock code -> verbatim(code.getLiteral());
        case HtmlBlock html -> verbatim(html.getLiteral());
        default -> {
          // Definitions of links are no text.
        }
      }
    }
  }

  private void add(Shape shape, int depth, List<Inline> content) {
    blocks.add(new Block.Paragraph(shape, shape.isItem() ? Math.max(0, depth) : 0, content));
  }

  private void verbatim(String literal) {
    List<Inline> content = new ArrayList<>();
    for (String line : literal.split("\n", -1)) {
      if (!content.isEmpty()) {
        content.add(new Inline.Break());
      }
      Autolinks.uncovered(line, tokens, TextStyle.PLAIN, content);
    }
    add(Shape.PARAGRAPH, 0, content);
  }

  private void table(TableBlock table) {
    List<List<Block.Cell>> rows = new ArrayList<>();
    collect(table, rows);
    blocks.add(new Block.Table(true, rows));
  }

  private void collect(Node parent, List<List<Block.Cell>> rows) {
    for (Node node = parent.getFirstChild(); node != null; node = node.getNext()) {
      if (node instanceof TableRow row) {
        List<Block.Cell> cells = new ArrayList<>();
        for (Node cell = row.getFirstChild(); cell != null; cell = cell.getNext()) {
          if (cell instanceof TableCell) {
            cells.add(new Block.Cell(content(cell)));
          }
        }
        rows.add(cells);
      } else {
        collect(node, rows);
      }
    }
  }

  private List<Inline> content(Node block) {
    List<Inline> content = new ArrayList<>();
    inlines(block, TextStyle.PLAIN, content);
    return content;
  }

  private void inlines(Node parent, TextStyle style, List<Inline> out) {
    for (Node node = parent.getFirstChild(); node != null; node = node.getNext()) {
      switch (node) {
        case Text text -> Autolinks.uncovered(text.getLiteral(), tokens, style, out);
        case Code code -> Autolinks.uncovered(code.getLiteral(), tokens, style, out);
        case HtmlInline html -> Autolinks.uncovered(html.getLiteral(), tokens, style, out);
        case SoftLineBreak _, HardLineBreak _ -> out.add(new Inline.Break());
        case StrongEmphasis strong -> inlines(strong, style.withBold(true), out);
        case Emphasis emphasis -> inlines(emphasis, style.withItalic(true), out);
        case Link link -> {
          String target = tokens.back(link.getDestination());
          inlines(link, Links.allowed(target) ? style.withLink(target) : style, out);
        }
        case Image image -> picture(image, style, out);
        default -> inlines(node, style, out);
      }
    }
  }

  private void picture(Image image, TextStyle style, List<Inline> out) {
    String source = tokens.back(image.getDestination());
    if (!source.isBlank()) {
      List<Inline> alt = new ArrayList<>();
      inlines(image, TextStyle.PLAIN, alt);
      out.add(new Inline.Picture(source, words(alt), 0, style));
    }
  }

  private static String words(List<Inline> content) {
    StringBuilder words = new StringBuilder();
    for (Inline inline : content) {
      switch (inline) {
        case Inline.Text(String text, TextStyle _) -> words.append(text);
        case Inline.Field(FieldTag tag, TextStyle _) -> words.append(tag.source());
        case Inline.Break _ -> words.append(' ');
        case Inline.Picture picture -> words.append(picture.alt());
      }
    }
    return words.toString();
  }
}
