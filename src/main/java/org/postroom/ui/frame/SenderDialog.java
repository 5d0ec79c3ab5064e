package org.postroom.ui.frame;

import javafx.geometry.Pos;
import javafx.scene.Node;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.control.TextField;
import javafx.scene.layout.HBox;
import javafx.scene.layout.VBox;
import org.postroom.address.AddressReader;
import org.postroom.address.AddressReading;
import org.postroom.ui.common.Edits;
import org.postroom.ui.common.MailshotModel;
import org.postroom.ui.common.Sender;
import org.postroom.ui.common.Texts;
import org.postroom.ui.common.Ui;
import org.postroom.ui.common.UiContext;

/// Who a mailshot is from and where answers go.
public final class SenderDialog {
  private final UiContext context;
  private final MailshotModel model;
  private final TextField name = new TextField();
  private final TextField address = new TextField();
  private final TextField replyTo = new TextField();
  private final Label wrong = Ui.paragraph("", "pr-field-error");

  public SenderDialog(UiContext context, MailshotModel model) {
    this.context = context;
    this.model = model;
  }

  public void show() {
    Texts texts = context.texts();
    Sender now = Sender.of(model.document());
    name.setText(now.name());
    name.setId("sender-name");
    address.setText(now.address());
    address.setId("sender-address");
    replyTo.setText(now.replyTo());
    replyTo.setId("sender-reply-to");
    replyTo.setPromptText(texts.get("sender.reply-prompt"));
    Ui.show(wrong, false);
    Button cancel = Ui.button(texts.get("dialog.cancel"));
    cancel.setOnAction(_ -> context.dialogs().close());
    Button take = Ui.button(texts.get("sender.take"), "accent");
    take.setId("sender-take");
    take.setOnAction(_ -> take());
    name.setOnAction(_ -> take());
    address.setOnAction(_ -> take());
    replyTo.setOnAction(_ -> take());
    HBox buttons = Ui.row(8, cancel, take);
    buttons.setAlignment(Pos.CENTER_RIGHT);
    VBox content =
        Ui.column(
            16,
            Ui.column(
                4,
                Ui.label(texts.get("sender.title"), "pr-dialog-title"),
                Ui.paragraph(texts.get("sender.text"), "pr-muted", "pr-small")),
            field(texts.get("sender.name"), name),
            field(texts.get("sender.address"), address),
            field(texts.get("sender.reply"), replyTo),
            wrong,
            buttons);
    context
        .dialogs()
        .show(
            texts.get("sender.title"),
            content,
            440,
            () -> {},
            now.address().isEmpty() ? address : name);
  }

  private static VBox field(String label, TextField field) {
    Label caption = Ui.label(label, "pr-caption");
    caption.setLabelFor(field);
    field.setAccessibleText(label);
    return Ui.column(4, caption, field);
  }

  private void take() {
    String from = address.getText().strip();
    String reply = replyTo.getText().strip();
    if (!one(from)) {
      refuse("sender.address-wrong", from, address);
    } else if (!reply.isEmpty() && !one(reply)) {
      refuse("sender.reply-wrong", reply, replyTo);
    } else {
      Sender sender = new Sender(name.getText().strip(), from, reply);
      context.dialogs().close();
      model.edit(document -> Edits.sender(document, sender.from(), reply.isEmpty() ? null : reply));
    }
  }

  private static boolean one(String text) {
    return AddressReader.read(text) instanceof AddressReading.One;
  }

  private void refuse(String key, String value, Node field) {
    wrong.setText(context.texts().get(key, value));
    Ui.show(wrong, true);
    field.setAccessibleHelp(wrong.getText());
    field.requestFocus();
  }
}
