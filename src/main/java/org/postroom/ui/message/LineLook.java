package org.postroom.ui.message;

import java.util.Locale;
import javafx.geometry.Pos;
import javafx.scene.AccessibleRole;
import javafx.scene.Node;
import javafx.scene.control.Label;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Region;
import javafx.scene.text.TextFlow;
import org.jspecify.annotations.Nullable;
import org.postroom.ui.common.Ui;

/// What a line of the editor looks like, and what stands at its left.
final class LineLook {
  private static final double ITEM = 26;

  private LineLook() {}

  static void apply(TextFlow flow, Line line) {
    flow.getStyleClass().removeIf(name -> name.startsWith("line-"));
    flow.getStyleClass()
        .add("line-" + line.shape().name().toLowerCase(Locale.ROOT).replace('_', '-'));
    if (line.joined()) {
      flow.getStyleClass().add("line-joined");
    }
  }

  static @Nullable Node graphic(LineMarks marks) {
    if (marks.isNothing()) {
      return null;
    }
    HBox box = new HBox();
    box.getStyleClass().add("pr-line-marks");
    box.setFillHeight(true);
    for (int i = 0; i < marks.bars(); i++) {
      box.getChildren().add(bar("pr-section-bar"));
    }
    if (marks.quoted()) {
      box.getChildren().add(bar("pr-quote-bar"));
    }
    if (marks.depth() >= 0) {
      Label mark = Ui.label(marks.mark(), "pr-item-mark");
      mark.setAccessibleRole(AccessibleRole.TEXT);
      double width = ITEM * (marks.depth() + 1);
      mark.setMinWidth(width);
      mark.setPrefWidth(width);
      mark.setMaxWidth(width);
      mark.setAlignment(Pos.TOP_RIGHT);
      box.getChildren().add(mark);
    }
    return box;
  }

  private static Region bar(String style) {
    Region bar = new Region();
    bar.getStyleClass().add(style);
    bar.setMinWidth(14);
    bar.setPrefWidth(14);
    bar.setMaxHeight(Double.MAX_VALUE);
    return bar;
  }
}
