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
  private final int remembered;

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
      int place = sent.size() + leaving - limit.most();
      if (place >= 0) {
        Instant first = place < sent.size() ? sent.get(place) : now;
        Duration left = Duration.between(now, first.plus(limit.window()));
        left = left.compareTo(limit.window()) > 0 ? limit.window() : left;
        longest = left.compareTo(longest) > 0 ? left : longest;
      }
    }
    return longest;
  }
}
