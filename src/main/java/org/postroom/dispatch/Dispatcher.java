package org.postroom.dispatch;

import java.time.InstantSource;
import java.time.ZoneId;
import org.postroom.safety.ClearedPlan;

/// Sends a cleared plan, and nothing else. For each letter: compose again and compare the digest,
/// let the guard read the bytes, claim, MAIL, RCPT, DATA, body, committing (durable), final dot,
/// outcome.
public final class Dispatcher {
  private final Ledger ledger;
  private final Courier courier;
  private final InstantSource clock;
  private final ZoneId zone;

  /// @param zone for the offset in `Date:`
  public Dispatcher(Ledger ledger, Courier courier, InstantSource clock, ZoneId zone) {
    this.ledger = ledger;
    this.courier = courier;
    this.clock = clock;
    this.zone = zone;
  }

  /// Sends the letters that are planned or deferred; leaves accepted, refused, in doubt and
  /// withdrawn alone.
  public DispatchResult send(
      ClearedPlan plan, DispatchOptions options, StopSignal stop, DispatchListener listener) {
    return new DispatchResult.Paused(
        DispatchResult.Cause.LEDGER,
        Reply.local("not written yet " + ledger + courier + clock + zone));
  }
}
