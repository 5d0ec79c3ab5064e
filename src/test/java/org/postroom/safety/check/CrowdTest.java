package org.postroom.safety.check;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class CrowdTest {
  @ParameterizedTest
  @ValueSource(
      strings = {
        "",
        "Ann Miller, Flat 3, 12 Mill Lane, Riverside",
        "a@x.example and b@x.example",
        "one-two three_four five/six seven (eight)"
      })
  void whatOnePersonNeedsIsNoCrowd(String cell) {
    assertThat(Crowd.is(cell)).isFalse();
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "Ann Miller, Flat 3, 12 Mill Lane, Riverside, Bea",
        "a@b c@d e@f",
        "1 2 3 4 5 6 7 8 9"
      })
  void moreWordsOrThreeAddressesAreOne(String cell) {
    assertThat(Crowd.is(cell)).isTrue();
  }
}
