package org.postroom.dispatch;

import java.time.Instant;
import java.util.List;
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

  /// What came of it, in one entry.
  ///
  /// @param refusedRecipients in a blind copy: people whom the server refused although it took the
  ///   letter for others; empty otherwise. With [DeliveryOutcome.Refused] or
  ///   [DeliveryOutcome.Deferred] each one's own reply where there were several.
  void record(
      LetterId letter,
      DeliveryOutcome outcome,
      List<Courier.RefusedRecipient> refusedRecipients,
      Instant at)
      throws LedgerException;

  /// Several entries, in order. Where it fails none of them may be relied on.
  default void append(List<LedgerEntry> entries) throws LedgerException {
    for (LedgerEntry entry : entries) {
      switch (entry) {
        case LedgerEntry.Claim(LetterId letter, LetterDigest digest, Instant at) ->
            claim(letter, digest, at);
        case LedgerEntry.Committing(LetterId letter, String messageId, String sha256, Instant at) ->
            committing(letter, messageId, sha256, at);
        case LedgerEntry.Outcome(
                LetterId letter,
                DeliveryOutcome outcome,
                List<Courier.RefusedRecipient> refused,
                Instant at) ->
            record(letter, outcome, refused, at);
      }
    }
  }

  /// Ends a letter that was not sent: its person was suppressed after planning.
  void withdraw(LetterId letter, String reason, Instant at) throws LedgerException;
}
