package org.postroom.ui.message;

import java.util.List;
import java.util.stream.IntStream;
import javafx.application.Platform;
import javafx.geometry.Bounds;
import javafx.scene.layout.Pane;
import javafx.scene.shape.LineTo;
import javafx.scene.shape.MoveTo;
import javafx.scene.shape.Path;
import javafx.scene.shape.Rectangle;
import org.fxmisc.richtext.GenericStyledArea;
import org.postroom.spelling.WrittenWord;

/// Waves under the words that are seen and no dictionary knows. They lie over the editor: the text
/// and what can be undone do not know of them.
final class SpellLayer extends Pane {
  private static final double STEP = 2;

  private final SpelledArea spelled;
  private final GenericStyledArea<?, ?, ?> area;
  private final SpellModel model;
  private final Path waves = new Path();
  private boolean due;

  SpellLayer(SpelledArea spelled, SpellModel model) {
    this.spelled = spelled;
    this.area = spelled.area();
    this.model = model;
    setMouseTransparent(true);
    waves.getStyleClass().add("pr-unknown-word");
    waves.setManaged(false);
    getChildren().add(waves);
    Rectangle inside = new Rectangle();
    inside.widthProperty().bind(widthProperty());
    inside.heightProperty().bind(heightProperty());
    setClip(inside);
    area.viewportDirtyEvents().subscribe(_ -> soon());
    area.caretPositionProperty().subscribe(_ -> soon());
    model.knownProperty().subscribe(_ -> soon());
  }

  /// When the editor has laid its lines out.
  private void soon() {
    if (!due) {
      due = true;
      Platform.runLater(
          () -> {
            due = false;
            draw();
          });
    }
  }

  private void draw() {
    waves.getElements().clear();
    if (!isVisible() || area.getScene() == null) {
      return;
    }
    for (int paragraph : seen()) {
      List<WrittenWord> words = model.unknown(spelled.line(paragraph));
      int begin = words.isEmpty() ? 0 : area.getAbsolutePosition(paragraph, 0);
      for (WrittenWord word : words) {
        int start = begin + word.start();
        int end = begin + word.end();
        boolean written = area.isFocused() && area.getCaretPosition() == end;
        if (!written && !spelled.isLink(end)) {
          area.getCharacterBoundsOnScreen(start, end)
              .map(this::screenToLocal)
              .ifPresent(this::wave);
        }
      }
    }
  }

  /// The paragraphs that are seen. All at once: to ask where a word stands may lay the editor out
  /// again, and then there are others.
  private int[] seen() {
    return IntStream.range(0, area.getVisibleParagraphs().size())
        .map(area::visibleParToAllParIndex)
        .toArray();
  }

  private void wave(Bounds word) {
    double bottom = Math.round(word.getMaxY()) - 1.5;
    waves.getElements().add(new MoveTo(word.getMinX(), bottom));
    boolean down = true;
    for (double x = word.getMinX() + STEP; x <= word.getMaxX(); x += STEP) {
      waves.getElements().add(new LineTo(x, down ? bottom + STEP : bottom));
      down = !down;
    }
  }
}
