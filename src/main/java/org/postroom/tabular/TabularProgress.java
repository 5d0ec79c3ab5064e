package org.postroom.tabular;

/// Told how far reading is, about every 4,000 rows.
@FunctionalInterface
public interface TabularProgress {
  /// @param done chars done
  /// @param of all chars
  /// @return false to stop: reading throws [java.util.concurrent.CancellationException]
  boolean at(long done, long of);

  /// Never stops.
  TabularProgress NONE = (_, _) -> true;
}
