package org.postroom.dispatch;

import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.time.InstantSource;
import java.time.OffsetDateTime;
import java.time.ZoneId;
import java.time.temporal.ChronoUnit;
import java.util.HexFormat;
import java.util.List;
import org.postroom.composition.ComposedLetter;
import org.postroom.composition.GuardOrder;
import org.postroom.composition.GuardVerdict;
import org.postroom.message.BlobChangedException;
import org.postroom.message.Letter;
import org.postroom.message.WireBytes;
import org.postroom.plan.LetterId;
import org.postroom.recipients.Recipient;
import org.postroom.safety.ClearedPlan;

/// The straight line of one letter up to the server: compose, compare, guard; and what the ledger
/// is told of it.
final class LetterWork {
  private final ClearedPlan plan;
  private final Ledger ledger;
  private final InstantSource clock;
  private final ZoneId zone;
  private final SuppressionQuery suppressed;
  private final StopSignal stop;
  private final Dispatcher.Guard guard;

  LetterWork(
      ClearedPlan plan,
      Ledger ledger,
      InstantSource clock,
      ZoneId zone,
      SuppressionQuery suppressed,
      StopSignal stop,
      Dispatcher.Guard guard) {
    this.plan = plan;
    this.ledger = ledger;
    this.clock = clock;
    this.zone = zone;
    this.suppressed = suppressed;
    this.stop = stop;
    this.guard = guard;
  }

  /// A letter that may leave: exactly as it was cleared, and the guard let it pass.
  record Prepared(LetterId id, ComposedLetter composed, Courier.Parcel parcel) {}

  /// What preparing came to.
  sealed interface Preparation {
    record Ready(Prepared letter) implements Preparation {}

    /// Its person must not be written to any more; so it stands in the ledger.
    record Withdrawn() implements Preparation {}

    record Ended(DispatchResult result) implements Preparation {}
  }

  Preparation prepare(int index) throws LedgerException {
    List<Recipient> people = plan.plan().people(index);
    int left = 0;
    for (Recipient person : people) {
      left += suppressed.isSuppressed(person.key()) ? 0 : 1;
    }
    if (left == 0) {
      ledger.withdraw(
          plan.plan().id(index),
          DispatchTexts.reply("withdrawn.suppressed").text(),
          clock.instant());
      return new Preparation.Withdrawn();
    }
    if (left < people.size()) {
      return changed(DispatchTexts.reply("changed.suppressed"));
    }
    LetterId id = plan.plan().id(index);
    try {
      Letter letter = plan.plan().letter(index);
      ComposedLetter composed = plan.composer().compose(id, letter);
      if (!composed.digest().equals(plan.digest(index))) {
        return changed(DispatchTexts.reply("changed.letter"));
      }
      return guarded(index, letter, composed);
    } catch (BlobChangedException e) {
      return changed(DispatchTexts.reply("changed.file", String.valueOf(e.getMessage())));
    }
  }

  private Preparation guarded(int index, Letter letter, ComposedLetter composed) {
    OffsetDateTime date =
        clock.instant().atZone(zone).toOffsetDateTime().truncatedTo(ChronoUnit.SECONDS);
    WireBytes wire = composed.wire(date);
    // From the plan and the mailshot alone: the guard is told nothing that the composer made.
    GuardOrder order = GuardOrder.of(plan.plan().mailshot(), letter, plan.plan().people(index));
    GuardVerdict verdict = guard.read(wire, composed.envelope(), order);
    if (verdict instanceof GuardVerdict.Stop(String _, String rule)) {
      return stoppedByGuard(rule);
    }
    if (!endsItsLastLine(wire)) {
      return stoppedByGuard(DispatchTexts.reply("guard.end").text());
    }
    Courier.Parcel parcel =
        new Courier.Parcel(composed.envelope().mailFrom(), composed.envelope().rcptTo(), wire);
    return new Preparation.Ready(new Prepared(plan.plan().id(index), composed, parcel));
  }

  /// Where it does not, the line end before the final dot would be no part of what was cleared.
  private static boolean endsItsLastLine(WireBytes wire) {
    int size = wire.size();
    return size > 1 && wire.at(size - 2) == '\r' && wire.at(size - 1) == '\n';
  }

  /// This process is about to send it.
  LedgerEntry claim(Prepared letter) {
    return new LedgerEntry.Claim(letter.id(), letter.composed().digest(), clock.instant());
  }

  /// Its body is out, and its final dot is not.
  LedgerEntry committing(Prepared letter) {
    return new LedgerEntry.Committing(
        letter.id(),
        letter.composed().messageId(),
        sha256(letter.parcel().letter()),
        clock.instant());
  }

  LedgerEntry outcome(
      Prepared letter, DeliveryOutcome outcome, List<Courier.RefusedRecipient> refused) {
    return new LedgerEntry.Outcome(letter.id(), outcome, refused, clock.instant());
  }

  void write(List<LedgerEntry> entries) throws LedgerException {
    ledger.append(List.copyOf(entries));
  }

  /// True where the ledger has no outcome of the entry's letter yet.
  boolean isOpen(LedgerEntry entry) {
    return switch (ledger.state(entry.letter())) {
      case CLAIMED, COMMITTING -> true;
      case PLANNED, ACCEPTED, DEFERRED, REFUSED, IN_DOUBT, WITHDRAWN -> false;
    };
  }

  boolean isStopped() {
    return stop.isPressed();
  }

  private static String sha256(WireBytes wire) {
    try {
      MessageDigest digest = MessageDigest.getInstance("SHA-256");
      wire.update(digest);
      return HexFormat.of().formatHex(digest.digest());
    } catch (NoSuchAlgorithmException e) {
      throw new IllegalStateException("every Java platform has SHA-256", e);
    }
  }

  private static Preparation changed(Reply why) {
    return new Preparation.Ended(new DispatchResult.Paused(DispatchResult.Cause.CHANGED, why));
  }

  private static Preparation stoppedByGuard(String rule) {
    return new Preparation.Ended(
        new DispatchResult.Paused(DispatchResult.Cause.GUARD, DispatchTexts.reply("guard", rule)));
  }
}
