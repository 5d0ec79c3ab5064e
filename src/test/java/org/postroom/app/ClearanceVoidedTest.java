package org.postroom.app;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.Stream;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestFactory;
import org.junit.jupiter.api.io.TempDir;
import org.postroom.dispatch.StopSignal;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ObjectNode;

/// A change voids what it touches, and says what: of a clearance that letters are still sent by,
/// and of the acknowledgements that a review was cleared with.
class ClearanceVoidedTest {
  private static final JsonMapper JSON = JsonMapper.builder().build();

  @TempDir Path folder;

  private interface Change {
    void on(Office office) throws Exception;
  }

  /// @param says what is told of the change; empty where nothing is touched
  private record Case(String what, String says, Change change) {}

  private static Change document(String was, String is) {
    return office -> {
      Path mailshot = office.folder.resolve("spring.mailshot");
      String text = Office.read(mailshot);
      assertThat(text).contains(was);
      office.write("spring.mailshot", text.replace(was, is));
    };
  }

  private static Change add(String file, String words) {
    return office -> office.write(file, Office.read(office.folder.resolve(file)) + words);
  }

  // --- letters that were cleared and are not all sent yet

  @TestFactory
  Stream<DynamicTest> whatIsLeftOfASendStandsStillUntilAChangeIsSeen() {
    return Stream.of(
            new Case(
                "text", "letter.txt holds something else", add("letter.txt", "And bring cake.")),
            new Case(
                "list",
                "members.csv holds something else",
                add("members.csv", "Zoe;z@x.example;A")),
            new Case("a list that is gone", "members.csv is not there", gone("members.csv")),
            new Case("attachment", "songs.txt holds something else", add("songs.txt", "One more")),
            new Case("an attachment that is gone", "songs.txt is not there", gone("songs.txt")),
            new Case(
                "another attachment", "the mailshot itself", document("songs.txt", "tunes.txt")),
            new Case("subject", "the mailshot itself", document("News for", "Old news for")),
            new Case("sender", "the mailshot itself", document("Choir <news", "Band <news")),
            new Case("name", "", document("\"Spring\"", "\"Summer\"")),
            new Case(
                "reason for the list",
                "",
                document("\"basis\": \"members\"", "\"basis\": \"all\"")))
        .map(one -> DynamicTest.dynamicTest(one.what(), () -> standsStill(one)));
  }

  private static Change gone(String file) {
    return office -> Files.delete(office.folder.resolve(file));
  }

  private void standsStill(Case one) throws Exception {
    Office office = new Office(folder.resolve(one.what()));
    try (Sink sink = stopped(office)) {
      int before = sink.envelopes().size();
      one.change().on(office);
      String mailshot = office.file("spring.mailshot");
      Office.Outcome resumed = office.run(args("resume", mailshot, sink.url()));
      if (one.says().isEmpty()) {
        resumed.exits(0);
      } else {
        assertThat(resumed.exits(4).err()).contains(one.says()).contains("--as-cleared");
        assertThat(sink.envelopes()).as("nothing was sent").hasSize(before);
        office.run(args("resume", mailshot, sink.url(), "--as-cleared")).exits(0);
      }
      assertThat(sink.envelopes()).doesNotHaveDuplicates().hasSize(6);
      assertThat(sink.messages()).allMatch(message -> message.contains("News for"));
    }
  }

  @Test
  void throughAnotherAccountNothingIsSentUnasked() throws Exception {
    Office office = new Office(folder, Map.of("POSTROOM_SMTP_PASSWORD", "secret"));
    try (Sink sink = stopped(office)) {
      int before = sink.envelopes().size();
      String mailshot = office.file("spring.mailshot");
      String other = sink.url().replace("smtp://", "smtp://tom@");
      assertThat(office.run(args("resume", mailshot, other)).exits(4).err())
          .contains("the account: the letters were cleared for 127.0.0.1")
          .contains("tom@127.0.0.1");
      assertThat(sink.envelopes()).hasSize(before);
      office.run(args("resume", mailshot, sink.url())).exits(0);
      assertThat(sink.envelopes()).hasSize(6);
    }
  }

  @Test
  void whoIsSuppressedMeanwhileGetsNothingAndTheOthersGetTheirs() throws Exception {
    Office office = new Office(folder);
    try (Sink sink = stopped(office)) {
      String mailshot = office.file("spring.mailshot");
      office
          .run("suppress", "add", Office.address(6), "--reason", "asked to be left alone")
          .exits(0);
      office.run(args("resume", mailshot, sink.url())).exits(0);
      assertThat(sink.envelopes()).hasSize(5).doesNotContain(List.of(Office.address(6)));
      JsonNode report = office.run("report", mailshot, "--json").json();
      assertThat(report.get("withdrawn").asInt()).isEqualTo(1);
      assertThat(report.get("letters").get(5).get("state").asString()).isEqualTo("withdrawn");
    }
  }

  private static String[] args(String command, String mailshot, String url, String... more) {
    List<String> all =
        new ArrayList<>(List.of(command, mailshot, "--smtp", url, "--max-per-minute", "0"));
    all.addAll(List.of(more));
    return all.toArray(String[]::new);
  }

  /// Six letters, of which one to three have left.
  private Sink stopped(Office office) throws Exception {
    office.list(6);
    office.write("songs.txt", "Songs of the evening");
    office.write("tunes.txt", "Songs of another evening");
    String mailshot = office.mailshot("\"attachments\": [{\"file\": \"songs.txt\"}]");
    StopSignal stop = new StopSignal();
    AtomicInteger taken = new AtomicInteger();
    Sink sink =
        Sink.start(
            office.folder.resolve("sink"),
            () -> {
              if (taken.incrementAndGet() == 3) {
                stop.press();
              }
            });
    office.run(stop, args("send", mailshot, sink.url(), "--confirm", "6")).exits(130);
    assertThat(sink.envelopes()).hasSizeBetween(1, 3);
    return sink;
  }

  // --- a review that was cleared

  @TestFactory
  Stream<DynamicTest> aChangeAsksAgainForWhatItTouchesAndForNothingElse() {
    return Stream.of(
            new Case("a word of the text", "", add("letter.txt", "Bring cake.")),
            new Case("Reply-To", "reply-to.other-domain", document("@else.", "@other.")),
            new Case(
                "text",
                "content.secret",
                office -> office.write("letter.txt", secret("lion-Rose-12"))),
            new Case(
                "attachment",
                "content.internal-marking",
                office -> office.write("songs.txt", "FOR INTERNAL USE ONLY\n\nThe board decided.")),
            new Case("list", "list.opted-out", add("members.csv", "Zoe;zoe@choir.example;yes\r\n")))
        .map(one -> DynamicTest.dynamicTest(one.what(), () -> asksAgain(one)));
  }

  private static String secret(String password) {
    return "Dear {{Name}},\n\nthe password: " + password + " opens the members' page.\n";
  }

  private void asksAgain(Case one) throws Exception {
    Office office = new Office(folder.resolve("check " + one.what()));
    office.write(
        "members.csv",
        "Name;Email;Do not contact\r\nAnn;ann@choir.example;yes\r\nBob;bob@choir.example;\r\n");
    office.write("letter.txt", secret("tiger-Lily-77"));
    office.write("songs.txt", "STRICTLY CONFIDENTIAL\n\nThe board decided.");
    String mailshot =
        office.document(
            "\"subject\": \"News\", \"text\": \"letter.txt\"",
            "\"replyTo\": \"helen@else.example\"",
            "\"attachments\": [{\"file\": \"songs.txt\"}]");
    JsonNode found = office.run("check", mailshot, "--json").exits(4).json();
    List<String> asked = open(found);
    assertThat(asked)
        .containsExactlyInAnyOrder(
            "reply-to.other-domain",
            "content.secret",
            "content.internal-marking",
            "list.opted-out");
    ObjectNode cleared = (ObjectNode) JSON.readTree(Office.read(Path.of(mailshot)));
    for (JsonNode finding : found.get("findings")) {
      cleared
          .withArray("acknowledge")
          .addObject()
          .put("finding", finding.get("id").asString())
          .put("evidence", finding.get("evidence").asString())
          .put("reason", "it is meant so");
    }
    office.write("spring.mailshot", JSON.writeValueAsString(cleared));
    JsonNode before = office.run("check", mailshot, "--json").exits(0).json();
    one.change().on(office);
    JsonNode after =
        office.run("check", mailshot, "--json").exits(one.says().isEmpty() ? 0 : 4).json();
    assertThat(open(after)).isEqualTo(one.says().isEmpty() ? List.of() : List.of(one.says()));
    assertThat(ids(after).contains("acknowledge.unused")).isEqualTo(!one.says().isEmpty());
    assertThat(after.get("planDigest")).isNotEqualTo(before.get("planDigest"));
  }

  private static List<String> ids(JsonNode check) {
    List<String> ids = new ArrayList<>();
    check.get("findings").forEach(finding -> ids.add(finding.get("id").asString()));
    return ids;
  }

  /// What nobody has answered yet.
  private static List<String> open(JsonNode check) {
    List<String> open = new ArrayList<>();
    for (JsonNode finding : check.get("findings")) {
      if (finding.get("severity").asString().equals("confirm")
          && !finding.path("acknowledged").asBoolean(false)) {
        open.add(finding.get("id").asString());
      }
    }
    return open;
  }
}
