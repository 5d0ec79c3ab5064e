package org.postroom.smtp;

import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.postroom.address.AddrSpec;
import org.postroom.dispatch.Courier;
import org.postroom.dispatch.DeliveryOutcome;
import org.postroom.dispatch.Phase;
import org.postroom.dispatch.Reply;

/// One connection, one transaction after the other (RFC 5321 section 3.3). What a letter came to is
/// read from the phase and the reply code alone:
///
/// - before the final dot 4xx, silence, noise and a lost connection leave it deferred: it cannot
///   have arrived; 5xx refuses it;
/// - after the final dot 2xx accepts, 4xx defers, 5xx refuses; all else leaves it in doubt.
final class SmtpSession implements Courier.Session {
  /// Kept as long as the session: Angus closes the connection when its own object is collected.
  private final AngusLine line;

  private final SmtpWire wire;
  private final SmtpTimeouts timeouts;

  /// True where the server may still hold the last transaction open.
  private boolean unfinished;

  SmtpSession(AngusLine line, SmtpWire wire, SmtpTimeouts timeouts) {
    this.line = line;
    this.wire = wire;
    this.timeouts = timeouts;
  }

  @Override
  public Courier.Delivery deliver(Courier.Parcel parcel, Courier.Gate gate) {
    Reply unfit = unfit(parcel);
    if (unfit != null) {
      return done(new DeliveryOutcome.Refused(unfit));
    }
    if (!usable() || !cleared()) {
      return done(new DeliveryOutcome.Deferred(lost(Phase.MAIL, false)));
    }
    Heard mail = wire.ask(Phase.MAIL, mailCommand(parcel), timeouts.command());
    if (!said(mail, 250)) {
      return done(beforeTheDot(Phase.MAIL, mail));
    }
    List<Courier.RefusedRecipient> refused = new ArrayList<>();
    DeliveryOutcome stopped = recipients(parcel, refused);
    if (stopped != null) {
      return new Courier.Delivery.Done(stopped, refused);
    }
    unfinished = true;
    Heard data = wire.ask(Phase.DATA, "DATA", timeouts.command());
    if (!said(data, 354)) {
      return new Courier.Delivery.Done(beforeTheDot(Phase.DATA, data), refused);
    }
    return bodyAndDot(parcel, gate, refused);
  }

  /// Asks whether letters from this address are taken, and takes the question back.
  ///
  /// @return null where they are
  @Nullable Reply refuses(AddrSpec from) {
    if (from.needsSmtpUtf8() && !offersSmtpUtf8()) {
      return new Reply(Phase.LOCAL, 550, "5.6.7", SmtpTexts.of("letter.no-smtputf8"));
    }
    String command = "MAIL FROM:<" + from.wire() + ">" + (from.needsSmtpUtf8() ? " SMTPUTF8" : "");
    Heard mail = wire.ask(Phase.MAIL, command, timeouts.command());
    if (said(mail, 250)) {
      Heard _ = wire.ask(Phase.MAIL, "RSET", timeouts.command());
      return null;
    }
    return switch (mail) {
      case Heard.Answer(Reply reply) -> reply;
      case Heard.Garbled _ -> garbled(Phase.MAIL);
      case Heard.Lost(boolean timedOut) -> lost(Phase.MAIL, timedOut);
    };
  }

  /// A server that refused at DATA or at the final dot may keep sender and recipients (some do in
  /// spite of RFC 5321 section 4.1.1.4): the next letter's MAIL would be refused for no fault of
  /// its own, so the transaction is taken back first.
  ///
  /// @return false where the connection cannot be used any more
  private boolean cleared() {
    if (unfinished) {
      unfinished = false;
      if (!said(wire.ask(Phase.MAIL, "RSET", timeouts.command()), 250)) {
        wire.hangUp();
      }
    }
    return usable();
  }

  /// What this server cannot take is not offered to it.
  private @Nullable Reply unfit(Courier.Parcel parcel) {
    if (needsSmtpUtf8(parcel) && !offersSmtpUtf8()) {
      return new Reply(Phase.LOCAL, 550, "5.6.7", SmtpTexts.of("letter.no-smtputf8"));
    }
    if (maxSize() > 0 && parcel.bytes().length > maxSize()) {
      String text = SmtpTexts.of("letter.too-big", parcel.bytes().length, maxSize());
      return new Reply(Phase.LOCAL, 552, "5.3.4", text);
    }
    return null;
  }

  private static boolean needsSmtpUtf8(Courier.Parcel parcel) {
    return parcel.mailFrom().needsSmtpUtf8()
        || parcel.rcptTo().stream().anyMatch(AddrSpec::needsSmtpUtf8);
  }

  private String mailCommand(Courier.Parcel parcel) {
    StringBuilder command = new StringBuilder("MAIL FROM:<").append(parcel.mailFrom().wire());
    command.append('>');
    if (line.supportsExtension("SIZE")) {
      command.append(" SIZE=").append(parcel.bytes().length);
    }
    if (needsSmtpUtf8(parcel)) {
      command.append(" SMTPUTF8");
    }
    return command.toString();
  }

  /// Names every recipient. Goes on where at least one was accepted.
  ///
  /// @return null to go on
  private @Nullable DeliveryOutcome recipients(
      Courier.Parcel parcel, List<Courier.RefusedRecipient> refused) {
    int accepted = 0;
    DeliveryOutcome worst = null;
    for (AddrSpec recipient : parcel.rcptTo()) {
      String command = "RCPT TO:<" + recipient.wire() + ">";
      Heard heard = wire.ask(Phase.RCPT, command, timeouts.command());
      if (said(heard, 250) || said(heard, 251) || said(heard, 252)) {
        accepted++;
        continue;
      }
      DeliveryOutcome outcome = beforeTheDot(Phase.RCPT, heard);
      if (!usable()) {
        return outcome;
      }
      if (heard instanceof Heard.Answer(Reply reply)) {
        refused.add(new Courier.RefusedRecipient(recipient, reply));
      }
      worst = worst instanceof DeliveryOutcome.Deferred ? worst : outcome;
    }
    if (accepted > 0) {
      return null;
    }
    if (!said(wire.ask(Phase.RCPT, "RSET", timeouts.command()), 250)) {
      wire.hangUp();
    }
    return worst;
  }

  private Courier.Delivery bodyAndDot(
      Courier.Parcel parcel, Courier.Gate gate, List<Courier.RefusedRecipient> refused) {
    if (!wire.body(parcel.bytes(), timeouts.block())) {
      Heard last = wire.lastWords(Phase.BODY);
      return new Courier.Delivery.Done(beforeTheDot(Phase.BODY, last), refused);
    }
    Heard unasked = wire.unasked(Phase.BODY, timeouts.unasked());
    if (unasked != null) {
      return new Courier.Delivery.Done(beforeTheDot(Phase.BODY, unasked), refused);
    }
    boolean commit = false;
    try {
      commit = gate.mayCommit();
    } finally {
      if (!commit) {
        // Without a dot there is no message (RFC 5321 section 4.1.1.4).
        wire.hangUp();
      }
    }
    if (!commit) {
      return new Courier.Delivery.HeldBack();
    }
    // Committing takes its time; a server that gave up meanwhile gets no dot.
    Heard meanwhile = wire.unasked(Phase.BODY, timeouts.unasked());
    if (meanwhile != null) {
      return new Courier.Delivery.Done(beforeTheDot(Phase.BODY, meanwhile), refused);
    }
    Heard verdict = wire.dot(timeouts.finalDot());
    return new Courier.Delivery.Done(afterTheDot(verdict), refused);
  }

  private DeliveryOutcome beforeTheDot(Phase phase, Heard heard) {
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

  private DeliveryOutcome afterTheDot(Heard heard) {
    return switch (heard) {
      case Heard.Answer(Reply reply) when reply.code() < 300 -> {
        unfinished = false;
        yield new DeliveryOutcome.Accepted(reply);
      }
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

  private static boolean said(Heard heard, int code) {
    return heard instanceof Heard.Answer(Reply reply) && reply.code() == code;
  }

  private static Reply lost(Phase phase, boolean timedOut) {
    return new Reply(phase, 0, "", SmtpTexts.of(timedOut ? "line.silent" : "line.lost"));
  }

  private static Reply garbled(Phase phase) {
    return new Reply(phase, 0, "", SmtpTexts.of("line.garbled"));
  }

  private static Courier.Delivery done(DeliveryOutcome outcome) {
    return new Courier.Delivery.Done(outcome, List.of());
  }

  @Override
  public boolean usable() {
    return wire.isOpen();
  }

  @Override
  public long maxSize() {
    String size = line.getExtensionParameter("SIZE");
    return size != null && size.matches("[0-9]{1,18}") ? Long.parseLong(size) : 0;
  }

  @Override
  public boolean offersSmtpUtf8() {
    return line.supportsExtension("SMTPUTF8");
  }

  @Override
  public void close() {
    if (wire.isOpen()) {
      Heard _ = wire.ask(Phase.QUIT, "QUIT", timeouts.quit());
      wire.hangUp();
    }
  }
}
