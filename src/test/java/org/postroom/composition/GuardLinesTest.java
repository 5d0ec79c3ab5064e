package org.postroom.composition;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.postroom.message.Cut;
import org.postroom.message.WireBytes;

/// Lines are judged octet by octet, however many are looked at at once.
class GuardLinesTest {
  @Property(tries = 2000)
  void whatIsWrongWithLinesIsFoundWhereverItStands(
      @ForAll("letters") String text, @ForAll("cuts") List<Integer> cuts) throws GuardRefusal {
    byte[] bytes = text.getBytes(StandardCharsets.ISO_8859_1);
    boolean legal = text.matches("(?s)(?:[^\\r\\n\\x00]{0,998}\\r\\n)+");
    if (!legal) {
      assertThatThrownBy(() -> GuardLines.read(Cut.at(bytes, cuts)))
          .isInstanceOf(GuardRefusal.class);
      return;
    }
    GuardLines lines = GuardLines.read(Cut.at(bytes, cuts));
    List<Integer> hyphens = new ArrayList<>();
    for (int at = 0; at >= 0 && at < bytes.length; at = text.indexOf('\n', at) + 1) {
      if (text.charAt(at) == '-') {
        hyphens.add(at);
      }
    }
    List<Integer> found = new ArrayList<>();
    for (int at = lines.hyphenFrom(0); at < bytes.length; at = lines.hyphenFrom(at + 1)) {
      found.add(at);
    }
    assertThat(found).isEqualTo(hyphens);
    assertThat(lines.hyphenFrom(bytes.length)).isEqualTo(bytes.length);
  }

  @ParameterizedTest
  @CsvSource({"998, true", "999, false"})
  void aLineMayHave998Octets(int length, boolean legal) throws GuardRefusal {
    byte[] bytes = ("x".repeat(length) + "\r\n").getBytes(StandardCharsets.US_ASCII);
    if (legal) {
      assertThat(GuardLines.read(WireBytes.of(bytes)).hyphenFrom(0)).isEqualTo(bytes.length);
    } else {
      assertThatThrownBy(() -> GuardLines.read(WireBytes.of(bytes)))
          .isInstanceOf(GuardRefusal.class);
    }
  }

  @Test
  void manyLinesMayBeginWithAHyphen() throws GuardRefusal {
    byte[] bytes = "-\r\n".repeat(100).getBytes(StandardCharsets.US_ASCII);
    GuardLines lines = GuardLines.read(WireBytes.of(bytes));
    for (int at = 0; at < bytes.length; at++) {
      assertThat(lines.hyphenFrom(at)).isEqualTo((at + 2) / 3 * 3);
    }
  }

  @Provide
  Arbitrary<List<Integer>> cuts() {
    return Cut.places(150);
  }

  @Provide
  Arbitrary<String> letters() {
    Arbitrary<String> rare = Arbitraries.of("\0", "\r", "\n", "\n\r", "\u000e", "\u001f", "\t");
    Arbitrary<String> usual =
        Arbitraries.oneOf(
            Arbitraries.strings().withCharRange(' ', '\u00ff').ofMaxLength(20),
            Arbitraries.of("\r\n", "\r\n\r\n", "\r\n-", "-", "abcdefgh", "\u0080\u00ff", "\u000b"));
    return Arbitraries.frequencyOf(
            net.jqwik.api.Tuple.of(30, usual), net.jqwik.api.Tuple.of(1, rare))
        .list()
        .ofMaxSize(14)
        .map(pieces -> String.join("", pieces))
        .map(text -> text.length() % 4 == 0 ? text : text + "\r\n");
  }
}
