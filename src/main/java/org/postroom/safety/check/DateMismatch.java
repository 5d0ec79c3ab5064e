package org.postroom.safety.check;

import java.time.DateTimeException;
import java.time.DayOfWeek;
import java.time.LocalDate;
import java.time.format.TextStyle;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.postroom.finding.Severity;
import org.postroom.safety.Material;

/// A weekday and a date with its year that contradict each other, or a date that does not exist.
public final class DateMismatch extends Wording {
  private static final Map<String, Integer> MONTHS = months();
  private static final Map<String, DayOfWeek> DAYS = days();
  private static final Pattern DATE =
      Pattern.compile(
          "(?iu)\\b("
              + String.join("|", DAYS.keySet())
              + ")\\b,?(?: the| den| dem| le)?\\s+(?:(\\d{1,2})(?:st|nd|rd|th|\\.)?(?: of)?\\s+("
              + String.join("|", MONTHS.keySet())
              + ")\\b|("
              + String.join("|", MONTHS.keySet())
              + ")\\s+(\\d{1,2})(?:st|nd|rd|th)?\\b),?\\s+(\\d{4})\\b");

  public DateMismatch() {
    super("text.date-mismatch");
  }

  @Override
  List<Hit> look(Material.Words text, Material material) {
    List<Hit> hits = new ArrayList<>();
    Matcher date = DATE.matcher(text.words());
    while (date.find()) {
      boolean monthFirst = date.group(4) != null;
      String day = monthFirst ? date.group(5) : date.group(2);
      String month = monthFirst ? date.group(4) : date.group(3);
      Integer number = MONTHS.get(month.toLowerCase(Locale.ROOT));
      DayOfWeek said = DAYS.get(date.group(1).toLowerCase(Locale.ROOT));
      if (number != null
          && said != null
          && !fits(said, Integer.parseInt(day), number, date.group(6))) {
        hits.add(new Hit(Severity.CONFIRM, date.group().replaceAll("\\s+", " ")));
      }
    }
    return hits;
  }

  @Override
  List<Object> args(Hit hit, Material material) {
    return List.of("");
  }

  private static boolean fits(DayOfWeek said, int day, int month, String year) {
    try {
      return LocalDate.of(Integer.parseInt(year), month, day).getDayOfWeek() == said;
    } catch (DateTimeException e) {
      return false; // There is no 31 November.
    }
  }

  private static Map<String, Integer> months() {
    Map<String, Integer> months = new java.util.LinkedHashMap<>();
    for (Locale locale : List.of(Locale.ENGLISH, Locale.GERMAN, Locale.FRENCH)) {
      for (java.time.Month month : java.time.Month.values()) {
        months.put(
            month.getDisplayName(TextStyle.FULL, locale).toLowerCase(Locale.ROOT),
            month.getValue());
      }
    }
    return months;
  }

  private static Map<String, DayOfWeek> days() {
    Map<String, DayOfWeek> days = new java.util.LinkedHashMap<>();
    for (Locale locale : List.of(Locale.ENGLISH, Locale.GERMAN, Locale.FRENCH)) {
      for (DayOfWeek day : DayOfWeek.values()) {
        days.put(day.getDisplayName(TextStyle.FULL, locale).toLowerCase(Locale.ROOT), day);
      }
    }
    return days;
  }
}
