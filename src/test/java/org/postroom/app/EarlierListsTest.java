package org.postroom.app;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import tools.jackson.databind.JsonNode;

/// Every list that was ever imported in a workspace is compared with what is being sent, also where
/// only names and telephone numbers of it stand there (incident I10, rule E3).
class EarlierListsTest {
  private static final int PEOPLE = 200;
  private static final String[] FIRSTS = {"Margaret", "Tom", "Bea", "Emil", "Jürgen", "Zoë"};

  @TempDir Path folder;
  private Office office;

  @BeforeEach
  void anEarlierListAndAnotherOne() {
    office = new Office(folder);
    StringBuilder patients = new StringBuilder("Name;Email;Town;Phone;Patient no\r\n");
    for (int i = 1; i <= PEOPLE; i++) {
      patients.append(
          String.join(
              ";", first(i) + " " + last(i), "p" + i + "@clinic.example", "York", phone(i), no(i)));
      patients.append("\r\n");
    }
    office.write("members.csv", patients.toString());
    office.run("check", office.mailshot()).exits(0);
    office.list(5);
  }

  private static String first(int i) {
    return FIRSTS[i % FIRSTS.length];
  }

  private static String last(int i) {
    return "Okafor" + (char) ('a' + i % 26) + (char) ('a' + i / 26);
  }

  private static String phone(int i) {
    return String.format(Locale.ROOT, "01632 96%04d", i * 7);
  }

  private static String no(int i) {
    return "PX-" + (4000 + i);
  }

  private List<String> findings(String attached) {
    office.write("notes.txt", attached);
    return findings(office.mailshot("\"attachments\": [{\"file\": \"notes.txt\"}]"), "check");
  }

  private List<String> findings(String mailshot, String command) {
    List<String> found = new ArrayList<>();
    for (JsonNode finding : office.run(command, mailshot, "--json").json().get("findings")) {
      found.add(
          finding.get("id").asString()
              + " "
              + finding.get("severity").asString()
              + " "
              + finding.get("count").asInt());
    }
    return found;
  }

  private static String rows(int from, int to, String form) {
    StringBuilder rows = new StringBuilder();
    for (int i = from; i <= to; i++) {
      rows.append(
          form.replace("F", first(i))
              .replace("L", last(i))
              .replace("P", phone(i))
              .replace("N", no(i)));
      rows.append('\n');
    }
    return rows.toString();
  }

  @Test
  void peopleOfAnEarlierListBlockWithoutTheirAddresses() {
    assertThat(findings(rows(1, 40, "F L, P"))).containsExactly("content.lists-people block 40");
    assertThat(findings(rows(41, 43, "L, F: tel. P")))
        .as("three, in another order")
        .containsExactly("content.lists-people block 3");
    assertThat(findings(rows(10, 20, "N;P")))
        .as("no names")
        .containsExactly("content.lists-people block 11");
    assertThat(findings(rows(1, PEOPLE, "P F L")))
        .as("all of them")
        .containsExactly("list.is-attachment block 200");
    assertThat(office.run("check", office.mailshot("\"attachments\": [{\"file\": \"notes.txt\"}]")))
        .extracting(Office.Outcome::out)
        .asString()
        .contains("This is the list “members.csv”");
  }

  @Test
  void oneOrTwoAreToldOrConfirmed() {
    assertThat(findings(rows(1, 2, "F L, P")))
        .hasSize(2)
        .allMatch("content.person-details note 1"::equals);
    assertThat(findings(rows(1, 1, "F L has N"))).containsExactly("content.lists-people confirm 1");
    assertThat(findings(rows(1, 40, "F L"))).as("names alone").isEmpty();
    assertThat(findings(rows(1, 40, "F and P"))).as("what several have").isEmpty();
  }

  @Test
  void theTextIsCompared() {
    String mailshot = office.mailshot();
    office.write("letter.txt", "Dear all,\n\n" + rows(5, 9, "F L P"));
    assertThat(findings(mailshot, "check")).containsExactly("content.lists-people block 5");
  }

  @Test
  void whatALetterSaysFromItsRowIsCompared() {
    String mailshot = office.mailshot();
    office.write("letter.txt", "Dear {{Name}},\n\nWe have noted: {{Note}}\n");
    String list =
        "Name;Email;Note\nAnn Archer;ann@choir.example;NOTE\nBob;bob@choir.example;none\n";
    office.write("members.csv", list.replace("NOTE", rows(5, 7, "F L, P ").replace("\n", "")));
    assertThat(findings(mailshot, "check"))
        .contains("content.lists-people block 1")
        .noneMatch(finding -> finding.startsWith("content.other-persons-data"));
    office.write(
        "members.csv", list.replace("NOTE", "would like a seat near the door, not at a window"));
    assertThat(findings(mailshot, "check")).noneMatch(one -> one.startsWith("content."));
  }

  @Test
  void aForgottenListIsNotCompared() throws Exception {
    assertThat(findings(rows(1, 40, "F L, P"))).hasSize(1);
    JsonNode lists = office.run("lists", "--json").json().get("lists");
    for (JsonNode list : lists) {
      if (list.get("people").asInt() == PEOPLE) {
        office
            .run("lists", "forget", list.get("sha256").asString(), "--reason", "not ours")
            .exits(0);
      }
    }
    assertThat(findings(rows(1, 40, "F L, P"))).isEmpty();
  }

  @Test
  void withoutTheKeyItIsSaidThatOlderListsCannotBeCompared() throws Exception {
    Path key = folder.resolve("workspace/keys/lists");
    byte[] kept = Files.readAllBytes(key);
    Files.delete(key);
    assertThat(findings(rows(1, 40, "F L, P"))).containsExactly("list.not-comparable note 1");
    Files.write(key, kept);
    assertThat(findings(rows(1, 40, "F L, P"))).contains("content.lists-people block 40");
  }

  @Test
  void nothingOfTheListCanBeReadInTheWorkspace() throws Exception {
    String database =
        Files.readString(folder.resolve("workspace/postroom.db"), StandardCharsets.ISO_8859_1);
    assertThat(database).contains("members.csv").doesNotContainIgnoringCase("okafor");
    assertThat(database).doesNotContain("0163296").doesNotContain("PX-4001");
  }
}
