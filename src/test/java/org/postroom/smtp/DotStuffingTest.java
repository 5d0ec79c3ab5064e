package org.postroom.smtp;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.List;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import net.jqwik.api.constraints.IntRange;
import org.postroom.message.Cut;

class DotStuffingTest {
  @Property
  void eachLineThatBeginsWithADotGetsOneMoreWhereverItIsCut(
      @ForAll("texts") String text,
      @ForAll("cuts") List<Integer> cuts,
      @ForAll @IntRange(min = 1, max = 70) int block)
      throws IOException {
    DotStuffing stuffing =
        new DotStuffing(Cut.at(text.getBytes(StandardCharsets.ISO_8859_1), cuts));
    ByteArrayOutputStream out = new ByteArrayOutputStream();
    int before = 0;
    while (!stuffing.isDone()) {
      stuffing.write(out, block);
      // Each octet of a block can be a dot.
      assertThat(out.size() - before).isBetween(1, 2 * block);
      before = out.size();
    }
    // Each line on its own, its end with it.
    StringBuilder expected = new StringBuilder();
    for (String line : text.split("(?<=\r\n)", -1)) {
      expected.append(line.startsWith(".") ? "." : "").append(line);
    }
    assertThat(out.toString(StandardCharsets.ISO_8859_1)).isEqualTo(expected.toString());
  }

  @Provide
  Arbitrary<String> texts() {
    return Arbitraries.of(
            "\r\n", "\r\n.", ".", "..", "\r", "\n", "\n.", "a", "abcdefgh", "/", "-", "\u00ae")
        .list()
        .ofMaxSize(30)
        .map(pieces -> String.join("", pieces));
  }

  @Provide
  Arbitrary<List<Integer>> cuts() {
    return Cut.places(80);
  }
}
