package org.postroom.dispatch;

import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/// When letters will leave, told before the first of them does: by the limits of the account, by
/// what left through it in the last 24 hours, by the hold and by the pauses between the stages. How
/// long the server takes for each is not known and not counted. Pure.
///
/// @param first when the first may leave
/// @param done when the last may leave
/// @param days how many leave on which day, the first day first
/// @param zone for what day it is
/// @param expires when the clearance ends, so that what is left then asks a person; [Instant#MAX]
///   for never
public record Forecast(Instant first, Instant done, List<Day> days, ZoneId zone, Instant expires) {
  public Forecast {
    days = List.copyOf(days);
  }

  /// @param letters how many leave on it
  public record Day(LocalDate date, int letters) {}

  /// @param letters how many are to leave, 1 or more
  /// @param options with what left before
  /// @param zone for what day it is
  public static Forecast of(int letters, DispatchOptions options, Instant now, ZoneId zone) {
    Instant first = now.plus(options.hold());
    Instant notBefore = options.term().notBefore();
    if (notBefore != null && notBefore.isAfter(first)) {
      first = notBefore;
    }
    Map<LocalDate, Integer> days = new TreeMap<>();
    long last = first.toEpochMilli();
    Line line = new Line(options, letters);
    for (int i = 0; i < letters; i++) {
      last = line.next(last, i);
      days.merge(Instant.ofEpochMilli(last).atZone(zone).toLocalDate(), 1, Integer::sum);
    }
    Duration lasts = options.term().lasts();
    return new Forecast(
        first,
        Instant.ofEpochMilli(last),
        days.entrySet().stream().map(day -> new Day(day.getKey(), day.getValue())).toList(),
        zone,
        lasts == null ? Instant.MAX : first.plus(lasts));
  }

  /// False where the clearance ends before the last letter may leave.
  public boolean fits() {
    return !done.isAfter(expires);
  }

  /// The letters one after the other, as the limits and the stages let them go.
  private static final class Line {
    private final List<long[]> limits = new ArrayList<>();
    private final long[] left;
    private final int before;
    private final Stages stages;
    private final long pause;

    Line(DispatchOptions options, int letters) {
      Pace pace = options.pace();
      add(pace.perMinute(), Duration.ofMinutes(1));
      add(pace.perHour(), Duration.ofHours(1));
      add(pace.perDay(), Duration.ofHours(24));
      before = options.before().size();
      left = new long[before + letters];
      for (int i = 0; i < before; i++) {
        left[i] = options.before().get(i).toEpochMilli();
      }
      stages = new Stages(options.staged(), letters, 0);
      pause = options.stagePause().toMillis();
    }

    private void add(int most, Duration window) {
      if (most > 0) {
        limits.add(new long[] {most, window.toMillis()});
      }
    }

    long next(long last, int index) {
      long at = last;
      if (index > 0) {
        stages.next();
        at += stages.between() ? pause : 0;
      }
      int place = before + index;
      for (long[] limit : limits) {
        if (place >= limit[0]) {
          at = Math.max(at, left[place - (int) limit[0]] + limit[1]);
        }
      }
      left[place] = at;
      return at;
    }
  }
}
