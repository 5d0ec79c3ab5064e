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
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.TestFactory;
import org.junit.jupiter.api.io.TempDir;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/// The table `mailshots.cases`: small mailshots, harmful and harmless, by the command line.
class MailshotCasesTest {
  private static final JsonMapper JSON = JsonMapper.builder().build();

  @TempDir Path folder;

  private record Case(String id, String expected, Map<String, List<String>> lines) {
    String one(String key, String otherwise) {
      return lines.getOrDefault(key, List.of(otherwise)).getFirst().replace("\\n", "\n");
    }

    boolean has(String key) {
      return lines.containsKey(key);
    }
  }

  @TestFactory
  Stream<DynamicTest> eachSaysWhatItMust() throws IOException {
    List<Case> cases = cases();
    assertThat(cases).hasSizeGreaterThan(80);
    return cases.stream().map(one -> DynamicTest.dynamicTest(one.id(), () -> look(one)));
  }

  private void look(Case one) {
    Office office = new Office(folder.resolve(one.id()));
    List<String> found = new ArrayList<>();
    JsonNode check = office.run("check", mailshot(office, one), "--json").json();
    for (JsonNode finding : check.get("findings")) {
      String severity = finding.get("severity").asString();
      assertThat(finding.get("message").asString()).as(one.id()).endsWith(".");
      if (!severity.equals("note")) {
        found.add(finding.get("id").asString() + " " + severity);
      }
    }
    assertThat(found)
        .as(check.toPrettyString())
        .isEqualTo(
            one.expected().equals("-") ? List.of() : List.of(one.expected().split(", ", -1)));
    assertThat(check.get("clear").asBoolean()).isEqualTo(found.isEmpty());
  }

  private static String mailshot(Office office, Case one) {
    List<String> rows = new ArrayList<>(List.of(one.one("header", "Name;Email;Town;File;Sum")));
    rows.addAll(
        one.lines()
            .getOrDefault(
                "list",
                List.of(
                    "Ann Archer;ann@x.example;York;a.txt;1",
                    "Bob Baker;bob@x.example;Hull;b.txt;2",
                    "Cem Cooper;cem@x.example;Bath;c.txt;3")));
    office.write("members.csv", String.join("\r\n", rows) + "\r\n");
    office.write(
        "letter.txt", one.one("text", "Dear {{Name}},\n\nwe meet on Thursday.\n\nHelen\n"));
    Map<String, Object> document = new LinkedHashMap<>();
    document.put("postroom", 1);
    document.put("name", "News");
    document.put("from", one.one("from", "Choir <news@choir.example>"));
    if (one.has("replyTo")) {
      document.put("replyTo", one.one("replyTo", ""));
    }
    Map<String, Object> recipients = new LinkedHashMap<>();
    recipients.put("file", "members.csv");
    recipients.put("basis", "members");
    if (one.has("expected")) {
      recipients.put("expected", Integer.parseInt(one.one("expected", "")));
    }
    document.put("recipients", recipients);
    document.put("subject", one.one("subject", "News of the choir"));
    if (one.has("text") || !one.has("html")) {
      document.put("text", "letter.txt");
    }
    if (one.has("html")) {
      office.write("letter.html", one.one("html", ""));
      document.put("html", "letter.html");
    }
    List<Object> attachments = new ArrayList<>();
    for (String file : one.lines().getOrDefault("file", List.of())) {
      attachments.add(Map.of("file", written(office, "", file)));
    }
    one.lines().getOrDefault("own", List.of()).forEach(file -> written(office, "own/", file));
    if (one.has("slot")) {
      attachments.add(Map.of("column", "File", "folder", "own"));
    }
    document.put("attachments", attachments);
    return office.write("news.mailshot", JSON.writeValueAsString(document));
  }

  private static String written(Office office, String in, String file) {
    int equals = file.indexOf('=');
    String name = file.substring(0, equals);
    office.write(in + name, file.substring(equals + 1).replace("\\n", "\n"));
    return name;
  }

  private static List<Case> cases() throws IOException {
    try (InputStream file = MailshotCasesTest.class.getResourceAsStream("mailshots.cases")) {
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
    Map<String, List<String>> lines = new LinkedHashMap<>();
    for (String line : block.lines().skip(1).filter(line -> !line.isBlank()).toList()) {
      int colon = line.indexOf(':');
      lines
          .computeIfAbsent(line.substring(0, colon), _ -> new ArrayList<>())
          .add(line.substring(colon + 1).strip());
    }
    return new Case(head[0].strip(), head[1].strip(), lines);
  }
}
