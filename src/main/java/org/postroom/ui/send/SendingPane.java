package org.postroom.ui.send;

import java.time.Duration;
import java.time.Instant;
import javafx.geometry.Pos;
import javafx.scene.Node;
import javafx.scene.control.Button;
import javafx.scene.control.Hyperlink;
import javafx.scene.control.Label;
import javafx.scene.control.TextField;
import javafx.scene.control.TextFormatter;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Region;
import javafx.scene.layout.VBox;
import org.jspecify.annotations.Nullable;
import org.postroom.ui.common.FieldsDialog;
import org.postroom.ui.common.Icons;
import org.postroom.ui.common.OutcomeBar;
import org.postroom.ui.common.Texts;
import org.postroom.ui.common.Times;
import org.postroom.ui.common.Ui;
import org.postroom.ui.common.UiContext;
import org.postroom.ui.send.SendState.Wait;
import org.postroom.ui.send.SendTally.State;

/// While letters leave, and in the pauses between the stages: how many are done, the four counts,
/// letters a minute, the last outcomes. Stop stands above all of it.
final class SendingPane extends VBox {
  private static final Duration LONG_WAIT = Duration.ofSeconds(90);

  private final Texts texts;
  private final Times times;
  private final Label title = Ui.title("");
  private final Label line = Ui.paragraph("", "pr-small", "pr-muted");
  private final Label remark = Ui.paragraph("", "pr-small", "tone-muted-icon");
  private final OutcomeBar bar = new OutcomeBar(10);
  private final CountTiles tiles;
  private final RunCharts charts;
  private final Label rate = Ui.label("", "pr-caption-text");
  private final JustNow justNow;
  private final Button stop;
  private final Button stopHere;
  private final Button goOn;
  private final Button tomorrow;
  private final Hyperlink slower;
  private final SendModel model;
  private final StageLine stages;
  private final SendPlan plan;
  private final Spoken spoken;

  SendingPane(UiContext context, SendModel model, SendState.Running run) {
    super(16);
    this.texts = context.texts();
    this.times = context.times();
    this.plan = run.plan();
    this.spoken = new Spoken(texts);
    this.tiles = new CountTiles(texts);
    this.charts = new RunCharts(context, model.chartsProperty());
    this.justNow = new JustNow(texts, times);
    this.stages =
        new StageLine(texts, times, plan, plan.scheduled(run.started()), run.tally().letters());
    this.stop = stop("send.stop", model);
    this.stopHere = stop("send.stop.here", model);
    this.goOn = Ui.button(Icons.of(Icons.SEND), texts.get("send.stage.go-on"), "large");
    goOn.setOnAction(_ -> model.goOnNow());
    this.tomorrow = Ui.button(Icons.of(Icons.CLOCK), texts.get("send.tomorrow"), "large");
    tomorrow.setOnAction(_ -> context.navigator().home());
    this.slower = Ui.link(texts.get("send.slower"), () -> askSlower(context, model));
    slower.setId("send-slower");
    this.model = model;
    remark.setId("send-remark");
    remark.setGraphic(Icons.small(Icons.INFO));
    // Quiet, but never left out: whoever wonders why it is slow finds it here.
    model
        .remarkProperty()
        .subscribe(
            text -> {
              remark.setText(text);
              Ui.show(remark, !text.isEmpty());
            });
    build();
  }

  /// Asks how many may leave in a minute. Enter takes it; nothing leaves sooner for it.
  private void askSlower(UiContext context, SendModel model) {
    FieldsDialog dialog =
        new FieldsDialog(context, texts.get("send.slower.title"), texts.get("send.slower.text"));
    TextField most = dialog.field("slower-most", texts.get("send.slower.most"), new TextField());
    int allowed = plan.pace().perMinute();
    most.setTextFormatter(
        new TextFormatter<String>(
            change -> change.getControlNewText().matches("[0-9]{0,4}") ? change : null));
    dialog.show(
        "slower-take",
        texts.get("send.slower.take"),
        () -> {
          int wanted = most.getText().isEmpty() ? 0 : Integer.parseInt(most.getText());
          if (wanted < 1 || (allowed > 0 && wanted > allowed)) {
            dialog.refuse(most, texts.get("send.slower.wrong", allowed));
            return;
          }
          dialog.close();
          model.slower(wanted);
        },
        most);
  }

  private Button stop(String key, SendModel model) {
    Button button =
        Ui.keyButton(Icons.of(Icons.STOP), texts.get(key), null, "Esc", "danger", "large");
    button.setOnAction(_ -> model.stop());
    return button;
  }

  /// The Stop that is shown.
  Node stopButton() {
    return stopHere.isVisible() ? stopHere : stop;
  }

  private void build() {
    HBox head =
        new HBox(12, Ui.grow(new VBox(2, title, line, remark)), tomorrow, goOn, stopHere, stop);
    head.setAlignment(Pos.TOP_LEFT);
    head.setMinHeight(Region.USE_PREF_SIZE);
    charts.beside(rate, slower);
    HBox middle = new HBox(20, charts, justNow);
    Ui.grow(middle);
    middle.setMinHeight(200);
    getChildren().addAll(head, bar, tiles, middle, stages);
    getStyleClass().add("pr-page");
    setMinHeight(540);
  }

  void show(SendState.Running run, Instant now) {
    SendTally tally = run.tally();
    int accepted = tally.count(State.ACCEPTED);
    int waiting = tally.count(State.WAITING);
    int refused = tally.count(State.REFUSED);
    int doubt = tally.count(State.IN_DOUBT);
    int notYet = tally.count(State.NOT_YET);
    boolean between = run.betweenStages();
    Wait wait = run.pause();
    spoken.sending(tally, run.stopping());
    if (between && wait != null) {
      Duration left = Duration.between(now, wait.until());
      title.setText(between(tally, Countdown.of(left)));
      title.setAccessibleText(between(tally, spoken.left(left, SendPlan.STAGE_PAUSE)));
      line.setText(texts.get("send.between.line"));
    } else if (wait != null && run.untilTomorrow()) {
      int perDay = plan.pace().perDay();
      title.setText(texts.get("send.day.title", perDay));
      title.setAccessibleText(title.getText());
      line.setText(texts.get("send.day.line", notYet + waiting, times.timeOrDate(wait.until())));
    } else {
      title.setText(
          texts.get(
              run.stopping() ? "send.title.stopping" : "send.title",
              tally.done(),
              tally.letters()));
      title.setAccessibleText(spoken.title());
      line.setText(line(tally, wait, now));
    }
    boolean tomorrowOnly = run.untilTomorrow();
    Ui.show(stop, !between && !tomorrowOnly);
    Ui.show(stopHere, between || tomorrowOnly);
    Ui.show(tomorrow, tomorrowOnly);
    slower.setDisable(run.stopping());
    Ui.show(goOn, between);
    stop.setDisable(run.stopping());
    stopHere.setDisable(run.stopping());
    goOn.setDisable(run.stopping());
    bar.show(accepted, waiting, refused, doubt, notYet);
    tiles.show(accepted, waiting, refused, doubt, notYet, spoken.counts());
    charts.show(tally, notYet, perMinute(tally), spoken.counts());
    charts.show(model.dialogue().lines());
    rate.setText(perMinute(tally) > 0 ? texts.get("send.rate", perMinute(tally)) : "");
    justNow.show(tally);
    stages.show(run);
  }

  /// The account's limit, or the lower one that a person asked for; 0 for none.
  private int perMinute(SendTally tally) {
    int asked = model.slowerProperty().get();
    return asked > 0 ? asked : tally.perMinute();
  }

  /// "5 of 5 accepted. The next 4 leave in 01:48".
  private String between(SendTally tally, String left) {
    int settled = tally.letters() - tally.count(State.NOT_YET);
    int second = plan.second(tally.letters());
    boolean first = settled <= SendPlan.FIRST;
    int stage = first ? SendPlan.FIRST : second;
    int next = first && second > 0 ? second : tally.letters() - settled;
    int from = first ? 0 : SendPlan.FIRST;
    int accepted = tally.count(State.ACCEPTED, from, from + stage);
    return texts.get("send.between.title", accepted, stage, next, left);
  }

  private String line(SendTally tally, @Nullable Wait wait, Instant now) {
    if (wait != null && Duration.between(now, wait.until()).compareTo(LONG_WAIT) > 0) {
      return texts.get("send.line.wait." + wait.why(), times.time(wait.until()));
    }
    if (tally.count(State.NOT_YET) == 0 && tally.count(State.WAITING) == 0) {
      return texts.get("send.line.ending");
    }
    int most = perMinute(tally);
    String pace = most > 0 ? " " + texts.get("send.line.pace", most) : "";
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
}
