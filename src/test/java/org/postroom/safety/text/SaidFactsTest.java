package org.postroom.safety.text;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Optional;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class SaidFactsTest {
  @ParameterizedTest(name = "{2}")
  @CsvSource(
      delimiter = '|',
      textBlock =
          """
          We meet on 14 March at 7.30 pm.     | We meet on 14th March at 7:30pm.     | written in another way
          We meet on 04/03 at 19:30.          | We meet on 4.3. at 19.30 Uhr.        | zeros and signs
          Tickets are £1,200.50 each.         | Tickets are £1200.50 each.           | thousands
          We meet on 14 March.                | We meet on 14 March, Room 5.         | only one side says more
          See the web page.                   | Concert on 14 March at 19:30.        | a short text beside a long page
          1. Elgar\\n2. Bach\\nBring 5 copies | Elgar Bach Bring 5 copies © 2026 Us  | marks of a list and a copyright
          Look [1] at it: 3 pm\\n[1] https://x.example/5 | Look at it: 3 pm, room 9  | notes and links
          Am Montag, 4. Mai                   | Montag, 4.5.                         | a month in figures
          """)
  void theSameLetterInTwoFormsDiffersInNothing(String text, String html, String why) {
    assertThat(SaidFacts.difference(lines(text), lines(html))).as(why).isEmpty();
  }

  @ParameterizedTest(name = "{0}")
  @CsvSource(
      delimiter = '|',
      textBlock =
          """
          We meet on 14 March at 19:30.   | We meet on 11 April at 19:30.     | We meet on 14 March at 19:30.
          We meet in March.               | We meet in April.                 | We meet in March.
          Come on Monday at 5.            | Come on Friday at 5.              | Come on Monday at 5.
          Am Montag um fünf.              | Am Freitag um fünf.               | Am Montag um fünf.
          Subs are £20 this year.         | Subs are £25 this year.           | Subs are £20 this year.
          """)
  void anotherDateDayOrAmountIsTold(String text, String html, String words) {
    assertThat(SaidFacts.difference(text, html)).isEqualTo(Optional.of(words));
  }

  @ParameterizedTest
  @CsvSource({"19, false", "20, true", "60, true"})
  void longTextsWithoutCommonWordsAreTwoLetters(int words, boolean differ) {
    assertThat(SaidFacts.difference(words("one", words), words("two", 60)).isPresent())
        .isEqualTo(differ);
    assertThat(SaidFacts.difference(words("one", words), words("one", 60))).isEmpty();
  }

  @ParameterizedTest
  @CsvSource({"10, 70", "9, 100", "30, 140"})
  void theFirstWordsOfALetterAreShown(int words, int most) {
    String text = words("one", words) + "\n" + words("two", 40);
    assertThat(SaidFacts.difference(text, words("three", 90)))
        .hasValueSatisfying(
            shown -> {
              assertThat(text).startsWith(shown.replace("…", ""));
              assertThat(shown).doesNotContain("two").hasSizeBetween(20, most);
              assertThat(shown.endsWith("…")).isEqualTo(words == 30);
            });
  }

  @ParameterizedTest
  @CsvSource({"13, true", "14, false"})
  void aThirdInCommonIsEnough(int shared, boolean differ) {
    String text = words("same", shared) + words("one", 40 - shared);
    String html = words("same", shared) + words("two", 40 - shared);
    assertThat(SaidFacts.difference(text, html).isPresent()).isEqualTo(differ);
  }

  /// So many words that no other stem has.
  private static String words(String stem, int count) {
    StringBuilder words = new StringBuilder();
    for (int i = 0; i < count; i++) {
      words.append(stem).append((char) ('a' + i / 26)).append((char) ('a' + i % 26)).append(' ');
    }
    return words.toString();
  }

  private static String lines(String text) {
    return text.replace("\\n", "\n");
  }
}
