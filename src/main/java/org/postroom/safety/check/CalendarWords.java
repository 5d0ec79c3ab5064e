package org.postroom.safety.check;

import java.time.DayOfWeek;
import java.time.Month;
import java.time.format.TextStyle;
import java.util.Comparator;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/// Weekdays and months in the languages of the letters, whole and shortened.
final class CalendarWords {
  private static final List<Locale> LOCALES =
      List.of(
          Locale.ENGLISH,
          Locale.GERMAN,
          Locale.FRENCH,
          Locale.ITALIAN,
          Locale.of("es"),
          Locale.of("nl"),
          Locale.of("pl"),
          Locale.of("pt"));

  /// Shortened words that are no other words before a date: `Mo, 14.3.`, `Mon 14 Mar`.
  private static final Map<String, DayOfWeek> SHORT_DAYS =
      Map.ofEntries(
          Map.entry("mon", DayOfWeek.MONDAY),
          Map.entry("tue", DayOfWeek.TUESDAY),
          Map.entry("tues", DayOfWeek.TUESDAY),
          Map.entry("wed", DayOfWeek.WEDNESDAY),
          Map.entry("thu", DayOfWeek.THURSDAY),
          Map.entry("thur", DayOfWeek.THURSDAY),
          Map.entry("thurs", DayOfWeek.THURSDAY),
          Map.entry("fri", DayOfWeek.FRIDAY),
          Map.entry("sat", DayOfWeek.SATURDAY),
          Map.entry("sun", DayOfWeek.SUNDAY),
          Map.entry("mo", DayOfWeek.MONDAY),
          Map.entry("di", DayOfWeek.TUESDAY),
          Map.entry("mi", DayOfWeek.WEDNESDAY),
          Map.entry("do", DayOfWeek.THURSDAY),
          Map.entry("fr", DayOfWeek.FRIDAY),
          Map.entry("sa", DayOfWeek.SATURDAY),
          Map.entry("so", DayOfWeek.SUNDAY));

  private static final Map<String, Integer> SHORT_MONTHS =
      Map.ofEntries(
          Map.entry("jan", 1),
          Map.entry("feb", 2),
          Map.entry("mar", 3),
          Map.entry("apr", 4),
          Map.entry("jun", 6),
          Map.entry("jul", 7),
          Map.entry("aug", 8),
          Map.entry("sep", 9),
          Map.entry("sept", 9),
          Map.entry("oct", 10),
          Map.entry("okt", 10),
          Map.entry("nov", 11),
          Map.entry("dec", 12),
          Map.entry("dez", 12));

  private static final Map<String, DayOfWeek> BY_DAY = days();
  private static final Map<String, Integer> BY_MONTH = months();

  /// A pattern for any weekday. Of two letters (`Mo, 14.3.`) they are other words, too, where no
  /// sign follows.
  static final String DAYS = any(BY_DAY);

  /// A pattern for the name of any month.
  static final String MONTHS = any(BY_MONTH);

  /// The first words of all of them.
  private static final Set<String> WORDS = firstWords();

  private CalendarWords() {}

  /// True where a text has a digit, and a word of the calendar: most lines have not, and a pattern
  /// with all those words takes a while.
  static boolean standIn(String text) {
    boolean digit = false;
    boolean word = false;
    int at = 0;
    while (at < text.length() && !(digit && word)) {
      char c = text.charAt(at);
      digit |= c >= '0' && c <= '9';
      if (Character.isLetter(c)) {
        int start = at;
        while (at < text.length() && Character.isLetter(text.charAt(at))) {
          at++;
        }
        word |= WORDS.contains(text.substring(start, at).toLowerCase(Locale.ROOT));
      } else {
        at++;
      }
    }
    return digit && word;
  }

  private static Set<String> firstWords() {
    Set<String> words = new HashSet<>();
    for (Map<String, ?> all : List.of(BY_DAY, BY_MONTH)) {
      all.keySet().forEach(word -> words.add(word.split("[^\\p{L}]", 2)[0]));
    }
    return words;
  }

  static DayOfWeek day(String word) {
    return Objects.requireNonNull(BY_DAY.get(word.toLowerCase(Locale.ROOT)));
  }

  /// 1 to 12.
  static int month(String word) {
    return Objects.requireNonNull(BY_MONTH.get(word.toLowerCase(Locale.ROOT)));
  }

  private static Map<String, DayOfWeek> days() {
    Map<String, DayOfWeek> days = new HashMap<>(SHORT_DAYS);
    for (Locale locale : LOCALES) {
      for (DayOfWeek day : DayOfWeek.values()) {
        days.put(day.getDisplayName(TextStyle.FULL, locale).toLowerCase(Locale.ROOT), day);
      }
    }
    return days;
  }

  private static Map<String, Integer> months() {
    Map<String, Integer> months = new HashMap<>(SHORT_MONTHS);
    for (Locale locale : LOCALES) {
      for (Month month : Month.values()) {
        months.put(
            month.getDisplayName(TextStyle.FULL, locale).toLowerCase(Locale.ROOT),
            month.getValue());
      }
    }
    return months;
  }

  /// The longest first, so that `sept` is not `sep`.
  private static String any(Map<String, ?> words) {
    return words.keySet().stream()
        .sorted(Comparator.comparingInt(String::length).reversed().thenComparing(word -> word))
        .map(word -> Pattern.quote(word) + (word.length() == 2 ? "(?=[.,])" : ""))
        .collect(Collectors.joining("|"));
  }
}
