package org.postroom.recipients;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.Random;
import java.util.concurrent.CancellationException;
import java.util.function.LongBinaryOperator;
import java.util.stream.IntStream;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.ForAll;
import net.jqwik.api.From;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import net.jqwik.api.constraints.Size;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

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
    assertThat(StableOrder.of(texts.size(), order, () -> false)).isEqualTo(expected);
    for (int i = 0; i < texts.size(); i++) {
      assertThat(order.isEmpty(i)).isEqualTo(texts.get(i).isEmpty());
    }
  }

  @Test
  void manyNumbersAreOrderedAndItStopsWhenAsked() {
    int count = 300_000;
    int[] keys = IntStream.range(0, count).map(i -> Math.floorMod(i * 7919, 1000)).toArray();
    StableOrder.Keys one = keys((number, _) -> keys[(int) number]);
    int[] sorted = StableOrder.of(count, one, () -> false);
    for (int i = 1; i < count; i++) {
      int before = sorted[i - 1];
      boolean follows =
          keys[before] < keys[sorted[i]] || (keys[before] == keys[sorted[i]] && before < sorted[i]);
      assertThat(follows).isTrue();
    }
    assertThatThrownBy(() -> StableOrder.of(count, one, () -> true))
        .isInstanceOf(CancellationException.class);
  }

  private static StableOrder.Keys keys(LongBinaryOperator at) {
    return new StableOrder.Keys() {
      @Override
      public long at(int number, int depth) {
        return at.applyAsLong(number, depth);
      }

      @Override
      public boolean goesOn(long key, int depth) {
        return depth == 0;
      }
    };
  }

  /// As many as are dealt out, and fewer, in both directions of a sign.
  @ParameterizedTest
  @ValueSource(ints = {0, 1, 2, 17, 4095, 4096, 30_000})
  void keysAreUnsignedAndTheNextOnesDecide(int count) {
    long[] first = new long[count];
    long[] second = new long[count];
    Random random = new Random(count);
    for (int i = 0; i < count; i++) {
      first[i] = random.nextInt(3) == 0 ? random.nextLong() : random.nextInt(5) - 2;
      second[i] = random.nextInt(9) - 4L;
    }
    int[] expected =
        IntStream.range(0, count)
            .boxed()
            .sorted(
                Comparator.<Integer>comparingLong(i -> first[i] ^ Long.MIN_VALUE)
                    .thenComparingLong(i -> second[i] ^ Long.MIN_VALUE))
            .mapToInt(i -> i)
            .toArray();
    StableOrder.Keys keys = keys((number, depth) -> (depth == 0 ? first : second)[(int) number]);
    assertThat(StableOrder.of(count, keys, () -> false)).isEqualTo(expected);
  }

  @Test
  void longTextsThatAreAlikeAreNoMatterOfDepth() {
    TextOrder order = new TextOrder();
    String alike = "x".repeat(200_000);
    List.of(alike + "b", alike, alike + "a", alike).forEach(order::add);
    assertThat(StableOrder.of(4, order, () -> false)).containsExactly(1, 3, 2, 0);
  }
}
