package org.postroom.tabular;

import static org.assertj.core.api.Assertions.assertThat;

import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.LongRange;
import net.jqwik.api.constraints.StringLength;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class CellFormatTest {
  /// Any format of a file gives some text, and never hangs.
  @Property
  void noFormatBreaksTheReading(
      @ForAll @StringLength(max = 40) String code, @ForAll double value, @ForAll boolean epoch) {
    assertThat(CellFormat.of(code).number(value, epoch)).isNotNull();
  }

  @Property
  void formatsMadeOfTheirOwnSignsGiveText(
      @ForAll
          @net.jqwik.api.constraints.Chars({
            '0', '#', '?', '.', ',', '%', 'E', '+', '/', '@', ';', '[', ']', 'h', 'm', 's', 'd',
            'y', '"', '\\', '_', '*', '$', '-'
          })
          @StringLength(max = 12)
          String code,
      @ForAll double value) {
    assertThat(CellFormat.of(code).number(value, false)).isNotNull();
    assertThat(CellFormat.of(code).text("words")).isNotNull();
  }

  /// An identifier stays one, whatever its length.
  @Property
  void wholeNumbersOfUpToFifteenDigitsKeepEachDigit(
      @ForAll @LongRange(min = -999_999_999_999_999L, max = 999_999_999_999_999L) long number) {
    assertThat(CellFormat.GENERAL.number((double) number, false)).isEqualTo(Long.toString(number));
    assertThat(CellFormat.of("0").number((double) number, false)).isEqualTo(Long.toString(number));
  }

  /// Day 60 is 29 February 1900 to spreadsheets; there was no such day.
  @ParameterizedTest
  @CsvSource({"1, 1900-01-01", "59, 1900-02-28", "60, 1900-02-28", "61, 1900-03-01"})
  void daysBeforeTheLeapDayThatNeverWasAreNotOff(double serial, String shown) {
    assertThat(CellFormat.of("yyyy-mm-dd").number(serial, false)).isEqualTo(shown);
  }
}
