package org.postroom.safety;

import org.postroom.finding.Finding;

/// Told how far a review is, and what it finds; may end it.
public interface ReviewProgress {
  /// @param letters finished letters read so far
  /// @param of all letters
  /// @return false to stop: the review then throws [java.util.concurrent.CancellationException]
  boolean at(int letters, int of);

  /// Told of each finding as soon as it is made, in no order; the [Review] has all of them.
  default void found(Finding finding) {}

  ReviewProgress NONE = (_, _) -> true;
}
