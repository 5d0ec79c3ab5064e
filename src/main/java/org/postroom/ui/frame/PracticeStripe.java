package org.postroom.ui.frame;

import java.util.Optional;
import javafx.scene.AccessibleRole;
import javafx.scene.control.Button;
import javafx.scene.layout.HBox;
import org.postroom.ui.common.Icons;
import org.postroom.ui.common.Texts;
import org.postroom.ui.common.Ui;

/// The violet stripes over everything that is practice.
public final class PracticeStripe extends HBox {
  /// @param onLeave empty in a drill, which there is no way out of to real mail
  public PracticeStripe(Texts texts, Optional<Runnable> onLeave) {
    super(10);
    getStyleClass().add("pr-practice-stripe");
    setId("practice-stripe");
    setAccessibleRole(AccessibleRole.TEXT);
    setAccessibleText(texts.get("practice.word") + ". " + texts.get("practice.nothing-leaves"));
    getChildren()
        .addAll(
            Icons.of(Icons.PRACTICE),
            Ui.label(texts.get("practice.word"), "pr-practice-word"),
            Ui.label(texts.get("practice.nothing-leaves")),
            Ui.spacer());
    onLeave.ifPresent(
        action -> {
          Button leave = Ui.button(texts.get("practice.leave"), "small", "pr-leave");
          leave.setOnAction(_ -> action.run());
          getChildren().add(leave);
        });
  }
}
