package org.postroom.ui;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Consumer;
import javafx.util.Subscription;
import org.jspecify.annotations.Nullable;
import org.postroom.engine.ListReading;
import org.postroom.safety.Clearing;
import org.postroom.ui.common.BadgeKind;
import org.postroom.ui.common.MailshotModel;
import org.postroom.ui.common.News;
import org.postroom.ui.common.SaveState;
import org.postroom.ui.common.Sender;
import org.postroom.ui.common.Sight;
import org.postroom.ui.common.Step;
import org.postroom.ui.common.StepScreen;
import org.postroom.ui.common.StepState;
import org.postroom.ui.common.StepStates;
import org.postroom.ui.common.StripState;
import org.postroom.ui.common.Strips;
import org.postroom.ui.common.Texts;
import org.postroom.ui.common.Times;
import org.postroom.ui.common.UiContext;
import org.postroom.ui.send.SendScreen;

/// The mailshot that is open: its model, its six screens, and what the frame says about it.
final class OpenMailshot {
  private final MailshotModel model;
  private final Map<Step, StepScreen> screens;
  private final Texts texts;
  private final Times times;
  private final StepStates steps;
  private final Strips strips;
  private final List<Subscription> subscriptions = new ArrayList<>();
  private @Nullable StepScreen current;

  OpenMailshot(UiContext context, MailshotModel model) {
    this.model = model;
    this.texts = context.texts();
    this.times = context.times();
    this.steps = new StepStates(texts);
    this.strips = new Strips(texts);
    this.screens = Screens.of(context, model);
  }

  MailshotModel model() {
    return model;
  }

  @Nullable StepScreen screen(Step step) {
    return screens.get(step);
  }

  @Nullable StepScreen current() {
    return current;
  }

  void current(@Nullable StepScreen screen) {
    if (current != null) {
      current.hidden();
    }
    current = screen;
  }

  /// Whether the mailshot may be closed; a screen that says no has asked the person, wherever they
  /// are, and calls `goOn` where they want to.
  boolean mayLeave(Runnable goOn) {
    return screens.values().stream().allMatch(screen -> screen.mayLeave(goOn));
  }

  /// True while a run of it goes on.
  boolean goesOn() {
    return screens.get(Step.SEND) instanceof SendScreen send && send.isRunning();
  }

  /// True while a chosen time or the next day is waited for: it goes on whatever is looked at.
  boolean isScheduled() {
    return screens.get(Step.SEND) instanceof SendScreen send && send.isScheduled();
  }

  /// Calls `told` with how a run of it has ended, whatever is looked at meanwhile.
  void onEnd(Consumer<Optional<News>> told) {
    if (screens.get(Step.SEND) instanceof SendScreen send) {
      subscriptions.add(send.onEnd(told));
    }
  }

  /// Calls `update` when a run has come further: held, sending, over.
  void onRunning(Runnable update) {
    subscriptions.add(model.runningProperty().subscribe((_, _) -> update.run()));
  }

  /// Calls `update` whenever something that the frame shows may have changed.
  void onChange(Runnable update) {
    subscriptions.add(model.fileProperty().subscribe(update));
    subscriptions.add(model.savedProperty().subscribe(update));
    subscriptions.add(model.listProperty().subscribe(update));
    subscriptions.add(model.listProblemProperty().subscribe(update));
    subscriptions.add(model.readingProperty().subscribe(update));
    subscriptions.add(model.draftProperty().subscribe(update));
    subscriptions.add(model.sightProperty().subscribe(update));
    subscriptions.add(model.countingProperty().subscribe(update));
    subscriptions.add(model.reviewedProperty().subscribe(update));
    subscriptions.add(model.clearingProperty().subscribe(update));
    subscriptions.add(model.reportProperty().subscribe(update));
    subscriptions.add(model.throughProperty().subscribe(update));
    subscriptions.add(model.runningProperty().subscribe(update));
    subscriptions.add(model.statusNoteProperty().subscribe(update));
    subscriptions.add(model.bodies().loadedProperty().subscribe(update));
    for (Step step : Step.values()) {
      subscriptions.add(model.stepNote(step).subscribe(update));
    }
  }

  /// Calls `ask` whenever another program has changed the files.
  void onElsewhere(Consumer<List<String>> ask) {
    subscriptions.add(
        model
            .savedProperty()
            .subscribe(
                state -> {
                  if (state instanceof SaveState.Elsewhere(List<String> files)) {
                    ask.accept(files);
                  }
                }));
  }

  StepState state(Step step) {
    return steps.of(step, model);
  }

  /// What the badge says.
  BadgeKind badge() {
    BadgeKind running = model.runningProperty().get();
    if (running != null) {
      return running;
    }
    var report = model.reportProperty().get();
    if (report != null && report.counts().planned() > 0) {
      if (report.counts().inDoubt() > 0) {
        return BadgeKind.NEEDS_DECISION;
      }
      return report.counts().finished() ? BadgeKind.DONE : BadgeKind.STOPPED;
    }
    return switch (model.clearingProperty().get()) {
      case Clearing.Cleared _ -> BadgeKind.CLEARED;
      case Clearing.Open(var blocks, var _) when !blocks.isEmpty() -> BadgeKind.BLOCKED;
      case Clearing.Open _, Clearing.Changed _ -> BadgeKind.DRAFT;
      case null -> BadgeKind.DRAFT;
    };
  }

  /// "Saved at 14:02", or what a screen says instead.
  String status() {
    String note = model.statusNoteProperty().get();
    if (note != null) {
      return note;
    }
    return switch (model.savedProperty().get()) {
      case SaveState.Unchanged _ -> "";
      case SaveState.Pending _ -> texts.get("bar.saving");
      case SaveState.Saved(var at) -> texts.get("bar.saved", times.time(at));
      case SaveState.Elsewhere _ -> texts.get("bar.elsewhere");
      case SaveState.NotSaved _ -> texts.get("bar.not-saved");
    };
  }

  Sender sender() {
    return Sender.of(model.document());
  }

  StripState strip() {
    ListReading read = model.listProperty().get();
    return strips.of(
        new Strips.Known(
            read == null ? null : read.list().people().size(),
            model.countingProperty().get() || model.readingProperty().get() != null,
            model.sightProperty().get(),
            Sight.Shown.in(model.findings()),
            model.throughProperty().get(),
            sender().address()));
  }

  void close() {
    current(null);
    subscriptions.forEach(Subscription::unsubscribe);
    model.close();
  }
}
