package org.postroom.composition;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Objects;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Combinators;
import net.jqwik.api.EdgeCasesMode;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import net.jqwik.api.ShrinkingMode;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.postroom.message.Letter;

class StrictReaderTest {
  @Test
  void aLetterWithFilesAndAPictureIsReadStrictly() {
    Letter letter =
        Letters.letter()
            .html("<p>Grüße &amp; <b>Küsse</b></p>")
            .attach(Letters.file("Programm März.pdf", "application/pdf", new byte[] {1, 2, 3}))
            .attach(
                Letters.file("notes.txt", "text/plain", "notes".getBytes(StandardCharsets.UTF_8)))
            .to("Zoe", "zoe@p.example");
    byte[] bytes = Letters.compose(letter).bytes(Letters.DATE);

    ReceivedMessage read = Objects.requireNonNull(StrictReader.read(bytes));

    assertThat(LetterReading.isSame(read, ReceivedMessage.parse(bytes))).isTrue();
    assertThat(read.attachments())
        .extracting(ReceivedMessage.Part::fileName)
        .containsExactly("Programm März.pdf", "notes.txt");
  }

  /// Every letter of random mailshots with hostile words.
  @Property(tries = 300, shrinking = ShrinkingMode.OFF, edgeCases = EdgeCasesMode.NONE)
  void readsWhatTheLibraryReads(@ForAll("shots") Shot shot) {
    Composer composer = Letters.composer();
    StrictReader.Before before = new StrictReader.Before();
    for (Letter letter : shot.letters()) {
      byte[] bytes = composer.compose(Letters.id(letter), letter).bytes(Letters.DATE);
      ReceivedMessage read = StrictReader.read(bytes, before);
      // Raw octets in a header are the library's.
      assertThat(read != null || letter.envelope().needsSmtpUtf8()).isTrue();
      if (read != null) {
        assertThat(LetterReading.isSame(read, ReceivedMessage.parse(bytes))).isTrue();
      }
    }
  }

  /// A piece of a letter that is changed: read as the library does, or not at all.
  @Property(tries = 1000, edgeCases = EdgeCasesMode.NONE)
  void whatIsBrokenIsLeftToTheLibrary(
      @ForAll("wires") String wire, @ForAll("breaks") List<Break> breaks) {
    String broken = wire;
    for (Break one : breaks) {
      int at = (int) (one.place() * broken.length());
      int to = Math.min(broken.length(), at + one.cut());
      broken = broken.substring(0, at) + one.put() + broken.substring(to);
    }
    byte[] bytes = broken.getBytes(StandardCharsets.ISO_8859_1);
    StrictReader.Before before = new StrictReader.Before();
    StrictReader.read(wire.getBytes(StandardCharsets.ISO_8859_1), before);
    ReceivedMessage read = StrictReader.read(bytes, before);
    if (read != null) {
      assertThat(describe(read)).isEqualTo(describe(ReceivedMessage.parse(bytes)));
    }
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "",
        "Subject: x",
        "Subject: x\r\n",
        "no colon\r\n\r\nx",
        " folded: x\r\n\r\nx",
        "Subject : x\r\n\r\nx",
        "A: \u0001\r\n\r\nx",
        "A: b\r\n\r\nbare \r here",
        "Content-Type: text/plain; charset=ISO-8859-1\r\n\r\nx",
        "Content-Transfer-Encoding: base64\r\n\r\neA==",
        "Content-Transfer-Encoding: quoted-printable\r\n\r\n=4",
        "Content-Transfer-Encoding: quoted-printable\r\n\r\n=GG",
        "Content-Transfer-Encoding: quoted-printable\r\n\r\n=0D",
        "Content-Transfer-Encoding: quoted-printable\r\n\r\nblank \r\n",
        "Content-Transfer-Encoding: quoted-printable\r\n\r\nsoft=",
        "Content-Type: multipart/mixed\r\n\r\nx",
        "Content-Type: multipart/mixed; boundary=b\r\n\r\nbefore\r\n--b\r\n\r\nx\r\n--b--\r\n",
        "Content-Type: multipart/mixed; boundary=b\r\n\r\n--b\r\n\r\nx\r\n--b--\r\nafter",
        "Content-Type: multipart/mixed; boundary=b\r\n\r\n--b\r\n\r\nx\r\n--bb--\r\n",
        "Content-Type: multipart/mixed; boundary=b\r\n\r\n--b\r\n\r\nx\r\n"
      })
  void isTheLibrarys(String wire) {
    assertThat(StrictReader.read(wire.getBytes(StandardCharsets.ISO_8859_1))).isNull();
  }

  @Test
  void softBreaksAndHardOnesAreToldApart() {
    assertThat(text("quoted-printable", "Gr=C3=BC=\r\n=C3=9Fe\r\n\r\nx=3Dy"))
        .isEqualTo("Grüße\n\nx=y");
    assertThat(text("7bit", "a =\r\nb=3D\r\n")).isEqualTo("a =\nb=3D\n");
  }

  private static String text(String encoding, String body) {
    String wire = "Content-Transfer-Encoding: " + encoding + "\r\n\r\n" + body;
    return Objects.requireNonNull(StrictReader.read(wire.getBytes(StandardCharsets.ISO_8859_1)))
        .text();
  }

  /// What is cut out of a letter, where, and what is put there.
  ///
  /// @param place as a share of the whole
  record Break(double place, int cut, String put) {}

  @Provide
  Arbitrary<Shot> shots() {
    return Arbitraries.oneOf(Shot.any(false), Shot.any(true));
  }

  @Provide
  Arbitrary<String> wires() {
    Letter plain = Letters.letter().to("Zoe", "zoe@p.example");
    Letter rich =
        Letters.letter()
            .text("Liebe Zoë,\n\nja =20 und nein\n")
            .html("<p>Liebe Zoë</p>\n")
            .attach(Letters.file("a b.txt", "text/plain", new byte[] {65, 13, 10, 66}))
            .attach(Letters.file("März.pdf", "application/pdf", new byte[90]))
            .to("Zoe", "zoe@p.example");
    return Arbitraries.of(wire(plain), wire(rich));
  }

  private static String wire(Letter letter) {
    return new String(Letters.compose(letter).bytes(Letters.DATE), StandardCharsets.ISO_8859_1);
  }

  @Provide
  Arbitrary<List<Break>> breaks() {
    return Combinators.combine(
            Arbitraries.doubles().between(0, 1),
            Arbitraries.of(0, 0, 1, 2, 5, 40),
            Arbitraries.of(
                "",
                "",
                "\r\n",
                "\n",
                "\r",
                " ",
                "=",
                "--",
                "\r\n\r\n",
                ":",
                ";",
                "\"",
                "é",
                "Content-Type: text/html\r\n",
                "Content-Disposition: inline\r\n",
                "; name=x",
                "=?UTF-8?Q?=C3=A9?=",
                "\r\n ",
                "=0D=0A",
                "<x@y.example>, ",
                "multipart/mixed"))
        .as(Break::new)
        .list()
        .ofMinSize(1)
        .ofMaxSize(4);
  }

  private static String describe(ReceivedMessage message) {
    List<String> said = new ArrayList<>(message.headers());
    said.add(String.join("|", message.subject(), message.from(), message.to()));
    said.add(String.join("|", message.replyTo() + "", message.text(), message.html() + ""));
    said.add(message.size() + " " + message.inline().keySet());
    message.inline().values().forEach(part -> said.add(describe(part)));
    message.attachments().forEach(part -> said.add(describe(part)));
    return String.join("\n", said);
  }

  private static String describe(ReceivedMessage.Part part) {
    String content;
    try {
      content = Arrays.toString(part.content().bytes());
    } catch (IllegalArgumentException e) {
      content = String.valueOf(e.getMessage());
    }
    return part.fileName() + "|" + part.contentType() + "|" + content;
  }
}
