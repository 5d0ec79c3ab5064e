package org.postroom.app;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.postroom.app.Office.Outcome;
import org.postroom.recipients.SourceRow;
import org.postroom.recipients.SourceTable;
import org.postroom.tabular.Tabular;
import org.postroom.tabular.TabularOptions;
import org.postroom.tabular.TabularProgress;
import org.postroom.tabular.TabularReading;
import tools.jackson.databind.JsonNode;

/// A list that is handed to somebody, and the address in it by which a leak is noticed (incident
/// I9).
class ExportTest {
  private static final String LIST =
      """
      Name;Email;Phone;Section;Note
      Ann Smith;ann@choir.example;+44 20 7946 0958;Alto;likes "tea", and cake
      Ben Jones;ben@choir.example;;Tenor;=HYPERLINK("http://x")
      Chloé Martin;chloe@choir.example;0049 30 1234;Alto;@home
      Dan Taylor;dan@choir.example;-5;Alto;two
      nobody;not an address;1;Alto;x
      """;

  @TempDir Path folder;
  private Office office;

  @BeforeEach
  void list() {
    office = new Office(folder);
    office.write("members.csv", LIST);
  }

  @ParameterizedTest
  @ValueSource(strings = {"out.xlsx", "out.csv"})
  void whatIsExportedIsReadBackTheSame(String name) {
    Outcome done = export("members.csv", name).exits(0);
    assertThat(done.err()).contains("4 people written to", name, "1 row of the list left out");
    JsonNode again = office.run("list", office.file(name), "--json").exits(0).json();
    assertThat(again.get("people").asInt()).isEqualTo(4);
    assertThat(again.get("leftOut")).isEmpty();
    assertThat(letters(name)).isEqualTo(letters("members.csv"));
  }

  @Test
  void aCsvIsHarmlessInASpreadsheet() throws Exception {
    export("members.csv", "out.csv").exits(0);
    String csv = Files.readString(folder.resolve("out.csv"), StandardCharsets.UTF_8);
    assertThat(csv).startsWith("\uFEFF\"Name\",\"Email\",\"Phone\",\"Section\",\"Note\"\r\n");
    for (String cell : csv.split("(?<=\"),(?=\")|\r\n", -1)) {
      assertThat(cell).doesNotMatch("\uFEFF?\"?[=+@\\t-].*");
    }
    assertThat(csv)
        .contains("\"likes \"\"tea\"\", and cake\"", "\"'=HYPERLINK(\"\"http://x\"\")\"");
  }

  @ParameterizedTest
  @ValueSource(strings = {"out.xlsx", "out.csv"})
  void aCanaryIsLeftOutWhenTheExportComesBackAndNamesItsExport(String name) {
    JsonNode done =
        export(
                "members.csv",
                name,
                "--canary",
                "helen@choir.example",
                "--handed-to",
                "the printer",
                "--json")
            .exits(0)
            .json();
    String canary = done.get("canary").asString();
    assertThat(canary).matches("helen\\+[a-z][a-z2-9]{6}@choir\\.example");
    assertThat(done.get("people").asInt()).isEqualTo(4);
    JsonNode back = office.run("list", office.file(name), "--json").exits(0).json();
    assertThat(back.get("rows").asInt()).isEqualTo(5);
    assertThat(back.get("people").asInt()).isEqualTo(4);
    JsonNode row = back.get("leftOut").get(0);
    assertThat(row.get("reason").asString()).isEqualTo("canary");
    assertThat(row.get("value").asString()).isEqualTo(canary);
    assertThat(row.get("why").asString()).startsWith("put into " + name + " on 20");

    assertThat(rows(name).toString()).contains(canary).doesNotContain("canary");
    assertThat(
            office
                .run("canary", "whose", "Helen <" + canary.toUpperCase(java.util.Locale.ROOT) + ">")
                .exits(0)
                .out())
        .contains(name, "members.csv (4 people)", "the printer");
    assertThat(office.run("canary", "whose", canary, "--json").exits(0).json().get("export"))
        .isEqualTo(office.run("canary", "list", "--json").exits(0).json().get("exports").get(0));
    said(office.run("canary", "whose", "helen@choir.example").exits(2), "helen@choir.example");
    said(office.run("canary", "whose", "nobody").exits(2), "nobody");
    said(office.run("canary", "whose").exits(2), "address");
  }

  @Test
  void anExportThatComesBackAsAMailshotsListCountsTheCanaryAmongTheRowsLeftOut() throws Exception {
    office.list(20);
    String mailshot = office.mailshot();
    export("members.csv", "handed.csv", "--canary", "helen@choir.example").exits(0);
    Files.copy(
        folder.resolve("handed.csv"),
        folder.resolve("members.csv"),
        StandardCopyOption.REPLACE_EXISTING);
    JsonNode check = office.run("check", mailshot, "--json").exits(0).json();
    assertThat(check.get("people").asInt()).isEqualTo(20);
    assertThat(check.get("leftOut").asInt()).isEqualTo(1);
    assertThat(check.get("leftOutRows").get(0).get("reason").asString()).isEqualTo("canary");
    JsonNode sent =
        office.run("send", mailshot, "--confirm", "20", "--practice", "--json").exits(0).json();
    assertThat(sent.get("accepted").asInt()).isEqualTo(20);
    assertThat(sent.get("letters").toString()).doesNotContain("helen+");
  }

  @Test
  void theRowOfACanaryLooksLikeTheOthersAndTellsNobodysData() {
    office.list(60);
    Set<String> names = new HashSet<>(column("members.csv", 0));
    export("members.csv", "out.xlsx", "--canary", "helen@choir.example").exits(0);
    JsonNode row =
        office.run("list", office.file("out.xlsx"), "--json").json().get("leftOut").get(0);
    int at = row.get("row").asInt();
    assertThat(at).isBetween(1, 61);
    String name = column("out.xlsx", 0).get(at - 1);
    assertThat(name).matches("\\S+ \\S+").isNotIn(names);
    assertThat(column("out.xlsx", 2).get(at - 1)).as("every town is somebody's").isEmpty();
  }

  @Test
  void eachExportHasACanaryOfItsOwn() {
    Set<String> canaries = new HashSet<>();
    for (int i = 0; i < 20; i++) {
      JsonNode done =
          export("members.csv", i + ".csv", "--canary", "helen@choir.example", "--json")
              .exits(0)
              .json();
      canaries.add(done.get("canary").asString());
    }
    assertThat(canaries).hasSize(20);
    assertThat(office.run("canary", "list", "--json").json().get("exports")).hasSize(20);
    String given = "leak.a@choir.example";
    export("members.csv", "a.csv", "--canary-exactly", given).exits(0);
    said(export("members.csv", "b.csv", "--canary-exactly", given).exits(2), given);
    said(export("members.csv", "c.csv", "--canary-exactly", "ann@choir.example").exits(2), "ann@");
    said(export("members.csv", "d.csv", "--canary", "no address").exits(2), "no address");
    for (String file : List.of("b.csv", "c.csv", "d.csv")) {
      assertThat(folder.resolve(file)).doesNotExist();
    }
    assertThat(office.run("canary", "list", "--json").json().get("exports")).hasSize(21);
  }

  @Test
  void aMailshotsPeopleAreExportedAsItSeesThem() {
    office.write("letter.txt", "Dear {{Name}},\n\nwe meet on Thursday.\n");
    String mailshot =
        office.document("\"subject\": \"News\", \"text\": \"letter.txt\"").replace("\\", "/");
    office.write(
        "spring.mailshot",
        Office.read(Path.of(mailshot))
            .replace("\"basis\"", "\"where\": {\"Section\": [\"Alto\"]}, \"basis\""));
    office.run("suppress", "add", "dan@choir.example", "--reason", "asked").exits(0);
    Outcome done = export("spring.mailshot", "altos.xlsx").exits(0);
    assertThat(done.err()).contains("2 people written", "3 rows of the list left out");
    assertThat(column("altos.xlsx", 1)).containsExactly("ann@choir.example", "chloe@choir.example");
    said(export("spring.mailshot", "x.csv", "--charset", "UTF-8").exits(2), "--charset");
  }

  @Test
  void whatCannotBeWrittenLeavesNothingBehind() {
    office.write("mine.csv", "my own");
    said(export("members.csv", "mine.csv").exits(2), "mine.csv");
    assertThat(Office.read(folder.resolve("mine.csv"))).isEqualTo("my own");
    said(export("members.csv", "out.pdf").exits(2), ".csv", ".xlsx");
    said(export("members.csv", "no/such.csv", "--canary", "helen@choir.example").exits(2), "such");
    office.write("empty.csv", "Name;Email\r\n");
    said(export("empty.csv", "out.csv").exits(2), "empty.csv");
    said(export("nothing.csv", "out.csv").exits(2), "nothing.csv");
    office.run("export", office.file("members.csv")).exits(2);
    assertThat(office.run("canary", "list", "--json").exits(0).json().get("exports")).isEmpty();
    assertThat(office.run("canary").exits(0).err()).contains("No list was exported");
  }

  @Test
  void aCellThatAWorkbookCannotHoldIsSaid() {
    office.write("members.csv", "Note;Email\r\n" + "x".repeat(40_000) + ";ann@choir.example\r\n");
    said(export("members.csv", "out.xlsx").exits(2), ".csv");
    export("members.csv", "out.csv").exits(0);
  }

  private Outcome export(String list, String out, String... more) {
    List<String> args = new ArrayList<>(List.of("export", office.file(list)));
    args.addAll(List.of("--out", office.file(out)));
    args.addAll(List.of(more));
    return office.run(args.toArray(String[]::new));
  }

  /// What the letters to everybody say, made of every cell.
  private List<String> letters(String list) {
    office.write("all.txt", "{{Name|-}} / {{Phone|-}} / {{Section|-}} / {{Note|-}}\n");
    String mailshot =
        office.write(
            "all.mailshot",
            """
            {"postroom": 1, "name": "All", "from": "Choir <news@choir.example>",
             "recipients": {"file": "%s", "basis": "members"},
             "subject": "All", "text": "all.txt"}
            """
                .formatted(list));
    String out = list + ".letters";
    office.run("preview", mailshot, "--all", "--out", office.file(out)).exits(0);
    List<String> letters = new ArrayList<>();
    for (Path letter : office.files(folder.resolve(out), ".eml")) {
      String text = Office.read(letter);
      letters.add(text.substring(text.indexOf("\r\n\r\n")));
    }
    return letters;
  }

  private List<String> column(String list, int column) {
    return rows(list).stream().map(row -> row.get(column)).toList();
  }

  private List<List<String>> rows(String list) {
    byte[] bytes;
    try {
      bytes = Files.readAllBytes(folder.resolve(list));
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    TabularOptions options = new TabularOptions(null, null, null, null);
    return switch (Tabular.read(bytes, list, options, TabularProgress.NONE)) {
      case TabularReading.Read(SourceTable table) ->
          table.rows().stream().map(SourceRow::cells).toList();
      case TabularReading.Refused refused -> throw new AssertionError(refused.happened());
    };
  }

  private static void said(Outcome outcome, String... words) {
    assertThat(outcome.err()).contains(List.of(words));
    assertThat(outcome.err().split("[.;:?] ", -1).length).isGreaterThan(2);
  }
}
