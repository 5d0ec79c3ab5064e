package org.postroom.ui.common;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.NavigableMap;

/// Outcomes of one minute.
public record Minute(Instant start, int accepted, int waiting, int refused) {
  public int sum() {
    return accepted + waiting + refused;
  }

  /// Every minute from the first to the last, with those in which nothing happened.
  public static List<Minute> withoutGaps(NavigableMap<Instant, Minute> minutes) {
    List<Minute> all = new ArrayList<>();
    if (!minutes.isEmpty()) {
      Instant last = minutes.lastKey();
      for (Instant at = minutes.firstKey();
          !at.isAfter(last);
          at = at.plus(Duration.ofMinutes(1))) {
        all.add(minutes.getOrDefault(at, new Minute(at, 0, 0, 0)));
      }
    }
    return all;
  }
}
