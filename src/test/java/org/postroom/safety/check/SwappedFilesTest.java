package org.postroom.safety.check;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.postroom.finding.Place;
import org.postroom.recipients.Recipient;
import org.postroom.safety.Kit;

/// From how many files on one that names somebody else alone is believed to have gone astray.
class SwappedFilesTest {
  private static final List<Recipient> PEOPLE = Kit.choir(60).reviewSubject().list().people();

  /// Strays name a third person each, all other files their owners.
  @ParameterizedTest
  @CsvSource({"3, 1, 0", "4, 1, 1", "4, 2, 0", "19, 2, 0", "20, 2, 2", "20, 3, 0", "30, 3, 3"})
  void whereNearlyAllFilesNameTheirOwnersAStrayIsTold(int files, int strays, int told) {
    SwappedFiles swapped = new SwappedFiles();
    for (int i = 0; i < files; i++) {
      if (i < strays) {
        swapped.add(List.of(leak(i, 30 + i)), PEOPLE.get(i), false);
      } else {
        swapped.add(List.of(), PEOPLE.get(i), true);
      }
    }
    assertThat(swapped.leaks()).hasSize(told);
  }

  @Test
  void twoThatNameEachOtherAreToldAmongFew() {
    SwappedFiles swapped = new SwappedFiles();
    swapped.add(List.of(leak(0, 1)), PEOPLE.get(0), false);
    swapped.add(List.of(leak(1, 0)), PEOPLE.get(1), false);
    swapped.add(List.of(leak(2, 9)), PEOPLE.get(2), false);
    assertThat(swapped.leaks())
        .extracting(leak -> leak.mine().at().row())
        .as("the third may speak of somebody")
        .containsExactly(1, 2);
  }

  @Test
  void aFileWithoutAnyNameIsNoSuspectAndItsOwnerNotUnnamed() {
    SwappedFiles swapped = new SwappedFiles();
    swapped.add(List.of(leak(0, 1)), PEOPLE.get(0), false);
    swapped.add(List.of(), PEOPLE.get(1), false);
    assertThat(swapped.leaks()).isEmpty();
  }

  @Test
  void whoStandsBesideTheOwnerIsNotTakenForOne() {
    SwappedFiles swapped = new SwappedFiles();
    for (int i = 0; i < 6; i++) {
      swapped.add(List.of(leak(i, i + 1)), PEOPLE.get(i), true);
    }
    assertThat(swapped.leaks()).isEmpty();
  }

  @ParameterizedTest
  @CsvSource({"2, 2", "3, 0"})
  void whomThreeFilesNameIsNamedToMany(int strays, int told) {
    SwappedFiles swapped = new SwappedFiles();
    for (int i = 0; i < 30; i++) {
      if (i < strays) {
        swapped.add(List.of(leak(i, 50)), PEOPLE.get(i), false);
      } else {
        swapped.add(List.of(), PEOPLE.get(i), true);
      }
    }
    assertThat(swapped.leaks()).hasSize(told);
  }

  private static Leak leak(int mine, int theirs) {
    Recipient other = PEOPLE.get(theirs);
    return new Leak(Place.part("attachment:a.txt"), PEOPLE.get(mine), other, other.key().value());
  }
}
