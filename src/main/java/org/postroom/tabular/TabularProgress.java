package org.postroom.tabular;

/// Told how far reading is, about every 4,000 rows.
@FunctionalInterface
public interface TabularProgress {
  /// @param done rows done
  /// @param of all rows, as far as it can be told; 0 where it cannot
  /// @return false to stop: reading throws [java.util.concurrent.CancellationException]
  boolean at(long done, long of);

  /// Never stops.
  TabularProgress NONE = (_, _) -> true;
}
