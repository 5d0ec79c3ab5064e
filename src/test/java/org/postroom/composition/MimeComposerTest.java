package org.postroom.composition;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.postroom.message.Attachment;
import org.postroom.message.Letter;

class MimeComposerTest {
  private static final Attachment PROGRAMME =
      Letters.file(
          "programme.pdf", "application/pdf", "%PDF-1.7".getBytes(StandardCharsets.US_ASCII));
  private static final Attachment LOGO =
      Letters.file("logo.png", "image/png", new byte[] {1, 2, 3});

  @Test
  void aPlainLetterHasItsHeadersInTheFixedOrderAndOnePart() {
    String wire = Letters.wire(Letters.letter().to("Ann Lee", "ann@people.example"));
    String id = Letters.compose(Letters.letter().to("Ann Lee", "ann@people.example")).messageId();
    assertThat(wire)
        .isEqualTo(
            """
            Date: Thu, 05 Nov 2026 09:07:03 +0100
            From: Choir Office <office@choir.example>
            To: Ann Lee <ann@people.example>
            Subject: Rehearsal
            Message-ID:
             %s
            MIME-Version: 1.0
            Content-Type: text/plain; charset=UTF-8
            Content-Transfer-Encoding: 7bit

            Dear all,

            we meet at seven.
            """
                .formatted(id)
                .replace("\n", "\r\n"));
    assertThat(id).matches("<[a-z2-7]{52}@choir\\.example>");
  }

  @Test
  void aBlindCopyShowsTheSenderAloneAndKeepsThePeopleInTheEnvelope() {
    Letter letter = Letters.letter().hidden("ann@people.example", "bob@people.example");
    String wire = Letters.wire(letter);
    assertThat(wire)
        .contains("\r\nTo: Choir Office <office@choir.example>\r\n")
        .doesNotContain("people.example");
    assertThat(letter.envelope().rcptTo())
        .extracting(Object::toString)
        .containsExactly("ann@people.example", "bob@people.example");
  }

  @Test
  void levelsAreOnlyThoseThatAreNeeded() {
    Letters letter = Letters.letter().html("<p>we meet <img src=\"logo.png\"> at seven</p>");
    assertThat(multiparts(letter)).containsExactly("alternative");
    letter.image("logo.png", LOGO);
    assertThat(multiparts(letter)).containsExactly("related", "alternative");
    letter.attach(PROGRAMME);
    assertThat(multiparts(letter)).containsExactly("mixed", "related", "alternative");
    assertThat(multiparts(Letters.letter().attach(PROGRAMME))).containsExactly("mixed");
  }

  @Test
  void theReaderFindsEverythingThatWasPutIn() {
    Letter letter =
        Letters.letter()
            .subject("Übung für alle: Probe am 5.")
            .replyTo("Jörg Müller, Vorstand", "joerg@choir.example")
            .text("Grüße,\nFrom here on\r\nall\rlines.")
            .html("<p>Grüße <img alt=\"a > b\" src='img/logo.png'></p>")
            .image("img/logo.png", LOGO)
            .attach(PROGRAMME)
            .attach(Letters.file("Nöten für „Übung“.txt", "text/plain", new byte[] {7, 13, 10}))
            .to("Zoë O'Brien \"Zo\"", "zoe@people.example");
    ReceivedMessage read = ReceivedMessage.parse(Letters.compose(letter).bytes(Letters.DATE));
    assertThat(read.subject()).isEqualTo("Übung für alle: Probe am 5.");
    assertThat(read.from()).isEqualTo("Choir Office <office@choir.example>");
    assertThat(read.to()).isEqualTo("Zoë O'Brien \"Zo\" <zoe@people.example>");
    assertThat(read.replyTo()).isEqualTo("Jörg Müller, Vorstand <joerg@choir.example>");
    assertThat(read.text()).isEqualTo("Grüße,\nFrom here on\nall\nlines.\n");
    String id = read.inline().keySet().iterator().next();
    assertThat(read.html()).isEqualTo("<p>Grüße <img alt=\"a > b\" src='cid:" + id + "'></p>\n");
    assertThat(read.inline().values())
        .extracting(part -> part.fileName())
        .containsExactly("logo.png");
    assertThat(read.attachments())
        .extracting(part -> part.fileName())
        .containsExactly("programme.pdf", "Nöten für „Übung“.txt");
    assertThat(read.attachments().getLast().content().bytes()).containsExactly(7, 13, 10);
  }

  @Test
  void bothWaysOutGiveTheSameBytes() throws IOException {
    ComposedLetter letter =
        Letters.compose(Letters.letter().attach(PROGRAMME).to("Ann", "ann@people.example"));
    ByteArrayOutputStream written = new ByteArrayOutputStream();
    letter.writeTo(written, Letters.DATE);
    assertThat(written.toByteArray())
        .isEqualTo(letter.bytes(Letters.DATE))
        .hasSize((int) letter.size());
  }

  private static List<String> multiparts(Letters letter) {
    return Letters.wire(letter.to("", "ann@people.example"))
        .lines()
        .filter(line -> line.startsWith("Content-Type: multipart/"))
        .map(line -> line.substring("Content-Type: multipart/".length(), line.indexOf(';')))
        .toList();
  }
}
