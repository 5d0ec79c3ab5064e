package org.postroom.ui.drill;

import javafx.geometry.Pos;
import javafx.scene.AccessibleRole;
import javafx.scene.control.Button;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Region;
import javafx.scene.layout.VBox;
import org.postroom.drill.Drill;
import org.postroom.ui.common.Icons;
import org.postroom.ui.common.Note;
import org.postroom.ui.common.Texts;
import org.postroom.ui.common.Ui;

/// What stands above a drill: what happened then, what to do now, and, once the mistake was caught,
/// what caught it.
public final class Coach extends VBox {
  private final Note task;
  private final Note caught;

  /// @param onEnd closes the drill
  public Coach(Texts texts, Drill drill, Runnable onEnd) {
    super(8);
    setId("coach");
    getStyleClass().add("pr-coach");
    setMinHeight(Region.USE_PREF_SIZE);
    setAccessibleRole(AccessibleRole.PARENT);
    Button end = Ui.button(texts.get("drill.end"), "small");
    end.setId("end-drill");
    end.setOnAction(_ -> onEnd.run());
    HBox head =
        Ui.row(
            10,
            Ui.label(texts.get("drill.number", drill.number(), Drill.values().length), "pr-muted"),
            Ui.label(drill.title(), "pr-strong"),
            Ui.spacer(),
            end);
    head.setAlignment(Pos.CENTER_LEFT);
    task = new Note(Icons.PRACTICE, "accent", texts.get("drill.task"), drill.task());
    caught = new Note(Icons.SHIELD, "success", texts.get("drill.caught"), drill.caught());
    Ui.show(caught, false);
    getChildren()
        .addAll(head, Ui.paragraph(drill.happened(), "pr-small", "pr-muted"), task, caught);
  }

  /// The mistake was caught: says what caught it, once.
  public void caught() {
    Ui.show(task, false);
    Ui.show(caught, true);
  }
}
