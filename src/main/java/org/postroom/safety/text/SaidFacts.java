package org.postroom.safety.text;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/// What two versions of one letter say: numbers, months and days of the week, and on the whole the
/// same words. How they are written does not matter (7.30 pm and 7:30pm, 1,200 and 1200).
public final class SaidFacts {
  /// From this many words on, two versions of one letter share more than a third of them.
  private static final int ENOUGH_WORDS = 20;

  private static final double LEAST_SHARED = 0.35;
  private static final int SHOWN = 60;

  /// What only one version of a letter has: links, marks of a list, notes, years of a copyright.
  private static final Pattern BESIDE =
      Pattern.compile(
          "(?iu)\\b(?:https?://|www\\.)\\S+|(?m)^\\h*(?:\\d{1,3}[.)]|[a-z]\\))\\s"
              + "|\\[\\d{1,3}\\]|(?:©|\\(c\\)|copyright)\\s*[\\d –-]+|\\{\\{[^}]{0,200}\\}\\}");

  private static final Pattern THOUSANDS =
      Pattern.compile("(?<=\\d)[,.'’\\u00a0\\u202f ](?=\\d{3}(?!\\d))");
  private static final Pattern NUMBER = Pattern.compile("\\d+");
  private static final Pattern WORD = Pattern.compile("\\p{L}{3,}");

  /// Months and days of the week. May and Mars are left out: they are other words, too.
  private static final Set<String> CALENDAR =
      Set.of(
          ("january february march april june july august september october november december "
                  + "monday tuesday wednesday thursday friday saturday sunday "
                  + "januar februar märz juni juli oktober dezember "
                  + "montag dienstag mittwoch donnerstag freitag samstag sonntag "
                  + "janvier février avril juin juillet août septembre octobre novembre décembre "
                  + "lundi mardi mercredi jeudi vendredi samedi dimanche "
                  + "enero febrero abril junio julio agosto septiembre octubre noviembre diciembre "
                  + "lunes martes miércoles jueves viernes sábado domingo "
                  + "gennaio febbraio aprile giugno luglio settembre ottobre dicembre "
                  + "lunedì martedì mercoledì giovedì venerdì sabato domenica "
                  + "januari februari maart augustus "
                  + "maandag dinsdag woensdag donderdag vrijdag zaterdag zondag")
              .split(" ", -1));

  private SaidFacts() {}

  /// The words around something that `one` says and `other` does not, where `other` has something
  /// that `one` does not have either; or the beginning of `one`, where they have little in common.
  public static Optional<String> difference(String one, String other) {
    Map<String, String> mine = facts(one);
    Map<String, String> theirs = facts(other);
    for (boolean numbers : new boolean[] {true, false}) {
      List<String> onlyMine = without(mine, theirs, numbers);
      if (!onlyMine.isEmpty() && !without(theirs, mine, numbers).isEmpty()) {
        return Optional.ofNullable(mine.get(onlyMine.getFirst()));
      }
    }
    return Optional.of(one).filter(_ -> isAnother(words(one), words(other))).map(SaidFacts::shown);
  }

  private static List<String> without(
      Map<String, String> facts, Map<String, String> others, boolean numbers) {
    List<String> left = new ArrayList<>();
    for (String fact : facts.keySet()) {
      if (!others.containsKey(fact) && Character.isDigit(fact.charAt(0)) == numbers) {
        left.add(fact);
      }
    }
    return left;
  }

  /// Fact → the words around it.
  private static Map<String, String> facts(String text) {
    Map<String, String> facts = new LinkedHashMap<>();
    String said = THOUSANDS.matcher(BESIDE.matcher(text).replaceAll(" ")).replaceAll("");
    Matcher number = NUMBER.matcher(said);
    while (number.find()) {
      String digits = number.group().replaceFirst("^0+(?=\\d)", "");
      facts.putIfAbsent(digits, around(said, number.start(), number.end()));
    }
    Matcher word = WORD.matcher(said.toLowerCase(Locale.ROOT));
    while (word.find()) {
      if (CALENDAR.contains(word.group())) {
        facts.putIfAbsent(word.group(), around(said, word.start(), word.end()));
      }
    }
    return facts;
  }

  private static String around(String text, int start, int end) {
    int from = Math.max(text.lastIndexOf('\n', start) + 1, start - SHOWN / 2);
    int line = text.indexOf('\n', Math.min(end, text.length()));
    int to = Math.min(line < 0 ? text.length() : line, end + SHOWN / 2);
    return text.substring(Math.min(from, to), to).strip();
  }

  private static boolean isAnother(Set<String> one, Set<String> other) {
    int fewer = Math.min(one.size(), other.size());
    long shared = one.stream().filter(other::contains).count();
    return fewer >= ENOUGH_WORDS && shared < fewer * LEAST_SHARED;
  }

  private static Set<String> words(String text) {
    Set<String> words = new HashSet<>();
    Matcher word = WORD.matcher(BESIDE.matcher(text).replaceAll(" ").toLowerCase(Locale.ROOT));
    while (word.find()) {
      words.add(word.group());
    }
    return words;
  }

  private static String shown(String text) {
    String line = text.strip();
    int end = line.indexOf('\n');
    line = end < 0 ? line : line.substring(0, end);
    return line.length() <= SHOWN ? line : line.substring(0, SHOWN) + "…";
  }
}
