package org.postroom.safety.check;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

/// How far a text is read from a word on.
class FirstWordsTest {
  @Test
  void aValueMayEndAfterAsManyWordsAsOneThatBeginsSo() {
    FirstWords first = of("ann", "ann miller", "bea of the mill");
    assertThat(ends(first, "ann miller sings")).containsExactly("ann", "ann miller");
    assertThat(ends(first, "ann")).containsExactly("ann");
    assertThat(ends(first, "ann, mill")).containsExactly("ann", "ann, mill");
    assertThat(ends(first, "bea of the mill")).containsExactly("bea of the mill");
    assertThat(ends(first, "bea of the")).isEmpty();
    assertThat(ends(first, "bea of the -")).isEmpty();
    assertThat(ends(first, "miller")).isEmpty();
  }

  @Test
  void ofALongValueSixtyWordsAreEnough() {
    String sixty = "w" + " w".repeat(59);
    FirstWords first = new FirstWords();
    assertThat(first.add("ann miller")).isEqualTo("ann miller");
    assertThat(first.add(sixty)).isEqualTo(sixty);
    assertThat(first.add(sixty + " w")).isEqualTo(sixty);
    assertThat(ends(first, sixty + " w")).containsExactly(sixty);
  }

  @Test
  void andAThousandSigns() {
    String fits = "ann " + "x".repeat(Rows.LONGEST - 4);
    String long1 = "bea " + "x".repeat(Rows.LONGEST - 3);
    FirstWords first = new FirstWords();
    assertThat(first.add(fits)).isEqualTo(fits);
    assertThat(first.add(long1)).isEqualTo("bea");
    assertThat(ends(first, fits + " y")).containsExactly(fits);
    assertThat(ends(first, fits + "x")).as("a longer word is another").isEmpty();
    assertThat(ends(first, long1)).containsExactly("bea");
  }

  @Test
  void aWordOfMoreSignsBeginsNothing() {
    String longest = "x".repeat(Rows.LONGEST);
    FirstWords first = new FirstWords();
    assertThat(first.add(longest)).isEqualTo(longest);
    assertThat(ends(first, longest)).containsExactly(longest);
    assertThat(first.add(longest + "x y")).isEqualTo(longest + "x y");
    assertThat(ends(first, longest + "x y")).isEmpty();
  }

  @Test
  void whereverInATextItStands() {
    FirstWords first = of("ann miller");
    String before = "x ".repeat(Rows.LONGEST);
    assertThat(ends(first, before + "ann miller", before.length())).containsExactly("ann miller");
  }

  @Test
  void manyBeginningsAreKeptApart() {
    FirstWords first = new FirstWords();
    for (int i = 0; i < 3_000; i++) {
      first.add("w" + i + " x".repeat(i % 7));
    }
    for (int i = 0; i < 3_000; i++) {
      String value = "w" + i + " x".repeat(i % 7);
      // Two that differ in the last letter alone may be taken for each other: too much is read
      // then.
      assertThat(ends(first, value + " x x x x x x x x")).contains(value).hasSizeLessThan(3);
    }
    assertThat(ends(first, "v x x x")).isEmpty();
  }

  private static FirstWords of(String... values) {
    FirstWords first = new FirstWords();
    for (String value : values) {
      first.add(value);
    }
    return first;
  }

  /// The pieces from the beginning of a text that may be values.
  private static List<String> ends(FirstWords first, String text) {
    return ends(first, text, 0);
  }

  private static List<String> ends(FirstWords first, String text, int at) {
    List<String> pieces = new ArrayList<>();
    first.values(
        text,
        at,
        Folded.wordEnd(text, at),
        new CellIndex.TextHashes(text),
        end -> pieces.add(text.substring(at, end)));
    return pieces;
  }
}
