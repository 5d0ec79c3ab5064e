package org.postroom.app;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import tools.jackson.databind.JsonNode;

/// Only some of a list: by the value of a column, or row by row.
class ChosenPeopleTest {
  @TempDir Path folder;
  private Office office;

  @BeforeEach
  void list() {
    office = new Office(folder);
    office.write(
        "members.csv",
        String.join(
            "\r\n",
            "Name;Email;Section",
            "Ann;ann@choir.example;Alto",
            "Ben;ben@choir.example;Bass",
            "Cy;cy@choir.example; tenor ",
            "Dora;dora@choir.example;",
            "Eva;eva@choir.example;Alto",
            ""));
    office.write("letter.txt", "Dear {{Name}},\n\nwe meet on Thursday.\n\nHelen\n");
  }

  @Test
  void onlyRowsWithTheseValuesGetALetter() throws Exception {
    String mailshot = mailshot("\"where\": {\"section\": [\"Alto\", \"Tenor\"]}");
    JsonNode check = office.run("check", mailshot, "--json").exits(0).json();
    assertThat(rows(check))
        .containsExactly("2 filtered ben@choir.example null", "4 filtered dora@choir.example null");
    assertThat(sent(mailshot, 3))
        .containsExactly("ann@choir.example", "cy@choir.example", "eva@choir.example");
  }

  @Test
  void rowsLeftOutByHandGetNothingAndTheirReasonIsShown() throws Exception {
    String mailshot =
        mailshot(
            "\"leaveOut\": [{\"row\": 2, \"address\": \"ben@choir.example\", \"reason\": \"moved"
                + " away\"}, {\"row\": 5, \"address\": \"EVA@choir.example\", \"reason\": \"on"
                + " holiday\"}]");
    JsonNode check = office.run("check", mailshot, "--json").exits(0).json();
    assertThat(rows(check))
        .containsExactly(
            "2 by-hand ben@choir.example moved away", "5 by-hand eva@choir.example on holiday");
    assertThat(sent(mailshot, 3))
        .containsExactly("ann@choir.example", "cy@choir.example", "dora@choir.example");
  }

  @Test
  void bothTogetherAndASuppressedPersonAddUpToTheRowsOfTheFile() throws Exception {
    office.run("suppress", "add", "eva@choir.example", "--reason", "asked").exits(0);
    String mailshot =
        mailshot(
            "\"where\": {\"Section\": [\"Alto\", \"Bass\"]}, \"leaveOut\": [{\"row\": 2,"
                + " \"address\": \"ben@choir.example\", \"reason\": \"moved away\"}]");
    JsonNode check = office.run("check", mailshot, "--json").exits(0).json();
    assertThat(rows(check))
        .containsExactly(
            "2 by-hand ben@choir.example moved away",
            "3 filtered cy@choir.example null",
            "4 filtered dora@choir.example null",
            "5 suppressed eva@choir.example asked");
    assertThat(sent(mailshot, 1)).containsExactly("ann@choir.example");
  }

  @Test
  void aColumnThatIsNotThereIsNamedWithTheNearest() {
    String mailshot = mailshot("\"where\": {\"Sektion\": [\"Alto\"]}");
    assertThat(office.run("check", mailshot).exits(2).err())
        .contains("Sektion", "Section", "Nothing was changed or sent");
  }

  @Test
  void aRowThatHoldsSomebodyElseByNowIsShownWithBoth() {
    String mailshot =
        mailshot(
            "\"leaveOut\": [{\"row\": 3, \"address\": \"ben@choir.example\", \"reason\": \"x\"}]");
    assertThat(office.run("check", mailshot).exits(2).err())
        .contains("ben@choir.example", "cy@choir.example");
  }

  private List<String> sent(String mailshot, int people) throws Exception {
    try (Sink sink = Sink.start(folder.resolve("sink"))) {
      office
          .run(
              "send",
              mailshot,
              "--confirm",
              Integer.toString(people),
              "--smtp",
              sink.url(),
              "--max-per-minute",
              "0")
          .exits(0);
      return sink.envelopes().stream().flatMap(List::stream).toList();
    }
  }

  private String mailshot(String choice) {
    return office.write(
        "spring.mailshot",
        """
        {"postroom": 1, "name": "Spring", "from": "Choir <news@choir.example>",
         "recipients": {"file": "members.csv", "basis": "members", %s},
         "subject": "News for {{Name}}", "text": "letter.txt"}
        """
            .formatted(choice));
  }

  private static List<String> rows(JsonNode check) {
    assertThat(check.get("people").asInt() + check.get("leftOut").asInt()).isEqualTo(5);
    List<String> rows = new ArrayList<>();
    for (JsonNode row : check.get("leftOutRows")) {
      JsonNode why = row.get("why");
      rows.add(
          String.join(
              " ",
              row.get("row").asString(),
              row.get("reason").asString(),
              row.get("value").asString(),
              why == null ? "null" : why.asString()));
    }
    return rows;
  }
}
