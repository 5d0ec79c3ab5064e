package org.postroom.ui.send;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.postroom.engine.Problem;
import org.postroom.engine.Report;
import org.postroom.engine.SendEnd;

/// Where sending is.
public sealed interface SendState {
  /// Not cleared.
  record Locked() implements SendState {}

  /// The last look.
  ///
  /// @param people the number that has to be typed
  /// @param rows all rows of the file, which is what people type by mistake
  record Confirm(int people, int letters, int rows, int leftOut) implements SendState {}

  /// @param pause what it waits for now, or null while letters leave
  /// @param stopping true once Stop was pressed
  record Running(
      SendTally tally,
      SendPlan plan,
      Instant started,
      @Nullable Wait pause,
      boolean resumed,
      boolean stopping)
      implements SendState {
    /// True while nothing has left: until the engine says that letters may leave.
    public boolean held() {
      return pause != null && (pause.why() == Wait.Why.HOLD || pause.why() == Wait.Why.SCHEDULE);
    }

    /// True between two stages.
    public boolean betweenStages() {
      return pause != null && pause.why() == Wait.Why.STAGE;
    }

    /// True while the limit of the day is reached, so that it goes on tomorrow.
    public boolean untilTomorrow() {
      return pause != null && pause.ofTheDay() && plan.pace().perDay() > 0;
    }

    Running waiting(@Nullable Wait now) {
      return new Running(tally, plan, started, now, resumed, stopping);
    }

    Running stopped() {
      return new Running(tally, plan, started, pause, resumed, true);
    }
  }

  /// @param tally what happened in this run
  /// @param afterStop letters that had their outcome after Stop was pressed, in that order
  record Ended(SendEnd.Ran end, SendTally tally, Instant at, List<SendTally.Event> afterStop)
      implements SendState {
    public Ended {
      afterStop = List.copyOf(afterStop);
    }
  }

  /// Sent, or partly sent, in an earlier session or run.
  record Before(Report report) implements SendState {}

  record Failed(Problem problem) implements SendState {}

  /// What a run waits for.
  ///
  /// @param until when it goes on by itself
  /// @param lasts how long it waits from when it began to
  record Wait(Why why, Instant until, Duration lasts) {
    private static final Duration HOUR = Duration.ofHours(1);

    Wait(Why why, Instant until) {
      this(why, until, Duration.ZERO);
    }

    /// No other limit makes it wait for longer than an hour.
    boolean ofTheDay() {
      return why == Why.PACE && lasts.compareTo(HOUR) > 0;
    }

    /// The reasons that the dispatcher knows.
    public enum Why {
      HOLD,
      SCHEDULE,
      STAGE,
      PACE,
      DEFERRED,
      RECONNECT
    }
  }
}
