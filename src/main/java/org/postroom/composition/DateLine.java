package org.postroom.composition;

import java.nio.charset.StandardCharsets;
import java.time.OffsetDateTime;

/// The Date header (RFC 5322 section 3.3). It has the same length for every date, so that a
/// letter's size is known before it leaves.
final class DateLine {
  static final int LENGTH = 39;
  private static final String DAYS = "MonTueWedThuFriSatSun";
  private static final String MONTHS = "JanFebMarAprMayJunJulAugSepOctNovDec";

  /// All letters that are composed in one second, or for one review, have one date.
  private static volatile Written last = new Written(OffsetDateTime.MIN, "");

  private record Written(OffsetDateTime date, String line) {}

  private DateLine() {}

  /// @throws IllegalArgumentException outside the years 1900 to 9999
  static byte[] of(OffsetDateTime date) {
    Written written = last;
    if (!written.date.equals(date)) {
      written = new Written(date, line(date));
      last = written;
    }
    return written.line.getBytes(StandardCharsets.US_ASCII);
  }

  private static String line(OffsetDateTime date) {
    if (date.getYear() < 1900 || date.getYear() > 9999) {
      throw new IllegalArgumentException("no letter has the year " + date.getYear());
    }
    int day = (date.getDayOfWeek().getValue() - 1) * 3;
    int month = (date.getMonthValue() - 1) * 3;
    int offset = date.getOffset().getTotalSeconds() / 60;
    StringBuilder line = new StringBuilder(LENGTH).append("Date: ");
    line.append(DAYS, day, day + 3).append(", ");
    two(line, date.getDayOfMonth()).append(' ').append(MONTHS, month, month + 3).append(' ');
    line.append(date.getYear()).append(' ');
    two(line, date.getHour()).append(':');
    two(line, date.getMinute()).append(':');
    two(line, date.getSecond()).append(offset < 0 ? " -" : " +");
    two(line, Math.abs(offset) / 60);
    two(line, Math.abs(offset) % 60).append("\r\n");
    return line.toString();
  }

  private static StringBuilder two(StringBuilder line, int number) {
    return line.append((char) ('0' + number / 10)).append((char) ('0' + number % 10));
  }
}
