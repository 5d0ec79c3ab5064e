package org.postroom.safety.check;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.postroom.safety.Kit;

/// Which columns say the same of many.
class RepeatingColumnsTest {
  /// In a list of two thousand, so many values that differ.
  @ParameterizedTest
  @CsvSource({"1, true", "2, true", "900, true", "990, true", "1010, false", "2000, false"})
  void valuesThatStandInTwoRowsOnAverageRepeat(int values, boolean repeats) {
    Kit kit = Kit.list("Email", "Town");
    for (int i = 0; i < 2_000; i++) {
      kit.row("p" + i + "@x.example", "Town " + i % values);
    }
    assertThat(of(kit)).isEqualTo(repeats ? Set.of(1) : Set.of());
  }

  @Test
  void whoSaysNothingIsNotCounted() {
    Kit kit = Kit.list("Email", "Town", "Phone");
    for (int i = 0; i < 10; i++) {
      kit.row("p" + i + "@x.example", i < 4 ? "Town " + i % 2 : "", i < 4 ? "" : "0123456" + i);
    }
    assertThat(of(kit)).containsExactly(1);
  }

  private static Set<Integer> of(Kit kit) {
    return RepeatingColumns.of(kit.reviewSubject().list());
  }
}
