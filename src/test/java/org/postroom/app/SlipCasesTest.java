package org.postroom.app;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collections;
import java.util.Comparator;
import java.util.List;
import java.util.Objects;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestFactory;
import org.junit.jupiter.api.io.TempDir;
import tools.jackson.databind.JsonNode;

/// The table `slips.cases`: a list after another one of the same people, one column of which may
/// have slipped by a row.
class SlipCasesTest {
  private static final List<String> HEADER =
      List.of("Email", "Name", "Member no", "Fee", "Section");
  private static final int ROWS = 12;

  @TempDir Path folder;
  private Office office;

  private record Case(String id, String expected, List<String> steps) {}

  @BeforeEach
  void office() {
    office = new Office(folder);
  }

  @TestFactory
  Stream<DynamicTest> eachSaysWhatItMust() throws IOException {
    List<Case> cases = cases();
    assertThat(cases).hasSizeGreaterThan(15);
    return cases.stream()
        .map(
            one ->
                DynamicTest.dynamicTest(
                    one.id(),
                    () -> {
                      office = new Office(folder.resolve(one.id()));
                      check(before());
                      List<List<String>> now = before();
                      one.steps().forEach(step -> take(step, now));
                      assertThat(told(check(now))).isEqualTo(one.expected());
                    }));
  }

  /// What was wrong is imported, mended and imported again: the list before it agrees.
  @Test
  void aListThatWasMendedIsInStep() {
    check(before());
    List<List<String>> wrong = before();
    take("down Fee 1 12", wrong);
    assertThat(told(check(wrong))).isEqualTo("Fee, row 2, 11 rows");
    List<List<String>> mended = before();
    mended.get(4).set(4, "Bass");
    assertThat(told(check(mended))).isEqualTo("-");
    assertThat(told(check(before()))).as("the first list itself").isEqualTo("-");
  }

  @Test
  void whoIsMeantIsNamedAndAReasonIsEnough() {
    check(before());
    List<List<String>> wrong = before();
    take("down Fee 1 12", wrong);
    JsonNode finding = check(wrong).get("findings").get(0);
    assertThat(finding.get("id").asString()).isEqualTo("list.out-of-step");
    assertThat(finding.get("severity").asString()).isEqualTo("confirm");
    assertThat(finding.get("message").asString())
        .contains(
            "The column “Fee” seems to have slipped",
            "In 11 rows one below the other it holds what “members.csv” had for the neighbour",
            "“" + before().get(1).get(3) + "” stands in row 2, and was p01@x.example’s, in row 1");
    String mailshot =
        office.document(
            "\"subject\": \"News\", \"text\": \"letter.txt\"",
            "\"acknowledge\": [{\"finding\": \"list.out-of-step\", \"reason\": \"it is right\"}]");
    office.run("check", mailshot).exits(0);
  }

  /// Numbers that go up with the rows are given anew where somebody leaves.
  @Test
  void numbersInOrderMoveUpByThemselves() {
    List<List<String>> numbered = before();
    for (int row = 1; row <= ROWS; row++) {
      numbered.get(row).set(2, Integer.toString(4000 + row));
      numbered.get(row).set(3, String.format(java.util.Locale.ROOT, "18:%02d h", row * 4));
    }
    check(numbered);
    List<List<String>> now = new ArrayList<>();
    numbered.forEach(row -> now.add(new ArrayList<>(row)));
    now.remove(2);
    for (int row = 1; row < ROWS; row++) {
      now.get(row).set(2, numbered.get(row).get(2));
      now.get(row).set(3, numbered.get(row).get(3));
    }
    assertThat(told(check(now))).isEqualTo("-");
  }

  private static String told(JsonNode check) {
    List<String> found = new ArrayList<>();
    for (JsonNode finding : check.get("findings")) {
      if (!finding.get("severity").asString().equals("note")) {
        assertThat(finding.get("id").asString()).isEqualTo("list.out-of-step");
        String message = finding.get("message").asString();
        found.add(
            message.replaceFirst("(?s).*column “([^”]*)” seems.*", "$1")
                + ", row "
                + finding.get("where").get("row").asInt()
                + ", "
                + message.replaceFirst("(?s).*In (\\d+) rows.*", "$1")
                + " rows");
      }
    }
    return found.isEmpty() ? "-" : String.join("; ", found);
  }

  private JsonNode check(List<List<String>> rows) {
    office.write(
        "members.csv",
        String.join("\r\n", rows.stream().map(row -> String.join(";", row)).toList()) + "\r\n");
    office.write("letter.txt", "Dear {{Name}},\n\nyour fee is {{Fee}}.\n\nHelen\n");
    String mailshot = office.document("\"subject\": \"News\", \"text\": \"letter.txt\"");
    return office.run("check", mailshot, "--json").json();
  }

  private static List<List<String>> before() {
    String[] names = {
      "Ann Archer", "Bob Baker", "Cem Cooper", "Dee Draper", "Eva Ebner", "Finn Fischer",
      "Gus Gerber", "Hal Hooper", "Ida Imhof", "Jan Jansen", "Kim Keller", "Lea Lorimer"
    };
    List<List<String>> rows = new ArrayList<>();
    rows.add(new ArrayList<>(HEADER));
    for (int i = 0; i < ROWS; i++) {
      rows.add(
          new ArrayList<>(
              List.of(
                  String.format(java.util.Locale.ROOT, "p%02d@x.example", i + 1),
                  names[i],
                  "M-" + (7000 + (i * 389) % 997),
                  (20 + (i * 37) % 61) + ".50 EUR",
                  i % 3 == 0 ? "Alto" : "Tenor")));
    }
    return rows;
  }

  private static void take(String step, List<List<String>> rows) {
    String verb = step.substring(0, (step + " ").indexOf(' '));
    int column = -1;
    for (int i = 0; i < HEADER.size(); i++) {
      column = step.contains(HEADER.get(i)) ? i : column;
    }
    int at = column;
    List<Integer> numbers = new ArrayList<>();
    for (String word : step.split(" ", -1)) {
      if (word.matches("\\d+")) {
        numbers.add(Integer.parseInt(word));
      }
    }
    switch (verb) {
      case "down" -> rotate(rows, at, numbers, 1);
      case "up" -> rotate(rows, at, numbers, -1);
      case "swap" -> {
        String one = rows.get(numbers.get(0)).get(at);
        rows.get(numbers.get(0)).set(at, rows.get(numbers.get(1)).get(at));
        rows.get(numbers.get(1)).set(at, one);
      }
      case "same" -> rows.subList(1, rows.size()).forEach(row -> row.set(at, "12.00 EUR"));
      case "new" -> {
        for (int row = 1; row < rows.size(); row++) {
          rows.get(row).set(at, (row * 53 % 101 + 100) + ".75 EUR");
        }
      }
      case "drop" -> rows.remove(numbers.getFirst().intValue());
      case "reverse" -> Collections.reverse(rows.subList(1, rows.size()));
      case "sort" -> rows.subList(1, rows.size()).sort(Comparator.comparing(row -> row.get(at)));
      case "shuffle" -> {
        List<String> cells = rows.stream().skip(1).map(row -> row.get(at)).toList();
        for (int row = 1; row < rows.size(); row++) {
          rows.get(row).set(at, cells.get(row * 5 % ROWS));
        }
      }
      default -> throw new IllegalArgumentException(step);
    }
  }

  private static void rotate(List<List<String>> rows, int at, List<Integer> between, int by) {
    List<List<String>> part = rows.subList(between.get(0), between.get(1) + 1);
    List<String> cells = new ArrayList<>(part.stream().map(row -> row.get(at)).toList());
    Collections.rotate(cells, by);
    for (int i = 0; i < cells.size(); i++) {
      part.get(i).set(at, cells.get(i));
    }
  }

  private static List<Case> cases() throws IOException {
    try (InputStream file = SlipCasesTest.class.getResourceAsStream("slips.cases")) {
      String all = new String(Objects.requireNonNull(file).readAllBytes(), StandardCharsets.UTF_8);
      List<Case> cases = new ArrayList<>();
      for (String block : all.split("(?m)^== ", -1)) {
        if (!block.startsWith("#")) {
          String[] head = block.lines().findFirst().orElseThrow().split(" \\| ", 2);
          List<String> steps =
              block
                  .lines()
                  .filter(line -> line.startsWith("do: "))
                  .map(line -> line.substring(4))
                  .toList();
          cases.add(new Case(head[0].strip(), head[1].strip(), steps));
        }
      }
      return cases;
    }
  }
}
