package org.postroom.ui.accounts;

import java.util.LinkedHashMap;
import java.util.Map;
import java.util.function.Consumer;
import javafx.beans.property.ReadOnlyObjectWrapper;
import javafx.beans.value.ObservableValue;
import javafx.geometry.Pos;
import javafx.scene.Node;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.control.ScrollPane;
import javafx.scene.input.KeyCode;
import javafx.scene.input.KeyCodeCombination;
import javafx.scene.input.KeyCombination;
import javafx.scene.layout.BorderPane;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Region;
import javafx.scene.layout.StackPane;
import javafx.scene.layout.VBox;
import org.jspecify.annotations.Nullable;
import org.postroom.engine.Account;
import org.postroom.ui.common.Dialogs;
import org.postroom.ui.common.HomePage;
import org.postroom.ui.common.Icons;
import org.postroom.ui.common.StripState;
import org.postroom.ui.common.Strips;
import org.postroom.ui.common.Texts;
import org.postroom.ui.common.Ui;
import org.postroom.ui.common.UiContext;

/// The accounts: left which there are, right the one that is looked at or added.
public final class AccountsScreen implements HomePage {
  private final UiContext context;
  private final Texts texts;
  private final AccountsModel model;
  private final @Nullable Waiting waiting;
  private final ReadOnlyObjectWrapper<StripState> strip;
  private final AccountForm form;
  private final AccountList list;
  private final ScrollPane pane;
  private final StackPane right = new StackPane();
  private final HBox footer = new HBox(12);
  private final BorderPane root = new BorderPane();

  /// A mailshot that waits for an account.
  ///
  /// @param name its name
  /// @param goOn opens it again, with the account that it goes through
  public record Waiting(String name, Consumer<Account> goOn) {}

  /// @param waiting null where nobody waits
  /// @param onCount told how many accounts there are
  public AccountsScreen(UiContext context, @Nullable Waiting waiting, Consumer<Integer> onCount) {
    this.context = context;
    this.texts = context.texts();
    this.waiting = waiting;
    this.model = new AccountsModel(context.engine(), context.tasks(), context.clock());
    Strips strips = new Strips(texts);
    this.strip = new ReadOnlyObjectWrapper<>(strips.none(false));
    this.form = new AccountForm(texts, context.times(), model, this::toTheEnd);
    this.pane = Ui.scrolling(form);
    this.list = new AccountList(texts, model, context.engine()::profile, this::add);
    root.getStyleClass().add("accounts");
    root.setMinHeight(360);
    root.setTop(top());
    root.setLeft(list);
    right.setAlignment(Pos.TOP_LEFT);
    root.setCenter(right);
    footer.getStyleClass().add("pr-footer");
    footer.setId("account-footer");
    root.setBottom(footer);
    model
        .entriesProperty()
        .subscribe(
            entries -> {
              strip.set(strips.none(!entries.isEmpty()));
              onCount.accept(entries.size());
            });
    model.chosenProperty().subscribe(_ -> show());
    model.testingProperty().subscribe(_ -> foot());
    model.savedProperty().subscribe(_ -> foot());
    model.fields().whenLimited(this::foot);
  }

  @Override
  public Region node() {
    return root;
  }

  @Override
  public void shown() {
    model.refresh(null);
  }

  @Override
  public ObservableValue<StripState> strip() {
    return strip.getReadOnlyProperty();
  }

  @Override
  public Node firstFocus() {
    return form.first();
  }

  @Override
  public Map<KeyCombination, Runnable> keys() {
    Map<KeyCombination, Runnable> keys = new LinkedHashMap<>();
    keys.put(new KeyCodeCombination(KeyCode.S, KeyCombination.SHORTCUT_DOWN), this::save);
    return keys;
  }

  private HBox top() {
    Label where =
        Ui.paragraph(
            texts.get(model.hasKeychain() ? "accounts.keychain" : "accounts.no-keychain"),
            "pr-small",
            "pr-muted");
    where.setId("where-passwords-are");
    where.setMinWidth(0);
    HBox top = new HBox(16, Ui.title(texts.get("accounts.title")), Ui.spacer(), where);
    top.setAlignment(Pos.CENTER_LEFT);
    top.getStyleClass().add("accounts-head");
    return top;
  }

  private void add() {
    model.choose(new Chosen.Added());
    form.first().requestFocus();
  }

  private void show() {
    if (model.chosenProperty().get() instanceof Chosen.Practice) {
      right.getChildren().setAll(practiceAccount());
    } else if (!right.getChildren().contains(pane)) {
      right.getChildren().setAll(pane);
    }
    foot();
  }

  /// In a low window the end of the form is below the edge; what came of a test must be seen.
  private void toTheEnd() {
    if (root.getScene() != null) {
      root.applyCss();
      root.layout();
      pane.setVvalue(1);
    }
  }

  private Region practiceAccount() {
    Button mailbox = Ui.button(Icons.of(Icons.PRACTICE), texts.get("accounts.practice.open"));
    mailbox.setId("open-practice-mailbox");
    mailbox.setOnAction(_ -> context.navigator().practiceMailbox());
    VBox page =
        Ui.column(
            12,
            Ui.label(texts.get("accounts.practice"), "pr-section"),
            Ui.paragraph(texts.get("accounts.practice.text"), "pr-muted"),
            mailbox);
    page.getStyleClass().add("account-form");
    return page;
  }

  private void foot() {
    Node focused = root.getScene() == null ? null : root.getScene().getFocusOwner();
    String focusedId = focused == null ? null : focused.getId();
    footer.getChildren().clear();
    Chosen chosen = model.chosenProperty().get();
    Ui.show(footer, !(chosen instanceof Chosen.Practice));
    if (chosen instanceof Chosen.Practice) {
      return;
    }
    boolean kept = chosen instanceof Chosen.Kept;
    Button away = Ui.button(texts.get(kept ? "accounts.remove" : "accounts.discard"));
    away.setId(kept ? "remove-account" : "discard-account");
    away.setOnAction(_ -> discard(kept));
    footer.getChildren().addAll(away, Ui.spacer());
    Account saved = model.savedProperty().get();
    if (saved != null) {
      after(saved);
    } else {
      toSave();
    }
    Node again = focusedId == null ? null : footer.lookup("#" + focusedId);
    if (again != null && !again.isFocused()) {
      again.requestFocus();
    }
  }

  private void toSave() {
    String unsaved = model.unsaved();
    if (unsaved != null) {
      Label reason = Ui.label(texts.get(unsaved), "pr-small", "pr-muted");
      reason.setId("save-reason");
      footer.getChildren().add(reason);
    }
    Button save =
        Ui.keyButton(
            null, texts.get("accounts.save"), null, unsaved == null ? "Ctrl S" : "", "accent");
    save.setId("save-account");
    save.setDisable(unsaved != null);
    save.setOnAction(_ -> save());
    footer.getChildren().add(save);
    if (unsaved == null && model.testingProperty().get().stage() == Testing.Stage.PASSED) {
      // What is to be done next; nothing is sent by it.
      context.tasks().onScreen(() -> focusIfFree(save));
    }
  }

  /// After a test that passed the way on has the focus, unless the person has gone elsewhere.
  private void focusIfFree(Button save) {
    Node focused = root.getScene() == null ? null : root.getScene().getFocusOwner();
    String id = focused == null || focused.getId() == null ? "" : focused.getId();
    if (save.getScene() != null
        && (id.isEmpty() || id.equals("test-connection") || id.equals("account-password"))) {
      save.requestFocus();
    }
  }

  private void after(Account saved) {
    if (waiting != null) {
      Button on =
          Ui.keyButton(
              null,
              texts.get("accounts.go-on", waiting.name()),
              Icons.of(Icons.FORWARD),
              "",
              "accent");
      on.setId("go-on");
      on.setOnAction(_ -> waiting.goOn().accept(saved));
      footer.getChildren().add(on);
      context.tasks().onScreen(on::requestFocus);
    } else {
      Button back = Ui.button(texts.get("accounts.to-mailshots"), "accent");
      back.setId("to-mailshots");
      back.setOnAction(_ -> context.navigator().home());
      footer.getChildren().add(back);
      context.tasks().onScreen(back::requestFocus);
    }
  }

  private void save() {
    model.save(null, () -> new PassphraseDialog(context, this::save).show());
  }

  private void save(char[] passphrase) {
    model.save(passphrase, () -> {});
  }

  private void discard(boolean kept) {
    if (!kept) {
      model.choose(new Chosen.Added());
      model.refresh(null);
      form.first().requestFocus();
      return;
    }
    String name = model.fields().address().get();
    context
        .dialogs()
        .ask(
            texts.get("accounts.remove.title", name),
            texts.get("accounts.remove.text"),
            Dialogs.Choice.plain(texts.get("accounts.remove.keep"), () -> {}),
            Dialogs.Choice.danger(texts.get("accounts.remove.do"), model::remove));
  }
}
