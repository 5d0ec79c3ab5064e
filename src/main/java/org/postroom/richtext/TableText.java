package org.postroom.richtext;

import java.util.ArrayList;
import java.util.List;

/// The words of a cell as one line of Markdown.
public final class TableText {
  private TableText() {}

  public static String write(Block.Cell cell) {
    return MarkdownWriter.inlines(cell.content()).replace('\n', ' ');
  }

  public static Block.Cell read(String line) {
    List<Inline> content = new ArrayList<>();
    for (Block block : MarkdownReader.read(line).linked().blocks()) {
      if (block instanceof Block.Paragraph paragraph) {
        content.addAll(paragraph.content());
      }
    }
    return new Block.Cell(content);
  }
}
