package org.postroom.ui.accounts;

import atlantafx.base.controls.PasswordTextField;
import atlantafx.base.theme.Styles;
import javafx.geometry.Pos;
import javafx.scene.Node;
import javafx.scene.control.Button;
import javafx.scene.control.Hyperlink;
import javafx.scene.control.Label;
import javafx.scene.control.TextField;
import javafx.scene.control.ToggleButton;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.StackPane;
import javafx.scene.layout.VBox;
import org.jspecify.annotations.Nullable;
import org.postroom.engine.ConnectionCheck;
import org.postroom.engine.Problem;
import org.postroom.ui.common.ErrorCard;
import org.postroom.ui.common.Icons;
import org.postroom.ui.common.Note;
import org.postroom.ui.common.Texts;
import org.postroom.ui.common.Times;
import org.postroom.ui.common.Ui;

/// How do you send mail? Address and password, the server, the limits, the test and what came of
/// it.
final class AccountForm extends VBox {
  private final Texts texts;
  private final AccountsModel model;
  private final TextField address = new TextField();
  private final PasswordTextField password = new PasswordTextField();
  private final ServerFields server;
  private final TestCard test;
  private final StackPane outcome = new StackPane();
  private final HBox found = new HBox(8);
  private final Runnable onOutcome;
  private final Label missing = Ui.paragraph("", "pr-small", "pr-muted");

  /// @param onOutcome told when a test or a save came to something, which stands at the end
  AccountForm(Texts texts, Times times, AccountsModel model, Runnable onOutcome) {
    super(12);
    this.texts = texts;
    this.model = model;
    this.onOutcome = onOutcome;
    this.test = new TestCard(texts, times, model);
    this.server = new ServerFields(texts, model.fields());
    getStyleClass().add("account-form");
    outcome.setAlignment(Pos.TOP_LEFT);
    missing.setId("test-missing");
    VBox left =
        Ui.column(
            10,
            named(texts.get("accounts.address"), address),
            server,
            named(texts.get("accounts.password"), password),
            found,
            missing);
    HBox.setHgrow(left, Priority.ALWAYS);
    left.setMinWidth(0);
    LimitsCard limits = new LimitsCard(texts, model);
    limits.setMinWidth(286);
    limits.setPrefWidth(286);
    limits.setMaxWidth(286);
    HBox both = new HBox(20, left, limits);
    both.setAlignment(Pos.TOP_LEFT);
    both.setFillHeight(false);
    MailboxCard mailbox = new MailboxCard(texts, model.mailbox(), onOutcome);
    getChildren()
        .addAll(
            Ui.label(texts.get("accounts.how"), "pr-section"),
            ways(),
            both,
            test,
            mailbox,
            outcome);
    fields();
    model.serverOpenProperty().subscribe(_ -> serverShown());
    model.fields().host().subscribe(_ -> serverShown());
    model.fields().port().subscribe(_ -> serverShown());
    model.fields().whenTested(this::say);
    model.entriesProperty().subscribe(_ -> say());
    model.chosenProperty().subscribe(_ -> fresh());
    model.testingProperty().subscribe(_ -> tell());
    model.problemProperty().subscribe(_ -> tell());
    model.savedProperty().subscribe(_ -> tell());
  }

  Node first() {
    return address.isEditable() ? address : password;
  }

  private void fields() {
    address.setId("account-address");
    address.setAccessibleText(texts.get("accounts.address"));
    address.textProperty().bindBidirectional(model.fields().address());
    address
        .focusedProperty()
        .addListener(
            (_, _, focused) -> {
              if (!focused && isVisible() && model.addressLeft()) {
                server.first().requestFocus();
              }
            });
    password.setId("account-password");
    password.getStyleClass().add("account-password");
    password.setAccessibleText(texts.get("accounts.password"));
    password
        .passwordProperty()
        .addListener((_, _, typed) -> model.fields().password().set(typed == null ? "" : typed));
    model
        .fields()
        .password()
        .addListener(
            (_, _, text) -> {
              if (text.isEmpty() && !password.getText().isEmpty()) {
                password.setText("");
              }
            });
    password.setOnAction(_ -> model.test());
    Button eye = Ui.iconButton(Icons.of(Icons.SEEN), texts.get("accounts.reveal"), "small");
    eye.setId("reveal-password");
    eye.setOnAction(
        _ -> {
          boolean show = !password.getRevealPassword();
          password.setRevealPassword(show);
          eye.setGraphic(Icons.of(show ? Icons.UNSEEN : Icons.SEEN));
          eye.setAccessibleText(texts.get(show ? "accounts.conceal" : "accounts.reveal"));
        });
    password.setRight(eye);
    found.setAlignment(Pos.CENTER_LEFT);
  }

  /// The ways to sign in. Those of the large providers are not there yet, and say so.
  private VBox ways() {
    HBox row =
        new HBox(
            12,
            way("microsoft", Icons.SIGN_IN, false),
            way("google", Icons.SIGN_IN, false),
            way("other", Icons.MESSAGE, true));
    Label later = Ui.paragraph(texts.get("accounts.way.later"), "pr-caption-text");
    later.setId("way-later");
    return Ui.column(6, row, later);
  }

  private ToggleButton way(String key, String icon, boolean here) {
    Label name = Ui.label(texts.get("accounts.way." + key), "pr-small", "pr-strong");
    Label what = Ui.label(texts.get("accounts.way." + key + ".what"), "pr-caption-text");
    VBox words = Ui.column(1, name, what);
    words.setAlignment(Pos.CENTER_LEFT);
    HBox content = Ui.row(10, Icons.of(icon), words);
    ToggleButton way = new ToggleButton();
    way.setGraphic(content);
    way.setId("way-" + key);
    way.getStyleClass().add("account-way");
    way.setMaxWidth(Double.MAX_VALUE);
    way.setPrefWidth(200);
    way.setMinWidth(0);
    way.setAccessibleText(name.getText() + ", " + what.getText());
    way.setSelected(here);
    way.setDisable(!here);
    if (!here) {
      way.setAccessibleHelp(texts.get("accounts.way.later"));
    }
    // There is one way, and it stays chosen.
    way.setOnAction(_ -> way.setSelected(here));
    HBox.setHgrow(way, Priority.ALWAYS);
    return way;
  }

  private static VBox named(String name, Node field) {
    Label caption = Ui.label(name, "pr-caption");
    caption.setLabelFor(field);
    return Ui.column(4, caption, field);
  }

  private void fresh() {
    boolean kept = model.chosenProperty().get() instanceof Chosen.Kept;
    address.setEditable(!kept);
    address.setFocusTraversable(!kept);
    password.setPromptText(kept ? texts.get("accounts.password.kept") : "");
    password.setRevealPassword(false);
    serverShown();
    say();
  }

  private void serverShown() {
    boolean open = model.serverOpenProperty().get();
    Ui.show(server, open);
    server.unknown(!model.found() && model.chosenProperty().get() instanceof Chosen.Added);
    String host = model.fields().host().get().strip();
    found.getChildren().clear();
    Ui.show(found, !open && !host.isEmpty());
    if (!open && !host.isEmpty()) {
      String key = model.found() ? "accounts.found" : "accounts.server.line";
      Label words = Ui.paragraph(texts.get(key, host, model.fields().port().get()), "pr-small");
      HBox.setHgrow(words, Priority.ALWAYS);
      words.setMaxWidth(Double.MAX_VALUE);
      Hyperlink change =
          Ui.link(
              texts.get("accounts.server.change"),
              () -> {
                model.serverOpenProperty().set(true);
                server.first().requestFocus();
              });
      change.setId("change-server");
      var tick = Icons.of(Icons.TICK);
      tick.getStyleClass().add("icon-success");
      found.getChildren().addAll(tick, words, change);
    }
  }

  /// Why the test cannot be made yet, in words beside it.
  private void say() {
    String key = model.missing();
    boolean begun = !model.fields().address().get().isEmpty();
    missing.setText(key == null || !begun ? "" : texts.get(key));
    Ui.show(missing, !missing.getText().isEmpty());
  }

  private void tell() {
    Problem problem = model.problemProperty().get();
    Testing now = model.testingProperty().get();
    outcome.getChildren().clear();
    mark(null);
    if (problem != null) {
      outcome.getChildren().add(new ErrorCard(problem, null, () -> {}));
      ConnectionCheck.Failed failed = now.failed();
      if (failed != null) {
        goTo(failed);
      }
    } else if (model.savedProperty().get() != null) {
      outcome.getChildren().add(note("accounts.saved"));
    } else if (now.stage() == Testing.Stage.PASSED) {
      outcome.getChildren().add(note("accounts.works"));
    }
    if (!outcome.getChildren().isEmpty()) {
      onOutcome.run();
    }
  }

  private Note note(String key) {
    return new Note(Icons.CHECKED, "success", "", texts.get(key));
  }

  /// The focus goes to the field that is to be changed.
  private void goTo(ConnectionCheck.Failed failed) {
    Node field =
        switch (failed.at()) {
          case ADDRESS -> address.isEditable() ? address : password;
          case PASSWORD -> password;
          case SERVER -> {
            if (model.found()) {
              // Nobody typed this server, so there is nothing to correct.
              yield test.again();
            }
            model.serverOpenProperty().set(true);
            yield server.first();
          }
        };
    mark(field);
    field.setAccessibleHelp(failed.problem().message());
    field.requestFocus();
    if (field instanceof TextField text) {
      text.selectAll();
    }
  }

  private void mark(@Nullable Node wrong) {
    for (Node field : new Node[] {address, password, server.first()}) {
      field.pseudoClassStateChanged(Styles.STATE_DANGER, field.equals(wrong));
      if (!field.equals(wrong)) {
        field.setAccessibleHelp("");
      }
    }
  }
}
