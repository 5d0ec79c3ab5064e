package org.postroom.tabular;

import java.math.BigDecimal;
import java.math.RoundingMode;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.LocalTime;
import java.time.format.TextStyle;
import java.time.temporal.ChronoField;
import java.util.List;
import java.util.Locale;

/// A serial number as the date or time that a sheet shows.
final class DateText {
  private static final long DAY = 86_400_000L;

  /// 31 December 9999, the last day that spreadsheets know.
  private static final double LAST = 2_958_466;

  private final FormatSection section;
  private final LocalDateTime at;
  private final long millis;
  private final boolean halves;
  private final StringBuilder out = new StringBuilder();

  private DateText(FormatSection section, LocalDateTime at, long millis) {
    this.section = section;
    this.at = at;
    this.millis = millis;
    this.halves = section.has(FormatSection.Kind.HALF_DAY);
  }

  static String of(FormatSection section, double value, boolean date1904) {
    boolean elapsed = section.has(FormatSection.Kind.ELAPSED);
    if (value >= LAST || (value < 0 && !elapsed)) {
      // A sheet shows such a value as a row of #: no date.
      return "########";
    }
    long millis = Math.round(Math.abs(value) * DAY);
    long shown = rounded(section, millis);
    LocalDateTime at = at(shown, date1904);
    String text = new DateText(section, at, shown).text();
    return value < 0 ? "-" + text : text;
  }

  /// Spreadsheets round to what the format shows: whole seconds, unless it shows parts of them.
  private static long rounded(FormatSection section, long millis) {
    boolean parts = false;
    List<FormatSection.Token> tokens = section.tokens();
    for (int i = 1; i < tokens.size(); i++) {
      parts |= tokens.get(i).kind() == FormatSection.Kind.DIGIT;
    }
    return parts ? millis : Math.floorDiv(millis + 500, 1000L) * 1000;
  }

  private static LocalDateTime at(long millis, boolean date1904) {
    long days = millis / DAY;
    LocalTime time = LocalTime.ofNanoOfDay(millis % DAY * 1_000_000);
    if (date1904) {
      return LocalDateTime.of(LocalDate.of(1904, 1, 1).plusDays(days), time);
    }
    // Day 60 is 29 February 1900, which never was: days before it are one off.
    LocalDate start = LocalDate.of(1899, 12, days < 60 ? 31 : 30);
    return LocalDateTime.of(start.plusDays(days), time);
  }

  private String text() {
    List<FormatSection.Token> tokens = section.tokens();
    int places = 0;
    for (int i = 0; i < tokens.size(); i++) {
      FormatSection.Token token = tokens.get(i);
      switch (token.kind()) {
        case DATE -> date(token.text(), i);
        case ELAPSED -> elapsed(token.text());
        case HALF_DAY -> halfDay(token.text());
        case LITERAL, SLASH, COMMA -> out.append(token.text());
        case POINT -> {
          places = 0;
          out.append('.');
        }
        case DIGIT -> {
          places++;
          out.append(secondPart(places));
        }
        case PERCENT, EXPONENT, GENERAL, TEXT -> {
          // No part of a date.
        }
      }
    }
    return out.toString();
  }

  private char secondPart(int place) {
    String part = String.format(Locale.ROOT, "%03d", at.get(ChronoField.MILLI_OF_SECOND));
    return place <= part.length() ? part.charAt(place - 1) : '0';
  }

  private void date(String run, int index) {
    Locale locale = section.locale();
    switch (run.charAt(0)) {
      case 'y' -> {
        int year = at.getYear();
        pad(run.length() <= 2 ? year % 100 : year, run.length() <= 2 ? 2 : 4);
      }
      case 'm' -> {
        if (isMinute(index)) {
          pad(at.getMinute(), run.length());
        } else {
          month(run, locale);
        }
      }
      case 'd' -> {
        switch (run.length()) {
          case 1, 2 -> pad(at.getDayOfMonth(), run.length());
          case 3 -> out.append(at.getDayOfWeek().getDisplayName(TextStyle.SHORT, locale));
          default -> out.append(at.getDayOfWeek().getDisplayName(TextStyle.FULL, locale));
        }
      }
      case 'h' -> {
        int hour = at.getHour();
        pad(halves ? (hour + 11) % 12 + 1 : hour, run.length());
      }
      default -> pad(at.getSecond(), run.length());
    }
  }

  private void month(String run, Locale locale) {
    switch (run.length()) {
      case 1, 2 -> pad(at.getMonthValue(), run.length());
      case 3 -> out.append(shortMonth(locale));
      case 5 -> out.append(at.getMonth().getDisplayName(TextStyle.FULL, locale), 0, 1);
      default -> out.append(at.getMonth().getDisplayName(TextStyle.FULL, locale));
    }
  }

  /// Spreadsheets write Sep, not Sept.
  private String shortMonth(Locale locale) {
    return locale.getLanguage().equals("en")
        ? at.getMonth().getDisplayName(TextStyle.FULL, locale).substring(0, 3)
        : at.getMonth().getDisplayName(TextStyle.SHORT, locale);
  }

  /// An `m` is minutes right behind hours or right before seconds.
  private boolean isMinute(int index) {
    List<FormatSection.Token> tokens = section.tokens();
    for (int i = index - 1; i >= 0; i--) {
      FormatSection.Token token = tokens.get(i);
      if (token.kind() == FormatSection.Kind.DATE || token.kind() == FormatSection.Kind.ELAPSED) {
        if (token.text().charAt(0) == 'h') {
          return true;
        }
        break;
      }
    }
    for (int i = index + 1; i < tokens.size(); i++) {
      FormatSection.Token token = tokens.get(i);
      if (token.kind() == FormatSection.Kind.DATE || token.kind() == FormatSection.Kind.ELAPSED) {
        return token.text().charAt(0) == 's';
      }
    }
    return false;
  }

  private void elapsed(String run) {
    long unit =
        switch (run.charAt(0)) {
          case 'h' -> 3_600_000L;
          case 'm' -> 60_000L;
          default -> 1000L;
        };
    BigDecimal whole =
        BigDecimal.valueOf(millis).divide(BigDecimal.valueOf(unit), 0, RoundingMode.DOWN);
    String digits = whole.toPlainString();
    out.append("0".repeat(Math.max(0, run.length() - digits.length()))).append(digits);
  }

  private void halfDay(String form) {
    String half = at.getHour() < 12 ? "AM" : "PM";
    out.append(form.length() == 3 ? half.substring(0, 1) : half);
  }

  private void pad(int value, int width) {
    String digits = Integer.toString(value);
    out.append("0".repeat(Math.max(0, Math.min(width, 4) - digits.length()))).append(digits);
  }
}
