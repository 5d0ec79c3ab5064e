package org.postroom.ui.accounts;

import java.time.Duration;
import java.time.Instant;
import javafx.scene.Node;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Region;
import javafx.scene.layout.VBox;
import org.jspecify.annotations.Nullable;
import org.postroom.engine.Account;
import org.postroom.engine.ConnectionCheck;
import org.postroom.engine.ConnectionStep;
import org.postroom.engine.Through;
import org.postroom.ui.common.Icons;
import org.postroom.ui.common.Texts;
import org.postroom.ui.common.Times;
import org.postroom.ui.common.Ui;

/// The four steps of the connection test, each as icon and words.
final class TestCard extends VBox {
  private final Texts texts;
  private final AccountsModel model;
  private final VBox steps = new VBox(10);
  private final Times times;
  private final Label note;
  private final Button test;

  TestCard(Texts texts, Times times, AccountsModel model) {
    super(10);
    this.times = times;
    this.texts = texts;
    this.note = Ui.label("", "pr-caption-text");
    this.model = model;
    setId("connection-test");
    getStyleClass().addAll("pr-card", "account-card");
    setMinHeight(Region.USE_PREF_SIZE);
    test = Ui.button(Icons.of(Icons.REFRESH), "", "small");
    test.setId("test-connection");
    test.setOnAction(_ -> model.test());
    getChildren()
        .addAll(
            Ui.row(
                8,
                Ui.label(texts.get("accounts.test"), "pr-section-small"),
                Ui.spacer(),
                note,
                test),
            steps);
    model.testingProperty().subscribe(_ -> build());
    model.chosenProperty().subscribe(_ -> build());
    model.fields().whenTested(this::may);
    model.entriesProperty().subscribe(_ -> may());
  }

  /// Where a person goes on who has nothing to change.
  Node again() {
    return test;
  }

  private void build() {
    Testing now = model.testingProperty().get();
    boolean first =
        now.stage() == Testing.Stage.NOT_TESTED
            && model.chosenProperty().get() instanceof Chosen.Added;
    test.setText(
        texts.get(
            now.stage() == Testing.Stage.RUNNING
                ? "accounts.test.running"
                : first ? "accounts.test.start" : "accounts.test.again"));
    Instant passed =
        model.chosenProperty().get() instanceof Chosen.Kept(Account account)
                && now.stage() == Testing.Stage.NOT_TESTED
            ? account.tested()
            : null;
    note.setText(
        passed == null
            ? texts.get("accounts.test.no-message")
            : texts.get("accounts.test.last", times.when(passed)));
    steps.getChildren().clear();
    for (ConnectionStep step : ConnectionStep.values()) {
      steps.getChildren().add(row(now, step));
    }
    may();
  }

  /// A test that cannot be made yet says why; one that runs is not begun again.
  private void may() {
    String missing = model.missing();
    test.setDisable(missing != null);
    test.setAccessibleHelp(missing == null ? "" : texts.get(missing));
  }

  private HBox row(Testing now, ConnectionStep step) {
    Testing.Step state = now.step(step);
    String words = words(now, step, state);
    Label name = Ui.paragraph(words, "pr-small");
    Label after = Ui.label(after(now, step, state), "pr-caption-text");
    after.setMinWidth(Region.USE_PREF_SIZE);
    HBox row =
        Ui.row(
            8,
            switch (state) {
              case WAITING, NOT_TRIED -> Icons.of(Icons.OPEN);
              case RUNNING -> Icons.of(Icons.LOADING);
              case DONE -> Icons.of(Icons.CHECKED);
              case FAILED -> Icons.of(Icons.CROSS_CIRCLE);
            },
            Ui.grow(name),
            after);
    name.setMaxWidth(Double.MAX_VALUE);
    row.getStyleClass()
        .add(
            switch (state) {
              case WAITING, NOT_TRIED -> "tone-muted";
              case RUNNING -> "tone-accent";
              case DONE -> "tone-success";
              case FAILED -> "tone-danger";
            });
    if (state == Testing.Step.FAILED) {
      name.getStyleClass().add("pr-strong");
    }
    row.setAccessibleText(words + ": " + texts.get("accounts.step." + state.name()));
    return row;
  }

  private String words(Testing now, ConnectionStep step, Testing.Step state) {
    ConnectionCheck.@Nullable Failed failed = now.failed();
    if (state == Testing.Step.FAILED && failed != null) {
      return failed.line();
    }
    boolean plain =
        step == ConnectionStep.ENCRYPTED
            && model.fields().security().get() == Through.Security.NONE;
    return texts.get("accounts.test." + step.name() + (plain ? ".plain" : ""));
  }

  private String after(Testing now, ConnectionStep step, Testing.Step state) {
    Duration took = now.took().get(step);
    return took == null
        ? state == Testing.Step.FAILED ? "" : texts.get("accounts.step." + state.name())
        : texts.get("accounts.step.took", took.toMillis() / 1000.0);
  }
}
