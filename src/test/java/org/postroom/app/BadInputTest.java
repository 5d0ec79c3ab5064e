package org.postroom.app;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.postroom.app.Office.Outcome;

/// What goes wrong is said in sentences: what happened, what was not lost, the next step. Never a
/// stack trace, nothing half-written, and the exit code of the contract.
class BadInputTest {
  @TempDir Path folder;
  private Office office;

  @BeforeEach
  void list() {
    office = new Office(folder);
    office.list(5);
  }

  @Test
  void aMissingMailshot() {
    said(office.run("check", office.file("nowhere.mailshot")).exits(2), "nowhere.mailshot");
    said(office.run("send", office.file("x"), "--confirm", "1", "--practice").exits(2), "no file");
  }

  @Test
  void aMissingListOrTextOrAttachment() throws Exception {
    String mailshot = office.mailshot("\"attachments\": [{\"file\": \"programme.pdf\"}]");
    Outcome attachment = office.run("check", mailshot, "--json").exits(3);
    assertThat(attachment.out()).contains("attachment.missing", "programme.pdf");
    Files.delete(folder.resolve("letter.txt"));
    said(office.run("check", mailshot).exits(2), "letter.txt");
    Files.delete(folder.resolve("members.csv"));
    said(office.run("check", mailshot, "--json").exits(2), "members.csv");
    said(office.run("list", office.file("members.csv"), "--json").exits(2), "members.csv");
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      quoteCharacter = '~',
      value = {
        "\"bcc\": \"x@choir.example\"        | \"bcc\"",
        "\"replyTo\": \"a@b.example, c@d.example\" | \"replyTo\"",
        "\"kind\": \"circular\"              | newsletter",
        "\"name\": 7                          | \"name\"",
      })
  void aWrongKeyIsNamedWithItsLine(String member, String says) {
    Outcome outcome = office.run("check", office.mailshot(member), "--json").exits(2);
    said(outcome, says);
    assertThat(outcome.err()).contains("Line 2");
    assertThat(outcome.out()).isEmpty();
  }

  @Test
  void aDocumentThatIsNoJsonOrHasALineBreakInFrom() {
    said(office.run("check", office.write("a.mailshot", "{postroom")).exits(2), "JSON");
    String injected =
        "{\"postroom\": 1, \"from\": \"A <a@choir.example>\\r\\nBcc: b@choir.example\"}";
    said(office.run("check", office.write("b.mailshot", injected)).exits(2), "\"from\"");
  }

  @Test
  void aDocumentThatLacksSenderListOrText() {
    String only = "{\"postroom\": 1, \"from\": \"a@choir.example\"}";
    said(office.run("check", office.write("a.mailshot", only)).exits(2), "list");
    said(office.run("check", office.document("\"subject\": \"x\"")).exits(2), "no text");
    String nobody = "{\"postroom\": 1, \"recipients\": {\"file\": \"members.csv\"}}";
    said(office.run("check", office.write("c.mailshot", nobody)).exits(2), "\"from\"");
  }

  @Test
  void aBrokenQuoteOnLine4711IsNamedAndNothingOfTheListIsUsed() {
    StringBuilder csv = new StringBuilder("Name,Email\n");
    for (int line = 2; line <= 6000; line++) {
      csv.append(line == 4711 ? "\"Ann" : "Person " + line)
          .append(",p")
          .append(line)
          .append("@choir.example\n");
    }
    office.write("broken.csv", csv.toString());
    said(office.run("list", office.file("broken.csv"), "--json").exits(2), "4711");
  }

  @Test
  void aListWithoutAddressesBlocksAndSendsNothing() {
    office.write("members.csv", "Name;Town\nAnn;York\nBen;Hull\n");
    office.write("letter.txt", "Hello");
    String mailshot = office.document("\"subject\": \"Hi\", \"text\": \"letter.txt\"");
    assertThat(office.run("check", mailshot, "--json").exits(3).out()).contains("list.nobody");
    office.run("send", mailshot, "--confirm", "2", "--practice").exits(3);
    assertThat(office.workspace().resolve("practice")).doesNotExist();
  }

  @Test
  void aColumnNamedTwiceIsAskedAbout() {
    office.write("members.csv", "Name;Email;Name\nAnn;ann@choir.example;Bell\n");
    office.write("letter.txt", "Dear {{Name}}, hello and welcome.");
    String mailshot = office.document("\"subject\": \"Hi\", \"text\": \"letter.txt\"");
    assertThat(office.run("check", mailshot, "--json").out()).contains("list.duplicate-column");
  }

  @Test
  void aSpreadsheetThatIsDamagedOrProtectedIsRefusedWithTheReason() {
    office.write("members.xlsx", new byte[] {'P', 'K', 3, 4, 0, 0});
    said(office.run("list", office.file("members.xlsx")).exits(2), "damaged");
    byte[] old = {(byte) 0xD0, (byte) 0xCF, 0x11, (byte) 0xE0, 0, 0};
    office.write("members.xls", old);
    said(office.run("list", office.file("members.xls")).exits(2), "save it as xlsx");
  }

  @Test
  void aReferenceToARowThatNoLongerHoldsShowsBothValues() {
    String mailshot = office.mailshot();
    String text =
        Office.read(Path.of(mailshot))
            .replace(
                "\"basis\"",
                "\"leaveOut\": [{\"row\": 2, \"address\": \"gone@choir.example\", \"reason\":"
                    + " \"x\"}], \"basis\"");
    office.write("spring.mailshot", text);
    said(office.run("check", mailshot).exits(2), Office.address(2));
    assertThat(office.run("check", mailshot).err()).contains("gone@choir.example");
  }

  @Test
  void aWrongCountSendsNothing() {
    String mailshot = office.mailshot();
    said(office.run("send", mailshot, "--confirm", "6", "--practice").exits(4), "You confirmed 6");
    assertThat(office.run("report", mailshot, "--json").exits(0).json().get("planned").asInt())
        .isZero();
  }

  @Test
  void somethingToConfirmIsExitCode4UntilItIsAcknowledged() {
    office.write("letter.txt", "Dear {{Name}}, we meet in {{Town}} soon.");
    String other = "\"replyTo\": \"someone@elsewhere.example\"";
    String open = office.document("\"subject\": \"Hi\", \"text\": \"letter.txt\"", other);
    Outcome check = office.run("check", open, "--json").exits(4);
    assertThat(check.json().get("clear").asBoolean()).isFalse();
    office.run("send", open, "--confirm", "5", "--practice").exits(4);
    String acknowledged =
        office.document(
            "\"subject\": \"Hi\", \"text\": \"letter.txt\"",
            other,
            "\"acknowledge\": [{\"finding\": \"reply-to.other-domain\", \"reason\": \"ours\"}]");
    Outcome clear = office.run("check", acknowledged, "--json").exits(0);
    assertThat(clear.out()).contains("\"acknowledged\" : true", "\"reason\" : \"ours\"");
  }

  @Test
  void anAcknowledgementOfNothingIsANoteAndStandsNotInTheWay() {
    String mailshot =
        office.mailshot(
            "\"acknowledge\": [{\"finding\": \"list.old\", \"reason\": \"it is fine\"}]");
    assertThat(office.run("check", mailshot, "--json").exits(0).out())
        .contains("acknowledge.unused");
  }

  @Test
  void theListAsAttachmentIsBlockedBeforeAnythingIsConnectedTo() {
    String mailshot = office.mailshot("\"attachments\": [{\"file\": \"members.csv\"}]");
    assertThat(office.run("check", mailshot, "--json").exits(3).out())
        .contains("list.is-attachment");
    office
        .run("send", mailshot, "--confirm", "5", "--smtp", "smtp://127.0.0.1:1?tls=none")
        .exits(3);
  }

  @Test
  void resumeAndDecideOfWhatWasNeverSentSayWhatToDo() {
    String mailshot = office.mailshot();
    said(office.run("resume", mailshot, "--practice").exits(2), "postroom send");
    said(
        office
            .run("decide", mailshot, "--to", Office.address(1), "--accepted", "--reason", "x")
            .exits(2),
        "never sent");
    office.run("send", mailshot, "--confirm", "5", "--practice").exits(0);
    said(
        office
            .run(
                "decide",
                mailshot,
                "--to",
                Office.address(1),
                "--resend",
                "--reason",
                "x",
                "--practice")
            .exits(2),
        "it is accepted");
  }

  @Test
  void theSameIdAtASecondLivingPathNamesBoth() throws Exception {
    String mailshot = office.mailshot("\"id\": \"0d3c0000-0000-4000-8000-000000000001\"");
    office.run("check", mailshot).exits(0);
    Path copy = folder.resolve("copy.mailshot");
    Files.copy(Path.of(mailshot), copy);
    said(office.run("check", copy.toString()).exits(2), "spring.mailshot", "copy.mailshot");
    Files.delete(Path.of(mailshot));
    office.run("check", copy.toString()).exits(0);
  }

  @Test
  void aServerWhoseCertificateNobodyKnowsIsNotTrustedAndThePasswordStaysHere() throws Exception {
    Office withPassword = new Office(folder, Map.of("POSTROOM_SMTP_PASSWORD", "open sesame"));
    String mailshot = office.mailshot();
    try (Sink sink = Sink.start(folder.resolve("sink"))) {
      Outcome outcome =
          withPassword
              .run(
                  "send",
                  mailshot,
                  "--confirm",
                  "5",
                  "--smtp",
                  "smtp://helen@127.0.0.1:" + sink.port())
              .exits(6);
      assertThat(outcome.err()).contains("secured", "resume").doesNotContain("sesame");
      assertThat(sink.envelopes()).isEmpty();
    }
  }

  @Test
  void withoutAPasswordNothingIsConnectedToAndEverybodyIsNotYetSent() throws Exception {
    String mailshot = office.mailshot();
    try (Sink sink = Sink.start(folder.resolve("sink"))) {
      Outcome outcome =
          office
              .run(
                  "send",
                  mailshot,
                  "--confirm",
                  "5",
                  "--plain-password",
                  "--smtp",
                  "smtp://helen@127.0.0.1:" + sink.port() + "?tls=none")
              .exits(6);
      said(outcome, "password");
      assertThat(office.run("report", mailshot, "--json").json().get("notYetSent").asInt())
          .isEqualTo(5);
    }
  }

  @Test
  void aWorkspaceThatIsAFileOrInAReadOnlyFolderIsSaidInWords() throws Exception {
    String mailshot = office.mailshot();
    Files.writeString(office.workspace(), "not a folder");
    Outcome outcome = office.run("check", mailshot, "--json");
    said(outcome.exits(2), "workspace");
    assertThat(outcome.out()).isEmpty();
  }

  @Test
  void aPreviewThatCannotBeWrittenSaysSo() throws Exception {
    String mailshot = office.mailshot();
    Files.writeString(folder.resolve("taken"), "a file");
    said(office.run("preview", mailshot, "--all", "--out", office.file("taken")).exits(2), "taken");
    said(office.run("preview", mailshot, "--row", "77", "--out", office.file("p")).exits(2), "77");
    said(
        office.run("preview", mailshot, "--to", "x@choir.example", "--out", "p").exits(2),
        "x@choir.example");
    assertThat(folder.resolve("p")).doesNotExist();
  }

  /// Names what it is about, in at least two sentences.
  private static void said(Outcome outcome, String... words) {
    assertThat(outcome.err()).contains(List.of(words));
    assertThat(outcome.err().split("[.;:] ", -1).length).isGreaterThan(2);
  }
}
