package org.postroom.safety.check;

import java.time.DateTimeException;
import java.time.DayOfWeek;
import java.time.LocalDate;
import java.time.YearMonth;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.postroom.finding.Severity;
import org.postroom.safety.Material;

/// A weekday and a date that contradict each other, or a date that does not exist. Without a year
/// the date around today is meant, as far as it is near; else any weekday of the last or the next
/// one is right.
public final class DateMismatch extends Wording {
  private static final int SOON_DAYS = 100;
  private static final int JUST_NOW_DAYS = 60;
  private static final String DAY = "(?<!\\p{L})(?<day>" + CalendarWords.DAYS + ")(?!\\p{L})";

  /// Every Monday is any Monday.
  private static final String NOT_EVERY =
      "(?<!every |each |jeden |jede |chaque |tous les |cada |todos los |ogni |elke |iedere |każdy )";

  private static final String MONTH = CalendarWords.MONTHS;
  private static final String LINK =
      "[.,]?(?: the| den| dem| le| el| il| de| op| dnia)?[ \\t\\u00a0]+";

  /// In words: a weekday before a date with the name of its month, perhaps a year.
  private static final Pattern IN_WORDS =
      Pattern.compile(
          "(?iu)"
              + NOT_EVERY
              + DAY
              + LINK
              + "(?:(?<number>\\d{1,2})(?:st|nd|rd|th|er|º|°|\\.)?(?: of| de)?[ \\t\\u00a0]+(?<month>"
              + MONTH
              + ")\\b|(?<first>"
              + MONTH
              + ")[ \\t\\u00a0]+(?<then>\\d{1,2})(?:st|nd|rd|th)?\\b(?!:))"
              + "(?:\\.?,?(?: de)?[ \\t\\u00a0]+(?<year>\\d{4})\\b(?! ?(?:h|Uhr)\\b))?");

  /// In numbers: 14.3.2027, or 14/3/2027 and 3/14/2027, which may mean the same.
  private static final Pattern IN_NUMBERS =
      Pattern.compile(
          "(?iu)"
              + DAY
              + LINK
              + "(?<number>\\d{1,2})(?<sign>[./])(?<month>\\d{1,2})\\k<sign>(?<year>\\d{4})\\b");

  /// A date without a weekday that no calendar has: the 30th or 31st of a shorter month.
  private static final Pattern NO_WEEKDAY =
      Pattern.compile(
          "(?iu)(?<![\\d.,:/-])(?<number>29|30|31)(?:st|nd|rd|th|\\.)?(?: of| de)?[ \\t\\u00a0]+(?<month>"
              + MONTH
              + ")\\b,?(?: de)?[ \\t\\u00a0]+(?<year>\\d{4})\\b");

  public DateMismatch() {
    super("text.date-mismatch");
  }

  @Override
  List<Hit> look(Material.Words text, Material material) {
    String words = text.words();
    if (!CalendarWords.standIn(words)) {
      return List.of();
    }
    List<Hit> hits = new ArrayList<>();
    Matcher date = IN_WORDS.matcher(words);
    while (date.find()) {
      if (!isRight(date, material.subject().today())) {
        add(hits, date);
      }
    }
    Matcher numbers = IN_NUMBERS.matcher(words);
    while (numbers.find()) {
      if (!isRightInNumbers(numbers)) {
        add(hits, numbers);
      }
    }
    Matcher alone = NO_WEEKDAY.matcher(words);
    while (alone.find()) {
      int month = CalendarWords.month(alone.group("month"));
      if (date(number(alone, "number"), month, number(alone, "year")).isEmpty()) {
        add(hits, alone);
      }
    }
    return hits;
  }

  private static void add(List<Hit> hits, Matcher date) {
    hits.add(new Hit(Severity.CONFIRM, date.group().replaceAll("\\s+", " ")));
  }

  private static boolean isRight(Matcher date, LocalDate today) {
    boolean monthFirst = date.group("first") != null;
    DayOfWeek said = CalendarWords.day(date.group("day"));
    int day = number(date, monthFirst ? "then" : "number");
    int month = CalendarWords.month(date.group(monthFirst ? "first" : "month"));
    if (date.group("year") != null) {
      return is(said, date(day, month, number(date, "year")));
    }
    if (date.group(monthFirst ? "first" : "month").equals("may")) {
      return true; // On Monday 14 may come.
    }
    if (day > YearMonth.of(2028, month).lengthOfMonth()) {
      return false;
    }
    List<LocalDate> around = new ArrayList<>();
    for (int year = today.getYear() - 1; year <= today.getYear() + 1; year++) {
      date(day, month, year).ifPresent(around::add);
    }
    // The one that is near is meant; last year's weekday with it is the very mistake.
    for (LocalDate one : around) {
      if (one.isAfter(today.minusDays(JUST_NOW_DAYS)) && one.isBefore(today.plusDays(SOON_DAYS))) {
        return one.getDayOfWeek() == said;
      }
    }
    return around.stream().anyMatch(one -> one.getDayOfWeek() == said);
  }

  private static boolean isRightInNumbers(Matcher date) {
    DayOfWeek said = CalendarWords.day(date.group("day"));
    int one = number(date, "number");
    int other = number(date, "month");
    int year = number(date, "year");
    return is(said, date(one, other, year))
        || (date.group("sign").equals("/") && is(said, date(other, one, year)));
  }

  private static boolean is(DayOfWeek said, Optional<LocalDate> date) {
    return date.isPresent() && date.get().getDayOfWeek() == said;
  }

  /// Empty where there is none, as 31 November.
  private static Optional<LocalDate> date(int day, int month, int year) {
    try {
      return Optional.of(LocalDate.of(year, month, day));
    } catch (DateTimeException _) {
      return Optional.empty();
    }
  }

  private static int number(Matcher date, String group) {
    return Integer.parseInt(date.group(group).toLowerCase(Locale.ROOT));
  }
}
