package org.postroom.ui.preview;

import javafx.geometry.Pos;
import javafx.scene.Node;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.layout.HBox;
import javafx.scene.layout.StackPane;
import javafx.scene.layout.VBox;
import org.postroom.ui.common.Icons;
import org.postroom.ui.common.Texts;
import org.postroom.ui.common.Ui;

/// A kind of letter, or an unusual one, that can be gone to. It stays while letters are walked
/// through, and only what changed about it is shown anew: styles for a new row take longer than all
/// else of a step to the next person.
final class KindRow {
  private final Texts texts;
  private final int count;
  private final String name;
  private final String detail;
  private final Node seenSign = Icons.small(Icons.SEEN);
  private final Node unseenSign = Icons.small(Icons.OPEN);
  private boolean seenBefore;
  private final Button button = Ui.button("", "flat", "preview-row");

  /// @param detail may be empty
  KindRow(Texts texts, int count, String name, String detail, Runnable go) {
    this.texts = texts;
    this.count = count;
    this.name = name;
    this.detail = detail;
    Label number = Ui.label(Integer.toString(count), "preview-count");
    VBox words = new VBox(Ui.label(name, "preview-kind"));
    if (!detail.isEmpty()) {
      words.getChildren().add(Ui.label(detail, "pr-caption", "pr-muted"));
    }
    words.setMinWidth(0);
    words.setAlignment(Pos.CENTER_LEFT);
    HBox content = new HBox(8, new Count(number), Ui.grow(words), seenSign, unseenSign);
    content.setAlignment(Pos.CENTER_LEFT);
    button.setMinWidth(0);
    button.setMaxWidth(Double.MAX_VALUE);
    button.setGraphic(content);
    button.setOnAction(_ -> go.run());
    say(false);
  }

  Button node() {
    return button;
  }

  /// One below the other at the right, and never cut short.
  private static final class Count extends StackPane {
    private static final double LEAST = 28;
    private final Label number;

    Count(Label number) {
      super(number);
      this.number = number;
      setAlignment(Pos.CENTER_RIGHT);
    }

    @Override
    protected double computeMinWidth(double height) {
      return Math.max(LEAST, number.prefWidth(height));
    }
  }

  private void say(boolean seen) {
    Ui.show(seenSign, seen);
    Ui.show(unseenSign, !seen);
    String state = texts.get(seen ? "preview.kind.seen" : "preview.kind.unseen");
    button.setAccessibleText(texts.get("preview.kind.spoken", count, name, detail, state));
  }

  /// @param seen true where it was looked at
  /// @param current true where the letter shown is of this kind
  void show(boolean seen, boolean current) {
    if (seen != seenBefore) {
      seenBefore = seen;
      say(seen);
    }
    boolean was = button.getStyleClass().contains("selected");
    if (current && !was) {
      button.getStyleClass().add("selected");
    } else if (!current && was) {
      button.getStyleClass().remove("selected");
    }
  }
}
