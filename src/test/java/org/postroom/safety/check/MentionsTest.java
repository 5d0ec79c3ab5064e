package org.postroom.safety.check;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/// Whose row two values that stand in a text are.
class MentionsTest {
  private static final int NAME = PersonCell.NAMES;

  /// A name of ten signs and a number of eleven, each beyond doubt.
  @ParameterizedTest
  @CsvSource({
    "0, 310, true",
    "0, 311, false",
    "311, 0, true",
    "312, 0, false",
    "0, 10, true",
    "11, 0, true"
  })
  void aNameAndANumberWithinThreeHundredSignsNameSomebody(int name, int number, boolean named) {
    Mentions mentions = new Mentions();
    if (name < number) {
      mentions.add(name, name + 10, "ann miller", alone(1, NAME, CellKind.NAME));
    }
    mentions.add(number, number + 11, "#234567001", alone(1, 3, CellKind.STRONG));
    if (name > number) {
      mentions.add(name, name + 10, "ann miller", alone(1, NAME, CellKind.NAME));
    }
    assertThat(mentions.few())
        .isEqualTo(
            named
                ? List.of(new Mentions.Few(1, "ann miller", "ann miller, …234567001", false))
                : List.of());
  }

  @Test
  void aNumberWithLettersIsAKeyAndHalfANameIsNone() {
    Mentions mentions = new Mentions();
    mentions.add(0, 10, "ann miller", alone(1, NAME, CellKind.NAME));
    mentions.add(11, 18, "rc-2044", alone(1, 3, CellKind.STRONG));
    mentions.add(30, 33, "bea", new PersonCell(2, NAME, CellKind.NAME, false));
    mentions.add(34, 41, "rc-2045", alone(2, 3, CellKind.STRONG));
    mentions.add(50, 60, "cem carter", alone(3, NAME, CellKind.NAME));
    mentions.add(61, 65, "2046", new PersonCell(3, 3, CellKind.STRONG, false));
    mentions.add(70, 80, "dan dyerson", alone(4, NAME, CellKind.NAME));
    assertThat(mentions.few())
        .containsExactly(new Mentions.Few(1, "ann miller", "ann miller, rc-2044", true));
  }

  @Test
  void whatIsMineIsNobodyElses() {
    Mentions mentions = new Mentions();
    assertThat(mentions.isEmpty()).isTrue();
    assertThat(mentions.areAllOf(1)).isTrue();
    mentions.add(0, 11, "#234567001", alone(1, 3, CellKind.STRONG));
    mentions.add(0, 11, "#234567001", alone(2, 3, CellKind.STRONG));
    assertThat(mentions.isEmpty()).isFalse();
    assertThat(mentions.areAllOf(1)).as("they share it").isTrue();
    assertThat(mentions.areAllOf(9)).isFalse();
    assertThat(mentions.alone(1, CellKind.STRONG, _ -> false)).isEmpty();
    mentions.add(20, 30, "ben miller", alone(2, NAME, CellKind.NAME));
    assertThat(mentions.areAllOf(1)).isFalse();
    assertThat(mentions.alone(1, CellKind.NAME, _ -> false))
        .containsExactly(new Mentions.Other(2, "ben miller"));
    assertThat(mentions.alone(1, CellKind.NAME, "ben miller"::equals)).isEmpty();
    assertThat(mentions.alone(2, CellKind.NAME, _ -> false)).isEmpty();
    assertThat(mentions.ofOthers(1, _ -> false, CellKind::tellsWith))
        .as("the number is mine as well")
        .isEmpty();
    assertThat(mentions.ofOthers(9, _ -> false, CellKind::tellsWith))
        .containsExactly(new Mentions.Other(2, "…234567001, ben miller"));
    assertThat(mentions.ofOthers(9, "ben miller"::equals, CellKind::tellsWith)).isEmpty();
    assertThat(mentions.ofOthers(2, _ -> false, CellKind::tellsWith)).isEmpty();
  }

  @Test
  void ofEverybodyTheWordsAreSaidOnceInTheOrderOfTheList() {
    Mentions mentions = new Mentions();
    mentions.add(0, 10, "ann miller", alone(7, NAME, CellKind.NAME));
    mentions.add(0, 10, "ann miller", alone(3, NAME, CellKind.NAME));
    mentions.add(12, 23, "#234567001", alone(7, 3, CellKind.STRONG));
    mentions.add(12, 23, "#234567001", alone(3, 3, CellKind.STRONG));
    mentions.add(90, 100, "bea okafor", alone(5, NAME, CellKind.NAME));
    assertThat(mentions.people()).containsExactly(3, 7);
    assertThat(mentions.words()).containsExactly("ann miller, …234567001");
  }

  /// A street and a postcode; the one may hold the other.
  @ParameterizedTest
  @CsvSource({
    "12 mill lane rv1 1ab, 0, rv1 1ab, 30, false",
    "12 mill lane rv1 1ab, 30, rv1 1ab, 0, false",
    "12 mill lane, 0, lane rv1, 8, false",
    "12 mill lane, 0, rv1 1ab, 12, true"
  })
  void oneCellInAnotherIsNotTwo(String one, int at, String other, int then, boolean two) {
    Mentions mentions = new Mentions();
    PersonCell first = alone(1, 3, CellKind.STRONG);
    PersonCell second = alone(1, 4, CellKind.STRONG);
    if (at < then) {
      mentions.add(at, at + one.length(), one, first);
      mentions.add(then, then + other.length(), other, second);
    } else {
      mentions.add(then, then + other.length(), other, second);
      mentions.add(at, at + one.length(), one, first);
    }
    assertThat(mentions.people()).isEqualTo(two ? List.of(1) : List.of());
  }

  private static PersonCell alone(int person, int group, CellKind kind) {
    return new PersonCell(person, group, kind, true);
  }
}
