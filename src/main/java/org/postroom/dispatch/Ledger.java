package org.postroom.dispatch;

import java.time.Instant;
import org.postroom.composition.LetterDigest;
import org.postroom.plan.LetterId;

/// Port: the durable record of what happened to each letter. Every method returns only when its
/// entry will survive a crash of the process and of the machine.
public interface Ledger {
  LetterState state(LetterId letter);

  /// This process is about to send it.
  void claim(LetterId letter, LetterDigest digest, Instant at) throws LedgerException;

  /// The body is out, the final dot is not.
  ///
  /// @param sha256 of the bytes as sent, lower-case hex
  void committing(LetterId letter, String messageId, String sha256, Instant at)
      throws LedgerException;

  void record(LetterId letter, DeliveryOutcome outcome, Instant at) throws LedgerException;
}
