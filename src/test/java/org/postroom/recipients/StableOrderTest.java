package org.postroom.recipients;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.concurrent.CancellationException;
import java.util.stream.IntStream;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.ForAll;
import net.jqwik.api.From;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import net.jqwik.api.constraints.Size;
import org.junit.jupiter.api.Test;

class StableOrderTest {
  @Provide
  Arbitrary<String> texts() {
    return Arbitraries.oneOf(
        Arbitraries.strings().withChars("ab\u0000").ofMaxLength(12),
        Arbitraries.of("", "é", "\uD83C\uDF38", "\uFFFD", "longer than eight a", "longer than b"));
  }

  /// By code points.
  private static int compare(String one, String other) {
    return Arrays.compare(one.codePoints().toArray(), other.codePoints().toArray());
  }

  @Property
  void textsComeInTheOrderOfTheirCodePointsAndLikeOnesInTheirOwn(
      @ForAll @Size(max = 300) List<@From("texts") String> texts) {
    TextOrder order = new TextOrder();
    texts.forEach(order::add);
    assertThat(order.size()).isEqualTo(texts.size());
    int[] expected =
        IntStream.range(0, texts.size())
            .boxed()
            .sorted(Comparator.comparing(texts::get, StableOrderTest::compare))
            .mapToInt(i -> i)
            .toArray();
    assertThat(StableOrder.of(texts.size(), order::compare, () -> false)).isEqualTo(expected);
    for (int i = 0; i < texts.size(); i++) {
      assertThat(order.isEmpty(i)).isEqualTo(texts.get(i).isEmpty());
    }
  }

  @Test
  void manyNumbersAreOrderedAndItStopsWhenAsked() {
    int count = 300_000;
    int[] keys = IntStream.range(0, count).map(i -> (i * 7919) % 1000).toArray();
    int[] sorted = StableOrder.of(count, (a, b) -> Integer.compare(keys[a], keys[b]), () -> false);
    for (int i = 1; i < count; i++) {
      int before = sorted[i - 1];
      boolean follows =
          keys[before] < keys[sorted[i]] || (keys[before] == keys[sorted[i]] && before < sorted[i]);
      assertThat(follows).isTrue();
    }
    assertThatThrownBy(() -> StableOrder.of(count, (_, _) -> 0, () -> true))
        .isInstanceOf(CancellationException.class);
  }
}
