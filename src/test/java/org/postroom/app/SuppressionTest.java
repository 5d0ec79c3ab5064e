package org.postroom.app;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.postroom.app.Office.Outcome;
import org.postroom.dispatch.StopSignal;
import tools.jackson.databind.JsonNode;

/// Who asked not to be written to gets nothing: left out at planning, and asked about again just
/// before each letter leaves.
class SuppressionTest {
  private static final String ASKED = "asked by telephone";

  @TempDir Path folder;
  private Office office;

  @BeforeEach
  void list() {
    office = new Office(folder);
    office.list(20);
  }

  @Test
  void whoIsSuppressedIsLeftOutWithTheReasonUntilTakenOffAgain() throws Exception {
    String mailshot = office.mailshot();
    office
        .run(
            "suppress",
            "add",
            Office.address(3).toUpperCase(java.util.Locale.ROOT),
            "--reason",
            ASKED)
        .exits(0);
    for (JsonNode row :
        List.of(
            only(office.run("list", office.file("members.csv"), "--json").json().get("leftOut")),
            only(office.run("check", mailshot, "--json").exits(0).json().get("leftOutRows")))) {
      assertThat(row.get("row").asInt()).isEqualTo(3);
      assertThat(row.get("line").asInt()).isEqualTo(4);
      assertThat(row.get("reason").asString()).isEqualTo("suppressed");
      assertThat(row.get("value").asString()).isEqualTo(Office.address(3));
      assertThat(row.get("why").asString()).isEqualTo(ASKED);
    }
    assertThat(office.run("list", office.file("members.csv")).exits(0).out())
        .contains("row 3, line 4: suppressed: " + Office.address(3) + ": " + ASKED);
    try (Sink sink = Sink.start(folder.resolve("sink"))) {
      office.run("send", mailshot, "--confirm", "20", "--smtp", sink.url()).exits(4);
      assertThat(send(sink, mailshot, 19).exits(0).json().get("accepted").asInt()).isEqualTo(19);
      assertThat(received(sink)).hasSize(19).doesNotContain(Office.address(3));

      office.run("suppress", "remove", Office.address(3), "--reason", "wrote again").exits(0);
      assertThat(office.run("list", office.file("members.csv"), "--json").json().get("leftOut"))
          .isEmpty();
      send(sink, mailshot, 1).exits(0);
      assertThat(received(sink)).hasSize(20).endsWith(Office.address(3));
    }
  }

  @Test
  void whoAsksBetweenAStopAndGoingOnIsWithdrawn() throws Exception {
    String mailshot = office.mailshot();
    StopSignal stop = new StopSignal();
    try (Sink sink = Sink.start(folder.resolve("sink"), after(5, stop::press))) {
      office.run(stop, "send", mailshot, "--confirm", "20", "--smtp", sink.url()).exits(130);
      int left = sink.envelopes().size();
      assertThat(left).isLessThan(19);
      office.run("suppress", "add", Office.address(19), "--reason", ASKED).exits(0);
      // Who has the letter already keeps it.
      office.run("suppress", "add", Office.address(1), "--reason", ASKED).exits(0);
      office.run("resume", mailshot, "--smtp", sink.url(), "--max-per-minute", "0").exits(0);
      assertThat(received(sink)).hasSize(19).doesNotContain(Office.address(19));
      JsonNode report = office.run("report", mailshot, "--json").exits(0).json();
      assertThat(report.get("planned").asInt()).isEqualTo(20);
      assertThat(report.get("accepted").asInt()).isEqualTo(19);
      assertThat(report.get("withdrawn").asInt()).isEqualTo(1);
      assertThat(letter(report, 19).get("state").asString()).isEqualTo("withdrawn");
      // Taken off later, the letter that was withdrawn stays so.
      office.run("suppress", "remove", Office.address(19), "--reason", "wrote again").exits(0);
      office.run("resume", mailshot, "--smtp", sink.url(), "--max-per-minute", "0").exits(0);
      assertThat(received(sink)).hasSize(19);
    }
  }

  @Test
  void whoAsksWhileLettersAreLeavingIsWithdrawn() throws Exception {
    String mailshot = office.mailshot();
    Runnable wish =
        () -> office.run("suppress", "add", Office.address(20), "--reason", ASKED).exits(0);
    try (Sink sink = Sink.start(folder.resolve("sink"), after(2, wish))) {
      JsonNode sent = send(sink, mailshot, 20).exits(0).json();
      assertThat(sent.get("withdrawn").asInt()).isEqualTo(1);
      assertThat(received(sink)).hasSize(19).doesNotContain(Office.address(20));
    }
  }

  @Test
  void aBlindCopyWithSomebodyWhoAskedMeanwhileDoesNotLeave() throws Exception {
    office.write("letter.txt", "Dear all,\n\nwe meet on Thursday.\n\nHelen\n");
    String mailshot =
        office.document(
            "\"subject\": \"News\", \"text\": \"letter.txt\", \"delivery\": \"blind-copy\"");
    StopSignal stop = new StopSignal();
    stop.press();
    try (Sink sink = Sink.start(folder.resolve("sink"))) {
      office.run(stop, "send", mailshot, "--confirm", "20", "--smtp", sink.url()).exits(130);
      office.run("suppress", "add", Office.address(7), "--reason", ASKED).exits(0);
      Outcome paused = office.run("resume", mailshot, "--smtp", sink.url()).exits(6);
      assertThat(paused.err()).contains("asked to be left out", "End this mailshot");
      assertThat(sink.envelopes()).isEmpty();
      // The way out: the same people without that one, cleared anew.
      office.run("end", mailshot, "--reason", " ").exits(2);
      assertThat(office.run("end", mailshot, "--reason", "somebody asked").exits(0).out())
          .contains("withdrawn: 20");
      office.run("send", mailshot, "--confirm", "20", "--smtp", sink.url()).exits(4);
      send(sink, mailshot, 19).exits(0);
      assertThat(sink.envelopes()).hasSize(1);
      assertThat(sink.envelopes().getFirst()).hasSize(19).doesNotContain(Office.address(7));
    }
  }

  @Test
  void aMailboxThatAServerCalledNonExistentIsLeftOutNextTimeWithItsWords() throws Exception {
    try (MoodyServer server =
        new MoodyServer().without(Office.address(4)).refusing(Office.address(5))) {
      office.run("send", office.mailshot(), "--confirm", "20", "--smtp", server.url()).exits(1);
    }
    JsonNode stands =
        only(office.run("suppress", "list", "--json").exits(0).json().get("suppressed"));
    assertThat(stands.get("address").asString()).isEqualTo(Office.address(4));
    assertThat(stands.get("by").asString()).isEqualTo("server");
    JsonNode row =
        only(office.run("list", office.file("members.csv"), "--json").json().get("leftOut"));
    assertThat(row.get("row").asInt()).isEqualTo(4);
    assertThat(row.get("why").asString())
        .isEqualTo(stands.get("reason").asString())
        .contains("5.1.1");
    assertThat(office.run("suppress", "list").exits(0).out()).contains("the server said: 550");
  }

  @Test
  void practiceAsksTheListAndNeverWritesToIt() {
    String mailshot = office.mailshot();
    office.run("suppress", "add", Office.address(3), "--reason", ASKED).exits(0);
    String before = office.run("suppress", "list", "--json").exits(0).out();
    JsonNode sent =
        office.run("send", mailshot, "--confirm", "19", "--practice", "--json").exits(0).json();
    assertThat(sent.get("accepted").asInt()).isEqualTo(19);
    assertThat(sent.get("leftOut").asInt()).isEqualTo(1);
    assertThat(office.run("suppress", "list", "--json").exits(0).out()).isEqualTo(before);
  }

  @Test
  void everyRowOfAnImportedListIsAccountedFor() {
    office.run("suppress", "add", "known@choir.example", "--reason", ASKED).exits(0);
    StringBuilder csv = new StringBuilder("Name;Email;Town\r\n");
    for (int i = 1; i <= 940; i++) {
      csv.append("Person ").append(i).append(";").append(Office.address(i)).append(";York\r\n");
    }
    for (int i = 1; i <= 20; i++) {
      csv.append("Another ").append(i).append(";").append(Office.address(i)).append(";Hull\r\n");
      csv.append("Person ").append(20 + i).append(";");
      csv.append(Office.address(20 + i)).append(";York\r\n");
    }
    csv.append("K;KNOWN@choir.example;York\r\n");
    csv.append("Ann <ann@bank.example>;clever@choir.example;York\r\n");
    for (int i = 1; i <= 6; i++) {
      csv.append("X;nobody").append(i).append(";York\r\n;;\r\n");
    }
    csv.append("two;a@choir.example, b@choir.example;York\r\n");
    csv.append("five;e@choir.example;York;too;much\r\n");
    csv.append("six;f@choir.example\r\n");
    csv.append("odd;g@@choir.example;York\r\nodd;.h@choir.example;York\r\n");
    csv.append("odd;i@choir..example;York\r\n");
    JsonNode done =
        office
            .run("suppress", "import", office.write("gone.csv", csv.toString()), "--json")
            .exits(1)
            .json();
    assertThat(done.get("rows").asInt()).isEqualTo(1_000);
    assertThat(done.get("added").asInt()).isEqualTo(941);
    assertThat(done.get("already").asInt()).isEqualTo(1);
    assertThat(done.get("repeated").asInt()).isEqualTo(40);
    List<String> reasons = new ArrayList<>();
    done.get("leftOut").forEach(row -> reasons.add(row.get("reason").asString()));
    assertThat(reasons).hasSize(18);
    assertThat(reasons).filteredOn("invalid-address"::equals).hasSize(9);
    assertThat(reasons).filteredOn("blank-address"::equals).hasSize(6);
    assertThat(reasons).filteredOn("several-addresses"::equals).hasSize(1);
    assertThat(reasons).filteredOn("wrong-width"::equals).hasSize(2);

    List<String> stands = suppressed();
    assertThat(stands).hasSize(942);
    assertThat(stands).contains(Office.address(1) + " imported from gone.csv");
    assertThat(stands)
        .contains("known@choir.example " + ASKED, "clever@choir.example imported from gone.csv");
    JsonNode again =
        office.run("suppress", "import", office.file("gone.csv"), "--json").exits(1).json();
    assertThat(again.get("added").asInt()).isZero();
    assertThat(again.get("already").asInt()).isEqualTo(942);
    assertThat(office.run("check", office.mailshot(), "--json").json().get("people").asInt())
        .isZero();
  }

  @Test
  void whatIsExportedIsHarmlessInASpreadsheetAndReadBackTheSame() throws Exception {
    office.run("suppress", "add", "+ben@choir.example", "--reason", "=HYPERLINK(1)").exits(0);
    office.run("suppress", "add", "'+ben@choir.example", "--reason", "'=1").exits(0);
    office.run("suppress", "add", "=cy@choir.example", "--reason", "''quoted''").exits(0);
    office
        .run("suppress", "add", "o'dea@choir.example", "--reason", "\tsaid \"no\",\nloudly")
        .exits(0);
    office
        .run("suppress", "add", "zoë@choir.example", "--reason", "@home – für immer; -1")
        .exits(0);
    String all = office.run("suppress", "list", "--json").exits(0).out();
    office.run("suppress", "export", office.file("gone.csv")).exits(0);
    String csv = Files.readString(folder.resolve("gone.csv"), StandardCharsets.UTF_8);
    assertThat(csv).startsWith("\uFEFFaddress,reason,since\r\n");
    assertThat(csv.lines()).hasSize(6);
    for (String line : csv.substring(1).lines().toList()) {
      assertThat(line.split(",", -1)).noneMatch(cell -> cell.matches("\"?[=+@\t-].*"));
    }
    Office other = new Office(folder.resolve("other"));
    other.run("suppress", "import", office.file("gone.csv"), "--reason", "moved house").exits(0);
    assertThat(other.run("suppress", "list", "--json").exits(0).out()).isEqualTo(all);
    assertThat(other.run("suppress", "import", office.file("gone.csv")).exits(0).out())
        .contains("0 added, 5 on the list already");
  }

  @Test
  void anAddressMayBeginWithAMinus() {
    office.run("suppress", "add", "-x@choir.example", "--reason", ASKED).exits(0);
    office.run("suppress", "add", "--reason", ASKED, "-y@choir.example").exits(0);
    assertThat(suppressed())
        .containsExactly("-x@choir.example " + ASKED, "-y@choir.example " + ASKED);
    office.run("suppress", "remove", "-x@choir.example", "--reason", "wrote again").exits(0);
    assertThat(suppressed()).hasSize(1);
    // A mistyped option is none the less a mistake.
    said(office.run("suppress", "add", "a@choir.example", "--reasn", "x").exits(2), "--reasn");
    said(office.run("suppress", "list", "--jsn").exits(2), "--jsn");
    said(office.run("suppress", "export", "-o").exits(2), "-o");
    assertThat(suppressed()).hasSize(1);
  }

  @Test
  void nobodyIsAListToo() {
    assertThat(office.run("suppress", "list", "--json").exits(0).json().get("suppressed"))
        .isEmpty();
    assertThat(office.run("suppress", "list").exits(0).out()).isEmpty();
    office.run("suppress", "export", office.file("nobody.csv")).exits(0);
    assertThat(office.run("suppress", "import", office.file("nobody.csv")).exits(0).out())
        .contains("No rows: 0 added");
  }

  @Test
  void aFileThatIsThereIsNeverReplaced() {
    office.write("mine.csv", "my own");
    said(office.run("suppress", "export", office.file("mine.csv")).exits(2), "mine.csv");
    assertThat(Office.read(folder.resolve("mine.csv"))).isEqualTo("my own");
    said(office.run("suppress", "export", folder.toString()).exits(2), folder.toString());
    said(office.run("suppress", "export", office.file("no/such.csv")).exits(2), "such.csv");
  }

  @Test
  void whatIsWrongIsSaidAndChangesNothing() {
    said(office.run("suppress", "add", "nobody", "--reason", ASKED).exits(2), "nobody");
    said(office.run("suppress", "add", "a@choir.example").exits(2), "--reason");
    said(office.run("suppress", "add", "a@choir.example", "--reason", " ").exits(2), "--reason");
    said(office.run("suppress", "add").exits(2), "address");
    said(office.run("suppress", "import").exits(2), "file");
    said(office.run("suppress", "export").exits(2), "file");
    said(office.run("suppress", "remove", "a@choir.example", "--reason", "x").exits(2), "a@choir");
    said(office.run("suppress", "import", office.file("not.csv")).exits(2), "not.csv");
    office.write("towns.csv", "Town;River\r\nYork;Ouse\r\n");
    said(office.run("suppress", "import", office.file("towns.csv")).exits(2), "--address-column");
    office.run("suppress", "shout").exits(2);
    assertThat(suppressed()).isEmpty();

    office.run("suppress", "add", "a@choir.example", "--reason", "first").exits(0);
    said(office.run("suppress", "add", "a@choir.example", "--reason", "second").exits(0), "first");
    assertThat(suppressed()).containsExactly("a@choir.example first");
  }

  private List<String> suppressed() {
    List<String> all = new ArrayList<>();
    office
        .run("suppress", "list", "--json")
        .exits(0)
        .json()
        .get("suppressed")
        .forEach(
            one -> all.add(one.get("address").asString() + " " + one.get("reason").asString()));
    return all;
  }

  private Outcome send(Sink sink, String mailshot, int people) {
    return office.run(
        "send",
        mailshot,
        "--confirm",
        Integer.toString(people),
        "--smtp",
        sink.url(),
        "--max-per-minute",
        "0",
        "--json");
  }

  private static Runnable after(int messages, Runnable done) {
    AtomicInteger taken = new AtomicInteger();
    return () -> {
      if (taken.incrementAndGet() == messages) {
        done.run();
      }
    };
  }

  private static List<String> received(Sink sink) {
    return sink.envelopes().stream().flatMap(List::stream).toList();
  }

  private static JsonNode only(JsonNode rows) {
    assertThat(rows).hasSize(1);
    return rows.get(0);
  }

  private static JsonNode letter(JsonNode report, int row) {
    for (JsonNode letter : report.get("letters")) {
      if (letter.get("row").asInt() == row) {
        return letter;
      }
    }
    throw new AssertionError("no letter of row " + row);
  }

  /// Names what it is about, in at least two sentences.
  private static void said(Outcome outcome, String... words) {
    assertThat(outcome.err()).contains(List.of(words));
    assertThat(outcome.err().split("[.;:?] ", -1).length).isGreaterThan(2);
  }
}
