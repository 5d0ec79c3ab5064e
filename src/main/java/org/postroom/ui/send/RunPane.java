package org.postroom.ui.send;

import atlantafx.base.controls.RingProgressIndicator;
import java.time.Duration;
import java.time.Instant;
import javafx.geometry.Pos;
import javafx.scene.Node;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.control.ProgressBar;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.Region;
import javafx.scene.layout.StackPane;
import javafx.scene.layout.VBox;
import org.postroom.engine.Draft;
import org.postroom.ui.common.Badge;
import org.postroom.ui.common.Icons;
import org.postroom.ui.common.MailshotModel;
import org.postroom.ui.common.Step;
import org.postroom.ui.common.Texts;
import org.postroom.ui.common.Times;
import org.postroom.ui.common.Ui;
import org.postroom.ui.common.UiContext;
import org.postroom.ui.send.SendTally.State;

/// While it runs: first the hold ("Nothing has left yet"), then the sending. Stop is always there,
/// acts at once and asks nothing.
final class RunPane extends StackPane {
  private final UiContext context;
  private final Texts texts;
  private final Times times;
  private final MailshotModel mailshot;
  private SendModel.State.Running run;

  private final VBox hold = new VBox(18);
  private final Label countdown = Ui.label("", "pr-countdown");
  private final RingProgressIndicator ring = new RingProgressIndicator(1, false);
  private final Button stopHold;
  private final StageLine holdStages;

  private final VBox sending = new VBox(16);
  private final Label title = Ui.title("");
  private final Label line = Ui.paragraph("", "pr-small", "pr-muted");
  private final ProgressBar bar = new ProgressBar(0);
  private final CountTiles tiles;
  private final MinuteChart chart;
  private final Label rate = Ui.label("", "pr-caption-text");
  private final VBox justNow = new VBox();
  private final Button stop;
  private final StageLine stages;

  RunPane(UiContext context, MailshotModel mailshot, SendModel model, SendModel.State.Running run) {
    this.context = context;
    this.texts = context.texts();
    this.times = context.times();
    this.mailshot = mailshot;
    this.run = run;
    this.tiles = new CountTiles(texts);
    this.chart = new MinuteChart(context.zone());
    this.stages = new StageLine(texts, run.plan(), run.tally().letters());
    this.holdStages = new StageLine(texts, run.plan(), run.tally().letters());
    this.stopHold =
        Ui.keyButton(
            Icons.of(Icons.STOP), texts.get("send.stop.hold"), null, "Esc", "accent", "large");
    stopHold.setOnAction(_ -> model.stop());
    this.stop =
        Ui.keyButton(Icons.of(Icons.STOP), texts.get("send.stop"), null, "Esc", "danger", "large");
    stop.setOnAction(_ -> model.stop());
    buildHold();
    buildSending();
    getChildren().setAll(hold, sending);
    refresh();
  }

  /// True where `other` is the run that is shown here.
  boolean shows(SendModel.State.Running other) {
    return run.tally().equals(other.tally());
  }

  /// The same run, further on.
  void update(SendModel.State.Running now) {
    run = now;
    refresh();
  }

  /// Stop, which has the focus.
  Node stopButton() {
    return held() ? stopHold : stop;
  }

  private boolean held() {
    return run.held(context.clock().instant());
  }

  private void buildHold() {
    Button read = Ui.button(Icons.of(Icons.SEEN), texts.get("send.hold.read"), "large");
    read.setOnAction(_ -> context.navigator().step(Step.PREVIEW));
    ring.getStyleClass().add("send-ring");
    ring.setMinSize(194, 194);
    VBox inside =
        new VBox(
            2, countdown, Ui.label(texts.get("send.hold.until-first"), "pr-small", "pr-muted"));
    inside.setAlignment(Pos.CENTER);
    StackPane clock = new StackPane(ring, inside);
    HBox buttons = new HBox(12, stopHold, read);
    buttons.setAlignment(Pos.CENTER);
    Label ready = Ui.paragraph(texts.get("send.hold.ready", run.tally().letters()), "pr-muted");
    Label open = Ui.paragraph(texts.get("send.hold.open"), "pr-small", "pr-muted");
    hold.getChildren()
        .addAll(
            new Badge(Icons.HELD, texts.get("send.hold.badge", times.time(run.until())), "warning"),
            Ui.label(texts.get("send.hold.title"), "pr-statement"),
            ready,
            clock,
            buttons,
            holdStages,
            open);
    hold.setAlignment(Pos.TOP_CENTER);
    hold.getStyleClass().add("pr-page");
    hold.setMinHeight(560);
  }

  private void buildSending() {
    VBox words = new VBox(2, title, line);
    HBox head = new HBox(16, Ui.grow(words), stop);
    head.setAlignment(Pos.TOP_LEFT);
    bar.setMaxWidth(Double.MAX_VALUE);
    bar.getStyleClass().add("send-bar");
    HBox chartHead =
        new HBox(Ui.label(texts.get("send.chart"), "pr-strong", "pr-small"), Ui.spacer(), rate);
    VBox chartCard = new VBox(8, chartHead, Ui.grow(chart), legend());
    chartCard.getStyleClass().addAll("pr-card", "send-card");
    HBox.setHgrow(chartCard, Priority.ALWAYS);
    chartCard.setMinWidth(0);
    VBox now =
        new VBox(
            4,
            Ui.label(texts.get("send.just-now"), "pr-strong", "pr-small"),
            justNow,
            Ui.spacer(),
            Ui.paragraph(texts.get("send.refused.means"), "pr-caption-text"));
    now.getStyleClass().addAll("pr-card", "send-card");
    now.setMinWidth(304);
    now.setPrefWidth(304);
    now.setMaxWidth(304);
    HBox middle = new HBox(20, chartCard, now);
    Ui.grow(middle);
    middle.setMinHeight(200);
    sending.getChildren().addAll(head, bar, tiles, middle, stages);
    sending.getStyleClass().add("pr-page");
    sending.setMinHeight(540);
  }

  private HBox legend() {
    HBox legend = new HBox(18);
    for (String kind : new String[] {"accepted", "waiting", "refused", "to-come"}) {
      Region swatch = new Region();
      swatch.getStyleClass().addAll("bar-" + kind, "send-swatch");
      Label label = new Label(texts.get("send.legend." + kind), swatch);
      label.getStyleClass().addAll("pr-caption-text");
      legend.getChildren().add(label);
    }
    return legend;
  }

  /// Shows what is known now.
  void refresh() {
    boolean held = held();
    Ui.show(hold, held);
    Ui.show(sending, !held);
    if (held) {
      refreshHold();
    } else {
      refreshSending();
    }
  }

  private void refreshHold() {
    Duration left = Duration.between(context.clock().instant(), run.until());
    long seconds = Math.max(0, (left.toMillis() + 999) / 1000);
    countdown.setText("%02d:%02d".formatted(seconds / 60, seconds % 60));
    double whole = Math.max(1, run.plan().hold().toSeconds());
    ring.setProgress(Math.clamp(seconds / whole, 0, 1));
    stopHold.setDisable(run.stopping());
    holdStages.show(true, 0);
  }

  private void refreshSending() {
    SendTally tally = run.tally();
    int accepted = tally.count(State.ACCEPTED);
    int waiting = tally.count(State.WAITING);
    int refused = tally.count(State.REFUSED);
    int doubt = tally.count(State.IN_DOUBT);
    int notYet = tally.count(State.NOT_YET);
    title.setText(
        run.stopping()
            ? texts.get("send.title.stopping", tally.done(), tally.letters())
            : texts.get("send.title", tally.done(), tally.letters()));
    line.setText(line(tally));
    bar.setProgress(tally.letters() == 0 ? 0 : tally.done() / (double) tally.letters());
    tiles.show(accepted, waiting, refused, doubt, notYet);
    chart.show(tally.minutes(), notYet, tally.perMinute());
    chart.setAccessibleText(
        texts.get("send.counts.spoken", accepted, waiting, refused, doubt, notYet));
    rate.setText(tally.perMinute() > 0 ? texts.get("send.rate", tally.perMinute()) : "");
    justNow.getChildren().setAll(tally.justNow().stream().map(this::event).toList());
    stop.setDisable(run.stopping());
    stages.show(false, tally.letters() - notYet);
  }

  private String line(SendTally tally) {
    Instant now = context.clock().instant();
    String pace = tally.perMinute() > 0 ? " " + texts.get("send.line.pace", tally.perMinute()) : "";
    return tally
            .doneAt(now)
            .map(
                at ->
                    texts.get(
                        "send.line.left",
                        Math.max(1, Math.round(Duration.between(now, at).toSeconds() / 60.0)),
                        times.time(at)))
            .orElse(texts.get("send.line.begin"))
        + pace;
  }

  private HBox event(SendTally.Event event) {
    Draft draft = mailshot.draftProperty().get();
    String who =
        draft == null
            ? ""
            : draft
                .plan()
                .filter(plan -> event.index() < plan.size())
                .map(plan -> plan.people(event.index()).getFirst().mailbox())
                .map(box -> box.displayName().isEmpty() ? box.address().wire() : box.displayName())
                .orElse("");
    var icon =
        Icons.small(
            switch (event.state()) {
              case ACCEPTED -> Icons.TICK;
              case WAITING -> Icons.RETRY;
              case REFUSED -> Icons.CROSS;
              case IN_DOUBT -> Icons.QUESTION;
              case NOT_YET -> Icons.CLOCK;
            });
    icon.getStyleClass()
        .add(
            switch (event.state()) {
              case ACCEPTED -> "icon-success";
              case WAITING, IN_DOUBT -> "icon-warning";
              case REFUSED -> "icon-danger";
              case NOT_YET -> "icon-muted";
            });
    Label name = Ui.label(who, "pr-small");
    name.setMinWidth(0);
    name.setMaxWidth(Double.MAX_VALUE);
    Label words = Ui.label(texts.get("send.event." + event.state()), "pr-caption-text");
    words.setMinWidth(Region.USE_PREF_SIZE);
    Label time = Ui.label(times.second(event.at()), "pr-caption-text");
    time.setMinWidth(Region.USE_PREF_SIZE);
    HBox row = new HBox(8, time, icon, Ui.grow(name), words);
    row.setAlignment(Pos.CENTER_LEFT);
    row.getStyleClass().add("send-event");
    return row;
  }
}
