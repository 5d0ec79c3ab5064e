package org.postroom.ui.accounts;

import java.util.ArrayList;
import java.util.List;
import javafx.css.PseudoClass;
import javafx.geometry.Pos;
import javafx.scene.Node;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.input.KeyCode;
import javafx.scene.input.KeyEvent;
import javafx.scene.layout.HBox;
import javafx.scene.layout.StackPane;
import javafx.scene.layout.VBox;
import org.postroom.engine.Account;
import org.postroom.engine.ProviderProfile;
import org.postroom.ui.common.Badge;
import org.postroom.ui.common.Icons;
import org.postroom.ui.common.Texts;
import org.postroom.ui.common.Ui;

/// The accounts with their state; the practice account is always there, and last.
final class AccountList extends VBox {
  private static final PseudoClass CURRENT = PseudoClass.getPseudoClass("current");

  private final Texts texts;
  private final AccountsModel model;
  private final java.util.function.Function<String, ProviderProfile> profiles;
  private final VBox rows = new VBox(8);
  private final Button add;

  AccountList(
      Texts texts,
      AccountsModel model,
      java.util.function.Function<String, ProviderProfile> profiles,
      Runnable onAdd) {
    super(8);
    this.texts = texts;
    this.model = model;
    this.profiles = profiles;
    getStyleClass().add("accounts-left");
    setAccessibleText(texts.get("accounts.list"));
    add = Ui.button(Icons.of(Icons.PLUS), texts.get("accounts.add"));
    add.setId("add-account");
    add.setMaxWidth(Double.MAX_VALUE);
    add.setOnAction(_ -> onAdd.run());
    getChildren().addAll(Ui.grow(Ui.scrolling(rows)), add);
    rows.addEventFilter(KeyEvent.KEY_PRESSED, this::arrows);
    model.entriesProperty().subscribe(_ -> build());
    model.chosenProperty().subscribe(_ -> build());
    model.testingProperty().subscribe(_ -> build());
    model.fields().address().subscribe(_ -> build());
  }

  private void build() {
    Node focused = getScene() == null ? null : getScene().getFocusOwner();
    String focusedId =
        focused != null && rows.getChildren().contains(focused) ? focused.getId() : "";
    List<Button> made = new ArrayList<>();
    boolean kept = !model.entriesProperty().get().isEmpty();
    for (AccountsModel.Entry entry : model.entriesProperty().get()) {
      made.add(row(entry));
    }
    if (model.chosenProperty().get() instanceof Chosen.Added) {
      String address = model.fields().address().get().strip();
      made.add(
          row(
              new Chosen.Added(),
              Icons.MESSAGE,
              address.isEmpty() ? texts.get("accounts.new") : address,
              texts.get("accounts.being-added"),
              state(Testing.Stage.NOT_TESTED)));
    }
    add.setDisable(!kept && model.chosenProperty().get() instanceof Chosen.Added);
    made.add(
        row(
            new Chosen.Practice(),
            Icons.PRACTICE,
            texts.get("accounts.practice"),
            texts.get("accounts.practice.line"),
            new Badge(Icons.PRACTICE, texts.get("badge.practice"), "practice")));
    rows.getChildren().setAll(made);
    made.stream()
        .filter(row -> row.getId().equals(focusedId))
        .findFirst()
        .ifPresent(Button::requestFocus);
  }

  private Button row(AccountsModel.Entry entry) {
    Account account = entry.account();
    String provider = profiles.apply(account.server().host()).name();
    boolean shown = model.chosenProperty().get().equals(new Chosen.Kept(account));
    Testing.Stage stage = model.testingProperty().get().stage();
    Badge badge =
        shown && stage != Testing.Stage.NOT_TESTED
            ? state(stage)
            : switch (entry.password()) {
              case KEPT, NOT_NEEDED ->
                  new Badge(Icons.CHECKED, texts.get("accounts.state.ready"), "success");
              case LOCKED -> new Badge(Icons.LOCK, texts.get("accounts.state.locked"), "neutral");
              case MISSING ->
                  new Badge(Icons.WARNING, texts.get("accounts.state.missing"), "warning");
            };
    return row(
        new Chosen.Kept(account),
        Icons.MESSAGE,
        account.name(),
        provider.isEmpty() ? account.server().host() : provider,
        badge);
  }

  private Badge state(Testing.Stage otherwise) {
    Testing.Stage stage = model.testingProperty().get().stage();
    return switch (stage == Testing.Stage.NOT_TESTED ? otherwise : stage) {
      case NOT_TESTED -> new Badge(Icons.CLOCK, texts.get("accounts.state.untested"), "neutral");
      case RUNNING -> new Badge(Icons.REFRESH, texts.get("accounts.state.testing"), "accent");
      case PASSED -> new Badge(Icons.CHECKED, texts.get("accounts.state.passed"), "success");
      case FAILED -> new Badge(Icons.CROSS_CIRCLE, texts.get("accounts.state.failed"), "danger");
    };
  }

  private Button row(Chosen what, String icon, String name, String line, Badge badge) {
    StackPane sign = new StackPane(Icons.of(icon));
    sign.getStyleClass().add("account-sign");
    boolean practice = what instanceof Chosen.Practice;
    if (practice) {
      sign.getStyleClass().add("practice");
    }
    Label title = Ui.label(name, "pr-small", "pr-strong");
    Label facts = Ui.label(line, "pr-caption-text");
    VBox words = Ui.column(2, title, facts, badge);
    words.setMinWidth(0);
    HBox content = new HBox(12, sign, Ui.grow(words));
    content.setAlignment(Pos.TOP_LEFT);
    content.setPrefWidth(223);
    Button row = new Button();
    row.setGraphic(content);
    row.getStyleClass().add("account-row");
    row.setId(
        switch (what) {
          case Chosen.Added _ -> "account-added";
          case Chosen.Practice _ -> "account-practice";
          case Chosen.Kept(Account account) -> "account-" + account.name();
        });
    row.setMaxWidth(Double.MAX_VALUE);
    row.setAccessibleText(name + ", " + line + ", " + badge.getText());
    row.pseudoClassStateChanged(CURRENT, what.equals(model.chosenProperty().get()));
    row.setOnAction(
        _ -> {
          if (!what.equals(model.chosenProperty().get())) {
            model.choose(what);
          }
        });
    return row;
  }

  private void arrows(KeyEvent event) {
    int by = event.getCode() == KeyCode.DOWN ? 1 : event.getCode() == KeyCode.UP ? -1 : 0;
    List<Node> all = rows.getChildren();
    for (int i = 0; i < all.size(); i++) {
      if (by != 0 && all.get(i).isFocused()) {
        all.get(Math.floorMod(i + by, all.size())).requestFocus();
        event.consume();
        return;
      }
    }
  }
}
