package org.postroom.dispatch;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;

/// Says how long to wait until the next letter may leave: rolling windows of a minute, an hour and
/// 24 hours. A window of 24 hours knows no midnight and no daylight saving.
final class PaceKeeper {
  private record Limit(int most, Duration window) {}

  private final List<Limit> limits = new ArrayList<>();
  private int remembered;

  /// What a person asks for beside the limits; 0 for nothing.
  private int asked;

  /// The newest last; no more than the largest limit needs.
  private final List<Instant> sent = new ArrayList<>();

  /// @param before when letters left already, the oldest first
  PaceKeeper(Pace pace, List<Instant> before) {
    add(pace.perMinute(), Duration.ofMinutes(1));
    add(pace.perHour(), Duration.ofHours(1));
    add(pace.perDay(), Duration.ofHours(24));
    remembered = limits.stream().mapToInt(Limit::most).max().orElse(0);
    sent.addAll(before.subList(Math.max(0, before.size() - remembered), before.size()));
  }

  private void add(int most, Duration window) {
    if (most > 0) {
      limits.add(new Limit(most, window));
    }
  }

  /// A person's own limit a minute beside the others.
  ///
  /// @param perMinute 0 for none
  void atMost(int perMinute) {
    asked = perMinute;
    remembered = Math.max(remembered, perMinute);
  }

  void sent(Instant at) {
    if (remembered > 0) {
      sent.add(at);
      if (sent.size() > remembered) {
        sent.removeFirst();
      }
    }
  }

  /// Zero where the next one may leave now. Never longer than the window, even where the clock was
  /// set back.
  ///
  /// @param leaving letters that are on their way: they count as sent now
  Duration delay(Instant now, int leaving) {
    Duration longest = Duration.ZERO;
    for (Limit limit : limits) {
      longest = longer(longest, delay(limit, now, leaving));
    }
    return asked > 0
        ? longer(longest, delay(new Limit(asked, Duration.ofMinutes(1)), now, leaving))
        : longest;
  }

  private Duration delay(Limit limit, Instant now, int leaving) {
    int place = sent.size() + leaving - limit.most();
    if (place < 0) {
      return Duration.ZERO;
    }
    Instant first = place < sent.size() ? sent.get(place) : now;
    Duration left = Duration.between(now, first.plus(limit.window()));
    return left.compareTo(limit.window()) > 0 ? limit.window() : left;
  }

  private static Duration longer(Duration one, Duration other) {
    return one.compareTo(other) < 0 ? other : one;
  }
}
