package org.postroom.smtp;

import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.postroom.address.AddrSpec;
import org.postroom.dispatch.Courier;
import org.postroom.dispatch.DeliveryOutcome;
import org.postroom.dispatch.Phase;
import org.postroom.dispatch.Reply;

/// Reads what a server says to MAIL, RCPT and DATA that left in one piece (RFC 2920). Every reply
/// is read, whatever the first one says, so that replies and commands stay in step. Nothing of the
/// letter's body has left, so that it cannot be in doubt here.
final class Announcement {
  private final SmtpWire wire;
  private final Verdicts verdicts;
  private final SmtpTimeouts timeouts;
  private final Pipelining pipelining;
  private final List<Courier.RefusedRecipient> refused = new ArrayList<>();
  private @Nullable DeliveryOutcome worst;
  private int taken;

  Announcement(SmtpWire wire, SmtpTimeouts timeouts, Pipelining pipelining) {
    this.wire = wire;
    this.verdicts = new Verdicts(wire);
    this.timeouts = timeouts;
    this.pipelining = pipelining;
  }

  /// In a blind copy: those who were refused although others were not.
  List<Courier.RefusedRecipient> refused() {
    return refused;
  }

  /// What the letter came to, or null where the server waits for its body.
  @Nullable DeliveryOutcome read(List<AddrSpec> recipients) {
    Heard mail = listen(Phase.MAIL);
    if (isOutOfStep(mail)) {
      return outOfStep(Phase.MAIL, mail);
    }
    boolean sender = Verdicts.said(mail, 250);
    if (!sender) {
      worst = verdicts.beforeTheDot(Phase.MAIL, mail);
    }
    for (AddrSpec recipient : recipients) {
      if (!wire.isOpen()) {
        return worst;
      }
      Heard heard = listen(Phase.RCPT);
      if (Verdicts.isTaken(heard)) {
        taken++;
      } else if (sender) {
        DeliveryOutcome stopped = refuses(recipient, heard);
        if (stopped != null) {
          return stopped;
        }
      }
    }
    return wire.isOpen() ? data(sender) : worst;
  }

  private @Nullable DeliveryOutcome refuses(AddrSpec recipient, Heard heard) {
    if (taken == 0 && refused.isEmpty() && isOutOfStep(heard)) {
      return outOfStep(Phase.RCPT, heard);
    }
    DeliveryOutcome outcome = verdicts.beforeTheDot(Phase.RCPT, heard);
    if (!wire.isOpen()) {
      return outcome;
    }
    if (heard instanceof Heard.Answer(Reply reply)) {
      refused.add(new Courier.RefusedRecipient(recipient, reply));
    }
    worst = worst instanceof DeliveryOutcome.Deferred ? worst : outcome;
    return null;
  }

  private @Nullable DeliveryOutcome data(boolean sender) {
    Heard data = listen(Phase.DATA);
    boolean goOn = Verdicts.said(data, 354);
    if (sender && taken > 0) {
      if (goOn) {
        pipelining.worked();
        return null;
      }
      return isOutOfStep(data)
          ? outOfStep(Phase.DATA, data)
          : verdicts.beforeTheDot(Phase.DATA, data);
    }
    if (goOn && taken > 0) {
      // No sender, and yet a recipient: a dot would deliver an empty message to somebody.
      pipelining.misbehaved();
      wire.hangUp();
    } else if (goOn) {
      loneDot();
    } else if (Verdicts.said(data, 421)) {
      wire.hangUp();
    }
    return worst;
  }

  /// RFC 2920 section 3.1: a server may say 354 although it took nobody. A dot ends that; there is
  /// nobody who could get an empty message.
  private void loneDot() {
    Heard heard = wire.dot(List.of(), timeouts.command());
    boolean refusedIt =
        heard instanceof Heard.Answer(Reply reply) && reply.code() >= 400 && reply.code() != 421;
    if (!refusedIt) {
      wire.hangUp();
    }
  }

  private Heard listen(Phase phase) {
    return wire.listen(phase, timeouts.pipelined());
  }

  /// What the letter is not to blame for.
  private static boolean isOutOfStep(Heard heard) {
    return switch (heard) {
      case Heard.Answer(Reply reply) -> Pipelining.isOutOfStep(reply);
      case Heard.Garbled _, Heard.Lost _ -> true;
    };
  }

  private DeliveryOutcome outOfStep(Phase phase, Heard heard) {
    wire.hangUp();
    if (heard instanceof Heard.Lost(boolean timedOut) && !timedOut) {
      pipelining.lost();
      return new DeliveryOutcome.Deferred(Verdicts.lost(phase, false));
    }
    pipelining.misbehaved();
    return new DeliveryOutcome.Deferred(new Reply(phase, 0, "", SmtpTexts.of("line.out-of-step")));
  }
}
