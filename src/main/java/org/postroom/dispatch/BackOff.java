package org.postroom.dispatch;

import java.time.Duration;
import java.util.List;
import java.util.random.RandomGenerator;

/// How long a deferred letter waits (rule S6), and how long to wait for a new connection.
final class BackOff {
  private static final List<Duration> DEFERRED =
      List.of(
          Duration.ofMinutes(1),
          Duration.ofMinutes(5),
          Duration.ofMinutes(15),
          Duration.ofHours(1));
  private static final List<Duration> RECONNECT =
      List.of(Duration.ofMillis(200), Duration.ofSeconds(1), Duration.ofSeconds(3));

  private BackOff() {}

  /// Jitter makes it up to a fifth shorter, never longer, so that letters do not come back all at
  /// once and a stated patience is enough.
  ///
  /// @param attempt 1 after the first deferral
  static Duration deferred(int attempt, RandomGenerator random) {
    Duration whole = DEFERRED.get(Math.min(attempt, DEFERRED.size()) - 1);
    return whole.minusMillis(random.nextLong(whole.toMillis() / 5));
  }

  /// True where there were `losses` in a row and one more attempt is in order.
  static boolean mayReconnect(int losses) {
    return losses <= RECONNECT.size();
  }

  /// @param losses 1 after the first
  static Duration reconnect(int losses) {
    return RECONNECT.get(losses - 1);
  }
}
