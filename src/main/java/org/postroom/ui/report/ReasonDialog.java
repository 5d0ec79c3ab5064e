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

/// Asks for a reason before something is decided for good, and where it is about many letters for
/// their number as well.
final class ReasonDialog {
  private ReasonDialog() {}

  /// @param count the number that has to be typed, or 0 where none is asked for
  /// @param action says whether the reason is one
  static void ask(
      UiContext context,
      String title,
      String text,
      String act,
      int count,
      Predicate<String> action) {
    TextField reason = new TextField();
    reason.setPromptText(context.texts().get("review.reason"));
    reason.setAccessibleText(context.texts().get("review.reason"));
    reason.setId("decision-reason");
    TextField number = new TextField();
    number.setPromptText(context.texts().get("report.decide.count", count));
    number.setAccessibleText(context.texts().get("report.decide.count", count));
    number.setMaxWidth(220);
    Ui.show(number, count > 0);
    Label wrong = Ui.paragraph("", "pr-field-error");
    Ui.show(wrong, false);
    Button cancel = Ui.button(context.texts().get("dialog.cancel"));
    cancel.setOnAction(_ -> context.dialogs().close());
    Button go = Ui.button(act, "accent");
    Runnable decide =
        () -> {
          boolean counted = count == 0 || number.getText().strip().equals(Integer.toString(count));
          if (counted && action.test(reason.getText())) {
            context.dialogs().close();
            return;
          }
          wrong.setText(
              counted
                  ? context.texts().get("review.reason.short", ReportModel.LEAST_REASON)
                  : context.texts().get("report.decide.count", count));
          Ui.show(wrong, true);
          (counted ? reason : number).requestFocus();
        };
    go.setOnAction(_ -> decide.run());
    reason.setOnAction(_ -> decide.run());
    HBox buttons = new HBox(8, cancel, go);
    buttons.setAlignment(Pos.CENTER_RIGHT);
    VBox content =
        new VBox(
            16,
            new VBox(
                8,
                Ui.label(title, "pr-dialog-title"),
                Ui.paragraph(text, "pr-muted"),
                reason,
                number,
                wrong),
            buttons);
    context.dialogs().show(title, content, 460, () -> {}, reason);
  }
}
