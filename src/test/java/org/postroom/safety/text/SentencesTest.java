package org.postroom.safety.text;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class SentencesTest {
  private static final String SAID = "the evening begins at seven";

  @ParameterizedTest
  @ValueSource(
      strings = {
        "The evening begins at seven.",
        "THE EVENING BEGINS AT SEVEN!",
        "> The evening begins\n> at seven.",
        "> > The evening\r\n> > begins at seven",
        "- The evening *begins* at seven",
        "The evening\u00a0begins at se\u00adven…",
        "The evening {{Where|here}} begins at seven"
      })
  void aSentenceIsTheSameInAllItsGuises(String text) {
    assertThat(Sentences.of(text).stream().map(Sentences::folded)).containsExactly(SAID);
  }

  @Test
  void theyEndWhereTheyEnd() {
    assertThat(Sentences.of("Dear Ann,\n\nwe meet at 7.30. Do come!  \n\n\nHelen\n"))
        .containsExactly("Dear Ann,", "we meet at 7.30", "Do come", "Helen");
    assertThat(Sentences.of("今晩七時に始まります。どうぞ。")).containsExactly("今晩七時に始まります", "どうぞ");
    assertThat(Sentences.of(" \n")).isEmpty();
  }

  @Test
  void whatIsShortIsNotKnownAgain() {
    assertThat(Sentences.folded("See you there")).isEmpty();
    assertThat(Sentences.folded("Dear {{First name|friend of the choir}},")).isEmpty();
    assertThat(Sentences.folded("今晩七時に始まります")).isEqualTo("今晩七時に始まります");
    assertThat(Sentences.folded("どうぞ")).isEmpty();
  }
}
