package org.postroom.document;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import java.time.OffsetDateTime;
import java.util.List;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.postroom.document.MailshotDocument.AttachmentEntry;
import org.postroom.document.MailshotDocument.Correction;
import org.postroom.document.MailshotDocument.Duplicate;
import org.postroom.document.MailshotDocument.LeaveOut;
import org.postroom.finding.Acknowledgement;
import org.postroom.message.Delivery;
import org.postroom.message.Kind;

class DocumentReaderTest {
  private static final String EVERYTHING =
      """
      {
        "postroom": 1,
        "id": "0d3c0000-0000-4000-8000-000000000001",
        "name": "Spring newsletter",
        "kind": "newsletter",
        "delivery": "blind-copy",
        "from": "Riverside Choir <news@riverside.example>",
        "replyTo": "secretary@riverside.example",
        "recipients": {
          "file": "members.csv", "addressColumn": "Email", "nameColumn": "Name", "sheet": "Members",
          "charset": "windows-1252", "delimiter": ";", "basis": "members", "expected": 312,
          "sha256": null,
          "leaveOut": [ { "row": 17, "address": "c@example.org", "reason": "moved away" } ],
          "corrections": [ { "row": 14, "column": "Email", "was": "ann@gmial.com", "value": "ann@gmail.com" } ],
          "duplicates": [ { "address": "b@example.org", "keepRow": 21 } ],
          "where": { "Section": ["Alto", "Tenor"], "A": [] }
        },
        "subject": "Hello {{First name|friend}}",
        "text": "letter.txt", "html": "letter.html", "markdown": "letter.md",
        "attachments": [ { "file": "programme.pdf" }, { "column": "Invoice", "folder": "invoices" } ],
        "unsubscribe": { "mailto": "leave@riverside.example" },
        "postalAddress": "Riverside Choir, 1 Mill Lane",
        "send": { "holdSeconds": 600, "staged": true, "notBefore": "2026-12-01T09:00:00+01:00" },
        "acknowledge": [ { "finding": "reply-to.other-domain", "address": null, "part": null, "count": 3, "evidence": null, "reason": "our own" } ]
      }
      """;

  @Test
  void everyKeyOfThePageIsReadWithItsMeaning() {
    MailshotDocument document = read(EVERYTHING);

    assertThat(document.id()).isEqualTo(UUID.fromString("0d3c0000-0000-4000-8000-000000000001"));
    assertThat(document.name()).isEqualTo("Spring newsletter");
    assertThat(document.kind()).isEqualTo(Kind.NEWSLETTER);
    assertThat(document.delivery()).isEqualTo(Delivery.BLIND_COPY);
    assertThat(document.from()).isEqualTo("Riverside Choir <news@riverside.example>");
    assertThat(document.replyTo()).isEqualTo("secretary@riverside.example");
    assertThat(document.recipients().file()).isEqualTo("members.csv");
    assertThat(document.recipients().expected()).isEqualTo(312);
    assertThat(document.recipients().sha256()).isNull();
    assertThat(document.recipients().leaveOut())
        .containsExactly(new LeaveOut(17, "c@example.org", "moved away"));
    assertThat(document.recipients().corrections())
        .containsExactly(new Correction(14, "Email", "ann@gmial.com", "ann@gmail.com"));
    assertThat(document.recipients().duplicates())
        .containsExactly(new Duplicate("b@example.org", 21));
    assertThat(document.recipients().where().keySet()).containsExactly("Section", "A");
    assertThat(document.recipients().where()).containsEntry("Section", List.of("Alto", "Tenor"));
    assertThat(document.attachments())
        .containsExactly(
            new AttachmentEntry.ForAll("programme.pdf"),
            new AttachmentEntry.PerPerson("Invoice", "invoices"));
    assertThat(document.unsubscribeMailto()).isEqualTo("leave@riverside.example");
    assertThat(document.postalAddress()).isEqualTo("Riverside Choir, 1 Mill Lane");
    assertThat(document.send())
        .isEqualTo(
            new MailshotDocument.SendSettings(
                600, true, OffsetDateTime.parse("2026-12-01T09:00:00+01:00")));
    assertThat(document.acknowledge())
        .containsExactly(
            new Acknowledgement("reply-to.other-domain", null, null, 3, null, "our own"));
  }

  @Test
  void whatIsNotWrittenYetReadsAsEmptyAndPersonalAndIndividual() {
    MailshotDocument document = read("{\"postroom\": 1}");

    assertThat(document.kind()).isEqualTo(Kind.PERSONAL);
    assertThat(document.delivery()).isEqualTo(Delivery.INDIVIDUAL);
    assertThat(document.from()).isEmpty();
    assertThat(document.recipients().file()).isEmpty();
    assertThat(document.id()).isNull();
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      quoteCharacter = '~',
      value = {
        "\"recipents\": {}                                | recipents                    |"
            + " recipients",
        "\"bcc\": \"a@b.example\"                         | bcc                          | no such"
            + " key",
        "\"recipients\": {\"fille\": \"x\"}               | recipients.fille             | file",
        "\"send\": {\"hold\": 1}                          | send.hold                    | no such"
            + " key",
        "\"attachments\": [{\"file\": \"a\", \"name\": 1}] | attachments[0].name         | no such"
            + " key",
        "\"unsubscribe\": {\"url\": \"x\"}                | unsubscribe.url              | no such"
            + " key",
        "\"acknowledge\": [{\"id\": \"x\", \"reason\": \"y\"}] | acknowledge[0].id       | no such"
            + " key",
        "\"recipients\": {\"expected\": \"312\"}          | recipients.expected          | whole"
            + " number",
        "\"recipients\": {\"expected\": 3.5}              | recipients.expected          | whole"
            + " number",
        "\"recipients\": {\"expected\": -1}               | recipients.expected          | -1",
        "\"recipients\": []                               | recipients                   | object",
        "\"recipients\": {\"where\": {\"A\": \"b\"}}      | recipients.where.A           | list",
        "\"recipients\": {\"where\": {\"A\": [1]}}        | recipients.where.A           | text",
        "\"recipients\": {\"charset\": \"klingon\"}       | recipients.charset           | klingon",
        "\"recipients\": {\"charset\": \"a b\"}           | recipients.charset           | a b",
        "\"recipients\": {\"delimiter\": \"::\"}          | recipients.delimiter         | one"
            + " character",
        "\"recipients\": {\"sha256\": \"abc\"}            | recipients.sha256            | abc",
        "\"recipients\": {\"leaveOut\": [{\"row\": 0, \"address\": null}]} |"
            + " recipients.leaveOut[0].row | not a row",
        "\"recipients\": {\"leaveOut\": [{\"row\": 3}]}   | recipients.leaveOut[0].address |"
            + " needed",
        "\"recipients\": {\"leaveOut\": [{\"address\": \"a@b.example\"}]} |"
            + " recipients.leaveOut[0].row | needed",
        "\"recipients\": {\"corrections\": [{\"row\": 1, \"column\": \"A\", \"value\": \"b\"}]} |"
            + " recipients.corrections[0].was | needed",
        "\"recipients\": {\"duplicates\": [{\"keepRow\": 1}]} | recipients.duplicates[0].address |"
            + " needed",
        "\"subject\": 5                                   | subject                      | text in"
            + " quotes",
        "\"kind\": \"spam\"                               | kind                         |"
            + " newsletter",
        "\"delivery\": \"BLIND_COPY\"                     | delivery                     |"
            + " blind-copy",
        "\"from\": \"A <a@b.example>\\r"
            + "\\n"
            + "Bcc: c@d.example\" | from                      | line break",
        "\"from\": \"a@b.example\\u2028\"                 | from                         | line"
            + " break",
        "\"replyTo\": \"nobody\"                          | replyTo                      | one"
            + " address",
        "\"id\": \"1-1-1-1-1\"                            | id                           | UUID",
        "\"id\": \"zero\"                                 | id                           | UUID",
        "\"attachments\": [{\"file\": \"a\", \"column\": \"b\", \"folder\": \"c\"}] |"
            + " attachments[0] | either",
        "\"attachments\": [{\"column\": \"b\"}]           | attachments[0]               | either",
        "\"send\": {\"notBefore\": \"tomorrow\"}          | send.notBefore               |"
            + " tomorrow",
        "\"send\": {\"staged\": \"yes\"}                  | send.staged                  | true or"
            + " false",
        "\"acknowledge\": [{\"finding\": \"a.b\", \"reason\": \" \"}] | acknowledge[0].reason |"
            + " reason",
        "\"acknowledge\": {}                              | acknowledge                  | list",
      })
  void aMistakeIsNamedWithItsKeyAndItsLine(String member, String key, String says) {
    DocumentReading.Wrong wrong =
        wrong("{\n  \"postroom\": 1,\n  \"name\": \"x\",\n  " + member.strip() + "\n}");

    assertThat(wrong.key()).isEqualTo(key);
    assertThat(wrong.line()).isEqualTo(4);
    assertThat(wrong.message()).contains("4").contains(key).contains(says);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "",
        "   ",
        "hello",
        "[]",
        "\"text\"",
        "{\"postroom\": 1",
        "{\"postroom\": 1,}",
        "{\"postroom\": 1} x",
        "{'postroom': 1}",
        "{\"postroom\": 1 // comment\n}",
        "{\"postroom\": 1, \"postroom\": 1}",
        "{\"postroom\": 1, \"name\": \"a\nb\"}"
      })
  void whatIsNoJsonObjectIsRefusedWithTheLine(String text) {
    assertThat(wrong(text).message()).startsWith("Line ").doesNotContain("Exception");
  }

  @ParameterizedTest
  @ValueSource(strings = {"{}", "{\"postroom\": null}", "{\"postroom\": 2}", "{\"postroom\": 0}"})
  void anotherVersionOfTheDocumentIsRefused(String text) {
    assertThat(wrong(text).key()).isEqualTo("postroom");
  }

  @Test
  void bytesThatAreNoUtf8AreRefused() {
    byte[] latin1 = "{\"postroom\": 1, \"name\": \"Zoë\"}".getBytes(StandardCharsets.ISO_8859_1);

    assertThat(DocumentReader.read(latin1)).isInstanceOf(DocumentReading.Wrong.class);
  }

  @Test
  void aByteOrderMarkIsNoMistake() {
    assertThat(read("\uFEFF{\"postroom\": 1, \"name\": \"x\"}").name()).isEqualTo("x");
  }

  private static MailshotDocument read(String json) {
    DocumentReading reading = DocumentReader.read(json.getBytes(StandardCharsets.UTF_8));
    assertThat(reading).isInstanceOf(DocumentReading.Read.class);
    return ((DocumentReading.Read) reading).document();
  }

  private static DocumentReading.Wrong wrong(String json) {
    DocumentReading reading = DocumentReader.read(json.getBytes(StandardCharsets.UTF_8));
    assertThat(reading).isInstanceOf(DocumentReading.Wrong.class);
    return (DocumentReading.Wrong) reading;
  }
}
