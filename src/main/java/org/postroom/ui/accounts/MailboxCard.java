package org.postroom.ui.accounts;

import java.util.List;
import javafx.scene.Node;
import javafx.scene.control.Button;
import javafx.scene.control.ComboBox;
import javafx.scene.control.Label;
import javafx.scene.control.TextField;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.Region;
import javafx.scene.layout.VBox;
import org.postroom.engine.Problem;
import org.postroom.engine.Through;
import org.postroom.ui.common.ErrorCard;
import org.postroom.ui.common.Icons;
import org.postroom.ui.common.Note;
import org.postroom.ui.common.Texts;
import org.postroom.ui.common.Ui;

/// Where the mailbox of an account is, and whether letters in doubt can be looked up in it.
final class MailboxCard extends VBox {
  private static final double PORT = 88;

  private final Texts texts;
  private final MailboxModel model;
  private final TextField host = new TextField();
  private final TextField port = new TextField();
  private final ComboBox<Through.Security> security = new ComboBox<>();
  private final Button check = Ui.button(Icons.of(Icons.SEARCH), "", "small");
  private final Label wrong = Ui.paragraph("", "pr-small", "pr-muted");
  private final VBox outcome = new VBox();
  private boolean filling;

  /// @param onOutcome told when a check came to something, which stands at the end
  MailboxCard(Texts texts, MailboxModel model, Runnable onOutcome) {
    super(10);
    this.texts = texts;
    this.model = model;
    setId("account-mailbox");
    getStyleClass().addAll("pr-card", "account-card");
    setMinHeight(Region.USE_PREF_SIZE);
    field(host, "accounts.mailbox.host", "mailbox-host");
    host.setPromptText(texts.get("accounts.mailbox.host.prompt"));
    host.textProperty().bindBidirectional(model.host());
    field(port, "accounts.mailbox.port", "mailbox-port");
    port.setMinWidth(PORT);
    port.setPrefWidth(PORT);
    port.textProperty().bindBidirectional(model.port());
    security();
    check.setId("mailbox-check");
    check.setOnAction(_ -> model.check());
    host.setOnAction(_ -> model.check());
    port.setOnAction(_ -> model.check());
    VBox where = named("accounts.mailbox.host", host);
    HBox.setHgrow(where, Priority.ALWAYS);
    getChildren()
        .addAll(
            Ui.row(
                8, Ui.label(texts.get("accounts.mailbox"), "pr-section-small"), Ui.spacer(), check),
            Ui.paragraph(texts.get("accounts.mailbox.text"), "pr-small", "pr-muted"),
            new HBox(
                12,
                where,
                named("accounts.mailbox.port", port),
                named("accounts.mailbox.security", security)),
            wrong,
            outcome);
    model.onChange(this::tell);
    model
        .stateProperty()
        .subscribe(
            now -> {
              if (now instanceof MailboxModel.State.Works
                  || now instanceof MailboxModel.State.Failed) {
                onOutcome.run();
              }
            });
    tell();
  }

  private void security() {
    security.setId("mailbox-security");
    security.setAccessibleText(texts.get("accounts.mailbox.security"));
    security.setConverter(new SecurityWords(texts));
    security
        .valueProperty()
        .addListener(
            (_, _, kind) -> {
              if (kind != null && !filling) {
                model.secure(kind);
              }
            });
  }

  private void tell() {
    Ui.show(this, model.offered());
    offer();
    boolean running = model.stateProperty().get() instanceof MailboxModel.State.Checking;
    check.setText(texts.get(running ? "accounts.mailbox.checking" : "accounts.mailbox.check"));
    String key = model.wrong();
    boolean typed = !model.host().get().isBlank();
    check.setDisable(key != null);
    check.setAccessibleHelp(key == null ? "" : texts.get(key));
    wrong.setText(key == null || !typed ? "" : texts.get(key));
    Ui.show(wrong, !wrong.getText().isEmpty());
    outcome.getChildren().setAll(said());
    Ui.show(outcome, !outcome.getChildren().isEmpty());
  }

  private List<Node> said() {
    return switch (model.stateProperty().get()) {
      case MailboxModel.State.Open _, MailboxModel.State.Checking _ -> List.of();
      case MailboxModel.State.Known _ ->
          List.of(
              Ui.paragraph(
                  texts.get("accounts.mailbox.known", model.host().get(), model.port().get()),
                  "pr-caption-text"));
      case MailboxModel.State.Works(String folder) ->
          List.of(
              new Note(Icons.CHECKED, "success", "", texts.get("accounts.mailbox.there", folder)));
      case MailboxModel.State.Failed(Problem problem) ->
          List.of(new ErrorCard(problem, null, () -> {}));
    };
  }

  /// Which kinds can be chosen for this host.
  private void offer() {
    filling = true;
    List<Through.Security> kinds = model.kinds();
    if (!security.getItems().equals(kinds)) {
      security.getItems().setAll(kinds);
    }
    security.setValue(model.security().get());
    filling = false;
  }

  private void field(TextField field, String key, String id) {
    field.setId(id);
    field.setAccessibleText(texts.get("accounts.mailbox") + ": " + texts.get(key));
  }

  private VBox named(String key, Node field) {
    Label caption = Ui.label(texts.get(key), "pr-caption");
    caption.setLabelFor(field);
    return Ui.column(4, caption, field);
  }
}
