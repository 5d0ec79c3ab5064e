package org.postroom.ui.send;

import java.time.OffsetDateTime;
import javafx.geometry.Pos;
import javafx.scene.Node;
import javafx.scene.control.Label;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Region;
import javafx.scene.layout.StackPane;
import javafx.scene.layout.VBox;
import org.jspecify.annotations.Nullable;
import org.postroom.dispatch.DispatchResult;
import org.postroom.document.MailshotDocument;
import org.postroom.document.MailshotDocument.SendSettings;
import org.postroom.engine.Counts;
import org.postroom.engine.Report;
import org.postroom.ui.common.Icons;
import org.postroom.ui.common.MailshotModel;
import org.postroom.ui.common.Texts;
import org.postroom.ui.common.Ui;
import org.postroom.ui.common.UiContext;

/// After it stopped or was done: who has it, who does not, and what now.
final class EndedPane extends VBox {
  private static final double MINUTES = 140;
  private static final int ROWS = 5;

  private final UiContext context;
  private final Texts texts;
  private final WhatNow now;
  private final MailshotDocument document;

  /// @param ended how the run ended; null where it ran before
  EndedPane(
      UiContext context,
      MailshotModel mailshot,
      SendModel model,
      Report report,
      SendState.@Nullable Ended ended) {
    super(12);
    this.context = context;
    this.texts = context.texts();
    this.document = mailshot.document();
    getStyleClass().add("pr-page");
    Counts counts = report.counts();
    boolean nothing = SendModel.nothingLeft(counts) && counts.notYetSent() > 0;
    getChildren().add(head(counts, nothing, report, ended));
    CountTiles tiles = new CountTiles(texts);
    tiles.show(
        counts.accepted(),
        counts.deferred(),
        counts.refused(),
        counts.inDoubt(),
        counts.notYetSent());
    getChildren().add(tiles);
    if (!nothing) {
      getChildren().add(charts(model, report, ended));
    }
    now = new WhatNow(context, mailshot, model, report, nothing);
    getChildren().addAll(Ui.label(texts.get("send.ended.now"), "pr-section"), now);
  }

  Node first() {
    return now.first();
  }

  /// Of the run that ended; of an earlier one there is what the report knows.
  private RunCharts charts(SendModel model, Report report, SendState.@Nullable Ended ended) {
    RunCharts charts = new RunCharts(context, model.chartsProperty());
    SendTally tally = ended == null ? new SendTally(Addressed.of(report), 0) : ended.tally();
    charts.still(MINUTES, Math.min(ROWS, tally.domains(DomainTable.MOST).size()));
    charts.show(tally, 0, tally.perMinute(), spoken(texts, report.counts()));
    if (ended != null && ended.end().result() instanceof DispatchResult.Stopped) {
      charts.mark(ended.at(), texts.get("send.chart.stopped", context.times().second(ended.at())));
    }
    return charts;
  }

  static String spoken(Texts texts, Counts counts) {
    return texts.get(
        "send.counts.spoken",
        counts.accepted(),
        counts.deferred(),
        counts.refused(),
        counts.inDoubt(),
        counts.notYetSent());
  }

  private HBox head(
      Counts counts, boolean nothing, Report report, SendState.@Nullable Ended ended) {
    boolean stopped = ended != null && ended.end().result() instanceof DispatchResult.Stopped;
    String key = stopped ? "stopped" : counts.finished() ? "done" : "rest";
    int have = counts.accepted();
    int not = counts.planned() - have - counts.inDoubt();
    Label title =
        Ui.title(
            nothing
                ? texts.get(stopped ? "send.ended.title.nothing" : "send.ended.title.nothing-yet")
                : texts.get("send.ended.title." + key, have, not));
    Label line =
        Ui.paragraph(
            (when(key, nothing, report, ended)
                    + " "
                    + texts.get("send.ended.doubt", counts.inDoubt()))
                .strip(),
            "pr-small",
            "pr-muted");
    StackPane sign = new StackPane(Icons.large("done".equals(key) ? Icons.CHECKED : Icons.STOP));
    sign.getStyleClass().add("send-sign");
    HBox head = new HBox(16, sign, Ui.grow(new VBox(2, title, line)));
    head.setAlignment(Pos.CENTER_LEFT);
    head.setMinHeight(Region.USE_PREF_SIZE);
    return head;
  }

  private String when(String key, boolean nothing, Report report, SendState.@Nullable Ended ended) {
    if (ended == null) {
      SendSettings settings = document.send();
      OffsetDateTime due = settings == null ? null : settings.notBefore();
      return nothing && due != null
          ? texts.get("send.ended.was-to-leave", context.times().dateAndTime(due.toInstant()))
          : report.counts().finished() ? "" : LastLetters.of(report, texts, context.times());
    }
    String at = context.times().second(ended.at());
    return nothing
        ? texts.get("send.ended.at.nothing", at)
        : texts.get("send.ended.at." + key, at, LastLetters.afterStop(ended, texts));
  }
}
