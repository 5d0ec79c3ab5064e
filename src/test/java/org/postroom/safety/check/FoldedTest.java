package org.postroom.safety.check;

import static org.assertj.core.api.Assertions.assertThat;

import java.text.Normalizer;
import java.util.Locale;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.CharRange;
import net.jqwik.api.constraints.StringLength;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.postroom.safety.text.Fold;

class FoldedTest {
  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      ignoreLeadingAndTrailingWhitespace = false,
      value = {
        "Ann|ann",
        " Ann|ann",
        "Ann |ann",
        "Ann  Bea|ann bea",
        "  Ann   Bea  |ann bea",
        "a b|a b",
        "~!Z|~!z",
        "Ångström|ångström",
        "Ｏｋａｆｏｒ|okafor"
      })
  void smallLettersAndOneBlank(String text, String folded) {
    assertThat(Folded.of(text)).isEqualTo(folded);
  }

  @Test
  void everyWhiteSignIsABlankAndNothingUnseenIsLeft() {
    assertThat(Folded.of("a\tb\nc\u000bd\fe\rf")).isEqualTo("a b c d e f");
    assertThat(Folded.of("\tAnn\n")).isEqualTo("ann");
    assertThat(Folded.of("An\u200bn")).isEqualTo("ann");
    assertThat(Folded.of("a\u00a0b")).isEqualTo("a b");
    assertThat(Folded.of("Zoë\u000bÖzil\fx")).isEqualTo("zoë özil x");
    assertThat(Folded.of("a\u007fb")).isEqualTo(slowly("a\u007fb"));
    assertThat(Folded.of("a\bb")).isEqualTo(slowly("a\bb"));
  }

  /// The quick ways come to the same end as the slow one.
  @Property
  void asSlowly(@ForAll @CharRange(from = 0, to = 0x17f) @StringLength(max = 8) String text) {
    assertThat(Folded.of(text)).isEqualTo(slowly(text));
  }

  @Property
  void asciiAsSlowly(@ForAll @CharRange(from = ' ', to = 'b') @StringLength(max = 8) String text) {
    assertThat(Folded.of(text)).isEqualTo(slowly(text));
  }

  private static String slowly(String text) {
    return Normalizer.normalize(
            Fold.visible(text.replace('\u000b', ' ').replace('\f', ' ')), Normalizer.Form.NFKC)
        .replaceAll("[ \\t-\\r]+", " ")
        .replaceAll("\\A | \\z", "")
        .toLowerCase(Locale.ROOT);
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {"£12.50|12.50", "(ann)|ann", "ann|ann", "'a'|a", "@home|@home", "é!|é", "!?|''"})
  void withoutSignsAround(String value, String bare) {
    assertThat(Folded.bare(value)).isEqualTo(bare);
  }

  @Test
  void aWordIsLettersDigitsAndTheSignOfAddresses() {
    for (char c = 0; c < 128; c++) {
      assertThat(Folded.isWord(c))
          .as("%d", (int) c)
          .isEqualTo(Character.isLetterOrDigit(c) || c == '@');
    }
    assertThat(Folded.isWord('\u0080')).isFalse();
    assertThat(Folded.isWord('é')).isTrue();
    assertThat(Folded.isWord('×')).isFalse();
    assertThat(Folded.wordEnd("ab cd", 0)).isEqualTo(2);
    assertThat(Folded.wordEnd("ab cd", 2)).isEqualTo(2);
    assertThat(Folded.wordEnd("ab cd", 3)).isEqualTo(5);
  }
}
