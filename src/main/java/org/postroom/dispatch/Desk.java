package org.postroom.dispatch;

import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.ArrayDeque;
import java.util.Comparator;
import java.util.Deque;
import java.util.Optional;
import java.util.PriorityQueue;
import java.util.random.RandomGenerator;
import org.jspecify.annotations.Nullable;

/// What the connections of one run share: which letter is next, when it may leave, what an outcome
/// means for the others, and how the run ends. Connections draw from one queue, so that a slow one
/// holds nobody but the letters that it has. Safe for several threads.
final class Desk {
  private static final String STAGE = "stage";

  /// A deferred letter, and when it is tried again.
  private record Again(Turn turn, Instant due) {}

  /// What the next letter has to wait for.
  private sealed interface Next {
    record Go(Turn turn) implements Next {}

    record Ended() implements Next {}

    /// Until that time, or until a person says otherwise.
    record Wait(String why, Duration time) implements Next {}

    /// Until another connection has come further.
    record Others() implements Next {}
  }

  private final DispatchOptions options;
  private final StopSignal stop;
  private final DispatchListener listener;
  private final InstantSource clock;
  private final RandomGenerator random;
  private final Pauses pauses;
  private final PaceKeeper pace;
  private final Stages stages;
  private final RefusalWatch watch;

  private final Deque<Turn> first;
  private final PriorityQueue<Again> later =
      new PriorityQueue<>(
          Comparator.comparing(Again::due).thenComparingInt(again -> again.turn().index()));
  private Instant expires = Instant.MAX;
  private @Nullable Instant patienceEnds;
  private @Nullable Instant waitEnds;
  private boolean stageEnded;
  private boolean betweenStages;
  private int leaving;
  private int leavingFirst;
  private int lanes;

  /// Grows with everything that others may wait for.
  private int changes;

  private boolean oneConnection;
  private @Nullable Line keeper;
  private @Nullable DispatchResult ended;

  /// @param first letters that have no outcome yet, in order
  Desk(
      Deque<Turn> first,
      Stages stages,
      DispatchOptions options,
      StopSignal stop,
      DispatchListener listener,
      InstantSource clock,
      RandomGenerator random,
      Pauses pauses) {
    this.first = new ArrayDeque<>(first);
    this.stages = stages;
    this.options = options;
    this.stop = stop;
    this.listener = listener;
    this.clock = clock;
    this.random = random;
    this.pauses = pauses;
    this.pace = new PaceKeeper(options.pace(), options.before());
    this.watch = new RefusalWatch(stages);
  }

  /// Letters may leave from now on, for as long as the clearance is good.
  synchronized void begins() {
    Duration lasts = options.term().lasts();
    expires = lasts == null ? Instant.MAX : clock.instant().plus(lasts);
  }

  /// The next letter, as soon as it may leave.
  ///
  /// @param line the connection that asks; it is not held through long waits
  /// @return null where the run has ended, or this connection is not needed any more
  @Nullable Turn await(Line line) {
    while (true) {
      Next next;
      synchronized (this) {
        next = next(line);
        switch (next) {
          case Next.Go(Turn turn) -> {
            return issued(turn);
          }
          case Next.Ended _ -> {
            return null;
          }
          case Next.Wait(String why, Duration time) -> {
            waitEnds = clock.instant().plus(time);
            betweenStages = why.equals(STAGE);
          }
          case Next.Others _ -> {
            if (!othersHaveCome()) {
              end(new DispatchResult.Stopped());
            }
          }
        }
      }
      if (next instanceof Next.Wait(String why, Duration time)) {
        line.restDuring(time);
        waited(why, pauses.await(why, time));
      }
    }
  }

  /// The next letter if it may leave this very moment: to be announced with the end of another.
  synchronized @Nullable Turn ahead(Line line) {
    return next(line) instanceof Next.Go(Turn turn) ? issued(turn) : null;
  }

  private Next next(Line line) {
    if (ended == null && first.isEmpty() && patienceEnds == null) {
      Instant ends = clock.instant().plus(options.patience());
      patienceEnds = ends.isAfter(expires) ? expires : ends;
    }
    if (ended != null || (oneConnection && keeper != null && keeper != line)) {
      return new Next.Ended();
    }
    keeper = oneConnection ? line : null;
    if (nothingLeft()) {
      return leaving > 0 ? new Next.Others() : ending(new DispatchResult.Completed());
    }
    if (stop.isPressed()) {
      return ending(new DispatchResult.Stopped());
    }
    if (watch.pause().isPresent()) {
      return ending(watch.pause().get());
    }
    if (betweenStages) {
      return new Next.Others();
    }
    if (stageEnded) {
      return new Next.Wait(STAGE, options.stagePause());
    }
    pace.atMost(stop.perMinute());
    Instant now = clock.instant();
    Duration wait = pace.delay(now, leaving);
    if (now.plus(wait).isAfter(expires)) {
      return ending(
          new DispatchResult.Paused(DispatchResult.Cause.EXPIRED, DispatchTexts.reply("expired")));
    }
    return wait.isPositive() ? waiting("pace", wait) : letter();
  }

  private Next letter() {
    Instant now = clock.instant();
    Again soonest = later.peek();
    if (soonest != null && !soonest.due().isAfter(now)) {
      return new Next.Go(later.remove().turn());
    }
    if (!first.isEmpty()) {
      return first.getFirst().attempt() > 0 || stages.hasRoom(leavingFirst)
          ? new Next.Go(first.removeFirst())
          : new Next.Others();
    }
    return soonest == null
        ? new Next.Others()
        : waiting("deferred", Duration.between(now, soonest.due()));
  }

  /// One connection waits for all; another only for something that comes earlier.
  private Next waiting(String why, Duration time) {
    Instant until = waitEnds;
    return until == null || clock.instant().plus(time).isBefore(until)
        ? new Next.Wait(why, time)
        : new Next.Others();
  }

  private synchronized void waited(String why, boolean stopped) {
    waitEnds = null;
    if (stopped) {
      end(new DispatchResult.Stopped());
    }
    if (why.equals(STAGE)) {
      betweenStages = false;
      stageEnded = false;
      if (!stopped) {
        listener.leaving();
      }
    }
    changed();
  }

  /// @return false where somebody wants it all to end
  private synchronized boolean othersHaveCome() {
    int seen = changes;
    try {
      while (seen == changes) {
        wait();
      }
      return true;
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      return false;
    }
  }

  private synchronized void changed() {
    changes++;
    notifyAll();
  }

  /// Also where the deferred ones would be due too late.
  private boolean nothingLeft() {
    Again soonest = later.peek();
    return first.isEmpty()
        && patienceEnds != null
        && (soonest == null || soonest.due().isAfter(patienceEnds));
  }

  private Turn issued(Turn turn) {
    leaving++;
    leavingFirst += turn.attempt() == 0 ? 1 : 0;
    return turn;
  }

  private void done(Turn turn) {
    leaving--;
    leavingFirst -= turn.attempt() == 0 ? 1 : 0;
    changed();
  }

  private Next ending(DispatchResult result) {
    end(result);
    return new Next.Ended();
  }

  /// It was not sent and is to be sent first.
  synchronized void back(Turn turn) {
    done(turn);
    first.addFirst(turn);
  }

  /// It is not to be sent any more.
  synchronized void withdrawn(Turn turn) {
    done(turn);
  }

  /// It was transmitted, and that is what came of it.
  ///
  /// @param domain the letter's (first) recipient's
  /// @return false where it says something about the account and not about the letter, which is
  ///   still to be sent; the run has ended
  synchronized boolean settled(Turn turn, DeliveryOutcome outcome, Reply reply, String domain) {
    done(turn);
    pace.sent(clock.instant());
    ReplyClass means = ReplyClass.of(reply);
    if (means.stopsAtOnce()) {
      DispatchResult.Cause cause =
          means == ReplyClass.SIGN_IN ? DispatchResult.Cause.SIGN_IN : DispatchResult.Cause.LIMIT;
      end(new DispatchResult.Paused(cause, reply));
      return false;
    }
    oneConnection |= means == ReplyClass.ONE_CONNECTION;
    watch.settled(outcome, domain, turn.attempt() > 0);
    stageEnded |= turn.attempt() == 0 && stages.between();
    if (outcome instanceof DeliveryOutcome.Deferred) {
      int attempt = turn.attempt() + 1;
      Duration wait = BackOff.deferred(attempt, random);
      later.add(new Again(new Turn(turn.index(), attempt), clock.instant().plus(wait)));
    }
    return true;
  }

  /// True where a letter that was announced must not be sent now after all.
  synchronized boolean isAgainstGoingOn() {
    return ended != null || stop.isPressed() || watch.pause().isPresent();
  }

  /// The first end counts; connections see it before their next letter.
  synchronized void end(DispatchResult result) {
    if (ended == null) {
      ended = result;
    }
    changed();
  }

  synchronized void laneBegins() {
    lanes++;
  }

  /// How many letters nobody has begun with.
  synchronized int waitingLetters() {
    return first.size();
  }

  /// A connection is given up; the others go on, and without others the run ends.
  synchronized void laneEnds(Line line, Optional<DispatchResult> because) {
    lanes--;
    if (keeper == line) {
      keeper = null;
    }
    if (because.isPresent() && lanes == 0) {
      end(because.get());
    }
    changed();
  }

  /// How it ended, after the last connection.
  synchronized DispatchResult result() {
    return ended == null ? new DispatchResult.Completed() : ended;
  }
}
