package org.postroom.dispatch;

import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;

/// Waits for a time of the wall clock, and looks at the clock every half a minute: it may be set
/// forward or back, and a computer that sleeps lets no waiting time pass. Times are points on the
/// line of time, so that daylight saving changes nothing.
final class Appointment {
  private static final Duration LOOK = Duration.ofSeconds(30);

  /// A look that ends so much later than it should was slept through, or the clock was set.
  private static final Duration OVERSLEPT = Duration.ofMinutes(1);

  private final InstantSource clock;
  private final Pauses pauses;

  Appointment(InstantSource clock, Pauses pauses) {
    this.clock = clock;
    this.pauses = pauses;
  }

  /// How the waiting ended.
  enum End {
    COME,
    STOPPED,

    /// The time went by while nobody was awake: a person is asked.
    MISSED
  }

  /// "Go on" does not shorten it: nothing leaves before the time.
  End await(Instant due) {
    while (true) {
      Instant now = clock.instant();
      Duration left = Duration.between(now, due);
      if (!left.isPositive()) {
        return End.COME;
      }
      Duration look = left.compareTo(LOOK) < 0 ? left : LOOK;
      if (pauses.await("schedule", look, left)) {
        return End.STOPPED;
      }
      Instant woke = clock.instant();
      if (!woke.isBefore(due) && woke.isAfter(now.plus(look).plus(OVERSLEPT))) {
        return End.MISSED;
      }
    }
  }
}
