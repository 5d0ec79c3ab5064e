package org.postroom.engine;

import java.nio.file.Path;
import java.time.Instant;
import org.jspecify.annotations.Nullable;
import org.postroom.message.MailshotId;

/// A line of the list of mailshots.
///
/// @param people people in the list when it was last saved or planned
/// @param counts what the ledger says; all zero for a draft
/// @param practice true where the counts are of a practice send
/// @param leaves where nothing has left: when the first letter leaves, or was to leave, if a time
///   was chosen for it or it is held; null otherwise
public record MailshotEntry(
    MailshotId id,
    Path path,
    String name,
    String subject,
    Instant changed,
    int people,
    State state,
    Counts counts,
    boolean practice,
    @Nullable Instant leaves) {
  MailshotEntry leaving(@Nullable Instant at) {
    return new MailshotEntry(id, path, name, subject, changed, people, state, counts, practice, at);
  }

  /// What the badge says.
  public enum State {
    DRAFT,
    /// It leaves, or goes on, by itself while this process runs.
    HELD,
    STOPPED,
    PAUSED,
    NEEDS_DECISION,
    DONE
  }
}
