package org.postroom.ui.send;

import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;
import javafx.animation.Animation;
import javafx.animation.KeyFrame;
import javafx.animation.Timeline;
import javafx.beans.property.ObjectProperty;
import javafx.scene.Node;
import javafx.scene.control.Button;
import javafx.scene.layout.Region;
import javafx.scene.layout.StackPane;
import javafx.scene.layout.VBox;
import javafx.util.Duration;
import javafx.util.Subscription;
import org.jspecify.annotations.Nullable;
import org.postroom.dispatch.DispatchResult;
import org.postroom.engine.Problem;
import org.postroom.engine.Report;
import org.postroom.engine.Through;
import org.postroom.ui.common.BadgeKind;
import org.postroom.ui.common.Dialogs;
import org.postroom.ui.common.ErrorCard;
import org.postroom.ui.common.Footer;
import org.postroom.ui.common.Icons;
import org.postroom.ui.common.MailshotModel;
import org.postroom.ui.common.News;
import org.postroom.ui.common.Step;
import org.postroom.ui.common.StepScreen;
import org.postroom.ui.common.StepState;
import org.postroom.ui.common.Texts;
import org.postroom.ui.common.Ui;
import org.postroom.ui.common.UiContext;

/// Step 5: the last look, the hold, the sending, and how it ended. Enter never sends; Escape always
/// leads away from sending.
public final class SendScreen implements StepScreen {
  private final UiContext context;
  private final Texts texts;
  private final MailshotModel mailshot;
  private final SendModel model;
  private final Footer footer;
  private final StackPane root = new StackPane();
  private final Timeline clock;
  private final Button instead;
  private Node first = root;
  private @Nullable ConfirmPane confirm;
  private @Nullable RunPane run;

  public SendScreen(UiContext context, MailshotModel mailshot) {
    this.context = context;
    this.texts = context.texts();
    this.mailshot = mailshot;
    this.model = new SendModel(context.engine(), context.tasks(), context.clock(), mailshot);
    this.footer = new Footer("", () -> {});
    footer.byKeyProperty().set(false);
    footer.backKeyProperty().set("Esc");
    instead = Ui.button(texts.get("send.practice-instead"), "flat");
    instead.setOnAction(_ -> mailshot.throughProperty().set(new Through.Practice(null)));
    root.setMinHeight(430);
    clock = new Timeline(new KeyFrame(Duration.seconds(1), _ -> tick()));
    clock.setCycleCount(Animation.INDEFINITE);
    model.stateProperty().subscribe(this::show);
    model.changesProperty().subscribe(this::changed);
    model.beatProperty().subscribe(_ -> refresh());
    model
        .forecastProperty()
        .subscribe(
            known -> {
              if (confirm != null) {
                confirm.forecast(known);
                judge();
              }
            });
  }

  SendModel model() {
    return model;
  }

  @Override
  public Step step() {
    return Step.SEND;
  }

  @Override
  public Footer footer() {
    return footer;
  }

  @Override
  public Region node() {
    return root;
  }

  @Override
  public Node firstFocus() {
    return first;
  }

  /// Escape is Stop while it runs; otherwise back to the review.
  @Override
  public boolean escape() {
    if (model.isRunning()) {
      model.stop();
    } else {
      context.navigator().step(Step.REVIEW);
    }
    return true;
  }

  /// Leaving the mailshot while it runs asks first.
  @Override
  public boolean mayLeave(Runnable goOn) {
    if (!(model.stateProperty().get() instanceof SendState.Running running)) {
      return true;
    }
    int have = running.tally().count(SendTally.State.ACCEPTED);
    context
        .dialogs()
        .ask(
            texts.get("send.leave.title"),
            texts.get("send.leave.text", have, running.tally().letters() - have),
            Dialogs.Choice.filled(
                texts.get(running.held() ? "send.leave.hold" : "send.leave.keep"), () -> {}),
            Dialogs.Choice.danger(
                texts.get("send.leave.stop"),
                () -> {
                  model.stop();
                  whenStopped(goOn);
                }));
    return false;
  }

  public boolean isRunning() {
    return model.isRunning();
  }

  /// Calls `told` with how a run has ended, each time one does.
  public Subscription onEnd(Consumer<Optional<News>> told) {
    return model
        .stateProperty()
        .subscribe(
            (before, now) -> {
              if (before instanceof SendState.Running) {
                told.accept(EndNews.of(now, mailshot.document().name(), texts));
              }
            });
  }

  /// True while a chosen time is waited for, or the next day.
  public boolean isScheduled() {
    return model.stateProperty().get() instanceof SendState.Running running
        && (running.untilTomorrow()
            || (running.held() && running.plan().scheduled(running.started())));
  }

  private void whenStopped(Runnable goOn) {
    if (!model.isRunning()) {
      goOn.run();
      return;
    }
    Subscription[] once = new Subscription[1];
    once[0] =
        model
            .stateProperty()
            .subscribe(
                (_, now) -> {
                  if (!(now instanceof SendState.Running)) {
                    once[0].unsubscribe();
                    goOn.run();
                  }
                });
  }

  private void tick() {
    model.tick();
    refresh();
  }

  private void refresh() {
    RunPane shown = run;
    if (shown != null && model.stateProperty().get() instanceof SendState.Running running) {
      shown.refresh();
      say(running);
    }
  }

  private void show(SendState state) {
    if (state instanceof SendState.Running running && run != null && run.shows(running)) {
      Node before = run.stopButton();
      run.update(running);
      Node stop = run.stopButton();
      if (!stop.equals(before)) {
        first = stop;
        if (root.isVisible()) {
          // Stop has the focus at first, whatever it is called now.
          stop.requestFocus();
        }
      }
      say(running);
      return;
    }
    confirm = null;
    run = null;
    clock.stop();
    footer.extras().clear();
    footer.visibleProperty().set(true);
    footer.continueTextProperty().set("");
    footer.continueIconProperty().set("");
    footer.reasonProperty().set("");
    mailshot.runningProperty().set(null);
    mailshot.statusNoteProperty().set(null);
    mailshot.stepNote(Step.SEND).set(null);
    mailshot.stepNote(Step.REPORT).set(null);
    boolean focus = root.getScene() != null && root.isVisible();
    switch (state) {
      case SendState.Locked _ -> locked();
      case SendState.Confirm facts -> confirm(facts);
      case SendState.Running running -> running(running);
      case SendState.Ended ended -> ended(ended);
      case SendState.Before(Report report) ->
          ended(new EndedPane(context, mailshot, model, report, null));
      case SendState.Failed(Problem problem) -> failed(problem);
    }
    if (focus) {
      first.requestFocus();
    }
  }

  private void failed(Problem problem) {
    ErrorCard card =
        new ErrorCard(
            problem, texts.get("send.failed.back"), () -> context.navigator().step(Step.REVIEW));
    VBox page = new VBox(card);
    page.getStyleClass().add("pr-page");
    root.getChildren().setAll(page);
    first = card;
  }

  private void locked() {
    VBox page =
        new VBox(
            6,
            Ui.title(texts.get("send.locked.title")),
            Ui.paragraph(texts.get("send.locked.text"), "pr-muted"));
    page.getStyleClass().add("pr-page");
    root.getChildren().setAll(page);
    first = page;
  }

  private void confirm(SendState.Confirm facts) {
    ConfirmPane pane =
        new ConfirmPane(context, mailshot, model, facts, this::judge, () -> changedHow(facts));
    confirm = pane;
    pane.forecast(model.forecastProperty().get());
    root.getChildren().setAll(pane);
    boolean typed = model.plan().typed();
    first = typed ? pane.first() : root;
    SendPlan plan = model.plan();
    boolean scheduled = plan.scheduled(context.clock().instant());
    boolean held = scheduled || !plan.hold().isZero();
    String act =
        mailshot.practice()
            ? texts.get("send.act.practice", facts.letters())
            : texts.get(
                scheduled ? "send.act.later" : held ? "send.act.hold" : "send.act.send",
                facts.letters());
    footer.continueTextProperty().set(act);
    footer.continueIconProperty().set(held ? Icons.CLOCK : Icons.SEND);
    footer.onContinueProperty().set(() -> model.start(pane.typedNumber()));
    if (!mailshot.practice()) {
      footer.extras().setAll(instead);
    }
    mailshot
        .stepNote(Step.SEND)
        .set(
            new StepState(
                StepState.Mark.NUMBER,
                texts.get(typed ? "send.state.type" : "send.state.ready"),
                true));
    judge();
  }

  private void changedHow(SendState.Confirm facts) {
    model.forecast();
    confirm(facts);
    // What had the focus before the dialog is gone.
    first.requestFocus();
  }

  private void judge() {
    ConfirmPane pane = confirm;
    if (pane != null) {
      boolean ready = !model.plan().typed() || model.right(pane.typedNumber());
      boolean fits = model.fits();
      footer.enabledProperty().set(ready && fits);
      footer
          .reasonProperty()
          .set(
              texts.get(
                  !fits
                      ? "send.does-not-fit"
                      : ready ? "send.enter-does-not" : "send.type-the-number"));
    }
  }

  private void running(SendState.Running running) {
    RunPane pane = new RunPane(context, model, running);
    run = pane;
    root.getChildren().setAll(pane);
    first = pane.stopButton();
    // Nothing stands beside Stop.
    footer.visibleProperty().set(false);
    say(running);
    clock.play();
  }

  /// What the frame says while it runs.
  private void say(SendState.Running running) {
    boolean held = running.held();
    tell(mailshot.runningProperty(), held ? BadgeKind.HELD : BadgeKind.SENDING);
    tell(
        mailshot.statusNoteProperty(),
        held
            ? texts.get("send.status.held", context.times().timeOrDate(running.started()))
            : texts.get("send.status.sending"));
    tell(
        mailshot.stepNote(Step.SEND),
        new StepState(
            StepState.Mark.NUMBER,
            held
                ? texts.get("send.state.held")
                : texts.get(
                    "send.state.sending", running.tally().done(), running.tally().letters()),
            true));
    if (!held) {
      tell(
          mailshot.stepNote(Step.REPORT),
          new StepState(StepState.Mark.NUMBER, texts.get("send.state.report"), false));
    }
  }

  /// Only what is new: the frame is drawn again for each of them.
  private static <T> void tell(ObjectProperty<@Nullable T> property, T value) {
    if (!value.equals(property.get())) {
      property.set(value);
    }
  }

  private void ended(SendState.Ended ended) {
    var counts = ended.end().report().counts();
    String at = context.times().time(ended.at());
    int settled = counts.planned() - counts.notYetSent();
    switch (ended.end().result()) {
      case DispatchResult.Paused paused -> {
        PausedPane pane = new PausedPane(context, model, ended, paused);
        root.getChildren().setAll(pane);
        first = pane.first();
        footer.visibleProperty().set(false);
        mailshot.runningProperty().set(BadgeKind.PAUSED);
        mailshot.statusNoteProperty().set(texts.get("send.status.paused", at));
        note(texts.get("send.state.paused", settled, counts.planned()));
      }
      case DispatchResult.Stopped _ -> {
        ended(new EndedPane(context, mailshot, model, ended.end().report(), ended));
        // Everything that can be done stands on the page.
        footer.visibleProperty().set(false);
        mailshot.statusNoteProperty().set(texts.get("send.status.stopped", at));
        note(texts.get("send.state.stopped", settled, counts.planned()));
      }
      case DispatchResult.Completed _ ->
          ended(new EndedPane(context, mailshot, model, ended.end().report(), ended));
    }
  }

  private void note(String text) {
    mailshot.stepNote(Step.SEND).set(new StepState(StepState.Mark.ATTENTION, text, true));
  }

  private void ended(EndedPane pane) {
    root.getChildren().setAll(pane);
    first = pane.first();
    footer.enabledProperty().set(true);
    footer.continueTextProperty().set(texts.get("send.to-report"));
    footer.onContinueProperty().set(() -> context.navigator().step(Step.REPORT));
  }

  /// Going on with letters that were cleared before something was changed is said first.
  private void changed(List<String> what) {
    if (!what.isEmpty()) {
      context
          .dialogs()
          .ask(
              texts.get("send.changed.title"),
              texts.get("send.changed.text", String.join(", ", what)),
              Dialogs.Choice.filled(texts.get("send.changed.keep"), () -> {}),
              Dialogs.Choice.plain(texts.get("send.changed.go-on"), () -> model.goOn(true)));
    }
  }
}
