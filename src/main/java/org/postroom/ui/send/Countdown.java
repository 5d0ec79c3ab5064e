package org.postroom.ui.send;

import java.time.Duration;

/// How long something still waits, as `mm:ss`; a begun second counts.
final class Countdown {
  private Countdown() {}

  static String of(Duration left) {
    long seconds = Math.max(0, (left.toMillis() + 999) / 1000);
    return "%02d:%02d".formatted(seconds / 60, seconds % 60);
  }
}
