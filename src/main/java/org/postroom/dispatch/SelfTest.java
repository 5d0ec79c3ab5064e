package org.postroom.dispatch;

import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.time.OffsetDateTime;
import java.time.ZoneId;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.postroom.composition.ComposedLetter;
import org.postroom.composition.Composer;
import org.postroom.composition.GuardOrder;
import org.postroom.composition.GuardVerdict;
import org.postroom.composition.WireGuard;
import org.postroom.message.BlobChangedException;
import org.postroom.message.Letter;
import org.postroom.message.Mailshot;
import org.postroom.message.WireBytes;
import org.postroom.plan.LetterId;

/// Sends test letters to the sender, one after the other over one connection: the same composer,
/// guard and courier as in earnest. It takes [Letter.ToMyself] and nothing else, so that nobody but
/// the sender can get one, and it has no ledger: no letter to anybody else counts as sent.
///
/// What left counts for the account's limits before its final dot; where that cannot be recorded
/// the dot is not sent. Nothing is tried again by itself.
public final class SelfTest {
  /// A limit of a minute is waited for, one of an hour or a day is said.
  private static final Duration LONGEST_WAIT = Duration.ofMinutes(2);

  private final Courier courier;
  private final Composer composer;
  private final InstantSource clock;
  private final ZoneId zone;
  private final Waiting waiting;
  private final Counting counting;

  /// @param zone for the offset in `Date:`
  /// @param waiting lets time pass
  public SelfTest(
      Courier courier,
      Composer composer,
      InstantSource clock,
      ZoneId zone,
      Waiting waiting,
      Counting counting) {
    this.courier = courier;
    this.composer = composer;
    this.clock = clock;
    this.zone = zone;
    this.waiting = waiting;
    this.counting = counting;
  }

  /// Counts for the limits of the account.
  public interface Counting {
    /// A letter is about to leave. Durable when it returns.
    void leaving(Instant at) throws LedgerException;
  }

  /// A letter to send.
  ///
  /// @param index its place in the plan
  /// @param id of its own, which no letter of the plan has
  public record Test(int index, LetterId id, Letter.ToMyself letter) {}

  /// What became of one.
  ///
  /// @param index its place in the plan
  public record Sent(int index, DeliveryOutcome outcome) {}

  /// @param result how it ended
  /// @param letters those that the server was shown, in order
  public record End(DispatchResult result, List<Sent> letters) {
    public End {
      letters = List.copyOf(letters);
    }
  }

  /// @param mailshot that the letters are of
  /// @param options pace and what left before; nothing is held or staged
  public End send(
      Mailshot mailshot,
      List<Test> tests,
      DispatchOptions options,
      StopSignal stop,
      DispatchListener listener) {
    List<Sent> sent = new ArrayList<>();
    Pauses pauses = new Pauses(stop, waiting, listener);
    PaceKeeper pace = new PaceKeeper(options.pace(), options.before());
    try (Line line = new Line(courier, pauses, () -> {})) {
      for (Test test : tests) {
        DispatchResult ended = one(mailshot, test, line, pace, pauses, stop, sent);
        if (ended != null) {
          return new End(ended, sent);
        }
        listener.settled(test.index(), sent.getLast().outcome());
      }
      return new End(new DispatchResult.Completed(), sent);
    }
  }

  /// Null to go on with the next.
  private @Nullable DispatchResult one(
      Mailshot mailshot,
      Test test,
      Line line,
      PaceKeeper pace,
      Pauses pauses,
      StopSignal stop,
      List<Sent> sent) {
    Duration wait = pace.delay(clock.instant(), 0);
    if (wait.compareTo(LONGEST_WAIT) > 0) {
      return paused(DispatchResult.Cause.LIMIT, DispatchTexts.reply("test.limit"));
    }
    if (pauses.await("pace", wait)) {
      return new DispatchResult.Stopped();
    }
    Courier.Parcel parcel;
    try {
      ComposedLetter composed = composer.compose(test.id(), test.letter());
      OffsetDateTime date =
          clock.instant().atZone(zone).toOffsetDateTime().truncatedTo(ChronoUnit.SECONDS);
      WireBytes wire = composed.wire(date);
      GuardOrder order = GuardOrder.of(mailshot, test.letter(), List.of());
      if (WireGuard.read(wire, composed.envelope(), order)
          instanceof GuardVerdict.Stop(String _, String rule)) {
        return paused(DispatchResult.Cause.GUARD, DispatchTexts.reply("test.guard", rule));
      }
      parcel =
          new Courier.Parcel(composed.envelope().mailFrom(), composed.envelope().rcptTo(), wire);
    } catch (BlobChangedException e) {
      return paused(
          DispatchResult.Cause.CHANGED,
          DispatchTexts.reply("test.file", String.valueOf(e.getMessage())));
    }
    return switch (line.ready()) {
      case Line.Ready.Ended(DispatchResult result) -> result;
      case Line.Ready.Session(Courier.Session session) ->
          deliver(test, parcel, session, line, pace, stop, sent);
    };
  }

  private @Nullable DispatchResult deliver(
      Test test,
      Courier.Parcel parcel,
      Courier.Session session,
      Line line,
      PaceKeeper pace,
      StopSignal stop,
      List<Sent> sent) {
    Count gate = new Count(stop);
    switch (session.deliver(parcel, gate)) {
      case Courier.Delivery.HeldBack _ -> {
        LedgerException fault = gate.fault;
        return fault == null
            ? new DispatchResult.Stopped()
            : paused(
                DispatchResult.Cause.LEDGER,
                DispatchTexts.reply("ledger", String.valueOf(fault.getMessage())));
      }
      case Courier.Delivery.Done done -> {
        pace.sent(clock.instant());
        line.served();
        sent.add(new Sent(test.index(), done.outcome()));
        return stopsAll(done.outcome());
      }
    }
  }

  /// What says something about the account holds for the next letter, too.
  private static @Nullable DispatchResult stopsAll(DeliveryOutcome outcome) {
    Reply reply =
        switch (outcome) {
          case DeliveryOutcome.Accepted(Reply _) -> null;
          case DeliveryOutcome.Deferred(Reply said) -> said;
          case DeliveryOutcome.Refused(Reply said) -> said;
          case DeliveryOutcome.InDoubt(String _) -> null;
        };
    if (reply == null || !ReplyClass.of(reply).stopsAtOnce()) {
      return null;
    }
    return paused(
        ReplyClass.of(reply) == ReplyClass.SIGN_IN
            ? DispatchResult.Cause.SIGN_IN
            : DispatchResult.Cause.LIMIT,
        reply);
  }

  private static DispatchResult paused(DispatchResult.Cause cause, Reply why) {
    return new DispatchResult.Paused(cause, why);
  }

  /// Not after Stop, and not unless it counts for the account.
  private final class Count implements Courier.Gate {
    private final StopSignal stop;
    private @Nullable LedgerException fault;

    Count(StopSignal stop) {
      this.stop = stop;
    }

    @Override
    public boolean mayCommit() {
      if (stop.isPressed()) {
        return false;
      }
      try {
        counting.leaving(clock.instant());
        return true;
      } catch (LedgerException e) {
        fault = e;
        return false;
      }
    }
  }
}
