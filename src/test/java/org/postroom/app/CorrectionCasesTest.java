package org.postroom.app;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestFactory;
import org.junit.jupiter.api.io.TempDir;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/// The table `corrections.cases`: what follows a mailshot that really went out, by the command
/// line.
class CorrectionCasesTest {
  private static final JsonMapper JSON = JsonMapper.builder().build();
  private static final String PROGRAMME = "Songs of the evening";
  private static final String FIRST =
      """
      The spring evening of the choir begins at seven in the old hall. Doors open half an hour
      earlier, and there will be tea and cake.

      Please bring your own cup, since the hall has none. We look forward to seeing many friends.
      """;
  private static final String MAY =
      """
      Dear {{Name}},

      our garden fête was a great success, and we thank everybody who baked. The accounts of the
      year are with the auditor now. If an address in the last list was wrong, please tell us.

      The choir meets every Thursday at half past seven in the school. New singers are welcome at
      any rehearsal. Subscriptions are due in January and July.
      """;

  @TempDir Path folder;
  private Office office;

  private record Case(String id, String expected, Map<String, String> lines) {}

  @BeforeEach
  void twoWentOut() throws Exception {
    office = new Office(folder);
    office.list(8);
    office.write("programme.txt", PROGRAMME);
    try (Sink sink = Sink.start(folder.resolve("sink"))) {
      String may = mailshot("may", "May", Map.of("text", MAY));
      office
          .run("send", may, "--confirm", "8", "--smtp", sink.url(), "--max-per-minute", "0")
          .exits(0);
      String spring =
          mailshot(
              "spring",
              "Spring",
              Map.of("text", "Dear {{Name}},\n\n" + FIRST, "file", "programme.txt=" + PROGRAMME));
      office
          .run("send", spring, "--confirm", "8", "--smtp", sink.url(), "--max-per-minute", "0")
          .exits(0);
    }
  }

  @TestFactory
  Stream<DynamicTest> eachSaysWhatItMust() throws IOException {
    List<Case> cases = cases();
    assertThat(cases).hasSizeGreaterThan(25);
    return cases.stream().map(one -> DynamicTest.dynamicTest(one.id(), () -> look(one)));
  }

  private void look(Case one) {
    JsonNode check =
        office.run("check", mailshot(one.id(), "Afterwards", one.lines()), "--json").json();
    List<String> found = found(check);
    if (one.expected().equals("-")) {
      assertThat(found).as(check.toPrettyString()).isEmpty();
      return;
    }
    assertThat(found).as(check.toPrettyString()).containsExactly("text.recall confirm 1");
    assertThat(check.get("findings").get(0).get("message").asString())
        .contains(one.expected().substring(one.expected().indexOf('+') + 1).strip());
  }

  private static List<String> found(JsonNode check) {
    List<String> found = new ArrayList<>();
    for (JsonNode finding : check.get("findings")) {
      String severity = finding.get("severity").asString();
      if (!severity.equals("note")) {
        found.add(
            finding.get("id").asString() + " " + severity + " " + finding.get("count").asInt());
      }
    }
    return found;
  }

  /// The document that went out, with a line more at its top.
  @Test
  void theSameMailshotOnceMoreWithAnApologyOnTop() {
    office.write(
        "spring/letter.txt",
        "Dear {{Name}},\n\nsorry, the date in our last mail was wrong.\n\n" + FIRST);
    JsonNode check = office.run("check", office.file("spring/a.mailshot"), "--json").json();
    assertThat(found(check)).containsExactly("text.recall confirm 1");
    assertThat(check.get("findings").get(0).get("message").asString())
        .contains("most of “Spring” again");
  }

  /// Practice counts for nothing, and another workspace knows nothing.
  @Test
  void whatNeverWentOutIsNotRepeated() throws IOException {
    Office elsewhere = new Office(folder.resolve("elsewhere"));
    elsewhere.list(8);
    office = elsewhere;
    String spring = mailshot("spring", "Spring", Map.of("text", "Dear {{Name}},\n\n" + FIRST));
    elsewhere.run("send", spring, "--confirm", "8", "--practice").exits(0);
    Case again = cases().getFirst();
    assertThat(found(elsewhere.run("check", mailshot("b", "B", again.lines()), "--json").json()))
        .isEmpty();
  }

  private String mailshot(String at, String name, Map<String, String> lines) {
    Map<String, Object> document = new LinkedHashMap<>();
    document.put("postroom", 1);
    document.put("name", name);
    document.put("from", "Choir <news@choir.example>");
    document.put("recipients", Map.of("file", "../members.csv", "basis", "members"));
    document.put("subject", lines.getOrDefault("subject", "News of the choir"));
    for (String part : List.of("text", "html")) {
      String words = lines.get(part);
      if (words != null) {
        String file = "letter." + (part.equals("html") ? "html" : "txt");
        office.write(at + "/" + file, filled(words));
        document.put(part, file);
      }
    }
    String file = lines.get("file");
    if (file != null) {
      int equals = file.indexOf('=');
      office.write(at + "/" + file.substring(0, equals), filled(file.substring(equals + 1)));
      document.put("attachments", List.of(Map.of("file", file.substring(0, equals))));
    }
    return office.write(at + "/a.mailshot", JSON.writeValueAsString(document));
  }

  private static String filled(String words) {
    return words
        .replace("\\n", "\n")
        .replace("PROGRAMME", PROGRAMME)
        .replace("QUOTED", FIRST.replaceAll("(?m)^", "> "))
        .replace("WRAPPED", FIRST.replace(" ", "\n").replace("\n\n", "\n"))
        .replace("FIRST", FIRST);
  }

  private static List<Case> cases() throws IOException {
    try (InputStream file = CorrectionCasesTest.class.getResourceAsStream("corrections.cases")) {
      String all = new String(Objects.requireNonNull(file).readAllBytes(), StandardCharsets.UTF_8);
      List<Case> cases = new ArrayList<>();
      for (String block : all.split("(?m)^== ", -1)) {
        if (!block.startsWith("#")) {
          cases.add(read(block));
        }
      }
      return cases;
    }
  }

  private static Case read(String block) {
    String[] head = block.lines().findFirst().orElseThrow().split(" \\| ", 2);
    Map<String, String> lines = new LinkedHashMap<>();
    for (String line : block.lines().skip(1).filter(line -> !line.isBlank()).toList()) {
      int colon = line.indexOf(':');
      lines.put(line.substring(0, colon), line.substring(colon + 1).strip());
    }
    return new Case(head[0].strip(), head[1].strip(), lines);
  }
}
