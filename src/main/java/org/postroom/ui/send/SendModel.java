package org.postroom.ui.send;

import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.List;
import java.util.Queue;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.atomic.AtomicBoolean;
import javafx.beans.property.ReadOnlyLongProperty;
import javafx.beans.property.ReadOnlyLongWrapper;
import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.beans.property.ReadOnlyObjectWrapper;
import javafx.util.Subscription;
import org.jspecify.annotations.Nullable;
import org.postroom.dispatch.DeliveryOutcome;
import org.postroom.dispatch.DispatchListener;
import org.postroom.dispatch.DispatchOptions;
import org.postroom.dispatch.Pace;
import org.postroom.dispatch.StopSignal;
import org.postroom.engine.Counts;
import org.postroom.engine.Draft;
import org.postroom.engine.Postroom;
import org.postroom.engine.Problem;
import org.postroom.engine.ProblemException;
import org.postroom.engine.Report;
import org.postroom.engine.SendEnd;
import org.postroom.engine.Through;
import org.postroom.safety.Clearing;
import org.postroom.safety.SafetyReview;
import org.postroom.ui.common.MailshotModel;
import org.postroom.ui.common.Tasks;

/// Sending, as the window goes through it: the last look, the hold, the sending, and how it ended.
/// It has no nodes. Everything but the run itself belongs to the user-interface thread.
public final class SendModel {
  private final Postroom engine;
  private final Tasks tasks;
  private final InstantSource clock;
  private final MailshotModel mailshot;
  private final List<Subscription> subscriptions = new ArrayList<>();
  private final ReadOnlyObjectWrapper<State> state =
      new ReadOnlyObjectWrapper<>(new State.Locked());
  private final ReadOnlyLongWrapper beat = new ReadOnlyLongWrapper(0);
  private final Queue<Settled> arrived = new ConcurrentLinkedQueue<>();
  private final AtomicBoolean underWay = new AtomicBoolean();
  private @Nullable StopSignal stop;

  private record Settled(int index, DeliveryOutcome outcome, Instant at) {}

  /// Where sending is.
  public sealed interface State {
    /// Not cleared.
    record Locked() implements State {}

    /// The last look.
    ///
    /// @param people the number that has to be typed
    /// @param rows all rows of the file, which is what people type by mistake
    record Confirm(int people, int letters, int rows, int leftOut) implements State {}

    /// @param until nothing leaves before; in the past once it goes
    record Running(
        SendTally tally,
        Plan plan,
        Instant started,
        Instant until,
        boolean resumed,
        boolean stopping)
        implements State {
      /// True while nothing has left.
      public boolean held(Instant now) {
        return now.isBefore(until) && tally.done() == 0;
      }
    }

    /// @param tally null where it was sent before this window was opened
    record Ended(SendEnd.Ran end, @Nullable SendTally tally, Instant at) implements State {}

    /// Sent, or partly sent, in an earlier session.
    record Before(Report report) implements State {}

    record Failed(Problem problem) implements State {}
  }

  /// How it will go, as decided for the window.
  ///
  /// @param hold how long nothing leaves
  /// @param staged first 5, then 1 %, then the rest
  /// @param typed whether the number has to be typed
  public record Plan(Duration hold, boolean staged, boolean typed, Pace pace) {
    /// No hold up to ten people, a minute up to 100, ten minutes above; practice is not held.
    static Plan of(int people, boolean practice, Pace pace) {
      Duration hold =
          practice || people <= 10
              ? Duration.ZERO
              : people <= 100 ? Duration.ofMinutes(1) : Duration.ofMinutes(10);
      return new Plan(hold, !practice && people > 100, people > 10, pace);
    }
  }

  public SendModel(Postroom engine, Tasks tasks, InstantSource clock, MailshotModel mailshot) {
    this.engine = engine;
    this.tasks = tasks;
    this.clock = clock;
    this.mailshot = mailshot;
    subscriptions.add(mailshot.clearingProperty().subscribe(_ -> look()));
    subscriptions.add(mailshot.reportProperty().subscribe(_ -> look()));
    look();
  }

  public ReadOnlyObjectProperty<State> stateProperty() {
    return state.getReadOnlyProperty();
  }

  /// Changes with every batch of outcomes, so that a view knows when to look again.
  public ReadOnlyLongProperty beatProperty() {
    return beat.getReadOnlyProperty();
  }

  public boolean isRunning() {
    return state.get() instanceof State.Running;
  }

  /// How it would go.
  public Plan plan() {
    int people = people();
    return Plan.of(people, mailshot.practice(), engine.pace(mailshot.throughProperty().get()));
  }

  /// True where the typed number is the number of people.
  public boolean right(String typed) {
    return typed.strip().equals(Integer.toString(people()));
  }

  /// Begins to hold, then sends. Nothing happens where the number is wrong or it is not cleared.
  public void start(String typed) {
    Draft draft = mailshot.draftProperty().get();
    SafetyReview.Reviewed reviewed = mailshot.reviewedProperty().get();
    if (!(state.get() instanceof State.Confirm confirm)
        || draft == null
        || reviewed == null
        || (plan().typed() && !right(typed))) {
      return;
    }
    mailshot.flush();
    Plan plan = plan();
    Through through = mailshot.throughProperty().get();
    StopSignal signal = new StopSignal();
    SendTally tally = new SendTally(confirm.letters(), plan.pace().perMinute());
    begin(signal, tally, plan, false);
    run(
        tally,
        () ->
            engine.send(
                draft,
                reviewed,
                confirm.people(),
                mailshot.document().acknowledge(),
                through,
                options(plan),
                signal,
                listener()));
  }

  /// Goes on with what was not sent.
  public void goOn() {
    Report report = mailshot.reportProperty().get();
    if (report == null || isRunning()) {
      return;
    }
    Through through = mailshot.throughProperty().get();
    Plan plan = new Plan(Duration.ZERO, false, true, engine.pace(through));
    StopSignal signal = new StopSignal();
    SendTally tally = tally(report, plan.pace().perMinute());
    begin(signal, tally, plan, true);
    run(
        tally,
        () -> engine.resume(mailshot.file(), through, true, options(plan), signal, listener()));
  }

  /// Stop: acts at once and asks nothing.
  public void stop() {
    if (stop != null && state.get() instanceof State.Running running) {
      stop.press();
      state.set(
          new State.Running(
              running.tally(),
              running.plan(),
              running.started(),
              running.until(),
              running.resumed(),
              true));
    }
  }

  /// Ends the mailshot: what was not sent is withdrawn.
  public void end(String reason) {
    boolean practice = mailshot.practice();
    tasks
        .work(
            _ -> {
              engine.end(mailshot.file(), practice, reason);
              return true;
            })
        .onSuccess(_ -> mailshot.refreshReport())
        .start();
  }

  /// Takes over what has arrived since; called by the view once a second as well.
  public void tick() {
    drain();
  }

  public void close() {
    subscriptions.forEach(Subscription::unsubscribe);
  }

  private int people() {
    Draft draft = mailshot.draftProperty().get();
    return draft == null ? 0 : draft.people();
  }

  private void begin(StopSignal signal, SendTally tally, Plan plan, boolean resumed) {
    stop = signal;
    Instant now = clock.instant();
    state.set(new State.Running(tally, plan, now, now.plus(plan.hold()), resumed, false));
  }

  private static DispatchOptions options(Plan plan) {
    // The window waits by itself for letters that are to be tried again.
    return new DispatchOptions(plan.pace(), Duration.ofHours(12), plan.hold(), plan.staged());
  }

  /// A run of the engine.
  private interface Run {
    SendEnd go() throws ProblemException;
  }

  private void run(SendTally tally, Run run) {
    tasks
        .work(_ -> run.go())
        .onSuccess(end -> ended(end, tally))
        .onProblem(problem -> state.set(new State.Failed(problem)))
        .onEnd(
            () -> {
              stop = null;
              mailshot.refreshReport();
            })
        .start();
  }

  private void ended(SendEnd end, SendTally tally) {
    drain();
    switch (end) {
      case SendEnd.Ran ran -> state.set(new State.Ended(ran, tally, clock.instant()));
      // The window clears before it sends: these say that something changed in between.
      case SendEnd.NotCleared _, SendEnd.WrongCount _, SendEnd.ChangedSince _ -> {
        state.set(new State.Locked());
        mailshot.refreshDraft();
      }
    }
  }

  private DispatchListener listener() {
    return new DispatchListener() {
      @Override
      public void settled(int index, DeliveryOutcome outcome) {
        arrived.add(new Settled(index, outcome, clock.instant()));
        if (underWay.compareAndSet(false, true)) {
          tasks.onScreen(SendModel.this::drain);
        }
      }

      @Override
      public void waiting(String why, long seconds) {
        if (underWay.compareAndSet(false, true)) {
          tasks.onScreen(SendModel.this::drain);
        }
      }
    };
  }

  private void drain() {
    underWay.set(false);
    if (state.get() instanceof State.Running running) {
      Queue<Settled> now = new ArrayDeque<>();
      for (Settled each = arrived.poll(); each != null; each = arrived.poll()) {
        now.add(each);
      }
      now.forEach(each -> running.tally().settled(each.index(), each.outcome(), each.at()));
      beat.set(beat.get() + 1);
    } else {
      arrived.clear();
    }
  }

  private static SendTally tally(Report report, int perMinute) {
    SendTally tally = new SendTally(report.letters().size(), perMinute);
    for (int i = 0; i < report.letters().size(); i++) {
      switch (report.letters().get(i).state()) {
        case PLANNED, CLAIMED, WITHDRAWN -> {
          // Nothing has happened to it, or nothing will.
        }
        case ACCEPTED -> tally.before(i, SendTally.State.ACCEPTED);
        case DEFERRED -> tally.before(i, SendTally.State.WAITING);
        case REFUSED -> tally.before(i, SendTally.State.REFUSED);
        case COMMITTING, IN_DOUBT -> tally.before(i, SendTally.State.IN_DOUBT);
      }
    }
    return tally;
  }

  /// What the screen shows while nothing runs.
  private void look() {
    if (isRunning() || state.get() instanceof State.Ended) {
      return;
    }
    Report report = mailshot.reportProperty().get();
    Draft draft = mailshot.draftProperty().get();
    boolean cleared = mailshot.clearingProperty().get() instanceof Clearing.Cleared;
    if (report != null && report.counts().planned() > 0 && !open(report.counts(), cleared)) {
      state.set(new State.Before(report));
    } else if (cleared && draft != null) {
      state.set(
          new State.Confirm(
              draft.people(),
              draft.plan().map(plan -> plan.size()).orElse(0),
              draft.list().rows(),
              draft.list().leftOut().size()));
    } else {
      state.set(new State.Locked());
    }
  }

  /// A finished mailshot that was cleared again is a new send.
  private static boolean open(Counts counts, boolean cleared) {
    return counts.finished() && cleared;
  }
}
