package org.postroom.app;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import tools.jackson.databind.JsonNode;

/// `postroom test`: chosen letters go to the sender, to nobody else, and count for nobody else.
class SelfTestTest {
  @TempDir Path folder;
  private Office office;

  @BeforeEach
  void list() {
    office = new Office(folder);
    office.list(12);
  }

  @Test
  void oneLetterGoesToTheSenderAloneAndIsMarked() throws Exception {
    String mailshot = office.mailshot();
    try (Sink sink = Sink.start(folder.resolve("sink"))) {
      office.run("test", mailshot, "--row", "3", "--smtp", sink.url()).exits(0);
      assertThat(sink.envelopes()).containsExactly(List.of("news@choir.example"));
    }
    String letter = received("sink").getFirst();
    String person = "Person " + capital(Office.address(3));
    assertThat(letter)
        .contains("To: Choir <news@choir.example>\r\n", "[Test for " + person + "]")
        .contains("Dear " + person)
        .doesNotContain(Office.address(3));
  }

  @Test
  void itNeverCountsAsSentToThatPerson() throws Exception {
    String mailshot = office.mailshot();
    try (Sink sink = Sink.start(folder.resolve("sink"))) {
      office.run("test", mailshot, "--kinds", "--smtp", sink.url()).exits(0);
      int tests = sink.envelopes().size();
      assertThat(sink.envelopes())
          .hasSizeGreaterThan(1)
          .containsOnly(List.of("news@choir.example"));
      assertThat(office.run("report", mailshot).exits(0).out()).contains("0 of 0 accepted");
      office
          .run("send", mailshot, "--confirm", "12", "--smtp", sink.url(), "--max-per-minute", "0")
          .exits(0);
      assertThat(sink.envelopes().stream().skip(tests))
          .as("everybody still gets the letter")
          .hasSize(12)
          .doesNotContain(List.of("news@choir.example"));
    }
  }

  @Test
  void twoTestsOfOneLetterAreTwoMessages() throws Exception {
    String mailshot = office.mailshot();
    try (Sink sink = Sink.start(folder.resolve("sink"))) {
      office.run("test", mailshot, "--to", Office.address(2), "--smtp", sink.url()).exits(0);
      office.run("test", mailshot, "--to", Office.address(2), "--smtp", sink.url()).exits(0);
    }
    Set<String> ids = new HashSet<>();
    for (String letter : received("sink")) {
      ids.add(letter.replaceAll("(?s).*\r\nMessage-ID:\\s+(<[^>]+>).*", "$1"));
    }
    assertThat(ids).as("mail programs show messages of one id once").hasSize(2);
  }

  @Test
  void testsCountForTheLimitsOfTheAccount() throws Exception {
    String mailshot = office.mailshot();
    try (Sink sink = Sink.start(folder.resolve("sink"))) {
      office.run("test", mailshot, "--row", "1", "--smtp", sink.url()).exits(0);
      // 450 a day where nothing is known of the provider: with the test there is one less.
      office.list(450);
      JsonNode check =
          office
              .run("send", mailshot, "--confirm", "450", "--smtp", sink.url(), "--json")
              .exits(4)
              .json();
      List<String> ids = new ArrayList<>();
      check.get("findings").forEach(finding -> ids.add(finding.get("id").asString()));
      assertThat(ids).contains("limit.over-daily");
    }
  }

  @Test
  void practiceTestsStayOnThisComputer() {
    String mailshot = office.mailshot();
    JsonNode end =
        office
            .run(
                "test",
                mailshot,
                "--row",
                "1",
                "--practice",
                "--dir",
                office.file("practice"),
                "--json")
            .exits(0)
            .json();
    assertThat(end.get("to").asString()).isEqualTo("news@choir.example");
    assertThat(end.get("letters").get(0).get("row").asInt()).isEqualTo(1);
    assertThat(end.get("letters").get(0).get("state").asString()).isEqualTo("accepted");
    assertThat(received("practice")).hasSize(1);
  }

  @Test
  void aBlindCopyIsTestedOnceAndShowsNobody() throws Exception {
    office.write("letter.txt", "Dear all,\n\nwe meet on Thursday.\n\nHelen\n");
    String mailshot =
        office.document(
            "\"subject\": \"News\", \"text\": \"letter.txt\"", "\"delivery\": \"blind-copy\"");
    try (Sink sink = Sink.start(folder.resolve("sink"))) {
      office.run("test", mailshot, "--kinds", "--smtp", sink.url()).exits(0);
      assertThat(sink.envelopes()).containsExactly(List.of("news@choir.example"));
    }
    assertThat(received("sink").getFirst()).contains("Subject: [Test] News");
  }

  @Test
  void theListIsNotSentEvenToOneself() {
    String mailshot = office.mailshot("\"attachments\": [{\"file\": \"members.csv\"}]");
    Office.Outcome outcome =
        office.run("test", mailshot, "--row", "1", "--smtp", "smtp://127.0.0.1:9?tls=none");
    assertThat(outcome.exits(3).err()).contains("list.is-attachment", "Nothing was connected to");
  }

  @Test
  void aDraftIsWhatATestIsFor() {
    office.write("letter.txt", "Dear {{Name}},\n\nTODO: the hall.\n\nHelen\n");
    String mailshot = office.document("\"subject\": \"News\", \"text\": \"letter.txt\"");
    office.run("check", mailshot).exits(3);
    office
        .run("test", mailshot, "--row", "1", "--practice", "--dir", office.file("practice"))
        .exits(0);
  }

  @Test
  void aServerThatIsNotThereIsSaid() {
    String mailshot = office.mailshot();
    Office.Outcome outcome =
        office.run("test", mailshot, "--row", "1", "--smtp", "smtp://127.0.0.1:9?tls=none");
    assertThat(outcome.exits(6).err()).contains("Nobody but you was sent anything");
  }

  @Test
  void nobodyOfThatAddressIsSaid() {
    String mailshot = office.mailshot();
    assertThat(office.run("test", mailshot, "--to", "x@y.example", "--practice").exits(2).err())
        .contains("x@y.example", "Nothing was sent");
    assertThat(office.run("test", mailshot, "--row", "99", "--practice").exits(2).err())
        .contains("no row 99");
  }

  private List<String> received(String in) {
    return office.files(folder.resolve(in), ".eml").stream().map(Office::read).toList();
  }

  private static String capital(String address) {
    String name = address.substring(0, address.indexOf('@'));
    return Character.toUpperCase(name.charAt(0)) + name.substring(1);
  }
}
