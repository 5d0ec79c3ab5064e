package org.postroom.ui.send;

import javafx.animation.Animation;
import javafx.animation.KeyFrame;
import javafx.animation.Timeline;
import javafx.scene.Node;
import javafx.scene.control.Button;
import javafx.scene.layout.Region;
import javafx.scene.layout.StackPane;
import javafx.scene.layout.VBox;
import javafx.util.Duration;
import org.jspecify.annotations.Nullable;
import org.postroom.engine.Through;
import org.postroom.ui.common.BadgeKind;
import org.postroom.ui.common.Dialogs;
import org.postroom.ui.common.ErrorCard;
import org.postroom.ui.common.Footer;
import org.postroom.ui.common.Icons;
import org.postroom.ui.common.MailshotModel;
import org.postroom.ui.common.Step;
import org.postroom.ui.common.StepScreen;
import org.postroom.ui.common.StepState;
import org.postroom.ui.common.Texts;
import org.postroom.ui.common.Ui;
import org.postroom.ui.common.UiContext;
import org.postroom.ui.send.SendModel.State;

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
    model.beatProperty().subscribe(_ -> refresh());
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
    if (!(model.stateProperty().get() instanceof State.Running running)) {
      return true;
    }
    int have = running.tally().count(SendTally.State.ACCEPTED);
    context
        .dialogs()
        .ask(
            texts.get("send.leave.title"),
            texts.get("send.leave.text", have, running.tally().letters() - have),
            Dialogs.Choice.filled(texts.get("send.leave.keep"), () -> {}),
            Dialogs.Choice.danger(
                texts.get("send.leave.stop"),
                () -> {
                  model.stop();
                  whenStopped(goOn);
                }));
    return false;
  }

  private void whenStopped(Runnable goOn) {
    javafx.util.Subscription[] once = new javafx.util.Subscription[1];
    once[0] =
        model
            .stateProperty()
            .subscribe(
                (_, now) -> {
                  if (!(now instanceof State.Running)) {
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
    if (shown != null && model.stateProperty().get() instanceof State.Running running) {
      Node before = shown.stopButton();
      shown.refresh();
      if (!shown.stopButton().equals(before)) {
        shown.stopButton().requestFocus();
        badge(running);
      }
    }
  }

  private void show(State state) {
    if (state instanceof State.Running running && run != null && run.shows(running)) {
      run.update(running);
      return;
    }
    confirm = null;
    run = null;
    clock.stop();
    footer.extras().clear();
    footer.continueTextProperty().set("");
    footer.reasonProperty().set("");
    mailshot.runningProperty().set(null);
    mailshot.stepNote(Step.SEND).set(null);
    boolean focus = root.getScene() != null && root.isVisible();
    switch (state) {
      case State.Locked _ -> locked();
      case State.Confirm facts -> confirm(facts);
      case State.Running running -> running(running);
      case State.Ended ended ->
          ended(
              new EndedPane(
                  context,
                  model,
                  ended.end().report(),
                  ended.end().result(),
                  ended.at(),
                  ended.tally()));
      case State.Before before ->
          ended(new EndedPane(context, model, before.report(), null, null, null));
      case State.Failed failed -> {
        ErrorCard card =
            new ErrorCard(
                failed.problem(),
                texts.get("send.failed.back"),
                () -> context.navigator().step(Step.REVIEW));
        VBox page = new VBox(card);
        page.getStyleClass().add("pr-page");
        root.getChildren().setAll(page);
        first = card;
      }
    }
    if (focus) {
      first.requestFocus();
    }
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

  private void confirm(State.Confirm facts) {
    ConfirmPane pane = new ConfirmPane(context, mailshot, model, facts, this::judge);
    confirm = pane;
    root.getChildren().setAll(pane);
    first = model.plan().typed() ? pane.first() : root;
    boolean held = !model.plan().hold().isZero();
    String act =
        mailshot.practice()
            ? texts.get("send.act.practice", facts.letters())
            : texts.get(held ? "send.act.hold" : "send.act.send", facts.letters());
    footer.continueTextProperty().set(act);
    footer.continueIconProperty().set(held ? Icons.CLOCK : Icons.SEND);
    footer.onContinueProperty().set(() -> model.start(pane.typedNumber()));
    if (!mailshot.practice()) {
      footer.extras().setAll(instead);
    }
    judge();
  }

  private void judge() {
    ConfirmPane pane = confirm;
    if (pane != null) {
      boolean ready = !model.plan().typed() || model.right(pane.typedNumber());
      footer.enabledProperty().set(ready);
      footer
          .reasonProperty()
          .set(texts.get(ready ? "send.enter-does-not" : "send.type-the-number"));
    }
  }

  private void running(State.Running running) {
    RunPane pane = new RunPane(context, mailshot, model, running);
    run = pane;
    root.getChildren().setAll(pane);
    first = pane.stopButton();
    footer.enabledProperty().set(false);
    badge(running);
    clock.play();
  }

  private void badge(State.Running running) {
    boolean held = running.held(context.clock().instant());
    mailshot.runningProperty().set(held ? BadgeKind.HELD : BadgeKind.SENDING);
    mailshot
        .stepNote(Step.SEND)
        .set(
            new StepState(
                StepState.Mark.NUMBER,
                held
                    ? texts.get("send.state.held")
                    : texts.get("send.state.sending", running.tally().letters()),
                true));
  }

  private void ended(EndedPane pane) {
    root.getChildren().setAll(pane);
    first = pane.first();
    footer.enabledProperty().set(true);
    footer.continueTextProperty().set(texts.get("send.to-report"));
    footer.onContinueProperty().set(() -> context.navigator().step(Step.REPORT));
  }
}
