package org.postroom.composition;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.util.HexFormat;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.postroom.message.Attachment;
import org.postroom.message.Letter;
import org.postroom.plan.LetterId;

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

  @Test
  void theDigestIsThatOfTheBytesWithoutTheDateAndOfTheEnvelope() throws Exception {
    ComposedLetter letter =
        Letters.compose(Letters.letter().attach(PROGRAMME).hidden("a@p.example", "b@p.example"));
    String told =
        "MAIL FROM:<office@choir.example>\r\nRCPT TO:<a@p.example>\r\nRCPT TO:<b@p.example>\r\n";
    MessageDigest sha256 = MessageDigest.getInstance("SHA-256");
    sha256.update(told.getBytes(StandardCharsets.US_ASCII));
    byte[] bytes = letter.bytes(Letters.DATE);
    sha256.update(bytes, DateLine.LENGTH, bytes.length - DateLine.LENGTH);
    assertThat(letter.digest().hex()).isEqualTo(HexFormat.of().formatHex(sha256.digest()));
  }

  @Test
  void theMessageIdChangesWithTheTextTheFileTheLetterAndTheKeyAndWithNothingElse() {
    Letter letter = Letters.letter().attach(PROGRAMME).to("", "ann@people.example");
    String id = Letters.compose(letter).messageId();
    assertThat(Letters.compose(letter).messageId()).isEqualTo(id);
    assertThat(id).doesNotContain("ann");
    Attachment other = Letters.file("programme.pdf", "application/pdf", new byte[] {1});
    Letter otherText = Letters.letter().text("x").attach(PROGRAMME).to("", "ann@people.example");
    Letter otherFile = Letters.letter().attach(other).to("", "ann@people.example");
    MimeComposer otherKey = new MimeComposer(new MessageIdKey(new byte[32]));
    LetterId next = new LetterId(Letters.id(letter).mailshot(), 2, "ann@people.example");
    assertThat(
            List.of(
                id,
                Letters.compose(otherText).messageId(),
                Letters.compose(otherFile).messageId(),
                Letters.composer().compose(next, letter).messageId(),
                otherKey.compose(Letters.id(letter), letter).messageId()))
        .doesNotHaveDuplicates();
  }

  @Test
  void theSameContentIsWhatTheReaderGetsWhiteSpaceFolded() {
    String content = content(Letters.letter().html("<p>a b</p>").attach(PROGRAMME));
    assertThat(content(Letters.letter().html(" <p>a\n\u00a0 b</p>\n").attach(PROGRAMME)))
        .isEqualTo(content);
    assertThat(
            content(
                Letters.letter()
                    .replyTo("", "x@choir.example")
                    .header("List-Id", "<x.choir.example>")
                    .html("<p>a b</p>")
                    .attach(PROGRAMME)))
        .isEqualTo(content);
    assertThat(
            List.of(
                content,
                content(Letters.letter().html("<p>ab</p>").attach(PROGRAMME)),
                content(Letters.letter().html("<p>a b</p>")),
                content(Letters.letter().html("<p>a b</p>").image("x", PROGRAMME)),
                content(Letters.letter().html("<p>a b</p>").image("x", LOGO)),
                content(Letters.letter().attach(PROGRAMME)),
                content(Letters.letter().subject("x").html("<p>a b</p>").attach(PROGRAMME)),
                content(Letters.letter().text("x").html("<p>a b</p>").attach(PROGRAMME)),
                content(Letters.letter().html("<p>a b</p>").attach(PROGRAMME).attach(LOGO))))
        .doesNotHaveDuplicates();
  }

  @Test
  void aTextThatHoldsTheBoundaryGetsAnotherOne() {
    Letter plain = Letters.letter().html("x").to("", "ann@people.example");
    String wire = Letters.wire(plain);
    String boundary = wire.substring(wire.indexOf("boundary=\"") + 10).split("\"", -1)[0];
    String text = "--" + boundary + "\nBcc: bob@people.example";
    for (Letter letter :
        List.of(
            Letters.letter().text(text).html("x").to("", "ann@people.example"),
            Letters.letter().html(text).to("", "ann@people.example"))) {
      ReceivedMessage read = ReceivedMessage.parse(Letters.compose(letter).bytes(Letters.DATE));
      assertThat(List.of(read.text(), String.valueOf(read.html()))).contains(text + "\n");
    }
  }

  @Test
  void anImageWithoutHtmlStillTravels() {
    Letter letter = Letters.letter().image("logo.png", LOGO).to("", "ann@people.example");
    assertThat(Letters.wire(letter)).contains("type=\"text/plain\"");
    ReceivedMessage read = ReceivedMessage.parse(Letters.compose(letter).bytes(Letters.DATE));
    assertThat(read.inline()).hasSize(1);
    assertThat(read.html()).isNull();
  }

  @Test
  void aMessageAsAFileIsAFile() {
    String long1 = "application/vnd.openxmlformats-officedocument.wordprocessingml.document";
    Letter letter =
        Letters.letter()
            .attach(Letters.file("x.eml", "message/rfc822", new byte[] {1}))
            .attach(Letters.file("y.bin", "multipart/mixed", new byte[] {2}))
            .attach(Letters.file("z.docx", long1, new byte[] {3}))
            .to("", "ann@people.example");
    ReceivedMessage read = ReceivedMessage.parse(Letters.compose(letter).bytes(Letters.DATE));
    assertThat(read.attachments())
        .extracting(part -> part.contentType())
        .containsExactly("application/octet-stream", "application/octet-stream", long1);
    assertThat(Letters.wire(letter))
        .contains("Content-Type:\r\n " + long1 + ";\r\n name=\"z.docx\"");
  }

  private static String content(Letters letter) {
    return Letters.compose(letter.to("", "ann@people.example")).contentDigest();
  }

  private static List<String> multiparts(Letters letter) {
    return Letters.wire(letter.to("", "ann@people.example"))
        .lines()
        .filter(line -> line.startsWith("Content-Type: multipart/"))
        .map(line -> line.substring("Content-Type: multipart/".length(), line.indexOf(';')))
        .toList();
  }
}
