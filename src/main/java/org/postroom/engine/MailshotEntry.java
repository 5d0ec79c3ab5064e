package org.postroom.engine;

import java.nio.file.Path;
import java.time.Instant;
import org.postroom.message.MailshotId;

/// A line of the list of mailshots.
///
/// @param people people in the list when it was last saved or planned
/// @param counts what the ledger says; all zero for a draft
/// @param practice true where the counts are of a practice send
public record MailshotEntry(
    MailshotId id,
    Path path,
    String name,
    String subject,
    Instant changed,
    int people,
    State state,
    Counts counts,
    boolean practice) {
  /// What the badge says.
  public enum State {
    DRAFT,
    STOPPED,
    PAUSED,
    NEEDS_DECISION,
    DONE
  }
}
