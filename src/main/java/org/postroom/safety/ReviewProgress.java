package org.postroom.safety;

/// Told how far a review is; may end it.
public interface ReviewProgress {
  /// @param letters finished letters read so far
  /// @param of all letters
  /// @return false to stop: the review then throws [java.util.concurrent.CancellationException]
  boolean at(int letters, int of);

  ReviewProgress NONE = (_, _) -> true;
}
