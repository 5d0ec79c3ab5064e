package org.postroom.dispatch;

import java.time.Duration;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/// From when, and for how long, letters leave by themselves.
///
/// @param notBefore nothing leaves and nothing is connected to before this time of the wall clock;
///   null for no such time
/// @param lasts how long letters leave from the first on: so long the clearance is good; after it a
///   person is asked. Null for no end
public record Term(@Nullable Instant notBefore, @Nullable Duration lasts) {
  /// At once, and for as long as it takes.
  public static final Term ANY = new Term(null, null);

  public static Term notBefore(@Nullable Instant time) {
    return new Term(time, null);
  }

  public Term lasting(Duration time) {
    return new Term(notBefore, time);
  }

  /// True where the chosen time is later than that.
  boolean isAfter(Instant time) {
    return notBefore != null && notBefore.isAfter(time);
  }
}
