package org.postroom.safety.check;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.postroom.recipients.LeftOut;
import org.postroom.recipients.LeftOutReason;
import org.postroom.recipients.RecipientList;
import org.postroom.recipients.RowRef;
import org.postroom.safety.Kit;
import org.postroom.safety.ListCells;

/// Which cells of a list are kept for later, and of whom.
class ListedCellsTest {
  @Test
  void whatSinglesOutIsKeptAndTheAddressIsNotAmongIt() {
    assertThat(of(ListedCells.of(choir()), 0))
        .containsExactlyInAnyOrder("ann tanner", "tanner", "#234567001");
    assertThat(of(ListedCells.of(choir()), 1))
        .as("from four signs on")
        .containsExactlyInAnyOrder("bea wren", "wren", "#234567002");
    assertThat(of(ListedCells.of(choir()), 2)).containsExactlyInAnyOrder("cem li");
  }

  @Test
  void whoWasLeftOutIsAPersonAllTheSame() {
    ListCells cells =
        ListedCells.of(
            with(
                row(LeftOutReason.DUPLICATE, "Ann", "Tanner", "p2001@x.example", "01234 567001"),
                row(LeftOutReason.INVALID_ADDRESS, "Dan", "Dyer", "at home", "01234 567004"),
                row(LeftOutReason.WRONG_WIDTH, "Eve", "Eaton"),
                row(LeftOutReason.SUPPRESSED, "Flo", "Marsh", "f@x.example", "01234 567006")));
    assertThat(cells.people()).isEqualTo(5);
    assertThat(of(cells, 3)).contains("dan dyer", "#234567004");
    assertThat(of(cells, 4)).contains("flo marsh", "#234567006");
    assertThat(of(cells, 2)).containsExactly("cem li");
  }

  @Test
  void aValueSinglesOutInTwoRowsAndInOneMoreOfAHundredThousand() {
    assertThat(ListedCells.of(choir()).most()).isEqualTo(2);
    LeftOut one = row(LeftOutReason.INVALID_ADDRESS, "Dan", "Dyer", "at home", "01234 567004");
    assertThat(ListedCells.of(with(Collections.nCopies(99_996, one))).most()).isEqualTo(2);
    assertThat(ListedCells.of(with(Collections.nCopies(99_997, one))).most()).isEqualTo(3);
  }

  @Test
  void theAddressOfWhomIsWrittenToIsKeptInAFormThatNoTextHas() {
    ListCells cells =
        ListedCells.of(with(row(LeftOutReason.SUPPRESSED, "Flo", "Marsh", "f@x.example", "")));
    List<ListCells.Cell> all = new ArrayList<>();
    cells.of(0, all::add);
    cells.of(3, all::add);
    assertThat(all.stream().filter(cell -> cell.value().contains("@")))
        .containsExactly(ListCells.Cell.ofAddress(choir().people().getFirst().key()));
  }

  /// What a text may be searched for.
  private static List<String> of(ListCells cells, int person) {
    List<String> values = new ArrayList<>();
    cells.of(person, cell -> values.add(cell.value()));
    values.removeIf(value -> value.startsWith("\0"));
    return values;
  }

  private static RecipientList choir() {
    return Kit.list("First name", "Surname", "Email", "Phone")
        .row("Ann", "Tanner", "p2001@x.example", "01234 567001")
        .row("Bea", "Wren", "p2002@x.example", "01234 567002")
        .row("Cem", "Li", "p2003@x.example", "")
        .reviewSubject()
        .list();
  }

  private static RecipientList with(LeftOut... leftOut) {
    return with(List.of(leftOut));
  }

  private static RecipientList with(List<LeftOut> leftOut) {
    RecipientList list = choir();
    return new RecipientList(
        list.origin(),
        list.columns(),
        list.addressColumn(),
        list.nameColumn(),
        list.people(),
        leftOut);
  }

  private static LeftOut row(LeftOutReason reason, String... cells) {
    return new LeftOut(new RowRef(9, 10), reason, "", List.of(cells), 0);
  }
}
