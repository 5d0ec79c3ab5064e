package org.postroom.composition;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import org.junit.jupiter.api.Test;

class LinesBeforeTest {
  private final LinesBefore lines = new LinesBefore();
  private final List<String> decoded = new ArrayList<>();

  @Test
  void onlyLinesThatDifferAreDecoded() {
    assertThat(read("head\nDear Ann\nbody\nmore\nend"))
        .isEqualTo("HEAD\nDEAR ANN\nBODY\nMORE\nEND");
    decoded.clear();

    assertThat(read("head\nDear Bob\nbody\nmore\nend"))
        .isEqualTo("HEAD\nDEAR BOB\nBODY\nMORE\nEND");
    assertThat(decoded).containsExactly("Dear Bob\n");
  }

  /// A soft line break (here `=`) joins lines: the second half alone is no line.
  @Test
  void aLineThatTravelsInPiecesIsOneLine() {
    read("a=\nb\nc");
    decoded.clear();

    assertThat(read("a=\nx\nc")).isEqualTo("AX\nC");
    assertThat(decoded).containsExactly("a=\nx\n");
  }

  @Test
  void whatWentWrongIsNotKept() {
    read("one\ntwo");
    assertThatThrownBy(() -> read("one\nwrong!")).isInstanceOf(IllegalArgumentException.class);
    decoded.clear();

    assertThat(read("one\ntwo")).isEqualTo("ONE\nTWO");
    assertThat(decoded).isEmpty();
  }

  /// Whatever was read before, a text says what it says by itself.
  @Property
  void saysTheSameAsWithoutMemory(@ForAll("texts") List<String> texts) {
    for (String text : texts) {
      assertThat(read(text)).isEqualTo(read(text, new LinesBefore()));
    }
  }

  @Provide
  Arbitrary<List<String>> texts() {
    return Arbitraries.of("a", "b", "ab", "=", "\n", "é", "\n\n", "b=\n")
        .list()
        .ofMaxSize(12)
        .map(pieces -> String.join("", pieces))
        .list()
        .ofMinSize(2)
        .ofMaxSize(6);
  }

  private String read(String text) {
    return read(text, lines);
  }

  /// Among other octets: a part stands somewhere in its letter.
  private String read(String text, LinesBefore memory) {
    byte[] bytes = ("before\n" + text + "\nafter").getBytes(StandardCharsets.UTF_8);
    return memory.decode(bytes, 7, bytes.length - 6, (at, end, out) -> line(bytes, at, end, out));
  }

  private int line(byte[] bytes, int start, int end, StringBuilder out) {
    int at = start;
    while (at < end && (bytes[at] != '\n' || (at > start && bytes[at - 1] == '='))) {
      at++;
    }
    int next = Math.min(end, at + 1);
    String line = new String(bytes, start, next - start, StandardCharsets.UTF_8);
    if (line.contains("!")) {
      throw new IllegalArgumentException(line);
    }
    decoded.add(line);
    out.append(line.replace("=\n", "").toUpperCase(Locale.ROOT));
    return next;
  }
}
