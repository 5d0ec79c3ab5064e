package org.postroom.workspace;

import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import org.postroom.composition.LetterDigest;
import org.postroom.dispatch.Courier;
import org.postroom.dispatch.DeliveryOutcome;
import org.postroom.dispatch.LedgerEntry;
import org.postroom.dispatch.LedgerException;
import org.postroom.dispatch.LetterState;
import org.postroom.dispatch.Phase;
import org.postroom.dispatch.Reply;
import org.postroom.plan.LetterId;

/// Where the letters of one plan stand, and which step may follow (rule S1). Not safe for several
/// threads.
final class LedgerSteps {
  /// One letter.
  static final class Entry {
    final int number;
    final String digest;
    final String commitment;
    LetterState state;

    Entry(int number, Standing standing) {
      this.number = number;
      this.digest = Objects.requireNonNullElse(standing.digest(), "");
      this.commitment = standing.commitment();
      this.state = standing.state();
    }
  }

  private final PlanRecord plan;
  private final Map<String, Entry> letters;

  LedgerSteps(PlanRecord plan, Map<String, Entry> letters) {
    this.plan = plan;
    this.letters = letters;
  }

  /// @throws IllegalArgumentException where the plan has no such letter
  LetterState state(LetterId letter) {
    Entry entry = belongs(letter) ? letters.get(letter.recipient()) : null;
    if (entry == null) {
      throw new IllegalArgumentException("not a letter of this plan: " + letter);
    }
    return entry.state;
  }

  /// @throws LedgerException where it does not follow from the letter's state
  Step withdrawal(LetterId letter, String reason, Instant at) throws LedgerException {
    Entry entry = entry(letter);
    require(entry, LetterState.PLANNED, LetterState.CLAIMED, LetterState.DEFERRED);
    return step(entry, LetterState.WITHDRAWN, at, null, reason, null, null);
  }

  /// @throws LedgerException where it does not follow from the letter's state
  Step step(LedgerEntry wanted) throws LedgerException {
    Entry entry = entry(wanted.letter());
    return switch (wanted) {
      case LedgerEntry.Claim(LetterId letter, LetterDigest digest, Instant at) -> {
        if (!entry.digest.equals(digest.hex())) {
          throw refused("not the letter that was cleared: " + letter);
        }
        // A letter that was held back before its dot is still claimed.
        require(entry, LetterState.PLANNED, LetterState.CLAIMED, LetterState.DEFERRED);
        yield step(entry, LetterState.CLAIMED, at, null, null, null, null);
      }
      case LedgerEntry.Committing(LetterId _, String messageId, String sha256, Instant at) -> {
        require(entry, LetterState.CLAIMED);
        yield step(entry, LetterState.COMMITTING, at, null, null, messageId, sha256);
      }
      case LedgerEntry.Outcome(
              LetterId _,
              DeliveryOutcome outcome,
              List<Courier.RefusedRecipient> refused,
              Instant at) ->
          outcome(entry, outcome, refused, at);
    };
  }

  private Step outcome(
      Entry entry, DeliveryOutcome outcome, List<Courier.RefusedRecipient> refused, Instant at)
      throws LedgerException {
    return switch (outcome) {
      case DeliveryOutcome.Accepted(Reply reply) -> {
        require(entry, LetterState.COMMITTING);
        yield settled(entry, LetterState.ACCEPTED, LetterState.REFUSED, reply, refused, at);
      }
      case DeliveryOutcome.Deferred(Reply reply) -> {
        requireNotSettled(entry);
        yield settled(entry, LetterState.DEFERRED, LetterState.DEFERRED, reply, refused, at);
      }
      case DeliveryOutcome.Refused(Reply reply) -> {
        requireNotSettled(entry);
        yield settled(entry, LetterState.REFUSED, LetterState.REFUSED, reply, refused, at);
      }
      case DeliveryOutcome.InDoubt(String what) -> {
        require(entry, LetterState.CLAIMED, LetterState.COMMITTING);
        Reply reply = new Reply(Phase.FINAL_DOT, 0, "", what);
        yield settled(entry, LetterState.IN_DOUBT, LetterState.IN_DOUBT, reply, List.of(), at);
      }
    };
  }

  private Step settled(
      Entry entry,
      LetterState state,
      LetterState ofRefused,
      Reply reply,
      List<Courier.RefusedRecipient> refused,
      Instant at) {
    List<PersonEvent> own =
        refused.stream()
            .map(one -> new PersonEvent(one.address().key().value(), ofRefused, one.reply()))
            .toList();
    return new Step(entry, entry.state, event(entry, state, at, reply, null, null, null), own);
  }

  private Step step(
      Entry entry,
      LetterState state,
      Instant at,
      @Nullable Reply reply,
      @Nullable String reason,
      @Nullable String messageId,
      @Nullable String sha256) {
    return new Step(
        entry, entry.state, event(entry, state, at, reply, reason, messageId, sha256), List.of());
  }

  /// One letter's step to a state.
  record Step(Entry entry, LetterState before, Event event, List<PersonEvent> own) {
    void take() {
      entry.state = event.state();
    }

    void takeBack() {
      entry.state = before;
    }
  }

  /// What one person of an envelope got, when it is not what the letter got.
  record PersonEvent(String mailboxKey, LetterState state, Reply reply) {}

  private Event event(
      Entry entry,
      LetterState state,
      Instant at,
      @Nullable Reply reply,
      @Nullable String reason,
      @Nullable String messageId,
      @Nullable String sha256) {
    return new Event(
        plan.mailshot().toString(),
        plan.revision(),
        entry.number,
        null,
        state,
        at,
        reply,
        reason,
        null,
        messageId,
        sha256,
        entry.commitment);
  }

  private boolean belongs(LetterId letter) {
    return letter.mailshot().equals(plan.mailshot()) && letter.revision() == plan.revision();
  }

  private Entry entry(LetterId letter) throws LedgerException {
    Entry entry = belongs(letter) ? letters.get(letter.recipient()) : null;
    if (entry == null) {
      throw refused("not a letter of this plan: " + letter);
    }
    return entry;
  }

  static LedgerException refused(String why) {
    return new LedgerException(why, new IllegalStateException(why));
  }

  /// Refused and deferred may also be decided here, before a letter was claimed.
  private static void requireNotSettled(Entry entry) throws LedgerException {
    require(
        entry,
        LetterState.PLANNED,
        LetterState.CLAIMED,
        LetterState.COMMITTING,
        LetterState.DEFERRED);
  }

  private static void require(Entry entry, LetterState... before) throws LedgerException {
    if (!List.of(before).contains(entry.state)) {
      throw refused("letter " + entry.number + " is " + entry.state);
    }
  }
}
