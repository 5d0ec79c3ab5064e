package org.postroom.engine;

import java.time.Instant;
import java.util.Set;

/// A mailshot as it was once.
///
/// @param key names it within its mailshot
/// @param at when it was written
/// @param subject as it was then, with fields by their names
/// @param words of its texts, from where they begin to differ from the version before; at most a
///   line
/// @param changes since the version before; empty for the oldest
public record Version(String key, Instant at, String subject, String words, Set<Change> changes) {
  public Version {
    changes = Set.copyOf(changes);
  }

  /// What differs between two versions.
  public enum Change {
    NAME,
    SENDER,
    SUBJECT,
    TEXT,
    PEOPLE,
    FILES,
    /// Confirmations, and how it is to be sent.
    SETTINGS
  }
}
