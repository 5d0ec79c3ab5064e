package org.postroom.engine;

/// What the connection test came to. It sends no message.
public sealed interface ConnectionCheck {
  /// All four steps.
  record Passed() implements ConnectionCheck {}

  /// @param step the one that failed; those after it were not tried
  /// @param line that step in words, as it failed
  /// @param at what the person would change first
  record Failed(ConnectionStep step, String line, Problem problem, At at)
      implements ConnectionCheck {}

  /// A field of the account.
  enum At {
    ADDRESS,
    PASSWORD,
    SERVER
  }

  /// Told as each step passes; on the thread that tests.
  interface Progress {
    void passed(ConnectionStep step);
  }
}
