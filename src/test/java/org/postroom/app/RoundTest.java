package org.postroom.app;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.postroom.dispatch.StopSignal;
import org.postroom.message.MailshotId;
import org.postroom.workspace.MailshotLock;
import org.postroom.workspace.Workspace;
import tools.jackson.databind.JsonNode;

/// From a list to delivered letters through the real command line.
class RoundTest {
  @TempDir Path folder;

  @Test
  void fiftyPeopleGetALetterOfTheirOwnWithTheBytesOfThePreviewAndNobodyGetsItTwice()
      throws Exception {
    Office office = new Office(folder);
    office.list(50);
    String mailshot = office.mailshot();
    JsonNode check = office.run("check", mailshot, "--json").exits(0).json();
    assertThat(check.get("people").asInt()).isEqualTo(50);
    assertThat(check.get("clear").asBoolean()).isTrue();
    office.run("preview", mailshot, "--all", "--out", office.file("preview")).exits(0);
    List<Path> previews = office.files(folder.resolve("preview"), ".eml");
    assertThat(previews).hasSize(50);
    assertThat(previews.getFirst()).hasFileName("000001.eml");

    try (Sink sink = Sink.start(folder.resolve("sink"))) {
      JsonNode sent =
          office
              .run(
                  "send",
                  mailshot,
                  "--confirm",
                  "50",
                  "--smtp",
                  sink.url(),
                  "--max-per-minute",
                  "0",
                  "--json")
              .exits(0)
              .json();
      assertThat(sent.get("accepted").asInt()).isEqualTo(50);
      assertThat(sink.envelopes()).hasSize(50).allMatch(rcpt -> rcpt.size() == 1);
      assertThat(new HashSet<>(sink.envelopes())).hasSize(50);
      for (int i = 0; i < 50; i++) {
        assertThat(sink.envelopes().get(i)).containsExactly(Office.address(i + 1));
        assertThat(withoutDate(sink.messages().get(i)))
            .isEqualTo(withoutDate(Office.read(previews.get(i))));
      }

      JsonNode again =
          office
              .run("send", mailshot, "--confirm", "50", "--smtp", sink.url(), "--json")
              .exits(3)
              .json();
      assertThat(again.get("findings").toString()).contains("send.same-content-again");
      assertThat(sink.envelopes()).hasSize(50);
    }

    JsonNode report = office.run("report", mailshot, "--json").exits(0).json();
    assertThat(report.get("planned").asInt()).isEqualTo(50);
    assertThat(report.get("accepted").asInt()).isEqualTo(50);
    assertThat(report.get("letters")).hasSize(50);
    try (Stream<Path> frozen = Files.walk(office.workspace().resolve("outbox"))) {
      assertThat(frozen.filter(Files::isRegularFile)).isEmpty();
    }
  }

  @Test
  void aPersonWhoIsNewGetsItAndTheOthersAreLeftOut() throws Exception {
    Office office = new Office(folder);
    office.list(5);
    String mailshot = office.mailshot();
    try (Sink sink = Sink.start(folder.resolve("sink"))) {
      office.run("send", mailshot, "--confirm", "5", "--smtp", sink.url()).exits(0);
      office.list(7);
      // The towns differ by the number of people, so only the name of the new ones is used.
      office.write("letter.txt", "Dear {{Name}},\n\nwe meet on Thursday.\n\nHelen\n");
      office.run("send", mailshot, "--confirm", "7", "--smtp", sink.url()).exits(0);
      office.list(8);
      JsonNode check = office.run("check", mailshot, "--json").exits(0).json();
      assertThat(check.get("people").asInt()).isEqualTo(1);
      assertThat(check.get("leftOutRows").toString()).contains("already-sent");
      office.run("send", mailshot, "--confirm", "1", "--smtp", sink.url()).exits(0);
      assertThat(sink.envelopes().getLast()).containsExactly(Office.address(8));
      assertThat(sink.envelopes()).hasSize(13);
    }
  }

  @Test
  void aStoppedSendGoesOnWithTheLettersThatHaveNotLeftAndOnlyWithThem() throws Exception {
    Office office = new Office(folder);
    office.list(40);
    String mailshot = office.mailshot();
    StopSignal stop = new StopSignal();
    AtomicInteger taken = new AtomicInteger();
    Runnable atEach =
        () -> {
          if (taken.incrementAndGet() == 11) {
            stop.press();
          }
        };
    try (Sink sink = Sink.start(folder.resolve("sink"), atEach)) {
      office
          .run(
              stop,
              "send",
              mailshot,
              "--confirm",
              "40",
              "--smtp",
              sink.url(),
              "--max-per-minute",
              "0")
          .exits(130);
      JsonNode stopped = office.run("report", mailshot, "--json").exits(0).json();
      assertThat(stopped.get("accepted").asInt()).isEqualTo(sink.envelopes().size());
      assertThat(stopped.get("notYetSent").asInt()).isEqualTo(40 - sink.envelopes().size());
      assertThat(sink.envelopes()).hasSizeBetween(10, 12);

      Office.Outcome second =
          office.run("send", mailshot, "--confirm", "40", "--smtp", sink.url()).exits(2);
      assertThat(second.err()).contains("resume");

      // What was cleared is what goes on, whatever happened to the originals.
      office.write("letter.txt", "Something else altogether, {{Name}}.");
      Office.Outcome changed = office.run("resume", mailshot, "--smtp", sink.url()).exits(4);
      assertThat(changed.err()).contains("letter.txt").contains("--as-cleared");
      office
          .run("resume", mailshot, "--as-cleared", "--smtp", sink.url(), "--max-per-minute", "0")
          .exits(0);
      assertThat(sink.envelopes()).hasSize(40);
      assertThat(new HashSet<>(sink.envelopes())).hasSize(40);
      assertThat(sink.messages()).noneMatch(message -> message.contains("altogether"));
      office.run("resume", mailshot, "--smtp", sink.url(), "--as-cleared").exits(0);
      assertThat(sink.envelopes()).hasSize(40);
    }
  }

  @Test
  void aBlindCopyOf250GoesInThreeEnvelopesAndShowsNobody() throws Exception {
    Office office = new Office(folder);
    office.list(250);
    office.write("letter.txt", "Dear all,\n\nwe meet on Thursday.\n\nHelen\n");
    String mailshot =
        office.document(
            "\"subject\": \"News\", \"text\": \"letter.txt\", \"delivery\": \"blind-copy\"",
            "\"acknowledge\": [{\"finding\": \"blind-copy.too-many\", \"reason\": \"yes\"}]");
    office.run("preview", mailshot, "--all", "--out", office.file("preview")).exits(0);
    assertThat(office.files(folder.resolve("preview"), ".eml"))
        .extracting(file -> file.getFileName().toString())
        .containsExactly("000001.eml", "000002.eml", "000003.eml");
    try (Sink sink = Sink.start(folder.resolve("sink"))) {
      JsonNode sent =
          office
              .run("send", mailshot, "--confirm", "250", "--smtp", sink.url(), "--json")
              .exits(0)
              .json();
      assertThat(sink.envelopes()).extracting(List::size).containsExactly(100, 100, 50);
      List<String> everybody = new ArrayList<>();
      sink.envelopes().forEach(everybody::addAll);
      assertThat(new HashSet<>(everybody)).hasSize(250);
      for (String message : sink.messages()) {
        assertThat(everybody).noneMatch(message::contains);
        assertThat(message).contains("To: Choir <news@choir.example>");
      }
      assertThat(sent.get("letters")).hasSize(250);
      assertThat(sent.get("letters").get(249).get("envelope").asInt()).isEqualTo(3);
      assertThat(sent.get("planned").asInt()).isEqualTo(250);
    }
  }

  @Test
  void practiceIsRecordedApartAndNeverCounts() throws Exception {
    Office office = new Office(folder);
    office.list(5);
    String mailshot = office.mailshot();
    for (int i = 0; i < 2; i++) {
      office
          .run("send", mailshot, "--confirm", "5", "--practice", "--dir", office.file("mail"))
          .exits(0);
    }
    assertThat(office.files(folder.resolve("mail"), ".eml")).hasSize(10);
    assertThat(office.files(folder.resolve("mail"), ".json")).hasSize(10);
    JsonNode practised = office.run("report", mailshot, "--json").exits(0).json();
    assertThat(practised.get("practice").asBoolean()).isTrue();
    try (Sink sink = Sink.start(folder.resolve("sink"))) {
      office.run("send", mailshot, "--confirm", "5", "--smtp", sink.url()).exits(0);
      assertThat(sink.envelopes()).hasSize(5);
    }
    JsonNode real = office.run("report", mailshot, "--json").exits(0).json();
    assertThat(real.get("practice").asBoolean()).isFalse();
  }

  @Test
  void aServerThatIsNotThereIsExitCode6WithEverybodyNotYetSentAndAnotherOneGoesOn()
      throws Exception {
    Office office = new Office(folder);
    office.list(5);
    String mailshot = office.mailshot();
    int closed;
    try (Sink sink = Sink.start(folder.resolve("closed"))) {
      closed = sink.port();
    }
    office
        .run(
            "send",
            mailshot,
            "--confirm",
            "5",
            "--smtp",
            "smtp://127.0.0.1:" + closed + "?tls=none")
        .exits(6);
    JsonNode report = office.run("report", mailshot, "--json").exits(0).json();
    assertThat(report.get("planned").asInt()).isEqualTo(5);
    assertThat(report.get("notYetSent").asInt()).isEqualTo(5);
    assertThat(report.get("letters").get(0).get("state").asString()).isEqualTo("not-yet-sent");
    try (Sink sink = Sink.start(folder.resolve("sink"))) {
      office.run("resume", mailshot, "--smtp", sink.url()).exits(0);
      assertThat(sink.envelopes()).hasSize(5);
    }
  }

  @Test
  void anotherProcessThatHoldsTheMailshotIsExitCode7() throws Exception {
    Office office = new Office(folder);
    office.list(5);
    String mailshot = office.mailshot("\"id\": \"0d3c0000-0000-4000-8000-000000000001\"");
    MailshotId id = MailshotId.of("0d3c0000-0000-4000-8000-000000000001");
    try (Workspace other = Workspace.open(office.workspace());
        MailshotLock _ = other.lock(id).orElseThrow()) {
      Office.Outcome outcome =
          office.run("send", mailshot, "--confirm", "5", "--practice").exits(7);
      assertThat(outcome.err()).contains("another Postroom");
      office.run("resume", mailshot, "--practice").exits(7);
    }
  }

  @Test
  void anImageBesideTheLetterIsSentInlineAndOneOutsideTheFolderIsNot() throws Exception {
    Office office = new Office(folder.resolve("choir"));
    office.list(3);
    byte[] png = Files.readAllBytes(Path.of("src/main/resources/org/postroom/sample/choir.png"));
    office.write("img/logo.png", png);
    Files.write(folder.resolve("secret.png"), png);
    office.write(
        "letter.html",
        "<p>Dear {{Name}}</p><img src=\"img/logo.png\" alt=\"logo\">"
            + "<img src=\"../secret.png\" alt=\"x\">");
    String mailshot = office.document("\"subject\": \"News\", \"html\": \"letter.html\"");
    office.run("preview", mailshot, "--row", "1", "--out", office.file("preview")).exits(0);
    String letter = Office.read(folder.resolve("choir/preview/000001.eml"));
    assertThat(letter).contains("Content-ID", "cid:").containsOnlyOnce("Content-Type: image/png");
  }

  private static String withoutDate(String message) {
    return message.replaceFirst("(?m)^Date: .*\r\n", "");
  }
}
