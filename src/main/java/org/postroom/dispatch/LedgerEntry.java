package org.postroom.dispatch;

import java.time.Instant;
import java.util.List;
import org.postroom.composition.LetterDigest;
import org.postroom.plan.LetterId;

/// One step of a letter, to be written together with others: the outcome of a letter, that the next
/// one is about to be committed, and that the one after it was claimed cost one forced write.
public sealed interface LedgerEntry {
  LetterId letter();

  /// As [Ledger#claim].
  record Claim(LetterId letter, LetterDigest digest, Instant at) implements LedgerEntry {}

  /// As [Ledger#committing].
  record Committing(LetterId letter, String messageId, String sha256, Instant at)
      implements LedgerEntry {}

  /// As [Ledger#record].
  record Outcome(
      LetterId letter,
      DeliveryOutcome outcome,
      List<Courier.RefusedRecipient> refusedRecipients,
      Instant at)
      implements LedgerEntry {}
}
