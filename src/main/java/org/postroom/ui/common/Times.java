package org.postroom.ui.common;

import java.time.Instant;
import java.time.InstantSource;
import java.time.LocalDate;
import java.time.ZoneId;
import java.time.ZonedDateTime;
import java.time.format.DateTimeFormatter;

/// Times as people read them: 24 hours; "today at 14:02", "12 November", "21 November 2026".
public final class Times {
  private final InstantSource clock;
  private final ZoneId zone;
  private final Texts texts;

  public Times(InstantSource clock, ZoneId zone, Texts texts) {
    this.clock = clock;
    this.zone = zone;
    this.texts = texts;
  }

  /// "14:02".
  public String time(Instant at) {
    return format(at, "HH:mm");
  }

  /// "14:45:42".
  public String second(Instant at) {
    return format(at, "HH:mm:ss");
  }

  /// "today at 14:02", "12 November", "12 November 2025".
  public String when(Instant at) {
    LocalDate today = clock.instant().atZone(zone).toLocalDate();
    ZonedDateTime then = at.atZone(zone);
    if (then.toLocalDate().equals(today)) {
      return texts.get("time.today", time(at));
    }
    return format(at, then.getYear() == today.getYear() ? "d MMMM" : "d MMMM yyyy");
  }

  /// "21 November 2026".
  public String date(Instant at) {
    return format(at, "d MMMM yyyy");
  }

  public LocalDate today() {
    return clock.instant().atZone(zone).toLocalDate();
  }

  /// "21 November 2026".
  public String day(LocalDate day) {
    return DateTimeFormatter.ofPattern("d MMMM yyyy", texts.locale()).format(day);
  }

  /// "1 December 2026 at 09:00".
  public String dateAndTime(Instant at) {
    return texts.get("time.at", date(at), time(at));
  }

  /// "14:02" where it is today, "1 December 2026 at 09:00" on any other day.
  public String timeOrDate(Instant at) {
    return at.atZone(zone).toLocalDate().equals(clock.instant().atZone(zone).toLocalDate())
        ? time(at)
        : dateAndTime(at);
  }

  private String format(Instant at, String pattern) {
    return DateTimeFormatter.ofPattern(pattern, texts.locale()).format(at.atZone(zone));
  }
}
