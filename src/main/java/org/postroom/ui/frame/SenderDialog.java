package org.postroom.ui.frame;

import javafx.scene.control.TextField;
import org.postroom.address.AddressReader;
import org.postroom.address.AddressReading;
import org.postroom.ui.common.Edits;
import org.postroom.ui.common.FieldsDialog;
import org.postroom.ui.common.MailshotModel;
import org.postroom.ui.common.Sender;
import org.postroom.ui.common.Texts;
import org.postroom.ui.common.UiContext;

/// Who a mailshot is from and where answers go.
public final class SenderDialog {
  private final Texts texts;
  private final MailshotModel model;
  private final FieldsDialog dialog;
  private final TextField name;
  private final TextField address;
  private final TextField replyTo;
  private Runnable then = () -> {};

  public SenderDialog(UiContext context, MailshotModel model) {
    this.texts = context.texts();
    this.model = model;
    Sender now = Sender.of(model.document());
    this.dialog = new FieldsDialog(context, texts.get("sender.title"), texts.get("sender.text"));
    this.name = field("sender-name", "sender.name", now.name());
    this.address = field("sender-address", "sender.address", now.address());
    this.replyTo = field("sender-reply-to", "sender.reply", now.replyTo());
    replyTo.setPromptText(texts.get("sender.reply-prompt"));
  }

  private TextField field(String id, String key, String now) {
    return dialog.field(id, texts.get(key), new TextField(now));
  }

  /// What is gone on with once a sender was taken.
  public SenderDialog then(Runnable then) {
    this.then = then;
    return this;
  }

  public void show() {
    dialog.show(
        "sender-take",
        texts.get("sender.take"),
        this::take,
        address.getText().isEmpty() ? address : name);
  }

  private void take() {
    String from = address.getText().strip();
    String reply = replyTo.getText().strip();
    if (!one(from)) {
      dialog.refuse(address, texts.get("sender.address-wrong", from));
    } else if (!reply.isEmpty() && !one(reply)) {
      dialog.refuse(replyTo, texts.get("sender.reply-wrong", reply));
    } else {
      Sender sender = new Sender(name.getText().strip(), from, reply);
      dialog.close();
      model.edit(document -> Edits.sender(document, sender.from(), reply.isEmpty() ? null : reply));
      then.run();
    }
  }

  private static boolean one(String text) {
    return AddressReader.read(text) instanceof AddressReading.One;
  }
}
