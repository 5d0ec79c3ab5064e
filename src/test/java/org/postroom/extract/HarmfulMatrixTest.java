package org.postroom.extract;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Locale;
import java.util.Random;
import java.util.Set;
import java.util.stream.Stream;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.TestFactory;
import org.postroom.finding.Finding;
import org.postroom.finding.Severity;
import org.postroom.safety.Checks;
import org.postroom.safety.Kit;
import org.postroom.safety.ReviewProgress;

/// A piece of the list as an attachment, in every format and guise, of every size and order: all
/// blocked from three people on. The checks stand alone; no type, composer or guard helps them.
class HarmfulMatrixTest {
  private static final int PEOPLE = 40;
  private static final Set<String> ABOUT_PEOPLE =
      Set.of("list.is-attachment", "content.lists-people");
  private static final String[] FIRSTS = {"Margaret", "Tom", "Bea", "Emil", "Li", "Jürgen", "Zoë"};
  private static final String[] LASTS = {"Okafor", "Ashworth", "Lindqvist", "Wu", "Müller"};

  private enum Guise {
    ADDRESS,
    ADDRESS_CAPITALS,
    ADDRESS_IN_BRACKETS,
    ADDRESS_AT_IN_WORDS,
    NAME_PHONE,
    PHONE_DIGITS_NAME,
    SURNAME_FIRST_PHONE,
    NUMBER_STREET,
    NAME_BORN,
    NAME_OWES
  }

  private enum Share {
    THREE(3),
    SEVEN(7),
    HALF(PEOPLE / 2),
    ALL(PEOPLE);

    private final int people;

    Share(int people) {
      this.people = people;
    }
  }

  private enum Order {
    AS_LISTED,
    BACKWARDS,
    SHUFFLED
  }

  @TestFactory
  Stream<DynamicTest> everyPieceOfTheListIsBlocked() {
    List<DynamicTest> tests = new ArrayList<>();
    Order[] orders = Order.values();
    for (Formats format : Formats.values()) {
      for (Guise guise : Guise.values()) {
        for (Share share : Share.values()) {
          Order order = orders[(tests.size() + tests.size() / 4) % orders.length];
          String name = format + " " + guise + " " + share + " " + order;
          tests.add(DynamicTest.dynamicTest(name, () -> blocked(format, guise, share, order)));
        }
      }
    }
    return tests.stream();
  }

  private static void blocked(Formats format, Guise guise, Share share, Order order) {
    List<Integer> rows = new ArrayList<>();
    for (int i = 1; i <= share.people; i++) {
      rows.add(share == Share.SEVEN ? i * 5 : i);
    }
    switch (order) {
      case AS_LISTED -> {}
      case BACKWARDS -> Collections.reverse(rows);
      case SHUFFLED -> Collections.shuffle(rows, new Random(7));
    }
    List<String> lines = new ArrayList<>(List.of("Who;What;Since"));
    rows.forEach(row -> lines.add(line(guise, row)));
    Kit kit = list().attach("notes" + format.ending(), format.file(lines));
    List<Finding> findings =
        kit.extractor(new FileText()).review(Checks.all(), ReviewProgress.NONE).review().findings();
    assertThat(findings)
        .anyMatch(one -> one.severity() == Severity.BLOCK && ABOUT_PEOPLE.contains(one.id()));
  }

  private static String line(Guise guise, int row) {
    return switch (guise) {
      case ADDRESS -> first(row) + ";" + address(row) + ";2019";
      case ADDRESS_CAPITALS -> first(row) + ";" + address(row).toUpperCase(Locale.ROOT) + ";2019";
      case ADDRESS_IN_BRACKETS -> "2019;" + last(row) + " <" + address(row) + ">";
      case ADDRESS_AT_IN_WORDS -> address(row).replace("@", " (at) ") + ";2019";
      case NAME_PHONE -> first(row) + " " + last(row) + ";" + phone(row) + ";2019";
      case PHONE_DIGITS_NAME -> "44" + phone(row).replaceAll("^0| ", "") + ";" + full(row);
      case SURNAME_FIRST_PHONE -> last(row) + ", " + first(row) + ";tel. " + phone(row);
      case NUMBER_STREET -> "RC-" + (2000 + row) + ";" + row + " Mill Lane";
      case NAME_BORN -> full(row) + ";" + born(row);
      case NAME_OWES -> full(row) + ";" + owes(row);
    };
  }

  private static Kit list() {
    Kit kit = Kit.list("First name", "Surname", "Email", "Phone", "Street", "Card", "Born", "Owes");
    for (int row = 1; row <= PEOPLE; row++) {
      kit.row(
          first(row),
          last(row),
          address(row),
          phone(row),
          row + " Mill Lane",
          "RC-" + (2000 + row),
          born(row),
          owes(row));
    }
    return kit;
  }

  /// 35 pairs of names: five people have a namesake.
  private static String first(int row) {
    return FIRSTS[row % FIRSTS.length];
  }

  private static String last(int row) {
    return LASTS[row % LASTS.length];
  }

  private static String full(int row) {
    return first(row) + " " + last(row);
  }

  private static String address(int row) {
    return "person" + row + "@" + (row % 2 == 0 ? "home.example" : "work.example");
  }

  private static String phone(int row) {
    return String.format(Locale.ROOT, "01632 96%04d", row * 7);
  }

  private static String born(int row) {
    return String.format(Locale.ROOT, "%02d.%02d.19%02d", row % 28 + 1, row % 12 + 1, 40 + row);
  }

  private static String owes(int row) {
    return "£" + (10 + row) + ".50";
  }
}
