package org.postroom.smtp;

/// Told how far a connection has come; on the thread that connects.
public interface Milestones {
  /// A step is behind us. The same step may be told more than once.
  void reached(ConnectionStep step);

  /// Nobody wants to know.
  Milestones NONE = _ -> {};
}
