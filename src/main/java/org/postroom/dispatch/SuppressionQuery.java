package org.postroom.dispatch;

import org.postroom.address.MailboxKey;

/// Asked when a letter's turn comes: must this person not be written to any more?
public interface SuppressionQuery {
  /// @throws LedgerException where it cannot be told; then nothing more leaves
  boolean isSuppressed(MailboxKey person) throws LedgerException;
}
