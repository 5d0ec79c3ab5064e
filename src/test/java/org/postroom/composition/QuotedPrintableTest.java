package org.postroom.composition;

import static java.nio.charset.StandardCharsets.ISO_8859_1;
import static org.assertj.core.api.Assertions.assertThat;

import jakarta.mail.internet.MimeUtility;
import java.io.ByteArrayInputStream;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.postroom.template.Piece;

/// What is written by the rules reads as the mail library reads it; all else is left to the
/// library.
class QuotedPrintableTest {
  private static final String[] PIECES = {
    "a",
    "word ",
    "Zoë",
    "=",
    "==",
    "=3D",
    "\n",
    "\n\n",
    " \n",
    "\t",
    "From here",
    "x".repeat(80),
    "東京",
    "€",
    ".",
    "\u00a0",
    "“quoted”",
    "@",
    "ann@x.example"
  };

  @Test
  void whatTheComposerWritesReadsAsTheLibraryReadsIt() throws Exception {
    Random random = new Random(20_261_122);
    for (int i = 0; i < 2_000; i++) {
      StringBuilder text = new StringBuilder("é");
      for (int j = random.nextInt(40); j >= 0; j--) {
        text.append(PIECES[random.nextInt(PIECES.length)]);
      }
      TextBody body = TextBody.of(List.of(new Piece(text.toString(), true)), new FixedRuns());
      assertThat(body.encoding()).isEqualTo("quoted-printable");
      assertThat(QuotedPrintable.decode(body.octets()))
          .as(text.toString())
          .isEqualTo(library(body.octets()));
    }
  }

  @ParameterizedTest
  @ValueSource(strings = {"", "a", "=41", "a=\r\nb", "=C3=A9\r\n", "=c3=a9", "a\r\nb\r\n", "a b"})
  void wellFormed(String encoded) throws Exception {
    byte[] octets = encoded.getBytes(ISO_8859_1);
    assertThat(QuotedPrintable.decode(octets)).isEqualTo(library(octets));
  }

  @ParameterizedTest
  @ValueSource(strings = {"=", "a=4", "=4Z", "=Z4", "a=\nb", "a \r\nb", "a ", "a\t", "= \r\nb"})
  void whatIsNotByTheRulesIsLeftToTheLibrary(String encoded) {
    assertThat(QuotedPrintable.decode(encoded.getBytes(ISO_8859_1))).isNull();
  }

  private static byte[] library(byte[] encoded) throws Exception {
    return MimeUtility.decode(new ByteArrayInputStream(encoded), "quoted-printable").readAllBytes();
  }
}
