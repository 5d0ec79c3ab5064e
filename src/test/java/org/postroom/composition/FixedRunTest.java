package org.postroom.composition;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Combinators;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import org.junit.jupiter.api.Test;
import org.postroom.template.Piece;

/// What is encoded once for all letters reads as if each letter were written by itself.
class FixedRunTest {
  @Property(tries = 500)
  void inWhateverStretchesATextStandsItReadsTheSame(@ForAll("texts") List<Piece> pieces) {
    String text = Piece.join(pieces);
    TextBody inPieces = TextBody.of(pieces, new FixedRuns());
    TextBody whole = TextBody.of(List.of(new Piece(text, false)), new FixedRuns());
    assertThat(inPieces.encoding()).isEqualTo(whole.encoding());
    assertThat(read(inPieces)).isEqualTo(read(whole)).isEqualTo(lines(text));
    if (text.lines().noneMatch(line -> line.getBytes(StandardCharsets.UTF_8).length >= 160)) {
      assertThat(inPieces.octets()).isEqualTo(whole.octets());
    }
  }

  @Property(tries = 300)
  void noEncodedLineIsTooLongOrEndsInABlank(@ForAll("texts") List<Piece> pieces) {
    String wire = new String(TextBody.of(pieces, new FixedRuns()).octets(), StandardCharsets.UTF_8);
    assertThat(wire).endsWith("\r\n");
    for (String line : wire.split("\r\n", -1)) {
      assertThat(line.length()).isLessThanOrEqualTo(76);
      assertThat(line).doesNotContain("\r").doesNotContain("\n").doesNotStartWith("From ");
      assertThat(line).doesNotEndWith(" ").doesNotEndWith("\t");
    }
  }

  @Property(tries = 300)
  void theIdentityOfTheContentDoesNotDependOnTheStretches(@ForAll("texts") List<Piece> pieces) {
    FixedRuns runs = new FixedRuns();
    String whole =
        new Words("x", List.of(new Piece(Piece.join(pieces), false)), null)
            .digest(List.of(), List.of(), runs);
    assertThat(new Words("x", pieces, null).digest(List.of(), List.of(), runs)).isEqualTo(whole);
  }

  @Test
  void aLineThatIsLongerThanALetterMayHaveIsSharedFromASoftBreakOn() {
    String fixed = "<td>".repeat(200);
    FixedRuns runs = new FixedRuns();
    TextBody body = TextBody.of(List.of(new Piece("Zoë", false), new Piece(fixed, true)), runs);
    assertThat(runs.of(fixed).chunks()).hasSize(1);
    assertThat(new String(body.octets(), StandardCharsets.US_ASCII))
        .startsWith("Zo=C3=AB=\r\n<td><td>")
        .endsWith("<td>\r\n");
    assertThat(read(body)).isEqualTo("Zoë" + fixed + "\r\n");
  }

  @Test
  void linesOfTheTemplateAreSharedBetweenLetters() {
    String fixed = "a line of the template\n".repeat(50);
    FixedRuns runs = new FixedRuns();
    assertThat(runs.of(fixed)).isSameAs(runs.of("a line of the template\n".repeat(50)));
    assertThat(runs.of(fixed).chunks()).hasSize(1);
    assertThat(runs.of(fixed).rest()).isEmpty();
  }

  @Provide
  Arbitrary<List<Piece>> texts() {
    Arbitrary<String> line =
        Arbitraries.oneOf(
            Arbitraries.of("", " ", "From me", "=", "ü", "x".repeat(75), "x".repeat(76), "\t"),
            Arbitraries.of("word ".repeat(60), "é".repeat(90), "From ".repeat(70), "=_x", "\0"),
            Arbitraries.strings().withCharRange(' ', '~').ofMaxLength(90),
            Arbitraries.strings().withChars("ab =.\u00a0ü😀").ofMaxLength(300));
    Arbitrary<String> stretch =
        Combinators.combine(line, Arbitraries.of("\n", "\r\n", "\r", ""))
            .as((words, end) -> words + end)
            .list()
            .ofMaxSize(12)
            .map(lines -> String.join("", lines));
    Arbitrary<String> plain =
        Arbitraries.of("we meet at seven\n", "\n", "in the hall\r\n", "bring your music\r")
            .list()
            .ofMaxSize(30)
            .map(lines -> String.join("", lines));
    return Combinators.combine(
            Arbitraries.oneOf(stretch, plain, plain), Arbitraries.of(true, true, false))
        .as(Piece::new)
        .list()
        .ofMaxSize(6)
        .map(FixedRunTest::wholeCharacters);
  }

  /// No stretch begins or ends within a character.
  private static List<Piece> wholeCharacters(List<Piece> pieces) {
    List<Piece> whole = new ArrayList<>();
    for (Piece piece : pieces) {
      byte[] utf8 = piece.text().getBytes(StandardCharsets.UTF_8);
      whole.add(new Piece(new String(utf8, StandardCharsets.UTF_8), piece.fixed()));
    }
    return whole;
  }

  private static String read(TextBody body) {
    byte[] octets = body.octets();
    if (body.encoding().equals("quoted-printable")) {
      byte[] decoded = QuotedPrintable.decode(octets);
      assertThat(decoded).isNotNull();
      return decoded == null ? "" : new String(decoded, StandardCharsets.UTF_8);
    }
    return new String(octets, StandardCharsets.UTF_8);
  }

  private static String lines(String text) {
    String lines = text.replace("\r\n", "\n").replace('\r', '\n').replace("\n", "\r\n");
    return lines.endsWith("\r\n") ? lines : lines + "\r\n";
  }
}
