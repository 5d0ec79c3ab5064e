package org.postroom.richtext;

import java.util.List;

/// A block of a text.
public sealed interface Block {
  /// @param depth of an item in its list, 0 for the outermost; 0 for what is no item
  record Paragraph(Shape shape, int depth, List<Inline> content) implements Block {
    public Paragraph {
      if (depth < 0 || (depth > 0 && !shape.isItem())) {
        throw new IllegalArgumentException("only an item of a list has a depth");
      }
      content = List.copyOf(content);
    }

    public static Paragraph of(Shape shape, Inline... content) {
      return new Paragraph(shape, 0, List.of(content));
    }
  }

  /// The beginning or the end of blocks for some people only.
  record Mark(FieldTag tag) implements Block {
    public Mark {
      if (!tag.isMark()) {
        throw new IllegalArgumentException("a field is no block");
      }
    }
  }

  /// A line across.
  record Divider() implements Block {}

  /// A simple table: rows of equally many cells.
  ///
  /// @param head true where the first row is its heading
  record Table(boolean head, List<List<Cell>> rows) implements Block {
    public Table {
      rows = rows.stream().map(List::copyOf).toList();
      if (rows.isEmpty()
          || rows.getFirst().isEmpty()
          || rows.stream().map(List::size).distinct().count() > 1) {
        throw new IllegalArgumentException("a table has rows of equally many cells");
      }
    }

    public int columns() {
      return rows.getFirst().size();
    }
  }

  /// A cell of a table.
  record Cell(List<Inline> content) {
    public Cell {
      content = List.copyOf(content);
    }
  }
}
