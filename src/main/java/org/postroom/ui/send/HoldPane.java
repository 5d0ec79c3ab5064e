package org.postroom.ui.send;

import atlantafx.base.controls.RingProgressIndicator;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import javafx.geometry.Pos;
import javafx.scene.AccessibleRole;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.layout.HBox;
import javafx.scene.layout.StackPane;
import javafx.scene.layout.VBox;
import javafx.util.StringConverter;
import org.postroom.ui.common.Badge;
import org.postroom.ui.common.Dialogs;
import org.postroom.ui.common.Icons;
import org.postroom.ui.common.Step;
import org.postroom.ui.common.Texts;
import org.postroom.ui.common.Ui;
import org.postroom.ui.common.UiContext;

/// The hold: nothing has left yet, and how long that stays so. Stop is the default.
final class HoldPane extends VBox {
  private static final Duration HOUR = Duration.ofHours(1);
  private static final Duration TWO_DAYS = Duration.ofDays(2);

  private final UiContext context;
  private final Texts texts;
  private final SendModel model;
  private final StackPane badge = new StackPane();
  private final Label countdown = Ui.label("", "pr-countdown");
  private final RingProgressIndicator ring = new RingProgressIndicator(1, false);
  private final Button stop;
  private final Button now;
  private final StageLine stages;
  private final StackPane clock;
  private final Spoken spoken;
  private final boolean scheduled;
  private String badgeText = "";

  HoldPane(UiContext context, SendModel model, SendState.Running run) {
    super(18);
    this.context = context;
    this.texts = context.texts();
    this.model = model;
    this.spoken = new Spoken(texts);
    int letters = run.tally().letters();
    int first = run.plan().staged() ? Math.min(SendPlan.FIRST, letters) : letters;
    scheduled = run.plan().scheduled(run.started());
    stages = new StageLine(texts, context.times(), run.plan(), scheduled, letters);
    stop =
        Ui.keyButton(
            Icons.of(Icons.STOP), texts.get("send.stop.hold"), null, "Esc", "accent", "large");
    stop.setOnAction(_ -> model.stop());
    Button read = Ui.button(Icons.of(Icons.SEEN), texts.get("send.hold.read"), "large");
    read.setOnAction(_ -> context.navigator().step(Step.PREVIEW));
    String act = texts.get(run.plan().staged() ? "send.hold.now" : "send.hold.now.all", first);
    now = Ui.button(Icons.of(Icons.SEND), act, "large");
    now.setOnAction(_ -> ask(act, first, run.plan().staged()));
    ring.getStyleClass().add("send-ring");
    // The countdown stands in it, not the share.
    ring.setStringConverter(new NoWords());
    ring.setMinSize(194, 194);
    VBox inside =
        new VBox(
            2,
            countdown,
            Ui.label(
                texts.get(
                    run.plan().staged() ? "send.hold.until-first" : "send.hold.until-all", first),
                "pr-small",
                "pr-muted"));
    inside.setAlignment(Pos.CENTER);
    // What changes every second is not spoken; the region around it speaks now and then.
    countdown.setAccessibleRole(AccessibleRole.NODE);
    ring.setAccessibleRole(AccessibleRole.NODE);
    clock = new StackPane(ring, inside);
    clock.setId("hold-clock");
    clock.setAccessibleRole(AccessibleRole.TEXT);
    // Nothing makes it leave before the time that was chosen.
    Ui.show(now, !scheduled);
    HBox buttons = new HBox(12, stop, read, now);
    buttons.setAlignment(Pos.CENTER);
    VBox words =
        new VBox(
            4,
            Ui.label(texts.get("send.hold.title"), "pr-statement"),
            Ui.paragraph(ready(run, letters), "pr-muted"));
    words.setAlignment(Pos.CENTER);
    getChildren()
        .addAll(
            badge,
            words,
            clock,
            buttons,
            stages,
            Ui.paragraph(
                texts.get(scheduled ? "send.schedule.open" : "send.hold.open"),
                "pr-small",
                "pr-muted"));
    setAlignment(Pos.TOP_CENTER);
    getStyleClass().add("pr-page");
    setMinHeight(560);
  }

  private String ready(SendState.Running run, int letters) {
    Instant due = run.plan().notBefore();
    return scheduled && due != null
        ? texts.get("send.schedule.ready", letters, context.times().dateAndTime(due))
        : texts.get("send.hold.ready", letters);
  }

  Button stopButton() {
    return stop;
  }

  /// Shows how long it still holds.
  void show(SendState.Running run, Instant at) {
    SendState.Wait wait = run.pause();
    if (wait == null) {
      return;
    }
    Duration left = Duration.between(at, wait.until());
    Duration whole = scheduled ? Duration.between(run.started(), wait.until()) : run.plan().hold();
    countdown.setText(
        left.compareTo(TWO_DAYS) < 0
            ? Countdown.of(left)
            : texts.get("send.schedule.days", left.toDays()));
    boolean hours = left.compareTo(HOUR) >= 0;
    if (hours != countdown.getStyleClass().contains("long")) {
      countdown.getStyleClass().removeAll("long");
      countdown.getStyleClass().addAll(hours ? List.of("long") : List.of());
    }
    clock.setAccessibleText(
        scheduled
            ? texts.get("send.schedule.spoken", context.times().dateAndTime(wait.until()))
            : texts.get("send.hold.spoken", spoken.left(left, whole)));
    ring.setProgress(Math.clamp(left.toMillis() / (double) Math.max(1, whole.toMillis()), 0, 1));
    String until =
        texts.get(
            scheduled ? "send.schedule.badge" : "send.hold.badge",
            context.times().timeOrDate(wait.until()));
    if (!until.equals(badgeText)) {
      badgeText = until;
      badge.getChildren().setAll(new Badge(Icons.HELD, until, "warning"));
    }
    stop.setDisable(run.stopping());
    now.setDisable(run.stopping());
    stages.show(run);
  }

  /// Asks once more; to keep holding is the default.
  private void ask(String act, int first, boolean staged) {
    context
        .dialogs()
        .ask(
            act + "?",
            texts.get(staged ? "send.hold.now.text" : "send.hold.now.all.text", first),
            Dialogs.Choice.filled(texts.get("send.hold.now.keep"), () -> {}),
            Dialogs.Choice.plain(act, model::goOnNow));
  }

  private static final class NoWords extends StringConverter<Double> {
    @Override
    public String toString(Double share) {
      return "";
    }

    @Override
    public Double fromString(String text) {
      return 0.0;
    }
  }
}
