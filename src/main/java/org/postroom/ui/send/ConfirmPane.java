package org.postroom.ui.send;

import java.time.Instant;
import javafx.css.PseudoClass;
import javafx.geometry.Insets;
import javafx.geometry.Pos;
import javafx.scene.Node;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.control.TextField;
import javafx.scene.control.TextFormatter;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.Region;
import javafx.scene.layout.VBox;
import org.jspecify.annotations.Nullable;
import org.postroom.dispatch.Forecast;
import org.postroom.ui.common.Icons;
import org.postroom.ui.common.MailshotModel;
import org.postroom.ui.common.Note;
import org.postroom.ui.common.Step;
import org.postroom.ui.common.Texts;
import org.postroom.ui.common.Ui;
import org.postroom.ui.common.UiContext;

/// The last look: a table of facts, and the number that a person types.
final class ConfirmPane extends VBox {
  private static final PseudoClass WRONG = PseudoClass.getPseudoClass("wrong");

  private final UiContext context;
  private final Texts texts;
  private final SendModel model;
  private final SendState.Confirm facts;
  private final TextField number = new TextField();
  private final Label verdict = new Label();
  private final Label differs;
  private final VBox wrong = new VBox(2);
  private final MailshotModel mailshot;
  private final Runnable changed;
  private final Runnable anew;
  private final FactsTable table;
  private final Note done;

  /// @param changed told when the number that is typed has changed
  /// @param anew told when the hold or the stages were changed, so that all of it is built again
  ConfirmPane(
      UiContext context,
      MailshotModel mailshot,
      SendModel model,
      SendState.Confirm facts,
      Runnable changed,
      Runnable anew) {
    super(16);
    this.context = context;
    this.texts = context.texts();
    this.model = model;
    this.mailshot = mailshot;
    this.anew = anew;
    this.facts = facts;
    this.changed = changed;
    this.differs = Ui.paragraph(texts.get("send.number.differs"), "pr-caption-text");
    SendPlan plan = model.plan();
    this.done = new Note(Icons.CLOCK, "neutral", "", "");
    done.setId("send-done");
    VBox head =
        new VBox(
            2,
            Ui.title(texts.get("send.confirm.title", facts.letters())),
            Ui.paragraph(line(plan), "pr-small", "pr-muted"));
    table = new FactsTable(context, mailshot, facts, plan);
    HBox.setHgrow(table, Priority.ALWAYS);
    VBox right = new VBox(16);
    right.setMinWidth(348);
    right.setPrefWidth(348);
    right.setMaxWidth(348);
    if (plan.typed()) {
      right.getChildren().add(typed());
    }
    right.getChildren().addAll(done, then(plan), note(plan));
    HBox columns = new HBox(24, table, right);
    columns.setAlignment(Pos.TOP_LEFT);
    // A card keeps its height.
    columns.setFillHeight(false);
    getChildren().addAll(head, columns);
    getStyleClass().add("pr-page");
  }

  private String line(SendPlan plan) {
    Instant now = context.clock().instant();
    if (plan.scheduled(now)) {
      return texts.get("send.confirm.line.scheduled", context.times().dateAndTime(plan.first(now)));
    }
    return plan.hold().isZero()
        ? texts.get("send.confirm.line.no-hold")
        : texts.get("send.confirm.line", plan.holdMinutes());
  }

  /// When it will be done, once that is known; loud where it cannot be done.
  void forecast(@Nullable Forecast known) {
    table.forecast(known);
    new DoneWords(texts, context.times(), mailshot, model.plan().pace().perMinute())
        .show(done, known, facts.letters());
  }

  /// What was typed.
  String typedNumber() {
    return number.getText();
  }

  Node first() {
    return number;
  }

  private VBox typed() {
    number.getStyleClass().add("send-number");
    number.setAccessibleText(texts.get("send.number.ask"));
    number.setPrefColumnCount(6);
    // Typed, not pasted: it is to be the person's own number.
    number.setTextFormatter(
        new TextFormatter<String>(
            change ->
                change.getText().length() <= 1
                        && change.getText().chars().allMatch(Character::isDigit)
                    ? change
                    : null));
    number.setOnAction(_ -> verdict.setText(texts.get("send.number.press")));
    number.textProperty().subscribe(_ -> judge());
    verdict.getStyleClass().addAll("pr-small", "pr-strong");
    verdict.setWrapText(true);
    verdict.setMinHeight(USE_PREF_SIZE);
    number.setMinWidth(USE_PREF_SIZE);
    HBox row = new HBox(16, number, verdict);
    row.setAlignment(Pos.CENTER_LEFT);
    VBox card =
        new VBox(
            8,
            Ui.label(texts.get("send.number.ask"), "pr-section"),
            Ui.paragraph(texts.get("send.number.why"), "pr-small", "pr-muted"),
            row,
            differs,
            wrong);
    card.getStyleClass().addAll("pr-card", "send-card");
    card.setMinHeight(Region.USE_PREF_SIZE);
    return card;
  }

  private void judge() {
    String text = number.getText();
    boolean right = model.right(text);
    boolean complete = text.length() >= Integer.toString(facts.people()).length();
    verdict.getStyleClass().removeAll("tone-success", "tone-danger");
    verdict.setGraphic(null);
    verdict.setText("");
    wrong.getChildren().clear();
    if (right) {
      verdict.getStyleClass().add("tone-success");
      verdict.setGraphic(Icons.of(Icons.CHECKED));
      verdict.setText(texts.get("send.number.right"));
    } else if (complete) {
      verdict.getStyleClass().add("tone-danger");
      verdict.setGraphic(Icons.of(Icons.CROSS_CIRCLE));
      verdict.setText(texts.get("send.number.wrong"));
      explain(text);
    }
    number.pseudoClassStateChanged(WRONG, complete && !right);
    Ui.show(wrong, complete && !right);
    Ui.show(differs, right || !complete);
    changed.run();
  }

  private void explain(String text) {
    boolean rows = text.equals(Integer.toString(facts.rows()));
    String next =
        rows
            ? texts.get("send.wrong.rows", facts.rows(), facts.leftOut())
                + " "
                + texts.get("send.wrong.next.rows", facts.leftOut(), text)
            : texts.get("send.wrong.next");
    wrong
        .getChildren()
        .setAll(
            Ui.paragraph(
                texts.get("send.wrong.text", text, facts.people()), "pr-small", "pr-strong"),
            Ui.paragraph(next, "pr-small"));
    boolean leftOut = rows && facts.leftOut() > 0;
    Button show = Ui.button(texts.get("send.wrong.show", leftOut ? facts.leftOut() : 0), "small");
    show.setOnAction(
        _ -> {
          if (leftOut) {
            context.navigator().leftOut();
          } else {
            context.navigator().step(Step.PEOPLE);
          }
        });
    VBox.setMargin(show, new Insets(8, 0, 0, 0));
    wrong.getChildren().add(show);
  }

  private VBox then(SendPlan plan) {
    VBox card = new VBox(8, Ui.label(texts.get("send.then"), "pr-strong", "pr-small"));
    Instant now = context.clock().instant();
    if (plan.scheduled(now)) {
      line(
          card,
          Icons.CLOCK,
          texts.get("send.then.scheduled", context.times().dateAndTime(plan.first(now))));
    } else if (!plan.hold().isZero()) {
      line(card, Icons.CLOCK, texts.get("send.then.hold", plan.holdMinutes()));
    }
    if (plan.staged()) {
      line(card, Icons.SEND, texts.get("send.then.first", SendPlan.FIRST));
      int more = plan.second(facts.letters());
      if (more > 0) {
        line(card, Icons.SEND, texts.get("send.then.percent", more));
      }
      line(card, Icons.SEND, texts.get("send.then.rest", facts.letters() - SendPlan.FIRST - more));
    } else {
      line(card, Icons.SEND, texts.get("send.then.all", facts.letters()));
    }
    if (!mailshot.practice()) {
      card.getChildren().add(Ui.link(texts.get("send.self-first"), context.navigator()::test));
      card.getChildren()
          .add(
              Ui.link(
                  texts.get("send.hold.change"),
                  () -> new HoldDialog(context, mailshot, facts, plan, anew).show()));
      card.getChildren()
          .add(
              Ui.link(
                  texts.get("send.later"), () -> new LaterDialog(context, mailshot, anew).show()));
    }
    card.getStyleClass().addAll("pr-card", "send-card");
    card.setMinHeight(Region.USE_PREF_SIZE);
    return card;
  }

  private static void line(VBox card, String icon, String text) {
    Label line = new Label(text, Icons.small(icon));
    line.getStyleClass().addAll("pr-small", "tone-muted-icon");
    line.setWrapText(true);
    card.getChildren().add(line);
  }

  private Note note(SendPlan plan) {
    String key =
        mailshot.practice()
            ? "send.practice-note"
            : plan.hold().isZero() ? "send.no-recall.no-hold" : "send.no-recall";
    return new Note(
        mailshot.practice() ? Icons.PRACTICE : Icons.INFO, "neutral", "", texts.get(key));
  }
}
