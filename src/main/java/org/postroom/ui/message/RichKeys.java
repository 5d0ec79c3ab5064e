package org.postroom.ui.message;

import java.util.Optional;
import javafx.scene.TraversalDirection;
import javafx.scene.input.KeyCode;
import javafx.scene.input.KeyEvent;
import org.fxmisc.richtext.model.TwoDimensional.Bias;
import org.postroom.richtext.FieldTag;
import org.postroom.richtext.Shape;

/// What the keys mean in the editor, beyond moving and typing.
final class RichKeys {
  private static final int DEEPEST = 5;

  private RichKeys() {}

  static void pressed(RichArea area, KeyEvent event) {
    boolean done =
        switch (event.getCode()) {
          case ENTER -> !event.isShortcutDown() && enter(area, event.isShiftDown());
          case BACK_SPACE -> !event.isShortcutDown() && backspace(area);
          case DELETE -> !event.isShortcutDown() && delete(area);
          case TAB -> !event.isShortcutDown() && tab(area, event.isShiftDown());
          case CLOSE_BRACKET -> event.isShortcutDown() && indent(area, 1);
          case OPEN_BRACKET -> event.isShortcutDown() && indent(area, -1);
          case B -> event.isShortcutDown() && bold(area);
          case I -> event.isShortcutDown() && italic(area);
          case U -> event.isShortcutDown() && underline(area);
          case DIGIT0, DIGIT1, DIGIT2, DIGIT3 ->
              event.isShortcutDown() && event.isAltDown() && heading(area, event.getCode());
          case DIGIT7 ->
              event.isShortcutDown() && event.isShiftDown() && toggle(area, Shape.NUMBER);
          case DIGIT8 ->
              event.isShortcutDown() && event.isShiftDown() && toggle(area, Shape.BULLET);
          default -> false;
        };
    if (done) {
      event.consume();
    }
  }

  static boolean bold(RichArea area) {
    boolean on = !area.all(style -> style.bold());
    area.restyle(style -> style.withBold(on));
    return true;
  }

  static boolean italic(RichArea area) {
    boolean on = !area.all(style -> style.italic());
    area.restyle(style -> style.withItalic(on));
    return true;
  }

  static boolean underline(RichArea area) {
    boolean on = !area.all(style -> style.underline());
    area.restyle(style -> style.withUnderline(on));
    return true;
  }

  private static boolean heading(RichArea area, KeyCode digit) {
    shape(
        area,
        switch (digit) {
          case DIGIT1 -> Shape.HEADING_1;
          case DIGIT2 -> Shape.HEADING_2;
          case DIGIT3 -> Shape.HEADING_3;
          default -> Shape.PARAGRAPH;
        });
    return true;
  }

  static void shape(RichArea area, Shape shape) {
    area.reshape(line -> new Line(shape, shape.isItem() ? line.depth() : 0, line.joined()));
  }

  /// A list, and back again.
  static boolean toggle(RichArea area, Shape kind) {
    shape(area, area.line().shape() == kind ? Shape.PARAGRAPH : kind);
    return true;
  }

  static boolean indent(RichArea area, int by) {
    if (!area.line().shape().isItem()) {
      return false;
    }
    area.reshape(
        line ->
            line.shape().isItem()
                ? new Line(line.shape(), Math.clamp(line.depth() + by, 0, DEEPEST), line.joined())
                : line);
    return true;
  }

  private static boolean enter(RichArea area, boolean sameParagraph) {
    int start = area.getSelection().getStart();
    Optional<Embed> chosen =
        area.getSelection().getLength() == 1 ? area.embedAt(start) : Optional.empty();
    if (chosen.isPresent()) {
      area.edit(chosen.get(), start);
      return true;
    }
    Line line = area.line();
    int at = area.getCurrentParagraph();
    if (line.shape() != Shape.PARAGRAPH && area.getParagraphLength(at) == 0 && !sameParagraph) {
      // An empty item ends its list, as an empty line of a quotation ends that.
      area.setParagraphStyle(at, out(line));
      return true;
    }
    area.getUndoManager().preventMerge();
    area.replaceSelection("\n");
    int now = area.getCurrentParagraph();
    boolean afterHeading = line.shape().headingLevel() > 0 && area.getParagraphLength(now) == 0;
    Line next = afterHeading ? Line.PLAIN : line.withJoined(sameParagraph);
    if (!area.getParagraph(now).getParagraphStyle().equals(next)) {
      area.setParagraphStyle(now, next);
    }
    area.requestFollowCaret();
    return true;
  }

  private static Line out(Line line) {
    return line.depth() > 0 ? new Line(line.shape(), line.depth() - 1, false) : Line.PLAIN;
  }

  private static boolean backspace(RichArea area) {
    int caret = area.getCaretPosition();
    if (area.getSelection().getLength() > 0) {
      return deleteMark(area);
    }
    if (area.embedAt(caret - 1).isPresent()) {
      area.selectRange(caret - 1, caret);
      return true;
    }
    Line line = area.line();
    if (area.getCaretColumn() == 0 && line.shape() != Shape.PARAGRAPH && !line.joined()) {
      area.setParagraphStyle(area.getCurrentParagraph(), out(line));
      return true;
    }
    return false;
  }

  private static boolean delete(RichArea area) {
    int caret = area.getCaretPosition();
    if (area.getSelection().getLength() > 0) {
      return deleteMark(area);
    }
    if (area.embedAt(caret).isPresent()) {
      area.selectRange(caret, caret + 1);
      return true;
    }
    return false;
  }

  /// With one mark of a section its other goes as well: half a section is none.
  private static boolean deleteMark(RichArea area) {
    int start = area.getSelection().getStart();
    if (area.getSelection().getLength() != 1
        || !(area.embedAt(start).orElse(RichLines.NONE) instanceof Embed.Tag(FieldTag tag))
        || !tag.isMark()) {
      return false;
    }
    int other = partner(area, start, tag);
    if (other < 0) {
      return false;
    }
    int first = Math.min(start, other);
    int second = Math.max(start, other);
    area.createMultiChange(2)
        .deleteText(first, first + lineEnd(area, first))
        .deleteText(second, second + lineEnd(area, second))
        .commit();
    area.moveTo(Math.min(first, area.getLength()));
    return true;
  }

  /// A mark that has its line for itself takes the line with it.
  private static int lineEnd(RichArea area, int mark) {
    var at = area.offsetToPosition(mark, Bias.Forward);
    boolean alone = area.getParagraphLength(at.getMajor()) == 1;
    return alone && mark + 1 < area.getLength() ? 2 : 1;
  }

  private static int partner(RichArea area, int position, FieldTag tag) {
    boolean forwards = tag.kind() != FieldTag.Kind.END;
    int step = forwards ? 1 : -1;
    int open = 0;
    for (int i = position; i >= 0 && i < area.getLength(); i += step) {
      if (area.embedAt(i).orElse(RichLines.NONE) instanceof Embed.Tag(FieldTag found)
          && found.isMark()
          && found.name().equals(tag.name())) {
        open += (found.kind() == FieldTag.Kind.END) == forwards ? -1 : 1;
        if (open == 0) {
          return i;
        }
      }
    }
    return -1;
  }

  /// Tab goes on, as in every other field.
  private static boolean tab(RichArea area, boolean back) {
    area.requestFocusTraversal(back ? TraversalDirection.PREVIOUS : TraversalDirection.NEXT);
    return true;
  }

  /// "- ", "* " and "1. " at the start of a paragraph begin a list.
  static void began(RichArea area) {
    int column = area.getCaretColumn();
    int at = area.getCurrentParagraph();
    if (column < 2 || column > 3 || area.line().shape() != Shape.PARAGRAPH) {
      return;
    }
    String start = area.getText(at, 0, at, column);
    Shape shape =
        switch (start) {
          case "- ", "* " -> Shape.BULLET;
          case "1. ", "1) " -> Shape.NUMBER;
          default -> Shape.PARAGRAPH;
        };
    if (shape != Shape.PARAGRAPH) {
      area.deleteText(at, 0, at, column);
      area.setParagraphStyle(at, Line.of(shape));
    }
  }
}
