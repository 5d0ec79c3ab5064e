package org.postroom.dispatch;

import java.time.Duration;
import java.time.Instant;
import java.util.List;

/// How to send.
///
/// @param pace limits
/// @param patience how long to wait for deferred letters before ending with them recorded
/// @param hold how long nothing leaves after the start
/// @param staged first 5, then 1 % (from 200), then the rest
/// @param stagePause how long nothing leaves between two stages
/// @param connections at most so many at once, 1 or more
/// @param before when letters left through the same account before this run, the oldest first: they
///   count for the limits of the last minute, hour and day
/// @param term from when, and for how long, letters leave by themselves
public record DispatchOptions(
    Pace pace,
    Duration patience,
    Duration hold,
    boolean staged,
    Duration stagePause,
    int connections,
    List<Instant> before,
    Term term) {
  public DispatchOptions {
    before = List.copyOf(before);
    if (connections < 1) {
      throw new IllegalArgumentException("letters leave through one connection at least");
    }
  }

  /// Through one connection.
  public DispatchOptions(
      Pace pace, Duration patience, Duration hold, boolean staged, Duration stagePause) {
    this(pace, patience, hold, staged, stagePause, 1, List.of(), Term.ANY);
  }

  /// The same through as many connections as are allowed.
  public DispatchOptions through(int allowed) {
    return new DispatchOptions(pace, patience, hold, staged, stagePause, allowed, before, term);
  }

  /// The same after letters that left already, the oldest first.
  public DispatchOptions after(List<Instant> left) {
    return new DispatchOptions(pace, patience, hold, staged, stagePause, connections, left, term);
  }

  /// The same from another time on, or for another time.
  public DispatchOptions within(Term other) {
    return new DispatchOptions(
        pace, patience, hold, staged, stagePause, connections, before, other);
  }

  /// Stages without pauses.
  public DispatchOptions(Pace pace, Duration patience, Duration hold, boolean staged) {
    this(pace, patience, hold, staged, Duration.ZERO);
  }
}
