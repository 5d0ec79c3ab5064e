package org.postroom.ui.message;

import java.util.ArrayList;
import java.util.List;
import org.fxmisc.richtext.model.Paragraph;
import org.postroom.richtext.FieldTag;
import org.postroom.richtext.Shape;
import org.postroom.richtext.TextStyle;
import org.reactfx.util.Either;

/// What stands at the left of each line: the bars of the sections around it, and the mark of an
/// item.
///
/// @param bars how many sections it lies in
/// @param mark of an item, or empty
/// @param depth of an item
/// @param quoted true for a line of a quotation
record LineMarks(int bars, String mark, int depth, boolean quoted) {
  private static final List<String> BULLETS = List.of("•", "◦", "▪");

  boolean isNothing() {
    return bars == 0 && mark.isEmpty() && depth < 0 && !quoted;
  }

  static List<LineMarks> of(List<Paragraph<Line, Either<String, Embed>, TextStyle>> lines) {
    List<LineMarks> all = new ArrayList<>();
    List<Integer> numbers = new ArrayList<>();
    List<Shape> kinds = new ArrayList<>();
    int bars = 0;
    for (Paragraph<Line, Either<String, Embed>, TextStyle> paragraph : lines) {
      int change = sections(paragraph);
      Line line = paragraph.getParagraphStyle();
      int inside = bars + Math.max(0, change);
      bars = Math.max(0, bars + change);
      boolean item = line.shape().isItem();
      String mark = "";
      if (item && !line.joined()) {
        mark = mark(line, numbers, kinds);
      } else if (!item && paragraph.length() > 0) {
        numbers.clear();
        kinds.clear();
      }
      all.add(new LineMarks(inside, mark, item ? line.depth() : -1, line.shape() == Shape.QUOTE));
    }
    return all;
  }

  private static String mark(Line line, List<Integer> numbers, List<Shape> kinds) {
    int depth = Math.min(line.depth(), numbers.size());
    while (numbers.size() > depth + 1) {
      numbers.removeLast();
      kinds.removeLast();
    }
    if (numbers.size() == depth) {
      numbers.add(0);
      kinds.add(line.shape());
    } else if (kinds.get(depth) != line.shape()) {
      numbers.set(depth, 0);
      kinds.set(depth, line.shape());
    }
    numbers.set(depth, numbers.get(depth) + 1);
    return line.shape() == Shape.NUMBER
        ? numbers.get(depth) + "."
        : BULLETS.get(Math.min(depth, BULLETS.size() - 1));
  }

  /// How many more sections are open after a line of nothing but marks.
  private static int sections(Paragraph<Line, Either<String, Embed>, TextStyle> paragraph) {
    int change = 0;
    for (Either<String, Embed> segment : paragraph.getSegments()) {
      if (segment.isLeft()) {
        if (!segment.getLeft().isBlank()) {
          return 0;
        }
      } else if (segment.getRight() instanceof Embed.Tag(FieldTag tag) && tag.isMark()) {
        change += tag.kind() == FieldTag.Kind.END ? -1 : 1;
      } else if (!(segment.getRight() instanceof Embed.None)) {
        return 0;
      }
    }
    return change;
  }
}
