package org.postroom.dispatch;

import java.util.Locale;

/// The state of a letter in the ledger (rule S1).
public enum LetterState {
  PLANNED,
  CLAIMED,
  /// Durable before the final dot; without an outcome after a restart it is in doubt.
  COMMITTING,
  ACCEPTED,
  DEFERRED,
  REFUSED,
  IN_DOUBT,
  /// Ended by a person, or suppressed after planning.
  WITHDRAWN;

  /// As in JSON. Planned and claimed are both `not-yet-sent`.
  public String code() {
    return switch (this) {
      case PLANNED, CLAIMED -> "not-yet-sent";
      case COMMITTING, IN_DOUBT -> "in-doubt";
      case ACCEPTED, DEFERRED, REFUSED, WITHDRAWN -> name().toLowerCase(Locale.ROOT);
    };
  }
}
