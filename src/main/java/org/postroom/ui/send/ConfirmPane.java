package org.postroom.ui.send;

import javafx.geometry.Pos;
import javafx.scene.Node;
import javafx.scene.control.Label;
import javafx.scene.control.TextField;
import javafx.scene.control.TextFormatter;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.Region;
import javafx.scene.layout.VBox;
import org.postroom.document.MailshotDocument;
import org.postroom.document.MailshotDocument.AttachmentEntry;
import org.postroom.engine.Through;
import org.postroom.ui.common.Icons;
import org.postroom.ui.common.MailshotModel;
import org.postroom.ui.common.Note;
import org.postroom.ui.common.Step;
import org.postroom.ui.common.Texts;
import org.postroom.ui.common.Ui;
import org.postroom.ui.common.UiContext;

/// The last look: a table of facts, and the number that a person types.
final class ConfirmPane extends VBox {
  private final UiContext context;
  private final Texts texts;
  private final SendModel model;
  private final SendModel.State.Confirm facts;
  private final TextField number = new TextField();
  private final Label verdict = new Label();
  private final VBox wrong = new VBox();
  private final Runnable changed;

  /// @param changed told when the number that is typed has changed
  ConfirmPane(
      UiContext context,
      MailshotModel mailshot,
      SendModel model,
      SendModel.State.Confirm facts,
      Runnable changed) {
    super(16);
    this.context = context;
    this.texts = context.texts();
    this.model = model;
    this.facts = facts;
    this.changed = changed;
    SendModel.Plan plan = model.plan();
    VBox head =
        new VBox(
            2,
            Ui.title(texts.get("send.confirm.title", facts.letters())),
            Ui.paragraph(
                plan.hold().isZero()
                    ? texts.get("send.confirm.line.no-hold")
                    : texts.get("send.confirm.line", Math.max(1, plan.hold().toMinutes())),
                "pr-small",
                "pr-muted"));
    VBox table = table(mailshot);
    HBox.setHgrow(table, Priority.ALWAYS);
    VBox right = new VBox(16);
    right.setMinWidth(348);
    right.setPrefWidth(348);
    right.setMaxWidth(348);
    if (plan.typed()) {
      right.getChildren().add(typed());
    }
    right.getChildren().addAll(then(plan), note());
    HBox columns = new HBox(24, table, right);
    columns.setAlignment(Pos.TOP_LEFT);
    getChildren().addAll(head, columns);
    getStyleClass().add("pr-page");
  }

  /// What was typed.
  String typedNumber() {
    return number.getText();
  }

  Node first() {
    return number;
  }

  private VBox table(MailshotModel mailshot) {
    MailshotDocument document = mailshot.document();
    VBox table = new VBox();
    table.getStyleClass().addAll("pr-card", "send-facts");
    table.setMinHeight(Region.USE_PREF_SIZE);
    String list = document.recipients().file();
    fact(
        table,
        Icons.PEOPLE,
        "send.fact.to",
        texts.get(
            "send.fact.to.value",
            facts.people(),
            list.substring(list.lastIndexOf('/') + 1),
            facts.leftOut()));
    boolean one = facts.letters() == facts.people();
    fact(
        table,
        Icons.MESSAGE,
        "send.fact.each",
        texts.get(one ? "send.fact.each.one" : "send.fact.each.blind", facts.letters()));
    fact(table, Icons.TEXT, "send.fact.subject", document.subject());
    fact(table, Icons.ATTACH, "send.fact.with", files(document));
    fact(table, Icons.ADDRESS, "send.fact.from", document.from());
    String replyTo = document.replyTo();
    if (replyTo != null) {
      fact(table, Icons.REPLY, "send.fact.replies", replyTo);
    }
    fact(table, Icons.SERVER, "send.fact.through", through(mailshot.throughProperty().get()));
    fact(
        table,
        Icons.SHIELD,
        "send.fact.review",
        texts.get("send.fact.review.value", document.acknowledge().size()));
    return table;
  }

  private void fact(VBox table, String icon, String key, String value) {
    var sign = Icons.of(icon);
    sign.getStyleClass().add("icon-muted");
    Label name = Ui.label(texts.get(key), "pr-small", "pr-muted");
    name.setMinWidth(100);
    Label words = Ui.paragraph(value, "pr-small");
    HBox row = new HBox(12, sign, name, Ui.grow(words));
    row.setAlignment(Pos.CENTER_LEFT);
    row.getStyleClass().add("send-fact");
    Ui.addRow(table, row);
  }

  private String files(MailshotDocument document) {
    if (document.attachments().isEmpty()) {
      return texts.get("send.fact.with.nothing");
    }
    return String.join(
        ", ",
        document.attachments().stream()
            .map(
                entry ->
                    switch (entry) {
                      case AttachmentEntry.ForAll(String file) ->
                          file.substring(file.lastIndexOf('/') + 1);
                      case AttachmentEntry.PerPerson(String column, String _) ->
                          texts.get("send.fact.with.own", column);
                    })
            .toList());
  }

  private String through(Through through) {
    return switch (through) {
      case Through.Practice _ -> texts.get("send.fact.through.practice");
      case Through.Server server -> server.host();
    };
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
    HBox row = new HBox(16, number, verdict);
    row.setAlignment(Pos.CENTER_LEFT);
    VBox card =
        new VBox(
            8,
            Ui.label(texts.get("send.number.ask"), "pr-section"),
            Ui.paragraph(texts.get("send.number.why"), "pr-small", "pr-muted"),
            row,
            Ui.paragraph(texts.get("send.number.differs"), "pr-caption-text"),
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
      wrong.getChildren().add(explain(text));
    }
    changed.run();
  }

  private Note explain(String text) {
    boolean rows = text.equals(Integer.toString(facts.rows()));
    String what =
        texts.get("send.wrong.text", text, facts.people())
            + (rows ? " " + texts.get("send.wrong.rows", facts.rows(), facts.leftOut()) : "");
    String next = texts.get(rows ? "send.wrong.next.rows" : "send.wrong.next", facts.leftOut());
    return new Note(
        Icons.BLOCKED,
        "danger",
        what,
        next,
        Ui.link(
            texts.get("send.wrong.show", facts.leftOut()),
            () -> context.navigator().step(Step.PEOPLE)));
  }

  private VBox then(SendModel.Plan plan) {
    VBox card = new VBox(8, Ui.label(texts.get("send.then"), "pr-strong", "pr-small"));
    if (!plan.hold().isZero()) {
      line(card, Icons.CLOCK, texts.get("send.then.hold", Math.max(1, plan.hold().toMinutes())));
    }
    if (plan.staged()) {
      line(card, Icons.SEND, texts.get("send.then.first", 5));
      int rest = facts.letters() - 5;
      if (facts.letters() >= 200) {
        int more = (facts.letters() + 99) / 100;
        line(card, Icons.SEND, texts.get("send.then.percent", more));
        rest -= more;
      }
      line(card, Icons.SEND, texts.get("send.then.rest", rest));
    } else {
      line(card, Icons.SEND, texts.get("send.then.all", facts.letters()));
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

  private Note note() {
    return new Note(Icons.INFO, "neutral", "", texts.get("send.no-recall"));
  }
}
