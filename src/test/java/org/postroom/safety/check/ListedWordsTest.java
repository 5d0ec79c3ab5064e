package org.postroom.safety.check;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;

class ListedWordsTest {
  @Test
  void aValueIsItsFirstEightWords() {
    assertThat(ListedWords.of("okafor, ann-marie")).containsExactly("okafor", "ann", "marie");
    assertThat(ListedWords.of("a b c d e f g h")).hasSize(8);
    assertThat(ListedWords.of("a b c d e f g h i")).hasSize(8).doesNotContain("i");
    assertThat(ListedWords.of("(ann)")).containsExactly("ann");
    assertThat(ListedWords.of("- ")).isEmpty();
  }

  @Test
  void whicheverOfItsWordsStandsFirst() {
    assertThat(ListedWords.value(List.of("okafor"))).isEqualTo("okafor");
    assertThat(ListedWords.value(List.of("okafor", "ann"))).isEqualTo("ann okafor");
    assertThat(ListedWords.value(List.of("ann", "okafor"))).isEqualTo("ann okafor");
  }
}
