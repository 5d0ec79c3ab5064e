package org.postroom.dispatch;

import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.ArrayDeque;
import java.util.Comparator;
import java.util.Deque;
import java.util.List;
import java.util.Optional;
import java.util.PriorityQueue;
import java.util.random.RandomGenerator;
import org.jspecify.annotations.Nullable;
import org.postroom.safety.ClearedPlan;

/// One run: which letter is next, when it may leave, and what its outcome means for the others.
final class DispatchRun {
  /// A hold that ends so much later than it should was slept through: nobody watched it.
  private static final Duration OVERSLEPT = Duration.ofMinutes(1);

  /// A deferred letter, and when it is tried again.
  private record Again(int index, int attempt, Instant due) {}

  private final ClearedPlan plan;
  private final DispatchOptions options;
  private final StopSignal stop;
  private final DispatchListener listener;
  private final Ledger ledger;
  private final InstantSource clock;
  private final RandomGenerator random;
  private final Pauses pauses;
  private final Line line;

  private final Deque<Integer> first = new ArrayDeque<>();
  private final PriorityQueue<Again> later =
      new PriorityQueue<>(Comparator.comparing(Again::due).thenComparingInt(Again::index));
  private final PaceKeeper pace;
  private final Stages stages;
  private final RefusalWatch watch;
  private boolean stageEnded;

  DispatchRun(
      ClearedPlan plan,
      DispatchOptions options,
      StopSignal stop,
      DispatchListener listener,
      Ledger ledger,
      InstantSource clock,
      RandomGenerator random,
      Pauses pauses,
      Line line) {
    this.plan = plan;
    this.options = options;
    this.stop = stop;
    this.listener = listener;
    this.ledger = ledger;
    this.clock = clock;
    this.random = random;
    this.pauses = pauses;
    this.line = line;
    this.pace = new PaceKeeper(options.pace());
    this.stages = new Stages(options.staged(), plan.plan().size(), settled());
    this.watch = new RefusalWatch(stages);
  }

  /// Fills the queue on the way. What an earlier process was sending when it ended comes last, so
  /// that a letter that ends connections does not stand in everybody's way.
  private int settled() {
    int settled = 0;
    Deque<Integer> claimed = new ArrayDeque<>();
    for (int index = 0; index < plan.plan().size(); index++) {
      switch (ledger.state(plan.plan().id(index))) {
        case PLANNED, DEFERRED -> first.add(index);
        case CLAIMED -> claimed.add(index);
        case ACCEPTED, REFUSED, IN_DOUBT, COMMITTING -> settled++;
        case WITHDRAWN -> {}
      }
    }
    first.addAll(claimed);
    return settled;
  }

  DispatchResult run(LetterWork work) {
    Instant begun = clock.instant();
    if (pauses.await("hold", options.hold())) {
      return new DispatchResult.Stopped();
    }
    if (options.hold().isPositive()
        && clock.instant().isAfter(begun.plus(options.hold()).plus(OVERSLEPT))) {
      return new DispatchResult.Paused(DispatchResult.Cause.SLEPT, DispatchTexts.reply("slept"));
    }
    listener.leaving();
    try {
      return letters(work);
    } catch (LedgerException e) {
      return ledgerFault(e);
    }
  }

  private DispatchResult letters(LetterWork work) throws LedgerException {
    @Nullable Instant patienceEnds = null;
    while (true) {
      if (first.isEmpty() && patienceEnds == null) {
        patienceEnds = clock.instant().plus(options.patience());
      }
      if (nothingLeft(patienceEnds)) {
        return new DispatchResult.Completed();
      }
      Optional<DispatchResult> ended = beforeTheNext();
      if (ended.isPresent()) {
        return ended.get();
      }
      Again due = next();
      if (due != null) {
        ended = letter(due, work);
      } else {
        ended = waitForTheDeferred();
      }
      if (ended.isPresent()) {
        return ended.get();
      }
    }
  }

  /// Also where the deferred ones would be due too late.
  private boolean nothingLeft(@Nullable Instant patienceEnds) {
    Again soonest = later.peek();
    return patienceEnds != null && (soonest == null || soonest.due().isAfter(patienceEnds));
  }

  /// What stands against the next letter: Stop, a pause of our own, the pace.
  private Optional<DispatchResult> beforeTheNext() {
    if (stop.isPressed()) {
      return Optional.of(new DispatchResult.Stopped());
    }
    if (watch.pause().isPresent()) {
      return Optional.of(watch.pause().get());
    }
    if (stageEnded) {
      stageEnded = false;
      line.restDuring(options.stagePause());
      if (pauses.await("stage", options.stagePause())) {
        return Optional.of(new DispatchResult.Stopped());
      }
      listener.leaving();
    }
    for (Duration wait = pace.delay(clock.instant());
        wait.isPositive();
        wait = pace.delay(clock.instant())) {
      line.restDuring(wait);
      if (pauses.await("pace", wait)) {
        return Optional.of(new DispatchResult.Stopped());
      }
    }
    return Optional.empty();
  }

  /// Null where all that is left is deferred and not due yet.
  private @Nullable Again next() {
    Instant now = clock.instant();
    Again soonest = later.peek();
    if (soonest != null && !soonest.due().isAfter(now)) {
      return later.poll();
    }
    Integer index = first.poll();
    return index == null ? null : new Again(index, 0, now);
  }

  private Optional<DispatchResult> waitForTheDeferred() {
    Again soonest = later.element();
    Duration wait = Duration.between(clock.instant(), soonest.due());
    line.restDuring(wait);
    return pauses.await("deferred", wait)
        ? Optional.of(new DispatchResult.Stopped())
        : Optional.empty();
  }

  /// One letter, on as many connections as it takes.
  ///
  /// @return the run's end, or empty to go on with the next
  private Optional<DispatchResult> letter(Again turn, LetterWork work) throws LedgerException {
    while (true) {
      LetterWork.Prepared letter;
      switch (work.prepare(turn.index())) {
        case LetterWork.Preparation.Ready(LetterWork.Prepared prepared) -> letter = prepared;
        case LetterWork.Preparation.Withdrawn _ -> {
          return Optional.empty();
        }
        case LetterWork.Preparation.Ended(DispatchResult result) -> {
          return Optional.of(result);
        }
      }
      Courier.Session session;
      switch (line.ready()) {
        case Line.Ready.Session(Courier.Session open) -> session = open;
        case Line.Ready.Ended(DispatchResult result) -> {
          return Optional.of(result);
        }
      }
      if (stop.isPressed()) {
        return Optional.of(new DispatchResult.Stopped());
      }
      LetterWork.Transmission sent = work.transmit(letter, session);
      switch (sent.delivery()) {
        case Courier.Delivery.HeldBack _ -> {
          LedgerException fault = sent.fault();
          return Optional.of(fault == null ? new DispatchResult.Stopped() : ledgerFault(fault));
        }
        case Courier.Delivery.Done done -> {
          if (!lostBeforeTheDot(done.outcome())) {
            return settle(turn, letter, done, sent.committed());
          }
          if (sent.committed()) {
            // The ledger says that the dot was about to leave; it did not.
            ledger.record(letter.id(), done.outcome(), List.of(), clock.instant());
          }
        }
      }
      Reply reply = reply(sent.delivery());
      Optional<DispatchResult> ended = line.lost(DispatchResult.Cause.UNREACHABLE, reply);
      if (ended.isPresent()) {
        return ended;
      }
    }
  }

  /// The letter is not to blame and cannot have arrived: it goes again at once.
  private static boolean lostBeforeTheDot(DeliveryOutcome outcome) {
    return outcome instanceof DeliveryOutcome.Deferred(Reply reply)
        && ReplyClass.of(reply) == ReplyClass.NO_REPLY;
  }

  private Optional<DispatchResult> settle(
      Again turn, LetterWork.Prepared letter, Courier.Delivery.Done done, boolean committed)
      throws LedgerException {
    DeliveryOutcome outcome = done.outcome();
    Reply reply = reply(done);
    ReplyClass means = ReplyClass.of(reply);
    pace.sent(clock.instant());
    if (means.stopsAtOnce()) {
      // It is about the account, not about this person: the letter is still to be sent.
      if (committed) {
        record(turn, letter, new DeliveryOutcome.Deferred(reply), done);
      }
      return Optional.of(
          new DispatchResult.Paused(
              means == ReplyClass.SIGN_IN
                  ? DispatchResult.Cause.SIGN_IN
                  : DispatchResult.Cause.LIMIT,
              reply));
    }
    record(turn, letter, outcome, done);
    watch.settled(outcome, letter.parcel().rcptTo().getFirst().domain(), turn.attempt() > 0);
    stageEnded |= turn.attempt() == 0 && stages.between();
    if (outcome instanceof DeliveryOutcome.Deferred) {
      Duration wait = BackOff.deferred(turn.attempt() + 1, random);
      later.add(new Again(turn.index(), turn.attempt() + 1, clock.instant().plus(wait)));
    }
    if (outcome instanceof DeliveryOutcome.InDoubt) {
      return line.lost(DispatchResult.Cause.UNREACHABLE, reply);
    }
    if (reply.code() == 421) {
      return line.lost(DispatchResult.Cause.REFUSED_BY_SERVER, reply);
    }
    line.served();
    return Optional.empty();
  }

  private void record(
      Again turn, LetterWork.Prepared letter, DeliveryOutcome outcome, Courier.Delivery.Done done)
      throws LedgerException {
    ledger.record(letter.id(), outcome, done.refusedRecipients(), clock.instant());
    listener.settled(turn.index(), outcome);
  }

  private static Reply reply(Courier.Delivery delivery) {
    return switch (delivery) {
      case Courier.Delivery.HeldBack _ -> Reply.local("");
      case Courier.Delivery.Done(DeliveryOutcome outcome, List<?> _) ->
          switch (outcome) {
            case DeliveryOutcome.Accepted(Reply reply) -> reply;
            case DeliveryOutcome.Deferred(Reply reply) -> reply;
            case DeliveryOutcome.Refused(Reply reply) -> reply;
            case DeliveryOutcome.InDoubt(String what) -> new Reply(Phase.FINAL_DOT, 0, "", what);
          };
    };
  }

  private static DispatchResult ledgerFault(LedgerException fault) {
    return new DispatchResult.Paused(
        DispatchResult.Cause.LEDGER,
        DispatchTexts.reply("ledger", String.valueOf(fault.getMessage())));
  }
}
