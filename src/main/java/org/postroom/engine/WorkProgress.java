package org.postroom.engine;

/// Told how far long work is; may end it.
public interface WorkProgress {
  /// @param done units done (rows, letters, bytes)
  /// @param of all units, or 0 where unknown
  /// @return false to stop: the work throws [java.util.concurrent.CancellationException]
  boolean at(long done, long of);

  WorkProgress NONE = (_, _) -> true;
}
