package org.postroom.dispatch;

import java.time.Duration;

/// How to send.
///
/// @param pace limits
/// @param patience how long to wait for deferred letters before ending with them recorded
/// @param hold how long nothing leaves after the start
/// @param staged first 5, then 1 % (from 200), then the rest
/// @param stagePause how long nothing leaves between two stages
/// @param connections at most so many at once, 1 or more
public record DispatchOptions(
    Pace pace,
    Duration patience,
    Duration hold,
    boolean staged,
    Duration stagePause,
    int connections) {
  public DispatchOptions {
    if (connections < 1) {
      throw new IllegalArgumentException("letters leave through one connection at least");
    }
  }

  /// Through one connection.
  public DispatchOptions(
      Pace pace, Duration patience, Duration hold, boolean staged, Duration stagePause) {
    this(pace, patience, hold, staged, stagePause, 1);
  }

  /// The same through as many connections as are allowed.
  public DispatchOptions through(int allowed) {
    return new DispatchOptions(pace, patience, hold, staged, stagePause, allowed);
  }

  /// Stages without pauses.
  public DispatchOptions(Pace pace, Duration patience, Duration hold, boolean staged) {
    this(pace, patience, hold, staged, Duration.ZERO);
  }
}
