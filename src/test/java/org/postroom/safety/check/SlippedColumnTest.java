package org.postroom.safety.check;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.postroom.finding.Finding;
import org.postroom.finding.Place;
import org.postroom.finding.Severity;
import org.postroom.safety.Kit;
import org.postroom.safety.ListCells;
import org.postroom.safety.Memory;
import org.postroom.safety.NoMemory;

/// What is said of a column that has what an earlier list had beside the neighbours.
class SlippedColumnTest {
  private static final int CARD = CellTraits.of(2, CellKind.STRONG, true);
  private static final String MIXED = "9041 1377 8456 2590 7733 3012 6188 4905";

  @Test
  void theFirstRowIsNamedWithWhoHadItsValue() {
    List<Finding> found = look(MIXED, slip(CARD, 2, 6, -1));
    assertThat(found).hasSize(1);
    assertThat(found.getFirst().severity()).isEqualTo(Severity.CONFIRM);
    assertThat(found.getFirst().where().row()).isEqualTo(3);
    assertThat(found.getFirst().args())
        .containsExactly("8456", "p2@x.example", 2, 1, "old.csv", "Card", 5);
    assertThat(look(MIXED, slip(CARD, 2, 6, 1)).getFirst().args().get(1)).isEqualTo("p4@x.example");
  }

  @ParameterizedTest
  @CsvSource({
    "2, 7, -1, true",
    "2, 8, -1, false",
    "0, 5, -1, false",
    "1, 5, -1, true",
    "2, 7, 5, true",
    "2, 7, 6, false"
  })
  void onlyPeopleOfThisListAreNamed(int first, int last, int distance, boolean told) {
    assertThat(look(MIXED, slip(CARD, first, last, distance))).hasSize(told ? 1 : 0);
  }

  @ParameterizedTest
  @CsvSource({
    "9041 1377 8456 2590 7733 3012 6188 4905, true",
    "1001 1002 1003 1004 1005 1006 1007 1008, false",
    "2008 2007 2006 2005 2004 2003 2002 2001, false",
    "1001 1002 1003 1004 1005 1001 7777 8888, false",
    "1001 1002 1003 1004 1003 1002 7777 8888, true",
    "03.04.2021 2.5.2022 01.09.2023 9.1.2024 8.2.2025 1.1.2026 1.1.2027 1.1.2028, false",
    "2021-04-03 2022-05-02 2023-09-01 2024-01-09 2025-02-08 2026-01-01 2027-1-1 2028-1-1, false"
  })
  void numbersThatGoUpOrDownMoveWithTheirRows(String cards, boolean told) {
    assertThat(look(cards, slip(CARD, 0, 5, 1))).hasSize(told ? 1 : 0);
  }

  @Test
  void theColumnIsTheOneThatWasCompared() {
    int phone = CellTraits.of(3, CellKind.STRONG, true);
    assertThat(look(MIXED, slip(phone, 2, 6, -1)).getFirst().args().get(5)).isEqualTo("Phone");
    int none = CellTraits.of(9, CellKind.STRONG, true);
    assertThat(look(MIXED, slip(none, 2, 6, -1))).isEmpty();
    assertThat(look(MIXED, slip(none, 2, 6, -1), slip(CARD, 2, 6, -1), slip(phone, 2, 6, -1)))
        .as("one is enough")
        .hasSize(1);
  }

  @Test
  void whatTheListItselfShowedIsNotToldAgain() {
    Finding before =
        Finding.of("list.out-of-step", Severity.CONFIRM).at(Place.part("list"), "").build();
    Kit kit = kit(MIXED, slip(CARD, 2, 6, -1)).earlier(before);
    assertThat(kit.findings(new SlippedColumn())).containsExactly(before);
  }

  private static List<Finding> look(String cards, Memory.Slip... slips) {
    return kit(cards, slips).findings(new SlippedColumn());
  }

  private static Kit kit(String cards, Memory.Slip... slips) {
    Kit kit = Kit.list("Name", "Email", "Card", "Phone");
    String[] values = cards.split(" ", -1);
    for (int i = 0; i < values.length; i++) {
      int row = i + 1;
      String phone = "01632 96000" + (row * 5 % 8);
      kit.row("Person Nr" + row + "x", "p" + row + "@x.example", values[i], phone);
    }
    return kit.memory(
        new NoMemory() {
          @Override
          public List<Slip> slips(ListCells now) {
            return List.of(slips);
          }
        });
  }

  private static Memory.Slip slip(int traits, int first, int last, int distance) {
    return new Memory.Slip("old.csv", traits, first, last, last - first + 1, distance);
  }
}
