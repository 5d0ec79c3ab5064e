package org.postroom.dispatch;

import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.postroom.composition.LetterDigest;
import org.postroom.plan.LetterId;

/// A ledger that remembers, and that can be made to fail or to take the process down with it.
final class MemoryLedger implements Ledger {
  /// What happens at a call, before and after the entry stands.
  interface Weather {
    void before(String call) throws LedgerException;

    void after(String call);

    Weather FINE =
        new Weather() {
          @Override
          public void before(String call) {}

          @Override
          public void after(String call) {}
        };
  }

  private final Map<LetterId, LetterState> states = new LinkedHashMap<>();
  private final Map<LetterId, String> sha256 = new HashMap<>();
  private final Map<LetterId, List<Courier.RefusedRecipient>> refused = new HashMap<>();
  private final List<String> log = new ArrayList<>();
  private Weather weather = Weather.FINE;

  void weather(Weather other) {
    weather = other;
  }

  void put(LetterId letter, LetterState state) {
    states.put(letter, state);
  }

  /// Every entry, as `call recipient`.
  List<String> log() {
    return List.copyOf(log);
  }

  String sha256(LetterId letter) {
    return String.valueOf(sha256.get(letter));
  }

  List<Courier.RefusedRecipient> refused(LetterId letter) {
    return refused.getOrDefault(letter, List.of());
  }

  @Override
  public LetterState state(LetterId letter) {
    return states.getOrDefault(letter, LetterState.PLANNED);
  }

  @Override
  public void claim(LetterId letter, LetterDigest digest, Instant at) throws LedgerException {
    enter("claim", letter, LetterState.CLAIMED);
  }

  @Override
  public void committing(LetterId letter, String messageId, String hash, Instant at)
      throws LedgerException {
    enter("committing", letter, LetterState.COMMITTING);
    sha256.put(letter, hash);
  }

  @Override
  public void record(
      LetterId letter,
      DeliveryOutcome outcome,
      List<Courier.RefusedRecipient> refusedRecipients,
      Instant at)
      throws LedgerException {
    LetterState state =
        switch (outcome) {
          case DeliveryOutcome.Accepted _ -> LetterState.ACCEPTED;
          case DeliveryOutcome.Deferred _ -> LetterState.DEFERRED;
          case DeliveryOutcome.Refused _ -> LetterState.REFUSED;
          case DeliveryOutcome.InDoubt _ -> LetterState.IN_DOUBT;
        };
    enter(state.code(), letter, state);
    refused.put(letter, refusedRecipients);
  }

  @Override
  public void withdraw(LetterId letter, String reason, Instant at) throws LedgerException {
    enter("withdraw", letter, LetterState.WITHDRAWN);
  }

  private void enter(String call, LetterId letter, LetterState state) throws LedgerException {
    weather.before(call);
    LetterState now = state(letter);
    if (now == LetterState.ACCEPTED || now == LetterState.IN_DOUBT || now == LetterState.REFUSED) {
      throw new AssertionError(letter.recipient() + " was " + now + " and became " + state);
    }
    states.put(letter, state);
    log.add(call + " " + letter.recipient());
    weather.after(call);
  }
}
