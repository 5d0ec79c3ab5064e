package org.postroom.smtp;

import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.postroom.address.AddrSpec;
import org.postroom.dispatch.Courier;
import org.postroom.dispatch.DeliveryOutcome;
import org.postroom.dispatch.Phase;
import org.postroom.dispatch.Reply;

/// One connection, one transaction after the other (RFC 5321 section 3.3).
///
/// Where the server announces PIPELINING the flight is: final dot, and MAIL, RCPT and DATA of the
/// next letter (RFC 2920 section 3.1), one round trip a letter. The next letter's body begins when
/// its 354 is here, so that of two letters on the line only one can be in doubt.
final class SmtpSession implements Courier.Session {
  /// Kept as long as the session: Angus closes the connection when its own object is collected.
  private final AngusLine line;

  private final SmtpWire wire;
  private final SmtpTimeouts timeouts;
  private final Pipelining pipelining;
  private final Commands commands;
  private final Verdicts verdicts;

  /// Its MAIL, RCPT and DATA have left, and their replies have not been read.
  private Courier.@Nullable Parcel announced;

  /// True where the server may still hold the last transaction open.
  private boolean unfinished;

  SmtpSession(AngusLine line, SmtpWire wire, SmtpTimeouts timeouts, Pipelining pipelining) {
    this.line = line;
    this.wire = wire;
    this.timeouts = timeouts;
    this.pipelining = pipelining;
    this.commands = new Commands(line);
    this.verdicts = new Verdicts(wire);
  }

  @Override
  public Courier.Delivery deliver(Courier.Parcel parcel, Courier.Gate gate) {
    if (announced != null) {
      return afterAnnouncing(parcel, gate);
    }
    Reply unfit = unfit(parcel);
    if (unfit != null) {
      return done(new DeliveryOutcome.Refused(unfit));
    }
    if (usable() && pipelines()) {
      return announcing(parcel, gate);
    }
    if (!usable() || !cleared()) {
      return done(new DeliveryOutcome.Deferred(Verdicts.lost(Phase.MAIL, false)));
    }
    Heard mail = wire.ask(Phase.MAIL, commands.mail(parcel), timeouts.command());
    if (!Verdicts.said(mail, 250)) {
      return done(verdicts.beforeTheDot(Phase.MAIL, mail));
    }
    List<Courier.RefusedRecipient> refused = new ArrayList<>();
    DeliveryOutcome stopped = recipients(parcel, refused);
    if (stopped != null) {
      return new Courier.Delivery.Done(stopped, refused);
    }
    unfinished = true;
    Heard data = wire.ask(Phase.DATA, "DATA", timeouts.command());
    if (!Verdicts.said(data, 354)) {
      return new Courier.Delivery.Done(verdicts.beforeTheDot(Phase.DATA, data), refused);
    }
    return bodyAndDot(parcel, gate, refused);
  }

  @Override
  public boolean pipelines() {
    return pipelining.isBelieved() && line.supportsExtension("PIPELINING");
  }

  @Override
  public String remark() {
    return line.supportsExtension("PIPELINING") ? pipelining.remark() : "";
  }

  /// The first letter of a connection, and the one after a letter that left something open.
  private Courier.Delivery announcing(Courier.Parcel parcel, Courier.Gate gate) {
    boolean reset = unfinished;
    List<String> flight = commands.announcement(parcel);
    if (reset) {
      flight.addFirst("RSET");
    }
    Heard unasked = wire.say(Phase.MAIL, flight, timeouts.command());
    if (unasked != null) {
      return done(verdicts.beforeTheDot(Phase.MAIL, unasked));
    }
    unfinished = false;
    if (reset && !Verdicts.said(wire.listen(Phase.MAIL, timeouts.command()), 250)) {
      wire.hangUp();
      return done(new DeliveryOutcome.Deferred(Verdicts.lost(Phase.MAIL, false)));
    }
    announced = parcel;
    return afterAnnouncing(parcel, gate);
  }

  /// Reads what the server says to the announcement, and goes on with the body.
  private Courier.Delivery afterAnnouncing(Courier.Parcel parcel, Courier.Gate gate) {
    boolean expected = parcel.equals(announced);
    announced = null;
    if (!expected) {
      wire.hangUp();
      throw new IllegalStateException("another letter was announced");
    }
    Announcement answered = new Announcement(wire, timeouts, pipelining);
    DeliveryOutcome stopped = answered.read(parcel.rcptTo());
    unfinished = true;
    return stopped == null
        ? bodyAndDot(parcel, gate, answered.refused())
        : new Courier.Delivery.Done(stopped, answered.refused());
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
    if (Verdicts.said(mail, 250)) {
      Heard _ = wire.ask(Phase.MAIL, "RSET", timeouts.command());
      return null;
    }
    return switch (mail) {
      case Heard.Answer(Reply reply) -> reply;
      case Heard.Garbled _ -> Verdicts.garbled(Phase.MAIL);
      case Heard.Lost(boolean timedOut) -> Verdicts.lost(Phase.MAIL, timedOut);
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
      if (!Verdicts.said(wire.ask(Phase.MAIL, "RSET", timeouts.command()), 250)) {
        wire.hangUp();
      }
    }
    return usable();
  }

  /// What this server cannot take is not offered to it.
  private @Nullable Reply unfit(Courier.Parcel parcel) {
    if (Commands.needsSmtpUtf8(parcel) && !offersSmtpUtf8()) {
      return new Reply(Phase.LOCAL, 550, "5.6.7", SmtpTexts.of("letter.no-smtputf8"));
    }
    if (maxSize() > 0 && parcel.letter().size() > maxSize()) {
      String text = SmtpTexts.of("letter.too-big", parcel.letter().size(), maxSize());
      return new Reply(Phase.LOCAL, 552, "5.3.4", text);
    }
    return null;
  }

  /// Names every recipient. Goes on where at least one was accepted.
  ///
  /// @return null to go on
  private @Nullable DeliveryOutcome recipients(
      Courier.Parcel parcel, List<Courier.RefusedRecipient> refused) {
    int accepted = 0;
    DeliveryOutcome worst = null;
    for (AddrSpec recipient : parcel.rcptTo()) {
      Heard heard = wire.ask(Phase.RCPT, Commands.rcpt(recipient), timeouts.command());
      if (Verdicts.isTaken(heard)) {
        accepted++;
        continue;
      }
      DeliveryOutcome outcome = verdicts.beforeTheDot(Phase.RCPT, heard);
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
    if (!Verdicts.said(wire.ask(Phase.RCPT, "RSET", timeouts.command()), 250)) {
      wire.hangUp();
    }
    return worst;
  }

  private Courier.Delivery bodyAndDot(
      Courier.Parcel parcel, Courier.Gate gate, List<Courier.RefusedRecipient> refused) {
    if (!wire.body(parcel.letter(), timeouts.block())) {
      Heard last = wire.lastWords(Phase.BODY);
      return new Courier.Delivery.Done(verdicts.beforeTheDot(Phase.BODY, last), refused);
    }
    Heard unasked = wire.unasked(Phase.BODY, timeouts.unasked());
    if (unasked != null) {
      return new Courier.Delivery.Done(verdicts.beforeTheDot(Phase.BODY, unasked), refused);
    }
    boolean commit = false;
    Courier.Parcel next = null;
    try {
      commit = gate.mayCommit();
      next = commit && pipelines() ? gate.next() : null;
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
      return new Courier.Delivery.Done(verdicts.beforeTheDot(Phase.BODY, meanwhile), refused);
    }
    return new Courier.Delivery.Done(dot(next), refused);
  }

  /// The final dot, and the next letter with it where this server can take that letter.
  private DeliveryOutcome dot(Courier.@Nullable Parcel next) {
    boolean goesAlong = next != null && unfit(next) == null;
    List<String> flight = next != null && goesAlong ? commands.announcement(next) : List.of();
    DeliveryOutcome outcome = verdicts.afterTheDot(wire.dot(flight, timeouts.finalDot()));
    announced = goesAlong && usable() ? next : null;
    unfinished &= !(outcome instanceof DeliveryOutcome.Accepted);
    return outcome;
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
    if (announced != null) {
      wire.hangUp();
    } else if (wire.isOpen()) {
      Heard _ = wire.ask(Phase.QUIT, "QUIT", timeouts.quit());
      wire.hangUp();
    }
  }
}
