package org.postroom.ui.send;

import javafx.geometry.Pos;
import javafx.scene.control.Button;
import javafx.scene.control.TextField;
import javafx.scene.layout.HBox;
import javafx.scene.layout.VBox;
import org.postroom.ui.common.Ui;
import org.postroom.ui.common.UiContext;

/// Asks for a number before something leaves. Enter in the field does nothing; Escape leads away.
final class CountDialog {
  private CountDialog() {}

  static void ask(
      UiContext context, String title, String text, String act, int number, Runnable action) {
    TextField typed = new TextField();
    typed.setAccessibleText(context.texts().get("send.number.ask"));
    typed.setPrefColumnCount(8);
    Button cancel = Ui.button(context.texts().get("dialog.cancel"));
    cancel.setOnAction(_ -> context.dialogs().close());
    Button go = Ui.button(act, "accent");
    go.setDisable(true);
    typed
        .textProperty()
        .subscribe(now -> go.setDisable(!now.strip().equals(Integer.toString(number))));
    go.setOnAction(
        _ -> {
          context.dialogs().close();
          action.run();
        });
    HBox buttons = new HBox(8, go, cancel);
    buttons.setAlignment(Pos.CENTER_RIGHT);
    VBox content =
        new VBox(
            16,
            new VBox(6, Ui.label(title, "pr-dialog-title"), Ui.paragraph(text, "pr-muted"), typed),
            buttons);
    context.dialogs().show(title, content, 460, () -> {}, typed);
  }
}
