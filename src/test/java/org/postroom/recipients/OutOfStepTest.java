package org.postroom.recipients;

import static org.assertj.core.api.Assertions.assertThat;

import java.text.Normalizer;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Random;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import net.jqwik.api.constraints.IntRange;
import org.junit.jupiter.api.Test;
import org.postroom.finding.Finding;
import org.postroom.finding.FindingTexts;

/// One column that was shifted, shuffled or sorted alone is said, and no list as it should be is.
class OutOfStepTest {
  private static final String[] FIRST = {
    "Ann",
    "Ben",
    "Chloé",
    "David",
    "Emma",
    "Fiona",
    "George",
    "Hannah",
    "Ian",
    "Jürgen",
    "Karin",
    "Lewis",
    "María",
    "Nadia",
    "Oliver",
    "Peter",
    "Quentin",
    "Ruth",
    "Søren",
    "Thomas",
    "Ursula",
    "Victor",
    "Wendy",
    "Xavier",
    "Yvonne",
    "Zoë",
    "Martin",
    "James",
    "Rose",
    "Olive",
    "Łukasz",
    "Anne-Marie",
    "Jean Paul",
    "Sean",
    "Joe",
    "Sue",
    "Mo",
    "Leo",
    "Patricia",
    "Maximilian"
  };
  private static final String[] LAST = {
    "Smith",
    "Jones",
    "Taylor",
    "Brown",
    "Müller",
    "Schröder",
    "O'Brien",
    "García",
    "van den Berg",
    "Rossi",
    "Novák",
    "Andersson",
    "Kowalski",
    "Martin",
    "James",
    "Thomas",
    "Peters",
    "Lewis",
    "Hughes",
    "Edwards",
    "Wood",
    "Hall",
    "Clarke",
    "Patel",
    "Khan",
    "Lee",
    "Ng",
    "Wright",
    "Green",
    "Baker",
    "Fischer",
    "Weber",
    "Meyer",
    "Dupont",
    "Lefèvre",
    "Moreau",
    "Silva",
    "Costa",
    "Jensen",
    "Nielsen",
    "Larsen",
    "Virtanen",
    "Korhonen",
    "Horváth",
    "Tóth",
    "Popescu",
    "Ionescu",
    "Murphy"
  };

  /// How the addresses of a list come about.
  enum Style {
    FULL,
    INITIAL,
    TOGETHER,
    MIXED,
    SURNAME_FIRST
  }

  private record Row(String first, String last, String address) {
    String name() {
      return first + " " + last;
    }
  }

  // --- lists as they should be

  @Property(tries = 120)
  void aListInStepIsNeverSuspected(
      @ForAll Style style, @ForAll @IntRange(min = 0, max = 600) int people, @ForAll long seed) {
    List<Row> list = list(style, people, new Random(seed));
    assertThat(said(whole(list))).isEmpty();
    assertThat(said(parts(list))).isEmpty();
    List<Row> sorted = new ArrayList<>(list);
    sorted.sort((a, b) -> a.last().compareTo(b.last()));
    assertThat(said(whole(sorted))).as("sorted as a whole").isEmpty();
  }

  @Property(tries = 120)
  void aListWhoseAddressesAreNotTheNamesIsNeverSuspected(
      @ForAll("oddities") String oddity,
      @ForAll @IntRange(min = 0, max = 400) int people,
      @ForAll long seed) {
    Random random = new Random(seed);
    List<Row> list = list(Style.MIXED, people, random);
    List<Row> odd = new ArrayList<>();
    for (int i = 0; i < list.size(); i++) {
      odd.add(odd(oddity, list, i, random));
    }
    assertThat(said(whole(odd))).as(oddity).isEmpty();
    assertThat(said(parts(odd))).as(oddity).isEmpty();
  }

  @Provide
  Arbitrary<String> oddities() {
    return Arbitraries.of(
        "info",
        "numbers",
        "household",
        "parents",
        "cyrillic",
        "surname",
        "initials",
        "nickname",
        "first name only",
        "company",
        "colours",
        "first names of others",
        "no names");
  }

  /// Row `i` of a list that is odd in one way.
  private static Row odd(String oddity, List<Row> list, int i, Random random) {
    Row row = list.get(i);
    String last = ascii(row.last());
    String first = ascii(row.first());
    return switch (oddity) {
      case "info" -> new Row(row.first(), row.last(), "info@club" + i + ".example");
      case "numbers" -> new Row(row.first(), row.last(), "s" + (100_000 + i) + "@uni.example");
      case "household" ->
          new Row(row.first(), row.last(), "the." + last + ".family@home" + i + ".example");
      case "parents" ->
          new Row(
              row.first(),
              row.last(),
              ascii(pick(FIRST, random)) + "." + last + i + "@home.example");
      case "cyrillic" ->
          new Row(
              "Иван" + "абвгд".charAt(i % 5), "Петров", first + "." + last + i + "@mail.example");
      case "surname" -> new Row("", row.last(), last + i + "@firm.example");
      case "initials" ->
          new Row(
              row.first(),
              row.last(),
              first.substring(0, 1) + last.substring(0, 1) + i + "@firm.example");
      case "nickname" ->
          new Row(row.first(), row.last(), first.substring(0, 2) + "dy" + i + "@x.example");
      case "first name only" -> new Row(row.first(), "", first + i + "@home.example");
      case "company" ->
          new Row(row.first(), row.last(), "office" + i + "@" + last + "-and-sons.example");
      case "colours" ->
          new Row(
              row.first(),
              row.last(),
              List.of("red", "blue", "green", "silver").get(i % 4) + "fox" + i + "@mail.example");
      // A class of children: the parents' first names are as usual as the children's.
      case "first names of others" ->
          new Row(
              row.first(),
              row.last(),
              ascii(pick(FIRST, random)) + "." + ascii(pick(LAST, random)) + i + "@home.example");
      default -> new Row("", "", row.address());
    };
  }

  // --- lists that slipped

  /// From 40 people on, where the addresses are made of the names.
  @Property(tries = 120)
  void oneColumnThatWasMovedAloneIsSaid(
      @ForAll Style style,
      @ForAll @IntRange(min = 40, max = 800) int people,
      @ForAll("movements") String movement,
      @ForAll boolean address,
      @ForAll long seed) {
    Random random = new Random(seed);
    List<Row> list = list(style, people, random);
    List<Row> moved = new ArrayList<>();
    List<Integer> order = order(movement, list, address, random);
    for (int i = 0; i < list.size(); i++) {
      Row here = list.get(i);
      Row there = list.get(order.get(i));
      moved.add(
          address
              ? new Row(here.first(), here.last(), there.address())
              : new Row(there.first(), there.last(), here.address()));
    }
    assertThat(said(whole(moved))).isNotEmpty();
    assertThat(said(parts(moved))).isNotEmpty();
  }

  @Property(tries = 80)
  void lastNamesThatWereMovedAloneAreSaid(
      @ForAll Style style,
      @ForAll @IntRange(min = 60, max = 600) int people,
      @ForAll("movements") String movement,
      @ForAll long seed) {
    Random random = new Random(seed);
    List<Row> list = list(style, people, random);
    List<Row> moved = new ArrayList<>();
    List<Integer> order = order(movement, list, false, random);
    for (int i = 0; i < list.size(); i++) {
      Row here = list.get(i);
      moved.add(new Row(here.first(), list.get(order.get(i)).last(), here.address()));
    }
    assertThat(said(parts(moved))).isNotEmpty();
  }

  @Provide
  Arbitrary<String> movements() {
    return Arbitraries.of("up", "down", "by seven", "shuffled", "sorted", "backwards");
  }

  private static List<Integer> order(
      String movement, List<Row> list, boolean address, Random random) {
    List<Integer> order = new ArrayList<>();
    for (int i = 0; i < list.size(); i++) {
      order.add(i);
    }
    switch (movement) {
      case "up" -> Collections.rotate(order, -1);
      case "down" -> Collections.rotate(order, 1);
      case "by seven" -> Collections.rotate(order, 7);
      case "shuffled" -> Collections.shuffle(order, random);
      case "sorted" ->
          order.sort(
              (a, b) ->
                  address
                      ? list.get(a).address().compareTo(list.get(b).address())
                      : list.get(a).name().compareTo(list.get(b).name()));
      default -> Collections.reverse(order);
    }
    return order;
  }

  /// Everyone below a row whose address cell was taken out got the next person's.
  @Property(tries = 80)
  void aPartThatSlippedIsSaid(
      @ForAll Style style, @ForAll @IntRange(min = 60, max = 500) int people, @ForAll long seed) {
    Random random = new Random(seed);
    List<Row> list = list(style, people, random);
    int from = random.nextInt(people - 30);
    List<Row> moved = new ArrayList<>(list.subList(0, from));
    for (int i = from; i < people; i++) {
      String address = i + 1 < people ? list.get(i + 1).address() : "";
      moved.add(new Row(list.get(i).first(), list.get(i).last(), address));
    }
    assertThat(said(whole(moved))).as("from " + from).isNotEmpty();
  }

  @Test
  void theSentenceHasAnExample() {
    List<Row> list = list(Style.FULL, 40, new Random(1));
    List<Row> moved = new ArrayList<>();
    for (int i = 0; i < 40; i++) {
      moved.add(new Row(list.get(i).first(), list.get(i).last(), list.get((i + 1) % 40).address()));
    }
    Finding finding = said(whole(moved)).orElseThrow();
    assertThat(finding.where().row()).isEqualTo(1);
    assertThat(new FindingTexts(Locale.UK).message(finding))
        .contains(
            "“" + list.getFirst().name() + "” stands in row 1, and " + list.getFirst().address(),
            " in row 40.");
  }

  @Test
  void aHundredThousandPeopleTakeNoTime() {
    List<Row> list = list(Style.MIXED, 100_000, new Random(5));
    List<Row> sorted = new ArrayList<>();
    List<Integer> order = order("sorted", list, true, new Random(5));
    for (int i = 0; i < list.size(); i++) {
      sorted.add(
          new Row(list.get(i).first(), list.get(i).last(), list.get(order.get(i)).address()));
    }
    RecipientList inStep = whole(list);
    RecipientList moved = whole(sorted);
    assertThat(said(inStep)).isEmpty();
    assertThat(said(moved)).isNotEmpty();
    // Ten times what it takes on a slow machine.
    assertThat(fastest(moved)).isLessThan(Duration.ofSeconds(5));
    assertThat(fastest(inStep)).isLessThan(Duration.ofSeconds(1));
  }

  private static Duration fastest(RecipientList list) {
    Duration best = Duration.ofDays(1);
    for (int i = 0; i < 3; i++) {
      long start = System.nanoTime();
      OutOfStep.about(list);
      Duration took = Duration.ofNanos(System.nanoTime() - start);
      best = took.compareTo(best) < 0 ? took : best;
    }
    return best;
  }

  // --- making lists

  private static List<Row> list(Style style, int people, Random random) {
    List<Row> rows = new ArrayList<>();
    for (int i = 0; i < people; i++) {
      String first = pick(FIRST, random);
      String last = people > 2_000 ? pick(LAST, random) + syllable(random) : pick(LAST, random);
      Style own =
          style == Style.MIXED ? Style.values()[random.nextInt(Style.values().length)] : style;
      // In any list some addresses are unlike the names.
      String local =
          random.nextInt(5) == 0 ? "bluebird" + i : local(own, ascii(first), ascii(last));
      String number = random.nextInt(4) == 0 ? Integer.toString(random.nextInt(100)) : "";
      rows.add(new Row(first, last, local + number + "@mail" + i % 90 + ".example"));
    }
    return rows;
  }

  private static String syllable(Random random) {
    String vowels = "aeiou";
    StringBuilder syllables = new StringBuilder();
    for (int i = 0; i < 2; i++) {
      syllables.append((char) ('b' + random.nextInt(20))).append(vowels.charAt(random.nextInt(5)));
    }
    return syllables.toString();
  }

  private static String local(Style style, String first, String last) {
    return switch (style) {
      case FULL -> first + "." + last;
      case INITIAL -> first.charAt(0) + last;
      case TOGETHER, MIXED -> first + last;
      case SURNAME_FIRST -> last + "_" + first;
    };
  }

  private static String ascii(String name) {
    String german = name.replace("ü", "ue").replace("ö", "oe").replace("ø", "o").replace("Ł", "L");
    return Normalizer.normalize(german, Normalizer.Form.NFD)
        .replaceAll("[^A-Za-z]", "")
        .toLowerCase(Locale.ROOT);
  }

  private static String pick(String[] words, Random random) {
    return words[random.nextInt(words.length)];
  }

  private static RecipientList whole(List<Row> rows) {
    List<String> lines = new ArrayList<>(List.of("Name|Email|Town"));
    rows.forEach(row -> lines.add(row.name() + "|" + row.address() + "|York"));
    return read(lines);
  }

  private static RecipientList parts(List<Row> rows) {
    List<String> lines = new ArrayList<>(List.of("Email|Last name|First name"));
    rows.forEach(row -> lines.add(row.address() + "|" + row.last() + "|" + row.first()));
    return read(lines);
  }

  private static RecipientList read(List<String> lines) {
    ImportOptions options =
        new ImportOptions(
            "Email",
            null,
            List.of(),
            List.of(),
            List.of(),
            java.util.Map.of(),
            java.util.Set.of(),
            _ -> false,
            _ -> false);
    return Tables.imported(options, lines.toArray(String[]::new)).list();
  }

  private static Optional<Finding> said(RecipientList list) {
    return OutOfStep.about(list);
  }
}
