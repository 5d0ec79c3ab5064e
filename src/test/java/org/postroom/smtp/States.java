package org.postroom.smtp;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.util.List;
import java.util.Map;
import org.postroom.composition.LetterDigest;
import org.postroom.dispatch.Courier;
import org.postroom.dispatch.DeliveryOutcome;
import org.postroom.dispatch.Ledger;
import org.postroom.dispatch.LetterState;
import org.postroom.plan.LetterId;

/// The ledger of one test.
record States(Map<LetterId, LetterState> states) implements Ledger {
  @Override
  public LetterState state(LetterId letter) {
    return states.getOrDefault(letter, LetterState.PLANNED);
  }

  @Override
  public void claim(LetterId letter, LetterDigest digest, Instant at) {
    states.put(letter, LetterState.CLAIMED);
  }

  @Override
  public void committing(LetterId letter, String messageId, String sha256, Instant at) {
    states.put(letter, LetterState.COMMITTING);
  }

  @Override
  public void record(
      LetterId letter,
      DeliveryOutcome outcome,
      List<Courier.RefusedRecipient> refusedRecipients,
      Instant at) {
    assertThat(outcome).isInstanceOf(DeliveryOutcome.Accepted.class);
    states.put(letter, LetterState.ACCEPTED);
  }

  @Override
  public void withdraw(LetterId letter, String reason, Instant at) {
    states.put(letter, LetterState.WITHDRAWN);
  }
}
