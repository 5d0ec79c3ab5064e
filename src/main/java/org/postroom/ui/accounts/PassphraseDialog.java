package org.postroom.ui.accounts;

import java.util.function.Consumer;
import javafx.geometry.Pos;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.control.PasswordField;
import javafx.scene.layout.HBox;
import javafx.scene.layout.VBox;
import org.postroom.ui.common.Texts;
import org.postroom.ui.common.Ui;
import org.postroom.ui.common.UiContext;

/// Asks for the passphrase that locks the file with a password, twice.
final class PassphraseDialog {
  static final int LEAST = 8;

  private final UiContext context;
  private final Consumer<char[]> onChosen;
  private final PasswordField once = new PasswordField();
  private final PasswordField again = new PasswordField();
  private final Label wrong = Ui.paragraph("", "pr-field-error");

  /// @param onChosen gets the passphrase and blanks it
  PassphraseDialog(UiContext context, Consumer<char[]> onChosen) {
    this.context = context;
    this.onChosen = onChosen;
  }

  void show() {
    Texts texts = context.texts();
    once.setId("passphrase");
    again.setId("passphrase-again");
    once.setOnAction(_ -> again.requestFocus());
    again.setOnAction(_ -> take());
    Ui.show(wrong, false);
    Button cancel = Ui.button(texts.get("accounts.passphrase.not-yet"));
    cancel.setOnAction(_ -> context.dialogs().close());
    Button take = Ui.button(texts.get("accounts.passphrase.take"), "accent");
    take.setId("passphrase-take");
    take.setOnAction(_ -> take());
    HBox buttons = Ui.row(8, cancel, take);
    buttons.setAlignment(Pos.CENTER_RIGHT);
    VBox content =
        Ui.column(
            16,
            Ui.column(
                4,
                Ui.label(texts.get("accounts.passphrase.title"), "pr-dialog-title"),
                Ui.paragraph(texts.get("accounts.passphrase.text"), "pr-muted", "pr-small")),
            field(texts.get("accounts.passphrase"), once),
            field(texts.get("accounts.passphrase.again"), again),
            wrong,
            buttons);
    context.dialogs().show(texts.get("accounts.passphrase.title"), content, 440, () -> {}, once);
  }

  private static VBox field(String label, PasswordField field) {
    Label caption = Ui.label(label, "pr-caption");
    caption.setLabelFor(field);
    field.setAccessibleText(label);
    return Ui.column(4, caption, field);
  }

  private void take() {
    if (once.getText().length() < LEAST) {
      refuse("accounts.passphrase.short", once);
    } else if (!once.getText().equals(again.getText())) {
      refuse("accounts.passphrase.differs", again);
    } else {
      char[] passphrase = once.getText().toCharArray();
      context.dialogs().close();
      onChosen.accept(passphrase);
    }
  }

  private void refuse(String key, PasswordField field) {
    wrong.setText(context.texts().get(key, LEAST));
    Ui.show(wrong, true);
    field.setAccessibleHelp(wrong.getText());
    field.requestFocus();
  }
}
