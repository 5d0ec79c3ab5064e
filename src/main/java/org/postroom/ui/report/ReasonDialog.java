package org.postroom.ui.report;

import java.util.function.Predicate;
import javafx.geometry.Pos;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.control.TextField;
import javafx.scene.layout.HBox;
import javafx.scene.layout.VBox;
import org.postroom.ui.common.Ui;
import org.postroom.ui.common.UiContext;

/// Asks for a reason before something is decided for good.
final class ReasonDialog {
  private ReasonDialog() {}

  /// @param action says whether the reason is one
  static void ask(
      UiContext context, String title, String text, String act, Predicate<String> action) {
    TextField reason = new TextField();
    reason.setPromptText(context.texts().get("review.reason"));
    reason.setAccessibleText(context.texts().get("review.reason"));
    Label wrong = Ui.paragraph("", "pr-field-error");
    Ui.show(wrong, false);
    Button cancel = Ui.button(context.texts().get("dialog.cancel"));
    cancel.setOnAction(_ -> context.dialogs().close());
    Button go = Ui.button(act, "accent");
    Runnable decide =
        () -> {
          if (action.test(reason.getText())) {
            context.dialogs().close();
          } else {
            wrong.setText(context.texts().get("review.reason.short", ReportModel.LEAST_REASON));
            Ui.show(wrong, true);
            reason.requestFocus();
          }
        };
    go.setOnAction(_ -> decide.run());
    reason.setOnAction(_ -> decide.run());
    HBox buttons = new HBox(8, go, cancel);
    buttons.setAlignment(Pos.CENTER_RIGHT);
    VBox content =
        new VBox(
            16,
            new VBox(
                8,
                Ui.label(title, "pr-dialog-title"),
                Ui.paragraph(text, "pr-muted"),
                reason,
                wrong),
            buttons);
    context.dialogs().show(title, content, 460, () -> {}, reason);
  }
}
