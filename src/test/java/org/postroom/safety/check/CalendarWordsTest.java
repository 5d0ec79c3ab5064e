package org.postroom.safety.check;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class CalendarWordsTest {
  @ParameterizedTest
  @ValueSource(
      strings = {
        "0 May",
        "May 9",
        "on segunda-feira, 3",
        "wednesdays? no: Wed. 1",
        "5 PAŹDZIERNIKA"
      })
  void aDigitAndAWordOfTheCalendarStandIn(String text) {
    assertThat(CalendarWords.standIn(text)).isTrue();
  }

  @ParameterizedTest
  @ValueSource(strings = {"", "May", "9", "9 maypoles", "/ May", ": May", "Mayday 1", "٣ May"})
  void oneWithoutTheOtherIsNoDate(String text) {
    assertThat(CalendarWords.standIn(text)).isFalse();
  }
}
