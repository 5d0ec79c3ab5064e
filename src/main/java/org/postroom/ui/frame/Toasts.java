package org.postroom.ui.frame;

import javafx.geometry.Pos;
import javafx.scene.AccessibleRole;
import javafx.scene.control.Hyperlink;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Region;
import javafx.scene.layout.StackPane;
import org.postroom.ui.common.Ui;

/// A quiet line above the strip with one way back: "Moved to the Bin. Undo".
public final class Toasts extends StackPane {
  public Toasts() {
    setAlignment(Pos.BOTTOM_CENTER);
    setPickOnBounds(false);
    getStyleClass().add("pr-toasts");
    setVisible(false);
  }

  /// Shows a line until [#hide()].
  public void say(String text, String undo, Runnable onUndo) {
    Hyperlink back =
        Ui.link(
            undo,
            () -> {
              hide();
              onUndo.run();
            });
    back.setId("undo");
    HBox box = Ui.row(12, Ui.label(text), back);
    box.getStyleClass().add("pr-toast");
    box.setMaxSize(Region.USE_PREF_SIZE, Region.USE_PREF_SIZE);
    box.setAccessibleRole(AccessibleRole.TEXT);
    box.setAccessibleText(text);
    getChildren().setAll(box);
    setVisible(true);
  }

  public void hide() {
    getChildren().clear();
    setVisible(false);
  }
}
