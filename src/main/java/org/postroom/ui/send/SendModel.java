package org.postroom.ui.send;

import java.time.InstantSource;
import java.util.ArrayList;
import java.util.List;
import javafx.beans.property.ObjectProperty;
import javafx.beans.property.ReadOnlyIntegerProperty;
import javafx.beans.property.ReadOnlyIntegerWrapper;
import javafx.beans.property.ReadOnlyLongProperty;
import javafx.beans.property.ReadOnlyLongWrapper;
import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.beans.property.ReadOnlyObjectWrapper;
import javafx.beans.property.ReadOnlyStringProperty;
import javafx.beans.property.ReadOnlyStringWrapper;
import javafx.beans.property.SimpleObjectProperty;
import javafx.util.Subscription;
import org.jspecify.annotations.Nullable;
import org.postroom.dispatch.DeliveryOutcome;
import org.postroom.dispatch.Dialogue;
import org.postroom.dispatch.DispatchListener;
import org.postroom.dispatch.Forecast;
import org.postroom.dispatch.StopSignal;
import org.postroom.engine.Counts;
import org.postroom.engine.Draft;
import org.postroom.engine.Postroom;
import org.postroom.engine.ProblemException;
import org.postroom.engine.Report;
import org.postroom.engine.SendEnd;
import org.postroom.engine.Through;
import org.postroom.safety.Clearing;
import org.postroom.safety.SafetyReview;
import org.postroom.ui.common.MailshotModel;
import org.postroom.ui.common.Tasks;
import org.postroom.ui.send.SendState.Wait;

/// Sending, as the window goes through it: the last look, the hold, the sending, and how it ended.
/// It has no nodes. Everything but the run itself belongs to the user-interface thread.
public final class SendModel {
  private final Postroom engine;
  private final Tasks tasks;
  private final InstantSource clock;
  private final MailshotModel mailshot;
  private final List<Subscription> subscriptions = new ArrayList<>();
  private final ReadOnlyObjectWrapper<SendState> state =
      new ReadOnlyObjectWrapper<>(new SendState.Locked());
  private final ReadOnlyLongWrapper beat = new ReadOnlyLongWrapper(0);
  private final ReadOnlyObjectWrapper<List<String>> changes =
      new ReadOnlyObjectWrapper<>(List.of());
  private final ReadOnlyStringWrapper remark = new ReadOnlyStringWrapper("");
  private final ReadOnlyObjectWrapper<@Nullable Forecast> forecast = new ReadOnlyObjectWrapper<>();
  private final ReadOnlyIntegerWrapper slower = new ReadOnlyIntegerWrapper(0);
  private final ObjectProperty<RunCharts.Kind> charts =
      new SimpleObjectProperty<>(RunCharts.Kind.MINUTES);
  private final DialogueLog dialogue = new DialogueLog();
  private RunEvents events;
  private SafetyReview.@Nullable Reviewed sent;
  private @Nullable StopSignal stop;
  private final List<SendTally.Event> afterStop = new ArrayList<>();

  public SendModel(Postroom engine, Tasks tasks, InstantSource clock, MailshotModel mailshot) {
    this.engine = engine;
    this.tasks = tasks;
    this.clock = clock;
    this.mailshot = mailshot;
    this.events = new RunEvents(clock, dialogue, () -> {});
    subscriptions.add(charts.subscribe(kind -> dialogue.want(kind == RunCharts.Kind.DIALOGUE)));
    subscriptions.add(mailshot.clearingProperty().subscribe(_ -> look()));
    subscriptions.add(mailshot.reportProperty().subscribe(_ -> look()));
    look();
  }

  public ReadOnlyObjectProperty<SendState> stateProperty() {
    return state.getReadOnlyProperty();
  }

  /// Changes with every batch of outcomes, so that a view knows when to look again.
  public ReadOnlyLongProperty beatProperty() {
    return beat.getReadOnlyProperty();
  }

  /// What has changed since the letters were cleared that are to go on; empty where nothing has.
  /// Going on waits for a person then.
  public ReadOnlyObjectProperty<List<String>> changesProperty() {
    return changes.getReadOnlyProperty();
  }

  /// What people should know about the server of the run that is under way, in one or more lines;
  /// empty where there is nothing. It is no fault of a letter.
  public ReadOnlyStringProperty remarkProperty() {
    return remark.getReadOnlyProperty();
  }

  public boolean isRunning() {
    return state.get() instanceof SendState.Running;
  }

  /// How it would go.
  public SendPlan plan() {
    return plan(people());
  }

  private SendPlan plan(int people) {
    return SendPlan.of(
        people,
        unusual(),
        mailshot.practice(),
        engine.pace(mailshot.throughProperty().get()),
        mailshot.document().send());
  }

  private boolean unusual() {
    SafetyReview.Reviewed reviewed = mailshot.reviewedProperty().get();
    return reviewed != null
        && reviewed.review().findings().stream()
            .anyMatch(finding -> finding.id().equals("list.unexpected-count"));
  }

  /// When it would be done if it was confirmed now; null until it is known.
  public ReadOnlyObjectProperty<@Nullable Forecast> forecastProperty() {
    return forecast.getReadOnlyProperty();
  }

  /// Asks anew when it would be done: how it is to be sent was changed.
  void forecast() {
    forecast.set(null);
    if (state.get() instanceof SendState.Confirm confirm && confirm.letters() > 0) {
      Through through = mailshot.throughProperty().get();
      SendPlan plan = plan();
      tasks
          .work(
              _ ->
                  engine.forecast(
                      through,
                      confirm.letters(),
                      mailshot.document().acknowledge(),
                      plan.options()))
          .onSuccess(forecast::set)
          .start();
    }
  }

  /// False where it is known that it cannot be done while the clearance is good.
  boolean fits() {
    Forecast known = forecast.get();
    return known == null || known.fits();
  }

  /// From the next letter on at most so many in a minute.
  public void slower(int perMinute) {
    if (stop != null) {
      stop.slower(perMinute);
      slower.set(perMinute);
    }
  }

  /// What was asked for with [#slower] in the run that is under way; 0 for nothing.
  public ReadOnlyIntegerProperty slowerProperty() {
    return slower.getReadOnlyProperty();
  }

  /// Which chart is shown of a run; it stays chosen from one page to the next.
  ObjectProperty<RunCharts.Kind> chartsProperty() {
    return charts;
  }

  /// What is said on the connections of the run that is under way, while somebody looks.
  DialogueLog dialogue() {
    return dialogue;
  }

  /// True where the typed number is the number of people.
  public boolean right(String typed) {
    return typed.strip().equals(Integer.toString(people()));
  }

  /// Begins to hold, then sends. Nothing happens where the number is wrong or it is not cleared.
  public void start(String typed) {
    Draft draft = mailshot.draftProperty().get();
    SafetyReview.Reviewed reviewed = mailshot.reviewedProperty().get();
    SendPlan plan = plan();
    if (!(state.get() instanceof SendState.Confirm confirm)
        || draft == null
        || reviewed == null
        || !fits()
        || (plan.typed() && !right(typed))) {
      return;
    }
    mailshot.flush();
    sent = reviewed;
    Through through = mailshot.throughProperty().get();
    Addressed addressed =
        draft.plan().map(Addressed::of).orElseGet(() -> Addressed.unknown(confirm.letters()));
    SendTally tally = new SendTally(addressed, plan.pace().perMinute());
    StopSignal signal = begin(tally, plan, false);
    DispatchListener listener = events;
    run(
        tally,
        () ->
            engine.send(
                draft,
                reviewed,
                confirm.people(),
                mailshot.document().acknowledge(),
                through,
                plan.options(),
                signal,
                listener));
  }

  /// Goes on with what was not sent: held again where nothing has left yet.
  ///
  /// @param asCleared true where a person was shown what has changed since
  public void goOn(boolean asCleared) {
    goOn(asCleared, false);
  }

  /// Tries one letter, and stops after its outcome.
  public void tryOne() {
    goOn(true, true);
  }

  private void goOn(boolean asCleared, boolean one) {
    Report report = mailshot.reportProperty().get();
    if (report == null || isRunning()) {
      return;
    }
    changes.set(List.of());
    Through through = mailshot.throughProperty().get();
    SendPlan usual = plan(report.letters().size());
    SendPlan plan = nothingLeft(report.counts()) && !one ? usual : usual.unheld();
    SendTally tally = new SendTally(Addressed.of(report), plan.pace().perMinute());
    StopSignal signal = begin(tally, plan, true);
    DispatchListener listener = one ? new OnlyOne(events, signal) : events;
    run(
        tally,
        () -> engine.resume(mailshot.file(), through, asCleared, plan.options(), signal, listener));
  }

  static boolean nothingLeft(Counts counts) {
    return counts.notYetSent() == counts.planned() - counts.withdrawn();
  }

  /// Ends the hold or the pause between two stages, which a person was asked about.
  public void goOnNow() {
    if (stop != null
        && state.get() instanceof SendState.Running running
        && running.pause() != null) {
      stop.goOn();
    }
  }

  /// Stop: acts at once and asks nothing.
  public void stop() {
    if (stop != null && state.get() instanceof SendState.Running running && !running.stopping()) {
      drain();
      stop.press();
      if (state.get() instanceof SendState.Running now) {
        state.set(now.stopped());
      }
    }
  }

  /// Ends the mailshot: what was not sent is withdrawn.
  ///
  /// @param then what is to happen after that
  public void end(String reason, Runnable then) {
    boolean practice = mailshot.practice();
    tasks
        .work(
            _ -> {
              engine.end(mailshot.file(), practice, reason);
              return true;
            })
        .onSuccess(
            _ -> {
              // Another send is a new plan, of letters that are planned anew.
              sent = null;
              mailshot.refreshDraft();
              leaveEnded();
              mailshot.refreshReport();
              then.run();
            })
        .start();
  }

  /// Shows how it stands, no longer how it ended.
  void leaveEnded() {
    if (!isRunning()) {
      state.set(new SendState.Locked());
      look();
    }
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

  private StopSignal begin(SendTally tally, SendPlan plan, boolean resumed) {
    StopSignal signal = new StopSignal();
    stop = signal;
    afterStop.clear();
    remark.set("");
    slower.set(0);
    events = new RunEvents(clock, dialogue, () -> tasks.onScreen(this::drain));
    var now = clock.instant();
    // The engine says when the hold has really begun: it writes the letters down first.
    Wait hold =
        plan.scheduled(now)
            ? new Wait(Wait.Why.SCHEDULE, plan.first(now))
            : plan.hold().isZero() ? null : new Wait(Wait.Why.HOLD, plan.first(now));
    state.set(new SendState.Running(tally, plan, now, hold, resumed, false));
    return signal;
  }

  /// A run of the engine.
  private interface Run {
    SendEnd go() throws ProblemException;
  }

  /// Lets one letter have its outcome.
  private record OnlyOne(DispatchListener told, StopSignal signal) implements DispatchListener {
    @Override
    public void settled(int index, DeliveryOutcome outcome) {
      signal.press();
      told.settled(index, outcome);
    }

    @Override
    public void waiting(String why, long seconds) {
      told.waiting(why, seconds);
    }

    @Override
    public void leaving() {
      told.leaving();
    }

    @Override
    public void remarked(String text) {
      told.remarked(text);
    }

    @Override
    public Dialogue dialogue() {
      return told.dialogue();
    }
  }

  private void run(SendTally tally, Run run) {
    tasks
        .work(_ -> run.go())
        .onSuccess(end -> ended(end, tally))
        .onProblem(problem -> state.set(new SendState.Failed(problem)))
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
      case SendEnd.Ran ran ->
          state.set(new SendState.Ended(ran, tally, clock.instant(), afterStop));
      case SendEnd.ChangedSince(List<String> what) -> {
        state.set(new SendState.Locked());
        look();
        changes.set(what);
      }
      // The window clears before it sends: these say that something changed in between.
      case SendEnd.NotCleared _, SendEnd.WrongCount _ -> {
        state.set(new SendState.Locked());
        mailshot.refreshDraft();
      }
    }
  }

  private void drain() {
    List<RunEvents.Event> now = events.take();
    if (state.get() instanceof SendState.Running running) {
      Wait before = running.pause();
      Wait wait = before;
      for (RunEvents.Event event : now) {
        switch (event) {
          case RunEvents.Event.Settled(var index, var outcome, var at) -> {
            running.tally().settled(index, outcome, at);
            if (running.stopping()) {
              afterStop.add(running.tally().justNow().getFirst());
            }
            wait = null;
          }
          case RunEvents.Event.Waits(Wait next) -> wait = next;
          case RunEvents.Event.Leaving _ -> wait = null;
          case RunEvents.Event.Remarked(String text) ->
              remark.set(remark.get().isEmpty() ? text : remark.get() + "\n" + text);
        }
      }
      if (wait == null ? before != null : !wait.equals(before)) {
        state.set(running.waiting(wait));
      }
      beat.set(beat.get() + 1);
    }
  }

  /// False where something was decided since it ended.
  private static boolean stands(SendState.Ended ended, @Nullable Report now) {
    return now == null || now.counts().equals(ended.end().report().counts());
  }

  /// What the screen shows while nothing runs.
  private void look() {
    Report report = mailshot.reportProperty().get();
    Draft draft = mailshot.draftProperty().get();
    boolean cleared = mailshot.clearingProperty().get() instanceof Clearing.Cleared;
    // What was cleared for the run that ended is not cleared for another one.
    boolean anew =
        cleared
            && (sent == null || !sent.equals(mailshot.reviewedProperty().get()))
            && (report == null || report.counts().finished());
    if (isRunning()
        || (state.get() instanceof SendState.Ended ended && !anew && stands(ended, report))) {
      return;
    }
    if (report != null && report.counts().planned() > 0 && !anew) {
      state.set(new SendState.Before(report));
    } else if (cleared && draft != null) {
      state.set(
          new SendState.Confirm(
              draft.people(),
              draft.plan().map(plan -> plan.size()).orElse(0),
              draft.list().rows(),
              draft.list().leftOut().size()));
      forecast();
    } else {
      state.set(new SendState.Locked());
    }
  }
}
