package org.postroom.ui.send;

import java.time.Duration;

/// How long something still waits, as `mm:ss`, or `h:mm:ss` where it is an hour or more; a begun
/// second counts.
final class Countdown {
  private Countdown() {}

  static String of(Duration left) {
    long seconds = Math.max(0, (left.toMillis() + 999) / 1000);
    return seconds < 3600
        ? "%02d:%02d".formatted(seconds / 60, seconds % 60)
        : "%d:%02d:%02d".formatted(seconds / 3600, seconds / 60 % 60, seconds % 60);
  }
}
