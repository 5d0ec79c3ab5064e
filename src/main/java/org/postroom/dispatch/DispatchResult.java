package org.postroom.dispatch;

/// How a run of the dispatcher ended. The ledger has what happened to each letter.
public sealed interface DispatchResult {
  /// Every letter has an outcome (some may be refused, deferred or in doubt).
  record Completed() implements DispatchResult {}

  /// A person pressed Stop.
  record Stopped() implements DispatchResult {}

  /// It paused by itself; nothing is lost, resuming goes on.
  ///
  /// @param cause which rule
  /// @param reply what the server said, or our own words
  record Paused(Cause cause, Reply reply) implements DispatchResult {}

  enum Cause {
    UNREACHABLE,
    TLS,
    SIGN_IN,
    REFUSED_BY_SERVER,
    TOO_MANY_REFUSALS,
    SAME_REFUSAL,
    LEDGER,
    GUARD,
    CHANGED,
    LIMIT,
    SLEPT,
    /// The time that was chosen went by while this computer slept.
    MISSED,
    /// The clearance was good for so long and no longer.
    EXPIRED
  }
}
