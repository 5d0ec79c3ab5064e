package org.postroom.dispatch;

import java.time.InstantSource;
import java.time.ZoneId;
import java.util.SplittableRandom;
import java.util.random.RandomGenerator;
import org.postroom.composition.GuardOrder;
import org.postroom.composition.GuardVerdict;
import org.postroom.composition.WireGuard;
import org.postroom.message.Envelope;
import org.postroom.message.WireBytes;
import org.postroom.safety.ClearedPlan;

/// Sends a cleared plan, and nothing else. For each letter: compose again and compare the digest,
/// let the guard read the bytes, claim, MAIL, RCPT, DATA, body, committing (durable), final dot,
/// outcome.
///
/// Several connections where the options allow them, each with one letter after the other. Nothing
/// is sent twice: a letter whose final dot may have left without an answer is in doubt and never
/// sent again unasked. Where anything stands against going on, the run ends with
/// [DispatchResult.Paused] and another run goes on from the ledger. Not safe for several threads;
/// Stop may be pressed from any.
public final class Dispatcher {
  private final Ledger ledger;
  private final Courier courier;
  private final InstantSource clock;
  private final ZoneId zone;
  private final SuppressionQuery suppressed;
  private final Waiting waiting;
  private final RandomGenerator random;
  private final Guard guard;

  /// Nobody is suppressed, and time passes by itself.
  ///
  /// @param zone for the offset in `Date:`
  public Dispatcher(Ledger ledger, Courier courier, InstantSource clock, ZoneId zone) {
    this(ledger, courier, clock, zone, _ -> false);
  }

  /// @param suppressed asked when a letter's turn comes: who must not be written to any more
  public Dispatcher(
      Ledger ledger,
      Courier courier,
      InstantSource clock,
      ZoneId zone,
      SuppressionQuery suppressed) {
    this(ledger, courier, clock, zone, suppressed, Waiting.REAL, new SplittableRandom());
  }

  /// @param waiting lets time pass
  /// @param random for the jitter of back-offs
  public Dispatcher(
      Ledger ledger,
      Courier courier,
      InstantSource clock,
      ZoneId zone,
      SuppressionQuery suppressed,
      Waiting waiting,
      RandomGenerator random) {
    this(ledger, courier, clock, zone, suppressed, waiting, random, WireGuard::read);
  }

  /// The last reading of the bytes.
  interface Guard {
    GuardVerdict read(WireBytes letter, Envelope envelope, GuardOrder order);
  }

  /// With another guard, for tests of everything else.
  Dispatcher(
      Ledger ledger,
      Courier courier,
      InstantSource clock,
      ZoneId zone,
      SuppressionQuery suppressed,
      Waiting waiting,
      RandomGenerator random,
      Guard guard) {
    this.guard = guard;
    this.ledger = ledger;
    this.courier = courier;
    this.clock = clock;
    this.zone = zone;
    this.suppressed = suppressed;
    this.waiting = waiting;
    this.random = random;
  }

  /// Sends the letters that are planned or deferred; leaves accepted, refused, in doubt and
  /// withdrawn alone. A letter that an earlier process claimed and never committed counts as
  /// planned; one that it was committing is in doubt.
  ///
  /// @return how the run ended; the ledger has what happened to each letter
  public DispatchResult send(
      ClearedPlan plan, DispatchOptions options, StopSignal stop, DispatchListener listener) {
    DispatchListener told = new OneAtATime(listener);
    LetterWork work = new LetterWork(plan, ledger, clock, zone, suppressed, stop, guard);
    return new DispatchRun(plan, options, stop, told, ledger, clock, random, courier, waiting)
        .run(work);
  }
}
