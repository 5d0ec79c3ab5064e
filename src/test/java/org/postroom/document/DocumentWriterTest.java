package org.postroom.document;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.List;
import java.util.UUID;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Combinators;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import org.junit.jupiter.api.Test;
import org.postroom.document.MailshotDocument.AttachmentEntry;
import org.postroom.document.MailshotDocument.Correction;
import org.postroom.document.MailshotDocument.Duplicate;
import org.postroom.document.MailshotDocument.LeaveOut;
import org.postroom.document.MailshotDocument.Recipients;
import org.postroom.document.MailshotDocument.SendSettings;
import org.postroom.finding.Acknowledgement;
import org.postroom.message.Delivery;
import org.postroom.message.Kind;

class DocumentWriterTest {
  @Property(tries = 300)
  void whatIsWrittenReadsBackEqualAndWritesTheSameBytes(
      @ForAll("documents") MailshotDocument document) {
    byte[] bytes = DocumentWriter.write(document);

    assertThat(DocumentReader.read(bytes)).isEqualTo(new DocumentReading.Read(document));
    assertThat(DocumentWriter.write(((DocumentReading.Read) DocumentReader.read(bytes)).document()))
        .isEqualTo(bytes);
  }

  @Test
  void keysStandInTheOrderOfThePageAndWhatIsNotSetIsLeftOut() {
    MailshotDocument document =
        new MailshotDocument(
            null,
            "Zoë",
            Kind.PERSONAL,
            Delivery.INDIVIDUAL,
            "a@b.example",
            null,
            Recipients.none(),
            "Hello",
            "letter.txt",
            null,
            null,
            List.of(new AttachmentEntry.ForAll("p.pdf")),
            null,
            null,
            null,
            List.of());

    assertThat(new String(DocumentWriter.write(document), StandardCharsets.UTF_8))
        .isEqualTo(
            """
            {
              "postroom" : 1,
              "name" : "Zoë",
              "kind" : "personal",
              "delivery" : "individual",
              "from" : "a@b.example",
              "recipients" : { },
              "subject" : "Hello",
              "text" : "letter.txt",
              "attachments" : [
                {
                  "file" : "p.pdf"
                }
              ]
            }
            """);
  }

  @Provide
  Arbitrary<MailshotDocument> documents() {
    Arbitrary<String> mailbox =
        Arbitraries.of("a@b.example", "Riverside Choir <news@riverside.example>");
    Arbitrary<String> files = Arbitraries.of("letter.txt", "a b/ü.html", "c\"d.md");
    return Combinators.combine(
            Combinators.combine(words(), mailbox, mailbox.injectNull(0.5), lists()).as(Head::new),
            Arbitraries.create(UUID::randomUUID).injectNull(0.3),
            Arbitraries.of(Kind.values()),
            Arbitraries.of(Delivery.values()),
            files.injectNull(0.5).list().ofSize(3),
            entries(),
            settings().injectNull(0.4),
            acknowledgements().list().ofMaxSize(2))
        .as(
            (head, id, kind, delivery, texts, entries, send, acknowledge) ->
                new MailshotDocument(
                    id,
                    head.name,
                    kind,
                    delivery,
                    head.from,
                    head.replyTo,
                    head.list,
                    head.name,
                    texts.get(0),
                    texts.get(1),
                    texts.get(2),
                    entries,
                    head.replyTo,
                    head.replyTo,
                    send,
                    acknowledge));
  }

  private record Head(String name, String from, String replyTo, Recipients list) {}

  private static Arbitrary<String> words() {
    return Arbitraries.strings()
        .all()
        .excludeChars('\uFFFE', '\uFFFF')
        .ofMaxLength(12)
        .filter(text -> text.codePoints().noneMatch(DocumentWriterTest::isHalfACharacter));
  }

  private static boolean isHalfACharacter(int c) {
    return c >= Character.MIN_SURROGATE && c <= Character.MAX_SURROGATE;
  }

  private static Arbitrary<Recipients> lists() {
    Arbitrary<Integer> rows = Arbitraries.integers().between(1, 100_000);
    return Combinators.combine(
            words().injectNull(0.5),
            Arbitraries.of("windows-1252", "UTF-8", "latin1").injectNull(0.3),
            Arbitraries.of(";", ",", "\t").injectNull(0.3),
            rows.injectNull(0.5),
            Combinators.combine(rows, words().injectNull(0.3), words())
                .as(LeaveOut::new)
                .list()
                .ofMaxSize(3),
            Combinators.combine(rows, words(), words(), words())
                .as(Correction::new)
                .list()
                .ofMaxSize(3),
            Combinators.combine(words(), rows).as(Duplicate::new).list().ofMaxSize(3),
            Arbitraries.maps(words(), words().list().ofMaxSize(2)).ofMaxSize(3))
        .as(
            (text, charset, delimiter, expected, leaveOut, corrections, duplicates, where) ->
                new Recipients(
                    "members.csv",
                    text,
                    text,
                    text,
                    charset,
                    delimiter,
                    text,
                    expected,
                    null,
                    leaveOut,
                    corrections,
                    duplicates,
                    where,
                    leaveOut.stream()
                        .map(out -> new MailshotDocument.Include(out.row(), out.address()))
                        .toList(),
                    expected,
                    leaveOut.stream()
                        .filter(out -> out.row() % 2 == 0)
                        .map(out -> new MailshotDocument.Include(out.row(), out.address()))
                        .toList()));
  }

  private static Arbitrary<List<AttachmentEntry>> entries() {
    Arbitrary<AttachmentEntry> forAll =
        Arbitraries.of("a.pdf", "b/c.pdf").map(AttachmentEntry.ForAll::new);
    Arbitrary<AttachmentEntry> perPerson =
        words()
            .filter(text -> !text.isBlank())
            .map(column -> new AttachmentEntry.PerPerson(column, "folder"));
    return Arbitraries.oneOf(List.of(forAll, perPerson)).list().ofMaxSize(3);
  }

  private static Arbitrary<SendSettings> settings() {
    return Combinators.combine(
            Arbitraries.integers().between(0, 7200).injectNull(0.3),
            Arbitraries.of(true, false).injectNull(0.3),
            Arbitraries.integers().between(0, 2_000_000_000).injectNull(0.3))
        .as(
            (hold, staged, second) ->
                new SendSettings(
                    hold,
                    staged,
                    second == null
                        ? null
                        : OffsetDateTime.of(2026, 1, 1, 0, 0, 0, 0, ZoneOffset.ofHours(1))
                            .plusSeconds(second)));
  }

  private static Arbitrary<Acknowledgement> acknowledgements() {
    return Combinators.combine(
            words(), words().injectNull(0.5), Arbitraries.integers().between(0, 9).injectNull(0.5))
        .as(
            (finding, text, count) ->
                new Acknowledgement(finding, text, text, count, text, "because " + finding));
  }
}
