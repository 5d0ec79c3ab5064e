package org.postroom.app;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.postroom.engine.Account;
import org.postroom.engine.Postroom;
import org.postroom.engine.Through;
import tools.jackson.databind.JsonNode;

/// The names that scripts are written against. A name that is missing here broke somebody's script;
/// more may be added.
class ContractTest {
  @TempDir Path folder;
  private Office office;

  @BeforeEach
  void list() {
    office = new Office(folder);
    office.write(
        "members.csv",
        String.join(
            "\r\n",
            "Name;Email;Town",
            "Ann;ann@choir.example;York",
            ";;",
            "Ben;ben@choir.example;Hull",
            "",
            "Ben;BEN@choir.example;Hull",
            "Cy;nobody;Bath",
            ""));
  }

  @Test
  void listJson() {
    JsonNode list = office.run("list", office.file("members.csv"), "--json").exits(0).json();
    assertThat(names(list))
        .contains(
            "file",
            "sha256",
            "format",
            "charset",
            "delimiter",
            "columns",
            "addressColumn",
            "rows",
            "people",
            "leftOut");
    assertThat(list.get("format").asString()).isEqualTo("csv");
    assertThat(list.get("delimiter").asString()).isEqualTo(";");
    assertThat(list.get("addressColumn").asString()).isEqualTo("Email");
    assertThat(list.get("rows").asInt())
        .isEqualTo(list.get("people").asInt() + list.get("leftOut").size())
        .isEqualTo(5);
    assertThat(names(list.get("leftOut").get(0))).contains("row", "line", "reason", "value");
    assertThat(texts(list.get("leftOut"), "reason"))
        .containsExactly("blank-address", "duplicate", "invalid-address");
    assertThat(texts(list.get("leftOut"), "line")).containsExactly("3", "6", "7");
    assertThat(list.get("sha256").asString()).matches("[0-9a-f]{64}");
  }

  @Test
  void checkJson() {
    String mailshot = office.mailshot();
    JsonNode check = office.run("check", mailshot, "--json").exits(4).json();
    assertThat(names(check))
        .contains(
            "mailshot",
            "people",
            "leftOut",
            "leftOutRows",
            "letters",
            "planDigest",
            "clear",
            "findings");
    assertThat(check.get("leftOut").asInt()).isEqualTo(3);
    assertThat(check.get("leftOutRows")).hasSize(3);
    assertThat(check.get("planDigest").asString()).matches("[0-9a-f]{64}");
    JsonNode finding = check.get("findings").get(0);
    assertThat(names(finding)).contains("id", "severity", "message", "where", "count");
    assertThat(names(finding.get("where"))).contains("part", "row", "address");
    assertThat(finding.get("severity").asString()).isIn("block", "confirm", "note");
    JsonNode again = office.run("check", mailshot, "--json").json();
    assertThat(again.get("planDigest")).isEqualTo(check.get("planDigest"));
    assertThat(again.get("mailshot")).isEqualTo(check.get("mailshot"));
  }

  /// `check` says what `send` through the same way would say, and neither connects to anything.
  @Test
  void checkJsonTellsAnAccountThatIsNotTheSenders() throws Exception {
    office.list(3);
    String mailshot = office.mailshot();
    String own = "smtp://news%40choir.example@mail.choir.example";
    String others = "smtp://helen%40hills.example@mail.hills.example";
    office.run("check", mailshot, "--json").exits(0);
    office.run("check", mailshot, "--json", "--practice").exits(0);
    office.run("check", mailshot, "--json", "--smtp", own).exits(0);
    JsonNode check = office.run("check", mailshot, "--json", "--smtp", others).exits(4).json();
    assertThat(texts(check.get("findings"), "id")).containsExactly("account.mismatch");
    JsonNode where = check.get("findings").get(0).get("where");
    assertThat(where.get("part").asString()).isEqualTo("from");
    assertThat(where.get("address").asString()).isEqualTo("news@choir.example");
    assertThat(check.get("clear").asBoolean()).isFalse();
    JsonNode sent =
        office.run("send", mailshot, "--confirm", "3", "--json", "--smtp", others).exits(4).json();
    assertThat(sent.get("findings")).isEqualTo(check.get("findings"));
    account("hills", "helen@hills.example");
    JsonNode named = office.run("check", mailshot, "--json", "--account", "hills").exits(4).json();
    assertThat(named.get("findings")).isEqualTo(check.get("findings"));
    assertThat(office.run("check", mailshot, "--account", "choir").exits(2).err())
        .contains("hills");
    office.run("check", mailshot, "--practice", "--account", "hills").exits(2);
  }

  private void account(String name, String user) throws Exception {
    try (Postroom engine = RealEngine.open(office.workspace())) {
      Through.Server server =
          new Through.Server(
              "mail.hills.example", 587, Through.Security.STARTTLS, user, false, 1, -1);
      engine.saveAccount(
          new Account(name, user, server, "", null), "x".toCharArray(), "y".toCharArray());
    }
  }

  @Test
  void reportJsonAndSendJsonAreTheSameAndAddUp() {
    String mailshot =
        office.mailshot(
            "\"acknowledge\": [{\"finding\": \"list.left-out\", \"count\": 1, \"reason\": \"x\"}]");
    JsonNode sent =
        office.run("send", mailshot, "--confirm", "2", "--practice", "--json").exits(0).json();
    JsonNode report = office.run("report", mailshot, "--json").exits(0).json();
    assertThat(report).isEqualTo(sent);
    assertThat(names(report))
        .contains(
            "mailshot",
            "planned",
            "accepted",
            "deferred",
            "refused",
            "inDoubt",
            "notYetSent",
            "withdrawn",
            "leftOut",
            "letters");
    assertThat(report.get("leftOut").asInt()).isEqualTo(3);
    assertThat(report.get("planned").asInt())
        .isEqualTo(
            report.get("accepted").asInt()
                + report.get("deferred").asInt()
                + report.get("refused").asInt()
                + report.get("inDoubt").asInt()
                + report.get("notYetSent").asInt()
                + report.get("withdrawn").asInt());
    JsonNode letter = report.get("letters").get(0);
    assertThat(names(letter))
        .contains("row", "address", "state", "messageId", "reply", "at", "sha256", "letterDigest");
    assertThat(letter.get("row").asInt()).isEqualTo(1);
    assertThat(letter.get("messageId").asString()).endsWith("@choir.example>");
    assertThat(letter.get("sha256").asString()).matches("[0-9a-f]{64}");
    assertThat(letter.get("letterDigest").asString()).matches("[0-9a-f]{64}");
    assertThat(letter.get("at").asString()).endsWith("Z");
  }

  @Test
  void reportCsvIsSafeToOpenInASpreadsheet() {
    office.write(
        "members.csv",
        "Name;Email\r\n=HYPERLINK(1);ann@choir.example\r\nBen;+ben@choir.example\r\n");
    office.write("letter.txt", "Hello, we meet on Thursday as always.");
    String mailshot = office.document("\"subject\": \"Hi there\", \"text\": \"letter.txt\"");
    JsonNode check = office.run("check", mailshot, "--json").json();
    List<String> acknowledged = new ArrayList<>();
    check
        .get("findings")
        .forEach(
            finding ->
                acknowledged.add(
                    "{\"finding\": \""
                        + finding.get("id").asString()
                        + "\", \"evidence\": \""
                        + finding.get("evidence").asString()
                        + "\", \"reason\": \"x\"}"));
    mailshot =
        office.document(
            "\"subject\": \"Hi there\", \"text\": \"letter.txt\"",
            "\"acknowledge\": [" + String.join(",", acknowledged) + "]");
    office
        .run("send", mailshot, "--confirm", check.get("people").asString(), "--practice")
        .exits(0);
    office.run("report", mailshot, "--csv", office.file("report.csv")).exits(0);
    String csv = Office.read(folder.resolve("report.csv"));
    for (String line : csv.lines().toList()) {
      assertThat(line.split(",", -1)).noneMatch(cell -> cell.matches("\"?[=+@-].*"));
    }
    assertThat(csv).contains("'+ben@choir.example");
  }

  private static List<String> names(JsonNode object) {
    return new ArrayList<>(object.propertyNames());
  }

  private static List<String> texts(JsonNode array, String name) {
    List<String> texts = new ArrayList<>();
    array.forEach(item -> texts.add(item.get(name).asString()));
    return texts;
  }
}
