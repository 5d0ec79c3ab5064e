package org.postroom.richtext;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import org.jsoup.nodes.Element;
import org.jsoup.nodes.Node;
import org.jsoup.nodes.TextNode;
import org.jspecify.annotations.Nullable;

/// Reads the blocks and words of a parsed page. Nothing is fetched and nothing is run; what the
/// model has no word for is left out, and counted where a reader would have seen it.
final class DomReader {
  /// On an element that a cleaner has found to be an item: `bullet` or `number`.
  static final String ITEM = "data-postroom-item";

  static final String DEPTH = "data-postroom-depth";

  private static final int DEEPEST = 200;
  private static final Set<String> NOT_SHOWN =
      Set.of("head", "style", "title", "template", "noscript", "meta", "link", "base", "colgroup");
  private static final Set<String> PARAGRAPHS =
      Set.of(
          "p",
          "h1",
          "h2",
          "h3",
          "h4",
          "h5",
          "h6",
          "pre",
          "table",
          "tr",
          "td",
          "th",
          "dl",
          "ul",
          "ol",
          "blockquote",
          "figure",
          "form",
          "fieldset",
          "section",
          "article",
          "header",
          "footer",
          "main",
          "aside",
          "nav",
          "caption");
  private static final Set<String> LINES =
      Set.of("div", "address", "center", "dt", "dd", "figcaption", "legend", "summary", "details");

  private final @Nullable PictureTaking taking;
  private final Losses losses = new Losses();
  private final List<Block> blocks = new ArrayList<>();
  private List<Inline> current = new ArrayList<>();
  private Shape shape = Shape.PARAGRAPH;
  private int depth;
  private boolean quoted;
  private boolean verbatim;

  /// A line break comes before the next words.
  private boolean lineOwed;

  /// The line was ended by a line break of its own.
  private boolean lineEnded;

  /// The words have no size: nobody sees them until something within gives them one.
  private boolean tiny;

  /// @param taking for a text from elsewhere, whose pictures lie elsewhere too; null for our own
  DomReader(@Nullable PictureTaking taking) {
    this.taking = taking;
  }

  Reading read(Element body) {
    children(body, TextStyle.PLAIN, 0);
    flush();
    return new Reading(new RichText(blocks), losses.counts());
  }

  /// Counts what was taken away before.
  void lost(Loss what) {
    losses.add(what);
  }

  private void children(Element element, TextStyle style, int level) {
    for (Node child : element.childNodes()) {
      switch (child) {
        case TextNode text -> words(text.getWholeText(), style);
        case Element inner -> {
          if (level < DEEPEST) {
            element(inner, style, level + 1);
          } else {
            words(inner.text(), style);
          }
        }
        default -> {
          // Comments, document types and the data of scripts are not shown.
        }
      }
    }
  }

  private void element(Element element, TextStyle outer, int level) {
    String name = element.normalName();
    if (NOT_SHOWN.contains(name) || losses.takes(element, name)) {
      return;
    }
    Css css = Css.of(element);
    boolean before = tiny;
    tiny = css.get("font-size").isEmpty() ? tiny : css.isZero("font-size");
    shown(element, name, css, css.on(tag(element, name, outer)), level);
    tiny = before;
  }

  private void shown(Element element, String name, Css css, TextStyle style, int level) {
    int colon = name.indexOf(':');
    switch (name) {
      case "br" -> {
        owed();
        current.add(new Inline.Break());
      }
      case "hr" -> {
        flush();
        blocks.add(new Block.Divider());
      }
      case "img" -> picture(element, css, style);
      case "ul", "ol", "menu", "dir" -> list(element, style, level);
      case "li" -> item(element, style, level);
      case "blockquote" -> {
        flush();
        boolean before = quoted;
        quoted = true;
        children(element, style, level);
        flush();
        quoted = before;
      }
      case "pre" -> {
        flush();
        verbatim = true;
        children(element, style, level);
        verbatim = false;
        flush();
      }
      case "table" -> table(element, style, level);
      case "h1", "h2", "h3", "h4", "h5", "h6" ->
          shaped(element, Shape.heading(name.charAt(1) - '0'), 0, style, level);
      default -> {
        if (element.hasAttr(ITEM)) {
          Shape item = element.attr(ITEM).equals("number") ? Shape.NUMBER : Shape.BULLET;
          String deep = element.attr(DEPTH);
          shaped(element, item, deep.matches("[0-8]") ? deep.charAt(0) - '0' : 0, style, level);
        } else if (PARAGRAPHS.contains(name)) {
          edge(!shape.isItem());
          children(element, style, level);
          edge(!shape.isItem());
        } else if (LINES.contains(name)) {
          edge(false);
          children(element, style, level);
          lineEnd(element);
        } else if (colon < 0 || !element.text().isBlank()) {
          children(element, style, level);
        }
      }
    }
  }

  private TextStyle tag(Element element, String name, TextStyle style) {
    return switch (name) {
      case "b", "strong" -> style.withBold(true);
      case "i", "em", "cite", "var", "dfn" -> style.withItalic(true);
      case "u" -> style.withUnderline(true);
      case "a" -> {
        String target = element.attr("href").strip();
        if (Links.allowed(target)) {
          yield style.withLink(target);
        }
        if (!target.isEmpty() && !target.startsWith("#")) {
          lost(Loss.LINK);
        }
        yield style;
      }
      case "font" -> Hue.of(element.attr("color")).map(style::withHue).orElse(style);
      default -> style;
    };
  }

  private void shaped(Element element, Shape wanted, int deep, TextStyle style, int level) {
    flush();
    Shape before = shape;
    int depthBefore = depth;
    shape = wanted;
    depth = deep;
    children(element, style, level);
    flush();
    shape = before;
    depth = depthBefore;
  }

  private int listsOpen;

  private void list(Element list, TextStyle style, int level) {
    flush();
    listsOpen++;
    children(list, style, level);
    flush();
    listsOpen--;
  }

  private void item(Element item, TextStyle style, int level) {
    Element list = item.parent();
    Shape kind = list != null && list.normalName().equals("ol") ? Shape.NUMBER : Shape.BULLET;
    shaped(item, kind, Math.max(0, listsOpen - 1), style, level);
  }

  private void table(Element table, TextStyle style, int level) {
    flush();
    DataTable found = DataTable.of(table);
    if (found == null) {
      edge(true);
      children(table, style, level);
      edge(true);
      return;
    }
    List<List<Block.Cell>> rows = new ArrayList<>();
    for (List<Element> row : found.rows()) {
      List<Block.Cell> cells = new ArrayList<>();
      for (Element cell : row) {
        cells.add(cell(cell, style, level));
      }
      rows.add(cells);
    }
    blocks.add(new Block.Table(found.head(), rows));
  }

  /// The words of a cell: its blocks become lines.
  private Block.Cell cell(Element cell, TextStyle style, int level) {
    List<Block> outside = List.copyOf(blocks);
    blocks.clear();
    Shape before = shape;
    shape = Shape.PARAGRAPH;
    children(cell, Css.of(cell).on(style), level + 3);
    flush();
    shape = before;
    List<Inline> content = new ArrayList<>();
    for (Block block : blocks) {
      if (block instanceof Block.Paragraph paragraph) {
        if (!content.isEmpty()) {
          content.add(new Inline.Break());
        }
        content.addAll(paragraph.content());
      }
    }
    blocks.clear();
    blocks.addAll(outside);
    return new Block.Cell(content);
  }

  private void picture(Element image, Css css, TextStyle style) {
    String source = image.attr("src").strip();
    String scheme = source.toLowerCase(Locale.ROOT);
    boolean remote =
        scheme.startsWith("http:") || scheme.startsWith("https:") || scheme.startsWith("//");
    boolean tiny =
        image.attr("width").matches("[01](px)?")
            || image.attr("height").matches("[01](px)?")
            || css.get("width").matches("[01]px")
            || css.get("height").matches("[01]px");
    if (source.isEmpty()) {
      return;
    }
    String attribute = image.attr("width");
    String said = attribute.isEmpty() ? css.get("width").replace("px", "") : attribute;
    if (tiny && (remote || taking != null)) {
      lost(Loss.TRACKER);
    } else if (remote && taking != null) {
      lost(Loss.REMOTE_PICTURE);
    } else if (scheme.startsWith("file:")) {
      lost(Loss.PICTURE);
    } else if (taking == null) {
      shown(new Inline.Picture(source, image.attr("alt"), width(attribute), style));
    } else {
      taking
          .take(source, width(said))
          .ifPresentOrElse(
              taken ->
                  shown(
                      new Inline.Picture(taken.source(), image.attr("alt"), taken.width(), style)),
              () -> lost(Loss.PICTURE));
    }
  }

  private void shown(Inline.Picture picture) {
    owed();
    current.add(picture);
  }

  private static int width(String said) {
    return said.matches("[1-9]\\d{0,3}") ? Integer.parseInt(said) : 0;
  }

  private void words(String text, TextStyle style) {
    if (tiny) {
      if (!text.isBlank()) {
        lost(Loss.HIDDEN);
      }
      return;
    }
    if (!verbatim) {
      if (!text.isBlank()) {
        owed();
      }
      current.add(new Inline.Text(text, style));
      return;
    }
    String[] lines = text.split("\\R", -1);
    for (int i = 0; i < lines.length; i++) {
      if (i > 0) {
        current.add(new Inline.Break());
      }
      current.add(new Inline.Text(lines[i], style));
    }
  }

  private void owed() {
    if (lineOwed && !current.isEmpty()) {
      current.add(new Inline.Break());
    }
    lineOwed = false;
    lineEnded = false;
  }

  /// A block begins or ends here.
  private void edge(boolean paragraph) {
    if (paragraph) {
      flush();
    } else {
      lineOwed = lineOwed || (!current.isEmpty() && !lineEnded);
    }
  }

  /// A line break at the very end of a line's block makes no line of its own.
  private void lineEnd(Element block) {
    boolean breakLast =
        !current.isEmpty() && current.getLast() instanceof Inline.Break && !block.text().isBlank();
    lineOwed = !current.isEmpty() && !breakLast;
    lineEnded = breakLast;
  }

  private void flush() {
    if (!current.isEmpty()) {
      Shape kind = shape == Shape.PARAGRAPH && quoted ? Shape.QUOTE : shape;
      blocks.add(new Block.Paragraph(kind, kind.isItem() ? depth : 0, current));
      current = new ArrayList<>();
    }
    lineOwed = false;
    lineEnded = false;
  }
}
