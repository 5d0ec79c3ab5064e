package org.postroom.dispatch;

import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.List;
import java.util.Optional;
import java.util.random.RandomGenerator;
import org.jspecify.annotations.Nullable;
import org.postroom.safety.ClearedPlan;

/// One run: the hold, then one connection, and when that one stands the others that are allowed.
final class DispatchRun {
  /// A hold that ends so much later than it should was slept through: nobody watched it.
  private static final Duration OVERSLEPT = Duration.ofMinutes(1);

  private final ClearedPlan plan;
  private final DispatchOptions options;
  private final DispatchListener listener;
  private final Ledger ledger;
  private final InstantSource clock;
  private final Courier courier;
  private final Pauses pauses;
  private final Desk desk;

  /// Beside the first connection's, which is the caller's own.
  private final List<Thread> others = new ArrayList<>();

  private volatile @Nullable Throwable broken;

  DispatchRun(
      ClearedPlan plan,
      DispatchOptions options,
      StopSignal stop,
      DispatchListener listener,
      Ledger ledger,
      InstantSource clock,
      RandomGenerator random,
      Courier courier,
      Waiting waiting) {
    this.plan = plan;
    this.options = options;
    this.listener = listener;
    this.ledger = ledger;
    this.clock = clock;
    this.courier = courier;
    this.pauses = new Pauses(stop, waiting, listener);
    Deque<Turn> first = new ArrayDeque<>();
    Stages stages = new Stages(options.staged(), plan.plan().size(), fill(first));
    this.desk = new Desk(first, stages, options, stop, listener, clock, random, pauses);
  }

  /// What an earlier process was sending when it ended comes last, so that a letter that ends
  /// connections does not stand in everybody's way.
  ///
  /// @return how many letters have an outcome already
  private int fill(Deque<Turn> first) {
    int settled = 0;
    Deque<Turn> claimed = new ArrayDeque<>();
    for (int index = 0; index < plan.plan().size(); index++) {
      switch (ledger.state(plan.plan().id(index))) {
        case PLANNED, DEFERRED -> first.add(new Turn(index, 0));
        case CLAIMED -> claimed.add(new Turn(index, 0));
        case ACCEPTED, REFUSED, IN_DOUBT, COMMITTING -> settled++;
        case WITHDRAWN -> {}
      }
    }
    first.addAll(claimed);
    return settled;
  }

  DispatchResult run(LetterWork work) {
    Instant begun = clock.instant();
    // A chosen time that is later than the hold is hold enough.
    boolean later = options.term().isAfter(begun.plus(options.hold()));
    Optional<DispatchResult> ended = later ? Optional.empty() : held(begun);
    if (ended.isEmpty()) {
      // Also after a hold that a person has ended early.
      ended = scheduled();
    }
    if (ended.isPresent()) {
      return ended.get();
    }
    desk.begins();
    listener.leaving();
    try {
      lane(work, () -> startOthers(work)).run();
    } finally {
      awaitOthers();
    }
    Throwable fault = broken;
    if (fault != null) {
      throw new IllegalStateException("a connection's thread failed", fault);
    }
    return desk.result();
  }

  private Optional<DispatchResult> held(Instant begun) {
    if (pauses.await("hold", options.hold())) {
      return Optional.of(new DispatchResult.Stopped());
    }
    return options.hold().isPositive()
            && clock.instant().isAfter(begun.plus(options.hold()).plus(OVERSLEPT))
        ? Optional.of(asks(DispatchResult.Cause.SLEPT, "slept"))
        : Optional.empty();
  }

  private Optional<DispatchResult> scheduled() {
    Instant due = options.term().notBefore();
    if (due == null) {
      return Optional.empty();
    }
    return switch (new Appointment(clock, pauses).await(due)) {
      case COME -> Optional.empty();
      case STOPPED -> Optional.of(new DispatchResult.Stopped());
      case MISSED -> Optional.of(asks(DispatchResult.Cause.MISSED, "missed"));
    };
  }

  private static DispatchResult asks(DispatchResult.Cause cause, String key) {
    return new DispatchResult.Paused(cause, DispatchTexts.reply(key));
  }

  private Lane lane(LetterWork work, Runnable atFirst) {
    desk.laneBegins();
    return new Lane(desk, work, new Line(courier, pauses, atFirst), listener);
  }

  /// Only after one connection was signed in: a wrong password is tried once.
  private void startOthers(LetterWork work) {
    int more = Math.min(options.connections() - 1, desk.waitingLetters());
    for (int i = 0; i < more; i++) {
      Lane lane = lane(work, () -> {});
      others.add(
          Thread.ofPlatform()
              .daemon()
              .name("sending-" + (i + 2))
              .uncaughtExceptionHandler((_, e) -> broken = e)
              .start(lane::run));
    }
  }

  /// Also where this thread is interrupted: what is on its way gets its outcome first.
  private void awaitOthers() {
    boolean interrupted = false;
    for (Thread other : others) {
      while (other.isAlive()) {
        try {
          other.join();
        } catch (InterruptedException e) {
          interrupted = true;
          desk.end(new DispatchResult.Stopped());
        }
      }
    }
    if (interrupted) {
      Thread.currentThread().interrupt();
    }
  }
}
