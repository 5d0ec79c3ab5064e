package org.postroom.ui.send;

import javafx.geometry.Pos;
import javafx.scene.Node;
import javafx.scene.control.Button;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Region;
import javafx.scene.layout.VBox;
import org.postroom.engine.Counts;
import org.postroom.engine.Problem;
import org.postroom.engine.Report;
import org.postroom.ui.common.Correction;
import org.postroom.ui.common.Dialogs;
import org.postroom.ui.common.ErrorCard;
import org.postroom.ui.common.Icons;
import org.postroom.ui.common.MailshotModel;
import org.postroom.ui.common.Step;
import org.postroom.ui.common.Texts;
import org.postroom.ui.common.Ui;
import org.postroom.ui.common.UiContext;

/// What can be done once it has ended: look, go on, change it, leave it at that. To look is the
/// default; the others ask.
final class WhatNow extends VBox {
  private final UiContext context;
  private final Texts texts;
  private final SendModel model;
  private final Button people;

  /// @param nothing true where nothing has left
  WhatNow(
      UiContext context, MailshotModel mailshot, SendModel model, Report report, boolean nothing) {
    this.context = context;
    this.texts = context.texts();
    this.model = model;
    getStyleClass().addAll("pr-card", "finding-rows");
    setMinHeight(Region.USE_PREF_SIZE);
    Counts counts = report.counts();
    people = Ui.button(texts.get("send.ended.see", counts.planned()), "accent");
    people.setOnAction(_ -> context.navigator().step(Step.REPORT));
    int open = counts.notYetSent() + counts.deferred();
    choice(Icons.SEEN, "send.choice.see", people);
    if (open > 0) {
      Button go = Ui.button(texts.get("send.choice.go-on.button", open));
      go.setOnAction(_ -> askToGoOn(open, nothing));
      if (nothing) {
        choice(Icons.SEND, "send.choice.again", go, open);
        Button change = Ui.button(texts.get("send.choice.change.button"));
        change.setOnAction(
            _ ->
                model.end(
                    texts.get("send.change.reason"), () -> context.navigator().step(Step.MESSAGE)));
        choice(Icons.DRAFT, "send.choice.change", change);
      } else {
        choice(Icons.SEND, "send.choice.go-on", go, counts.notYetSent(), counts.deferred());
      }
    }
    int reached = Correction.people(counts);
    if (Correction.offered(context, mailshot, counts)) {
      Button correct = Ui.button(texts.get("send.choice.correct.button", reached));
      correct.setOnAction(_ -> Correction.write(context, mailshot, report, this::tell));
      choice(Icons.DRAFT, "send.choice.correct", correct);
    }
    if (open > 0) {
      Button end = Ui.button(texts.get("send.choice.end.button"));
      end.setOnAction(_ -> askToEnd(open));
      choice(Icons.ARCHIVE, "send.choice.end", end, open);
    }
  }

  private void tell(Problem problem) {
    getChildren().add(new ErrorCard(problem, null, () -> {}));
  }

  Node first() {
    return people;
  }

  private void choice(String icon, String key, Button button, Object... args) {
    var sign = Icons.large(icon);
    sign.getStyleClass().add("icon-muted");
    VBox words =
        new VBox(
            1,
            Ui.label(texts.get(key), "pr-strong"),
            Ui.paragraph(texts.get(key + ".what", args), "pr-small", "pr-muted"));
    HBox row = new HBox(14, sign, Ui.grow(words), button);
    row.setAlignment(Pos.CENTER_LEFT);
    row.getStyleClass().addAll("finding-row", "send-choice");
    Ui.addRow(this, row);
  }

  /// Going on asks for the count again.
  private void askToGoOn(int open, boolean nothing) {
    CountDialog.ask(
        context,
        texts.get("send.go-on.title", open),
        texts.get(nothing ? "send.go-on.again" : "send.go-on.text", open),
        texts.get("send.choice.go-on.button", open),
        open,
        () -> model.goOn(false));
  }

  private void askToEnd(int open) {
    context
        .dialogs()
        .ask(
            texts.get("send.end.title"),
            texts.get("send.end.text", open),
            Dialogs.Choice.filled(texts.get("send.end.keep"), () -> {}),
            Dialogs.Choice.danger(
                texts.get("send.end.button", open),
                () -> model.end(texts.get("send.end.reason"), () -> {})));
  }
}
