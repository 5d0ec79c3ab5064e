package org.postroom.ui.send;

import javafx.geometry.Pos;
import javafx.scene.control.Button;
import javafx.scene.control.CheckBox;
import javafx.scene.control.Label;
import javafx.scene.control.TextField;
import javafx.scene.control.TextFormatter;
import javafx.scene.layout.HBox;
import javafx.scene.layout.VBox;
import org.postroom.document.MailshotDocument.SendSettings;
import org.postroom.ui.common.MailshotModel;
import org.postroom.ui.common.Texts;
import org.postroom.ui.common.Ui;
import org.postroom.ui.common.UiContext;

/// How long nothing leaves, and whether it goes in stages. Kept with the mailshot; 0 to 120
/// minutes, but never none above ten people.
final class HoldDialog {
  private static final int LONGEST = 120;

  private final UiContext context;
  private final Texts texts;
  private final MailshotModel mailshot;
  private final int least;
  private final TextField minutes = new TextField();
  private final CheckBox staged;
  private final Label wrong;
  private final Runnable changed;

  HoldDialog(
      UiContext context,
      MailshotModel mailshot,
      SendState.Confirm facts,
      SendPlan plan,
      Runnable changed) {
    this.context = context;
    this.texts = context.texts();
    this.mailshot = mailshot;
    this.changed = changed;
    least = facts.people() > SendPlan.SMALL ? 1 : 0;
    minutes.setText(Long.toString(plan.hold().toMinutes()));
    minutes.setId("hold-minutes");
    minutes.setPrefColumnCount(4);
    minutes.setMaxWidth(90);
    minutes.setTextFormatter(
        new TextFormatter<String>(
            change -> change.getControlNewText().matches("[0-9]{0,3}") ? change : null));
    staged = new CheckBox(texts.get("send.hold.change.staged"));
    staged.setSelected(plan.staged());
    staged.setDisable(facts.people() <= SendPlan.FIRST);
    wrong = Ui.paragraph(texts.get("send.hold.change.wrong", least, LONGEST), "pr-field-error");
    Ui.show(wrong, false);
  }

  void show() {
    Label caption = Ui.label(texts.get("send.hold.change.minutes"), "pr-caption");
    caption.setLabelFor(minutes);
    minutes.setAccessibleText(texts.get("send.hold.change.minutes"));
    Button cancel = Ui.button(texts.get("dialog.cancel"));
    cancel.setOnAction(_ -> context.dialogs().close());
    Button take = Ui.button(texts.get("send.hold.change.take"), "accent");
    take.setOnAction(_ -> take());
    minutes.setOnAction(_ -> take());
    HBox buttons = new HBox(8, cancel, take);
    buttons.setAlignment(Pos.CENTER_RIGHT);
    String title = texts.get("send.hold.change");
    VBox content =
        new VBox(
            16,
            Ui.label(title, "pr-dialog-title"),
            Ui.paragraph(texts.get("send.hold.change.text"), "pr-muted", "pr-small"),
            new VBox(4, caption, minutes, wrong),
            staged,
            buttons);
    context.dialogs().show(title, content, 460, () -> {}, minutes);
  }

  private void take() {
    String typed = minutes.getText();
    int chosen = typed.isEmpty() ? -1 : Integer.parseInt(typed);
    if (chosen < least || chosen > LONGEST) {
      Ui.show(wrong, true);
      minutes.requestFocus();
      return;
    }
    SendSettings before = mailshot.document().send();
    context.dialogs().close();
    mailshot.sendSettings(
        new SendSettings(
            chosen * 60, staged.isSelected(), before == null ? null : before.notBefore()));
    changed.run();
  }
}
