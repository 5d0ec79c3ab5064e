package org.postroom.safety.text;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class SpotTest {
  @ParameterizedTest
  @CsvSource(
      delimiterString = "->",
      quoteCharacter = '~',
      value = {
        "ann -> ann@x.example",
        "Ann.Lee -> ann.lee@x.example",
        "mailto:ann -> ann@x.example",
        "a:b;ann -> ann@x.example",
        "to=ann -> to=ann@x.example ann@x.example",
        "'ann -> 'ann@x.example ann@x.example",
        "o'ann -> o'ann@x.example ann@x.example",
        "-ann -> -ann@x.example ann@x.example",
        "--ann -> --ann@x.example ann@x.example",
        "ann-lee -> ann-lee@x.example",
        "ann+news -> ann+news@x.example",
        "x/y=ann -> x/y=ann@x.example y=ann@x.example ann@x.example",
        "ann= -> ann=@x.example",
        "ann: -> ~~",
      })
  void everythingThatAPlaceMayMean(String local, String variants) {
    assertThat(String.join(" ", Spot.of(0, local, "x.example", false).variants()))
        .isEqualTo(variants);
  }

  @Test
  void aChainOfSignsHasAnEnd() {
    assertThat(Spot.of(0, "a=".repeat(100) + "b", "x.example", false).variants())
        .hasSizeBetween(12, 13)
        .startsWith("a=".repeat(100) + "b@x.example");
  }

  @ParameterizedTest
  @CsvSource({
    "x.example, x.example, x.example",
    "X.Example, x.example, x.example",
    "x.example., x.example, x.example",
    "x.example.-, x.example, x.example",
    "x.example.Then, x.example.then, x.example",
    "x.EXAMPLE.Then, x.example.then, x.example.then",
    "x.example.then, x.example.then, x.example.then",
    ".Then, '.then', '.then'",
    "x-y.example, x-y.example, x-y.example",
    "x_y.example, x, x",
    "x.example/path, x.example, x.example",
    "x&period;example, x.example, x.example",
    "'-', '', ''",
    "m\u00fcnchen.example, xn--mnchen-3ya.example, xn--mnchen-3ya.example",
    "x\u00b7y.example, x, x",
  })
  void theDomainIsCleaned(String raw, String domain, String shorter) {
    Spot spot = Spot.of(0, "ann", raw, false);
    assertThat(spot.domain()).isEqualTo(domain);
    assertThat(spot.shorter()).isEqualTo(shorter);
  }

  @Test
  void aSentenceGluedToTheEndGivesBoth() {
    assertThat(Spot.of(0, "ann", "x.example.Then", false).variants())
        .containsExactly("ann@x.example.then", "ann@x.example");
  }

  @Test
  void aReaderTakesTheShortestAndNothingThatIsSpacedOrEmpty() {
    assertThat(Spot.of(0, "to=ann", "x.example", false).plain()).isEqualTo("ann@x.example");
    assertThat(Spot.of(0, "ann", "x.example", true).plain()).isEmpty();
    assertThat(Spot.of(0, "ann:", "x.example", false).plain()).isEmpty();
    assertThat(Spot.of(0, "ann", "-", false).variants()).isEmpty();
  }
}
