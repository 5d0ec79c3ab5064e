package org.postroom.ui.common;

import javafx.geometry.Pos;
import javafx.scene.AccessibleRole;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Region;
import javafx.scene.layout.VBox;
import org.jspecify.annotations.Nullable;
import org.postroom.engine.Problem;

/// What happened (bold); what was not lost; the next step. Then one button for that step.
/// Focusable, so that moving the focus to it speaks it once.
public final class ErrorCard extends HBox {
  private final @Nullable Button fix;

  /// @param action the words of the button, or null where there is nothing to press
  public ErrorCard(Problem problem, @Nullable String action, Runnable onAction) {
    super(12);
    getStyleClass().addAll("pr-note", "danger");
    setAlignment(Pos.TOP_LEFT);
    Label happened = Ui.paragraph(problem.happened(), "pr-note-title");
    Label rest = Ui.paragraph((problem.kept() + " " + problem.next()).strip());
    VBox words = new VBox(1, happened, rest);
    words.setMinHeight(Region.USE_PREF_SIZE);
    Ui.show(rest, !rest.getText().isEmpty());
    getChildren().addAll(Icons.large(Icons.BLOCKED), Ui.grow(words));
    if (action == null) {
      fix = null;
    } else {
      fix = Ui.button(action, "small");
      fix.setOnAction(_ -> onAction.run());
      getChildren().add(fix);
    }
    setMinHeight(Region.USE_PREF_SIZE);
    setFocusTraversable(true);
    setAccessibleRole(AccessibleRole.TEXT);
    setAccessibleText(problem.message());
  }

  /// Another way on, beside the first.
  public void also(Button other) {
    getChildren().add(other);
  }

  /// Puts the focus where the person goes on.
  public void focusOnFix() {
    if (fix == null) {
      requestFocus();
    } else {
      fix.requestFocus();
    }
  }
}
