package org.postroom.workspace;

import java.time.Instant;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.time.temporal.ChronoUnit;
import java.util.Locale;

/// Times as they are stored: UTC, milliseconds, one fixed width, so that text order is time order.
final class UtcText {
  private static final DateTimeFormatter FORM =
      DateTimeFormatter.ofPattern("uuuu-MM-dd'T'HH:mm:ss.SSS'Z'", Locale.ROOT)
          .withZone(ZoneOffset.UTC);

  private UtcText() {}

  static String of(Instant at) {
    return FORM.format(at);
  }

  static String minute(Instant at) {
    return FORM.format(at.truncatedTo(ChronoUnit.MINUTES));
  }

  static Instant read(String stored) {
    return Instant.parse(stored);
  }
}
