package org.postroom.safety.check;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class DigitsTest {
  @ParameterizedTest
  @CsvSource(
      textBlock =
          """
          1234567,              #1234567
          123456789,            #123456789
          01234567890,          #234567890
          01234 567890,         #234567890
          +44 (0)1234 56-78/90, #234567890
          01234.567.890,        #234567890
          0000000,              #0000000
          9999999,              #9999999
          """)
  void aNumberIsItsLastNineDigitsHoweverItIsWritten(String value, String key) {
    assertThat(Digits.ofNumber(value)).isEqualTo(key);
  }

  @ParameterizedTest
  @CsvSource({"123456", "RC1234567", "1234567 ext", "12345:67", "1234567;", "''"})
  void whatIsNoNumberOrTooShortIsNone(String value) {
    assertThat(Digits.ofNumber(value)).isEmpty();
  }

  @Test
  void everyNumberThatBeginsThereIsFoundWithItsEnd() {
    assertThat(in("1234567", 0)).containsExactly("#1234567 7");
    assertThat(in("x1234567", 1)).containsExactly("#1234567 8");
    assertThat(in("123456", 0)).isEmpty();
    assertThat(in("01234 567890 12", 0)).containsExactly("#234567890 12", "#456789012 15");
    assertThat(in("01234 567890, 12", 0)).containsExactly("#234567890 12");
    assertThat(in("1234a567", 0)).isEmpty();
    assertThat(in("1 2 3 4 5 6 7", 0)).containsExactly("#1234567 13");
  }

  @Test
  void threeSignsMayStandBetweenAndFourMayNot() {
    assertThat(in("1234 - 567", 0)).containsExactly("#1234567 10");
    assertThat(in("1234 -- 567", 0)).isEmpty();
    assertThat(in("12 - 34 - 567", 0)).as("counted anew").containsExactly("#1234567 13");
  }

  @Test
  void aVeryLongNumberIsNobodys() {
    assertThat(in("1".repeat(20), 0)).containsExactly("#111111111 20");
    assertThat(in("1".repeat(21), 0)).containsExactly("#111111111 21");
    assertThat(in("1".repeat(22), 0)).isEmpty();
  }

  private static List<String> in(String text, int from) {
    List<String> found = new ArrayList<>();
    Digits.numbers(text, from, (number, end) -> found.add(number + " " + end));
    return found;
  }
}
