package org.postroom.dispatch;

import java.time.Duration;

/// How to send.
///
/// @param pace limits
/// @param patience how long to wait for deferred letters before ending with them recorded
/// @param hold how long nothing leaves after the start
/// @param staged first 5, then 1 % (from 200), then the rest
/// @param stagePause how long nothing leaves between two stages
public record DispatchOptions(
    Pace pace, Duration patience, Duration hold, boolean staged, Duration stagePause) {
  /// Stages without pauses.
  public DispatchOptions(Pace pace, Duration patience, Duration hold, boolean staged) {
    this(pace, patience, hold, staged, Duration.ZERO);
  }
}
