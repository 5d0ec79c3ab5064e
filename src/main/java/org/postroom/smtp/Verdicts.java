package org.postroom.smtp;

import org.postroom.dispatch.DeliveryOutcome;
import org.postroom.dispatch.Phase;
import org.postroom.dispatch.Reply;

/// What a letter came to, from the phase and the reply code alone. Hangs up where the connection
/// cannot be used any further:
///
/// - before the final dot 4xx, silence, noise and a lost connection leave it deferred: it cannot
///   have arrived; 5xx refuses it;
/// - after the final dot 2xx accepts, 4xx defers, 5xx refuses; all else leaves it in doubt.
final class Verdicts {
  private final SmtpWire wire;

  Verdicts(SmtpWire wire) {
    this.wire = wire;
  }

  DeliveryOutcome beforeTheDot(Phase phase, Heard heard) {
    return switch (heard) {
      case Heard.Answer(Reply reply) when reply.code() >= 500 ->
          closedBy(reply, new DeliveryOutcome.Refused(reply));
      case Heard.Answer(Reply reply) when reply.code() >= 400 ->
          closedBy(reply, new DeliveryOutcome.Deferred(reply));
      case Heard.Answer _ -> {
        // A reply of the wrong kind: whoever says that cannot be followed any further.
        wire.hangUp();
        yield new DeliveryOutcome.Deferred(garbled(phase));
      }
      case Heard.Garbled _ -> new DeliveryOutcome.Deferred(garbled(phase));
      case Heard.Lost(boolean timedOut) -> new DeliveryOutcome.Deferred(lost(phase, timedOut));
    };
  }

  DeliveryOutcome afterTheDot(Heard heard) {
    return switch (heard) {
      case Heard.Answer(Reply reply) when reply.code() < 300 -> new DeliveryOutcome.Accepted(reply);
      case Heard.Answer(Reply reply) when reply.code() >= 500 ->
          closedBy(reply, new DeliveryOutcome.Refused(reply));
      case Heard.Answer(Reply reply) when reply.code() >= 400 ->
          closedBy(reply, new DeliveryOutcome.Deferred(reply));
      case Heard.Answer _ -> {
        wire.hangUp();
        yield new DeliveryOutcome.InDoubt(SmtpTexts.of("doubt.garbled"));
      }
      case Heard.Garbled _ -> new DeliveryOutcome.InDoubt(SmtpTexts.of("doubt.garbled"));
      case Heard.Lost(boolean timedOut) ->
          new DeliveryOutcome.InDoubt(SmtpTexts.of(timedOut ? "doubt.silent" : "doubt.lost"));
    };
  }

  /// 421 says that the server closes the connection (RFC 5321 section 3.8).
  private DeliveryOutcome closedBy(Reply reply, DeliveryOutcome outcome) {
    if (reply.code() == 421) {
      wire.hangUp();
    }
    return outcome;
  }

  static boolean said(Heard heard, int code) {
    return heard instanceof Heard.Answer(Reply reply) && reply.code() == code;
  }

  /// A recipient is taken (RFC 5321 section 4.3.2).
  static boolean isTaken(Heard heard) {
    return said(heard, 250) || said(heard, 251) || said(heard, 252);
  }

  static Reply lost(Phase phase, boolean timedOut) {
    return new Reply(phase, 0, "", SmtpTexts.of(timedOut ? "line.silent" : "line.lost"));
  }

  static Reply garbled(Phase phase) {
    return new Reply(phase, 0, "", SmtpTexts.of("line.garbled"));
  }
}
