package org.postroom.composition;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import java.util.Set;
import java.util.stream.IntStream;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Combinators;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.postroom.address.AddrSpec;
import org.postroom.message.Cut;
import org.postroom.message.Letter;
import org.postroom.message.WireBytes;

/// A letter leaves in pieces, and where one ends is no place to hide anything at.
class GuardInPiecesTest {
  private static final GuardOrder ORDER =
      new GuardOrder(
          Letters.FROM.mailbox().address(),
          List.of(AddrSpec.of("ann@people.example")),
          false,
          Set.of(AddrSpec.of("leave@choir.example")));
  private static final Letter LETTER =
      Letters.letter()
          .subject("Übung am Freitag")
          .html("<p>seven</p>")
          .attach(Letters.file("a.bin", "application/octet-stream", noise(900)))
          .to("Ann Lee", "ann@people.example");
  private static final String WIRE = Letters.wire(LETTER);
  private static final String BOUNDARY = boundary();

  @ParameterizedTest
  @EnumSource
  void aFaultIsFoundWhereverTheLetterIsCut(Fault fault) {
    Letter letter = Letters.letter().to("Ann Lee", "ann@people.example");
    byte[] faulty =
        new FaultyComposer(Letters.composer(), fault)
            .compose(Letters.id(letter), letter)
            .bytes(Letters.DATE);
    for (int cut = 1; cut < faulty.length; cut++) {
      assertThat(WireGuard.read(Cut.at(faulty, List.of(cut)), letter.envelope(), ORDER))
          .as("cut before octet %d", cut)
          .isEqualTo(fault.rule().stop());
    }
    assertThat(WireGuard.read(octetByOctet(faulty), letter.envelope(), ORDER))
        .isEqualTo(fault.rule().stop());
  }

  @Test
  void anHonestLetterPassesWhereverItIsCut() {
    byte[] honest = WIRE.getBytes(StandardCharsets.UTF_8);
    for (int cut = 1; cut < honest.length; cut++) {
      assertThat(WireGuard.read(Cut.at(honest, List.of(cut)), LETTER.envelope(), ORDER))
          .as("cut before octet %d", cut)
          .isEqualTo(new GuardVerdict.Pass());
    }
    assertThat(WireGuard.read(octetByOctet(honest), LETTER.envelope(), ORDER))
        .isEqualTo(new GuardVerdict.Pass());
  }

  @Property
  void inPiecesItIsJudgedAsInOne(
      @ForAll("hostile") String text, @ForAll("cuts") List<Integer> cuts) {
    byte[] whole = text.getBytes(StandardCharsets.UTF_8);
    GuardVerdict joined = WireGuard.read(whole, LETTER.envelope(), ORDER);
    assertThat(WireGuard.read(Cut.at(whole, cuts), LETTER.envelope(), ORDER)).isEqualTo(joined);
    assertThat(WireGuard.read(octetByOctet(whole), LETTER.envelope(), ORDER)).isEqualTo(joined);
  }

  /// The composer's own pieces, each shared run among them.
  @Test
  void whatTheComposerHandsOverIsWhatItWrites() {
    ComposedLetter composed = Letters.compose(LETTER);
    WireBytes wire = composed.wire(Letters.DATE);
    assertThat(wire.pieces()).isGreaterThan(2);
    assertThat(wire.joined()).isEqualTo(composed.bytes(Letters.DATE));
    assertThat(composed.size()).isEqualTo(wire.size());
    assertThat(WireGuard.read(wire, composed.envelope(), ORDER)).isEqualTo(new GuardVerdict.Pass());
  }

  /// The honest letter with up to three things in it that do not belong there.
  @Provide
  Arbitrary<String> hostile() {
    Arbitrary<String> planted =
        Arbitraries.of(
            "\r",
            "\n",
            "\0",
            "\r\n",
            "\n\r",
            "\r\n\r\n",
            "\r\n.\r\n",
            "-",
            "\r\n--",
            "\r\n--" + BOUNDARY + "\r\n",
            "\r\n--" + BOUNDARY + "--\r\n",
            "\r\nBcc: bob@people.example",
            "bob@people.example",
            "=?UTF-8?B?Ym9iQHBlb3BsZS5leGFtcGxl?=",
            "\u00fc",
            "x".repeat(990),
            "");
    Arbitrary<Integer> place =
        Arbitraries.oneOf(
            Arbitraries.integers().between(0, WIRE.length()), Arbitraries.of(lineBreaks()));
    return Combinators.combine(place, planted)
        .as((at, words) -> List.of(String.valueOf(at), words))
        .list()
        .ofMaxSize(3)
        .map(GuardInPiecesTest::planted);
  }

  @Provide
  Arbitrary<List<Integer>> cuts() {
    return Arbitraries.oneOf(
        Cut.places(WIRE.length()), Arbitraries.of(lineBreaks()).list().ofMaxSize(20));
  }

  private static String planted(List<List<String>> all) {
    StringBuilder text = new StringBuilder(WIRE);
    for (List<String> one : all) {
      text.insert(Integer.parseInt(one.getFirst()), one.getLast());
    }
    return text.toString();
  }

  /// Before, within and after each CRLF.
  private static List<Integer> lineBreaks() {
    List<Integer> places = new ArrayList<>();
    for (int at = WIRE.indexOf("\r\n"); at >= 0; at = WIRE.indexOf("\r\n", at + 1)) {
      places.addAll(List.of(at, at + 1, at + 2));
    }
    return places;
  }

  private static WireBytes octetByOctet(byte[] whole) {
    return Cut.at(whole, IntStream.range(0, whole.length).boxed().toList());
  }

  private static String boundary() {
    int start = WIRE.indexOf("boundary=\"") + 10;
    return WIRE.substring(start, WIRE.indexOf('"', start));
  }

  private static byte[] noise(int length) {
    byte[] octets = new byte[length];
    new Random(length).nextBytes(octets);
    return octets;
  }
}
