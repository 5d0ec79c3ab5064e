package org.postroom.app;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.FileTime;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.postroom.app.Office.Outcome;
import tools.jackson.databind.JsonNode;

/// Where a list came from, what it was used for, and how old it is (incident I6).
class ProvenanceTest {
  @TempDir Path folder;
  private Office office;

  @BeforeEach
  void list() {
    office = new Office(folder);
    office.list(5);
  }

  @Test
  void aListIsRememberedWithItsOriginFromTheFirstCheckOn() {
    office.run("list", office.file("members.csv")).exits(0);
    assertThat(lists()).isEmpty();
    String mailshot = office.mailshot();
    Instant before = Instant.now();
    Outcome check = office.run("check", mailshot).exits(0);
    String user = System.getProperty("user.name");
    assertThat(check.out())
        .contains("List: members.csv, first imported on ", " by " + user + "; basis: members");
    JsonNode list = office.run("check", mailshot, "--json").exits(0).json().get("list");
    assertThat(list.get("file").asString()).isEqualTo("members.csv");
    assertThat(list.get("sheet").isNull()).isTrue();
    assertThat(list.get("sha256").asString()).hasSize(64);
    assertThat(list.get("importedBy").asString()).isEqualTo(user);
    assertThat(list.get("basis").asString()).isEqualTo("members");
    assertThat(Instant.parse(list.get("importedAt").asString()))
        .isBetween(before.minusSeconds(1), Instant.now());
    assertThat(Instant.parse(list.get("lastImportedAt").asString()))
        .isAfter(Instant.parse(list.get("importedAt").asString()));
    assertThat(list.get("people").asInt()).isEqualTo(5);
    assertThat(list.get("path").asString()).isEqualTo(office.file("members.csv"));
    assertThat(list.get("lastUse").isNull()).isTrue();
    assertThat(lists()).containsExactly("members.csv");
  }

  @Test
  void theReportTellsTheListAsItWasWhenTheLettersWerePlanned() throws Exception {
    String mailshot = office.mailshot();
    try (Sink sink = Sink.start(folder.resolve("sink"))) {
      office.run("send", mailshot, "--confirm", "5", "--smtp", sink.url()).exits(0);
    }
    JsonNode sent = office.run("report", mailshot, "--json").exits(0).json().get("list");
    JsonNode seen = office.run("lists", "--json").exits(0).json().get("lists").get(0);
    for (String key : List.of("file", "sheet", "sha256", "importedAt", "importedBy", "basis")) {
      assertThat(sent.get(key)).as(key).isEqualTo(seen.get(key));
    }
    assertThat(seen.get("lastUse").get("name").asString()).isEqualTo("Spring");
    assertThat(seen.get("lastUse").get("sender").asString()).isEqualTo("news@choir.example");
    office.run("lists", "forget", "members.csv", "--reason", "the club has ended").exits(0);
    assertThat(office.run("report", mailshot, "--json").exits(0).json().get("list"))
        .isEqualTo(sent);
  }

  @Test
  void practiceTellsTheListTooAndIsNoUse() {
    String mailshot = office.mailshot();
    JsonNode sent =
        office.run("send", mailshot, "--confirm", "5", "--practice", "--json").exits(0).json();
    assertThat(sent.get("list").get("file").asString()).isEqualTo("members.csv");
    assertThat(office.run("lists", "--json").json().get("lists").get(0).get("lastUse").isNull())
        .isTrue();
    assertThat(office.run("lists").exits(0).out()).contains("nothing was sent to it");
  }

  @Test
  void whatWasSentFromAnotherSenderOrAsAnotherKindIsAskedAlsoWhenTheListWasEdited()
      throws Exception {
    office.list(40);
    try (Sink sink = Sink.start(folder.resolve("sink"))) {
      String mailshot = office.mailshot();
      office.run("send", mailshot, "--confirm", "40", "--smtp", sink.url()).exits(0);
    }
    assertThat(findings(office.mailshot("\"replyTo\": \"helen@choir.example\"")))
        .doesNotContain("list.other-purpose");
    String other =
        office.write(
            "other.mailshot",
            Office.read(Path.of(office.mailshot()))
                .replace("news@choir.example", "treasurer@choir.example"));
    assertThat(findings(other)).contains("list.other-purpose");
    assertThat(findings(other)).as("asking does not wear it off").contains("list.other-purpose");
    assertThat(office.run("check", other).exits(4).out())
        .contains("“Spring” went to it on ", "from news@choir.example, as a personal mailshot");
    // The same list with a line more.
    office.write(
        "members.csv",
        Office.read(folder.resolve("members.csv")) + "Zed;zed@choir.example;Leeds\r\n");
    assertThat(findings(other)).contains("list.other-purpose");
    // Another list.
    office.write("members.csv", "Name;Email;Town\r\nAnn;ann@bank.example;York\r\n");
    assertThat(findings(other)).doesNotContain("list.other-purpose");
  }

  @Test
  void aListWhoseFileHasNotChangedForMoreThanAYearIsOld() throws Exception {
    String mailshot = office.mailshot();
    for (String never : List.of("1970-01-01T00:00:00Z", "1980-01-01T00:00:00Z")) {
      touch(Instant.parse(never));
      assertThat(findings(mailshot)).as("no date: " + never).isEmpty();
      forget();
    }
    touch(Instant.now().minus(Duration.ofDays(360)));
    assertThat(findings(mailshot)).isEmpty();
    touch(Instant.now().minus(Duration.ofDays(370)));
    assertThat(findings(mailshot)).containsExactly("list.old");
    touch(Instant.now());
    assertThat(findings(mailshot)).as("a copy is as old").containsExactly("list.old");
    office.run("send", mailshot, "--confirm", "5", "--practice").exits(4);
    String acknowledged =
        office.mailshot("\"acknowledge\": [{\"finding\": \"list.old\", \"reason\": \"I know\"}]");
    office.run("check", acknowledged).exits(0);
    office.list(6);
    assertThat(findings(office.mailshot())).as("another content").isEmpty();
  }

  @Test
  void aForgottenListIsNewWhenItComesAgain() throws Exception {
    String mailshot = office.mailshot();
    touch(Instant.now().minus(Duration.ofDays(400)));
    assertThat(findings(mailshot)).containsExactly("list.old");
    said(office.run("lists", "forget", "members.csv").exits(2), "--reason");
    said(office.run("lists", "forget", "--reason", "x").exits(2), "Which list");
    said(office.run("lists", "forget", "other.csv", "--reason", "x").exits(2), "other.csv");
    assertThat(lists()).hasSize(1);
    forget();
    assertThat(lists()).isEmpty();
    assertThat(office.run("lists").exits(0).err()).contains("seen no list yet");
    touch(Instant.now());
    assertThat(findings(mailshot)).isEmpty();
  }

  private void touch(Instant at) throws Exception {
    Files.setLastModifiedTime(folder.resolve("members.csv"), FileTime.from(at));
  }

  private void forget() {
    office.run("lists", "forget", "members.csv", "--reason", "only a test").exits(0);
  }

  private List<String> lists() {
    List<String> names = new ArrayList<>();
    for (JsonNode list : office.run("lists", "--json").exits(0).json().get("lists")) {
      names.add(list.get("file").asString());
    }
    return names;
  }

  private List<String> findings(String mailshot) {
    List<String> ids = new ArrayList<>();
    for (JsonNode found : office.run("check", mailshot, "--json").json().get("findings")) {
      ids.add(found.get("id").asString());
    }
    return ids;
  }

  private static void said(Outcome outcome, String... words) {
    assertThat(outcome.err()).contains(List.of(words));
    assertThat(outcome.err().split("[.;:?] ", -1).length).isGreaterThan(2);
  }
}
