package org.postroom.richtext;

import java.util.ArrayList;
import java.util.List;

/// A formatted text, in the one form in which each text exists once: runs of equal style are one,
/// white space is folded as HTML folds it, `{{…}}` in words is a field, a paragraph of nothing but
/// section marks is these marks, paragraphs without anything in them are not there, and no item
/// lies deeper than one below the item before it.
public record RichText(List<Block> blocks) {
  public static final RichText EMPTY = new RichText(List.of());

  public RichText {
    blocks = Tidy.blocks(blocks);
  }

  /// With what is a web or mail address in so many words as a link to it, as mail programs and
  /// Markdown have it.
  public RichText linked() {
    return Autolinks.in(this);
  }

  /// Every field and section mark in order, those of links included.
  public List<FieldTag> tags() {
    List<FieldTag> tags = new ArrayList<>();
    for (Block block : blocks) {
      switch (block) {
        case Block.Paragraph(Shape _, int _, List<Inline> content) -> collect(content, tags);
        case Block.Mark(FieldTag tag) -> tags.add(tag);
        case Block.Divider _ -> {}
        case Block.Table table ->
            table.rows().forEach(row -> row.forEach(cell -> collect(cell.content(), tags)));
      }
    }
    return tags;
  }

  private static void collect(List<Inline> content, List<FieldTag> tags) {
    for (Inline inline : content) {
      if (inline instanceof Inline.Field(FieldTag tag, TextStyle _)) {
        tags.add(tag);
      }
      String link = inline.style().link();
      if (link != null) {
        for (FieldTag.Piece piece : FieldTag.read(link)) {
          if (piece instanceof FieldTag.Piece.Tag(FieldTag tag)) {
            tags.add(tag);
          }
        }
      }
    }
  }
}
