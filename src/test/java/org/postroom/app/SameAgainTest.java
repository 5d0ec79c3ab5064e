package org.postroom.app;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import tools.jackson.databind.JsonNode;

/// The same content to the same people, whatever the files, the list and the mailshot are called
/// now; and what a clearance on the command line is bound to.
class SameAgainTest {
  private static final String FILE = "\"attachments\": [{\"file\": \"%s\"}]";

  @TempDir Path folder;
  private Office office;

  @BeforeEach
  void somethingWasSent() throws Exception {
    office = new Office(folder);
    office.list(5);
    office.write("programme.txt", "Songs of the evening");
    String mailshot = office.mailshot(FILE.formatted("programme.txt"));
    try (Sink sink = Sink.start(folder.resolve("sink"))) {
      office.run("send", mailshot, "--confirm", "5", "--smtp", sink.url()).exits(0);
    }
  }

  private static List<String> findings(JsonNode check) {
    List<String> found = new ArrayList<>();
    for (JsonNode finding : check.get("findings")) {
      if (!finding.get("severity").asString().equals("note")) {
        found.add(
            finding.get("id").asString()
                + " "
                + finding.get("severity").asString()
                + " "
                + finding.get("count").asInt());
      }
    }
    return found;
  }

  private String copy(String name, String listName, String... members) throws Exception {
    Files.copy(folder.resolve("members.csv"), folder.resolve(listName));
    office.mailshot(members);
    return office.write(
        name,
        Office.read(folder.resolve("spring.mailshot"))
            .replace("\"members.csv\"", "\"" + listName + "\"")
            .replace("\"Spring\"", "\"Another name\""));
  }

  @Test
  void aCopyOfTheMailshotOverACopyOfTheListIsTheSame() throws Exception {
    office.write("renamed.txt", "Songs of the evening");
    String copy = copy("autumn.mailshot", "people-2.csv", FILE.formatted("renamed.txt"));
    assertThat(findings(office.run("check", copy, "--json").exits(4).json()))
        .containsExactly("send.same-content-again confirm 5");
    office.write("other.txt", "Songs of another evening");
    String other =
        office.write(
            "other.mailshot", Office.read(Path.of(copy)).replace("renamed.txt", "other.txt"));
    assertThat(findings(office.run("check", other, "--json").exits(0).json())).isEmpty();
    String spaced = Office.read(folder.resolve("letter.txt")).replace("\n\n", "\n \n  \n");
    office.write("letter.txt", spaced);
    assertThat(findings(office.run("check", copy, "--json").exits(4).json()))
        .as("blanks are no content")
        .containsExactly("send.same-content-again confirm 5");
  }

  @Test
  void onlyWhoHadItIsAskedFor() throws Exception {
    String copy = copy("autumn.mailshot", "people-2.csv", FILE.formatted("programme.txt"));
    office.write(
        "people-2.csv",
        Office.read(folder.resolve("people-2.csv")) + "Zoe Zeal;zoe@choir.example;Leeds\r\n");
    assertThat(findings(office.run("check", copy, "--json").exits(4).json()))
        .contains("send.same-content-again confirm 5");
  }

  @Test
  void aReasonWithItsCountClearsAndAChangeAsksAgain() throws Exception {
    String file = FILE.formatted("programme.txt");
    String copy = copy("autumn.mailshot", "people-2.csv", file);
    JsonNode check = office.run("check", copy, "--json").exits(4).json();
    JsonNode finding = check.get("findings").get(0);
    assertThat(finding.get("message").asString()).isNotBlank();
    assertThat(finding.get("where").has("part")).isTrue();
    String evidence = finding.get("evidence").asString();
    String reason =
        "\"acknowledge\": [{\"finding\": \"send.same-content-again\", \"evidence\": \"%s\","
            + " \"count\": 5, \"reason\": \"a reminder\"}], ";
    String text = Office.read(Path.of(copy));
    String acknowledged =
        office.write(
            "ok.mailshot",
            text.replace("\"recipients\"", reason.formatted(evidence) + "\"recipients\""));
    JsonNode clear = office.run("check", acknowledged, "--json").exits(0).json();
    assertThat(clear.get("clear").asBoolean()).isTrue();
    assertThat(clear.get("findings").get(0).get("acknowledged").asBoolean()).isTrue();
    assertThat(clear.get("findings").get(0).get("reason").asString()).isEqualTo("a reminder");
    assertThat(clear.get("planDigest").asString()).isNotEqualTo("");
    office
        .run("send", acknowledged, "--confirm", "4", "--smtp", "smtp://127.0.0.1:1?tls=none")
        .exits(4);
    String wrong =
        office.write(
            "wrong.mailshot",
            text.replace("\"recipients\"", reason.formatted("00".repeat(16)) + "\"recipients\""));
    office.run("check", wrong, "--json").exits(4);
    office.write("letter.txt", "Dear {{Name}},\n\nwe meet in {{Town}} on Friday.\n\nHelen\n");
    JsonNode changed = office.run("check", acknowledged, "--json").exits(0).json();
    assertThat(changed.get("planDigest")).isNotEqualTo(clear.get("planDigest"));
    assertThat(changed.get("findings").toString()).contains("acknowledge.unused");
  }
}
