package org.postroom.safety;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Objects;
import java.util.stream.Stream;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.TestFactory;
import org.postroom.finding.Finding;

/// The table `rows.cases`: what a file may say of the people of a list, and what it may not.
class RowsCasesTest {
  private record Case(
      String id, String list, String whose, String expected, String why, String file) {}

  @TestFactory
  Stream<DynamicTest> aFileSaysNoMoreOfPeopleThanItMay() throws IOException {
    List<Case> cases = cases();
    assertThat(cases).hasSizeGreaterThan(20);
    return cases.stream().map(one -> DynamicTest.dynamicTest(one.id(), () -> look(one)));
  }

  private static void look(Case one) {
    Kit kit = list(one.list());
    if (one.whose().equals("all")) {
      kit.attach("notes.txt", one.file());
    } else {
      kit.own(Integer.parseInt(one.whose()), "notes.txt", one.file());
    }
    List<String> found =
        kit.review(Checks.all(), ReviewProgress.NONE).review().findings().stream()
            .map(RowsCasesTest::shown)
            .toList();
    assertThat(found)
        .as(one.why())
        .isEqualTo(
            one.expected().equals("-") ? List.of() : List.of(one.expected().split(", ", -1)));
  }

  private static String shown(Finding finding) {
    assertThat(finding.where().part()).isEqualTo("attachment:notes.txt");
    return finding.id() + " " + finding.count();
  }

  private static Kit list(String name) {
    return switch (name) {
      case "choir" -> choir();
      case "office" -> office();
      case "clients" -> clients();
      default -> throw new IllegalArgumentException(name);
    };
  }

  private static Kit choir() {
    Kit kit =
        Kit.list(
            "First name",
            "Surname",
            "Email",
            "Phone",
            "Street",
            "Voice",
            "Role",
            "Town",
            "Owes",
            "Since");
    String[] names = {
      "Ann Miller",
      "Bea Okafor",
      "Cem Marsh",
      "Dora Lindqvist",
      "Emil Sanders",
      "Li Wu",
      "Gustav Petersen",
      "Ho Tan"
    };
    String[] voices = {"Soprano", "Alto", "Tenor", "Bass"};
    String[] roles = {"Chair", "Treasurer", "Secretary", "Librarian", "", "", "", ""};
    String[] towns = {"Riverside", "Millbrook", "Easton", "Norwood"};
    for (int i = 1; i <= names.length; i++) {
      String[] name = names[i - 1].split(" ", -1);
      kit.row(
          name[0],
          name[1],
          "p" + i + "@x.example",
          "01234 56700" + i,
          i + " Mill Lane",
          voices[(i - 1) / 2],
          roles[i - 1],
          towns[(i - 1) % 4],
          "£1" + i + ".50",
          "14.03.20" + (10 + i));
    }
    return kit;
  }

  private static Kit office() {
    Kit kit = Kit.list("Who", "Email", "Telephone");
    for (int i = 1; i <= 40; i++) {
      kit.row(
          "Person Nr" + i + "son",
          "p" + i + "@x.example",
          "01632 " + String.format(Locale.ROOT, "96%04d", i));
    }
    return kit;
  }

  private static Kit clients() {
    Kit kit =
        Kit.list("Name", "Email", "Invoice", "Address", "Tel.", "Town", "Notes", "Rate", "Due");
    String[] numbers = {
      "One", "Two", "Three", "Four", "Five", "Six", "Seven", "Eight", "Nine", "Ten", "Eleven",
      "Twelve"
    };
    String[] notes = {
      "prefers mornings",
      "hard of hearing",
      "owes two invoices",
      "dog bites",
      "pays in cash",
      "new baby",
      "",
      "",
      "",
      "",
      "",
      ""
    };
    for (int i = 1; i <= numbers.length; i++) {
      int house = Math.min(i, 11);
      kit.row(
          "Client " + numbers[i - 1],
          "c" + i + "@x.example",
          String.format(Locale.ROOT, "INV-2026-%03d", i),
          house + " High Street",
          i == 12 ? "01632 961 011" : String.format(Locale.ROOT, "01632 961%03d", house),
          i % 4 == 0 ? "Hereford" : "Town" + i,
          notes[i - 1],
          "£" + (10 + i) + ".00",
          "14.03.20" + String.format(Locale.ROOT, "%02d", i));
    }
    return kit;
  }

  private static List<Case> cases() throws IOException {
    try (InputStream file = RowsCasesTest.class.getResourceAsStream("rows.cases")) {
      String all = new String(Objects.requireNonNull(file).readAllBytes(), StandardCharsets.UTF_8);
      List<Case> cases = new ArrayList<>();
      for (String block : all.split("(?m)^== ", -1)) {
        if (!block.startsWith("#")) {
          String[] head = block.lines().findFirst().orElseThrow().split(" \\| ", -1);
          String content = block.substring(block.indexOf('\n') + 1).strip();
          cases.add(new Case(head[0], head[1], head[2], head[3], head[4], content));
        }
      }
      return cases;
    }
  }
}
