package org.postroom.ui.accounts;

import java.util.function.Consumer;
import javafx.scene.control.PasswordField;
import org.postroom.ui.common.FieldsDialog;
import org.postroom.ui.common.Texts;
import org.postroom.ui.common.UiContext;

/// Asks for the passphrase that locks the file with a password, twice.
final class PassphraseDialog {
  static final int LEAST = 8;

  private final Texts texts;
  private final FieldsDialog dialog;
  private final Consumer<char[]> onChosen;
  private final PasswordField once;
  private final PasswordField again;

  /// @param onChosen gets the passphrase and blanks it
  PassphraseDialog(UiContext context, Consumer<char[]> onChosen) {
    this.texts = context.texts();
    this.onChosen = onChosen;
    this.dialog =
        new FieldsDialog(
                context,
                texts.get("accounts.passphrase.title"),
                texts.get("accounts.passphrase.text"))
            .cancel(texts.get("accounts.passphrase.not-yet"));
    this.once = dialog.field("passphrase", texts.get("accounts.passphrase"), new PasswordField());
    this.again =
        dialog.field(
            "passphrase-again", texts.get("accounts.passphrase.again"), new PasswordField());
    once.setOnAction(_ -> again.requestFocus());
  }

  void show() {
    dialog.show("passphrase-take", texts.get("accounts.passphrase.take"), this::take, once);
  }

  private void take() {
    if (once.getText().length() < LEAST) {
      dialog.refuse(once, texts.get("accounts.passphrase.short", LEAST));
    } else if (!once.getText().equals(again.getText())) {
      dialog.refuse(again, texts.get("accounts.passphrase.differs", LEAST));
    } else {
      char[] passphrase = once.getText().toCharArray();
      dialog.close();
      onChosen.accept(passphrase);
    }
  }
}
