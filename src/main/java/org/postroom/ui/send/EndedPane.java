package org.postroom.ui.send;

import java.time.Instant;
import javafx.geometry.Pos;
import javafx.scene.Node;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Region;
import javafx.scene.layout.VBox;
import org.jspecify.annotations.Nullable;
import org.postroom.dispatch.DispatchResult;
import org.postroom.engine.Counts;
import org.postroom.engine.Report;
import org.postroom.ui.common.Dialogs;
import org.postroom.ui.common.Icons;
import org.postroom.ui.common.Note;
import org.postroom.ui.common.Step;
import org.postroom.ui.common.Texts;
import org.postroom.ui.common.Times;
import org.postroom.ui.common.Ui;
import org.postroom.ui.common.UiContext;

/// After it stopped, paused by itself or was done: who has it, who does not, and what now.
final class EndedPane extends VBox {
  private final UiContext context;
  private final Texts texts;
  private final Times times;
  private final SendModel model;
  private final Button people;

  /// @param result how the run ended; null where it ran before this window was opened
  EndedPane(
      UiContext context,
      SendModel model,
      Report report,
      @Nullable DispatchResult result,
      @Nullable Instant at,
      @Nullable SendTally tally) {
    super(16);
    this.context = context;
    this.texts = context.texts();
    this.times = context.times();
    this.model = model;
    getStyleClass().add("pr-page");
    Counts counts = report.counts();
    getChildren().add(head(counts, result, at));
    if (result instanceof DispatchResult.Paused(var cause, var reply)) {
      Note note =
          new Note(
              Icons.HELD,
              "warning",
              texts.get("send.paused." + cause),
              texts.get("send.paused.kept") + " " + reply.shown());
      getChildren().add(note);
    }
    CountTiles tiles = new CountTiles(texts);
    tiles.show(
        counts.accepted(),
        counts.deferred(),
        counts.refused(),
        counts.inDoubt(),
        counts.notYetSent());
    getChildren().add(tiles);
    if (tally != null && !tally.minutes().isEmpty()) {
      MinuteChart chart = new MinuteChart(context.zone());
      chart.show(tally.minutes(), 0, tally.perMinute());
      chart.setPrefHeight(160);
      VBox card = new VBox(8, Ui.label(texts.get("send.chart"), "pr-strong", "pr-small"), chart);
      card.getStyleClass().addAll("pr-card", "send-card");
      card.setMinHeight(Region.USE_PREF_SIZE);
      getChildren().add(card);
    }
    people = Ui.button(texts.get("send.ended.see", counts.planned()), "accent");
    people.setOnAction(_ -> context.navigator().step(Step.REPORT));
    getChildren().addAll(Ui.label(texts.get("send.ended.now"), "pr-section"), choices(counts));
  }

  Node first() {
    return people;
  }

  private HBox head(Counts counts, @Nullable DispatchResult result, @Nullable Instant at) {
    int have = counts.accepted();
    int not = counts.planned() - have - counts.inDoubt();
    String key =
        switch (result) {
          case DispatchResult.Completed _ -> counts.finished() ? "done" : "rest";
          case DispatchResult.Stopped _ -> "stopped";
          case DispatchResult.Paused _ -> "paused";
          case null -> counts.finished() ? "done" : "rest";
        };
    Label title = Ui.title(texts.get("send.ended.title." + key, have, not));
    String when = at == null ? "" : texts.get("send.ended.at." + key, times.second(at)) + " ";
    Label line =
        Ui.paragraph(
            when + texts.get("send.ended.doubt", counts.inDoubt()), "pr-small", "pr-muted");
    HBox head = new HBox(16, new VBox(2, title, line));
    head.setAlignment(Pos.CENTER_LEFT);
    return head;
  }

  private VBox choices(Counts counts) {
    VBox card = new VBox();
    card.getStyleClass().addAll("pr-card", "finding-rows");
    card.setMinHeight(Region.USE_PREF_SIZE);
    int open = counts.notYetSent() + counts.deferred();
    choice(card, Icons.SEEN, "send.choice.see", people, counts.planned());
    if (open > 0) {
      Button go = Ui.button(texts.get("send.choice.go-on.button", open));
      go.setOnAction(_ -> askToGoOn(open));
      choice(card, Icons.SEND, "send.choice.go-on", go, counts.notYetSent(), counts.deferred());
      Button end = Ui.button(texts.get("send.choice.end.button"));
      end.setOnAction(_ -> askToEnd(open));
      choice(card, Icons.BIN, "send.choice.end", end, open);
    }
    return card;
  }

  private void choice(VBox card, String icon, String key, Button button, Object... args) {
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
    Ui.addRow(card, row);
  }

  /// Going on asks for the count again.
  private void askToGoOn(int open) {
    CountDialog.ask(
        context,
        texts.get("send.go-on.title", open),
        texts.get("send.go-on.text", open),
        texts.get("send.choice.go-on.button", open),
        open,
        model::goOn);
  }

  private void askToEnd(int open) {
    context
        .dialogs()
        .ask(
            texts.get("send.end.title"),
            texts.get("send.end.text", open),
            Dialogs.Choice.plain(texts.get("send.end.keep"), () -> {}),
            Dialogs.Choice.danger(
                texts.get("send.end.button", open), () -> model.end(texts.get("send.end.reason"))));
  }
}
