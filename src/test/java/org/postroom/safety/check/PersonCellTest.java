package org.postroom.safety.check;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/// What is kept of a cell in bits comes back as it was.
class PersonCellTest {
  @ParameterizedTest
  @CsvSource({
    "0, 0, NAME, false",
    "999999, 300, STRONG, true",
    "1, 65535, NAME, true",
    "2147483647, 65534, ORDINARY, false",
    "17, 5, WORDS, false",
    "17, 5, NUMBER, true"
  })
  void ofThisList(int person, int group, CellKind kind, boolean alone) {
    PersonCell cell = new PersonCell(person, group, kind, alone);
    assertThat(PersonCell.of(cell.bits())).isEqualTo(cell);
    assertThat(cell.bits() & PersonCell.PERSON).isEqualTo(person);
  }

  /// Of columns four bits are kept: the sixteenth is told from the second no more.
  @ParameterizedTest
  @CsvSource({
    "0, STRONG, true, 1",
    "14, WORDS, false, 15",
    "15, NUMBER, false, 1",
    "16, STRONG, false, 2",
    "65535, NAME, true, 65535"
  })
  void ofAnEarlierList(int group, CellKind kind, boolean alone, int kept) {
    int traits = CellTraits.of(group, kind, alone);
    assertThat(traits).isBetween(0, 127);
    assertThat(CellTraits.cell(9, traits)).isEqualTo(new PersonCell(9, kept, kind, alone));
  }
}
