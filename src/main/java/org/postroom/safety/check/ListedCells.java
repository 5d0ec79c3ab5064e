package org.postroom.safety.check;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Consumer;
import java.util.stream.IntStream;
import org.postroom.recipients.LeftOut;
import org.postroom.recipients.LeftOutReason;
import org.postroom.recipients.RecipientList;
import org.postroom.safety.ListCells;

/// The cells of a list that single somebody out, for whoever keeps them: as [Rows] has them, but
/// for a list of any length without keeping one, and only what two rows have at most (or one in a
/// hundred thousand), since later it is looked for in what has nothing to do with this list.
///
/// People whose rows were left out are people all the same.
public final class ListedCells implements ListCells {
  private static final int SHORTEST = 4;
  private static final int MOST = 2;
  private static final int ONE_MORE_PER = 100_000;

  private final RecipientList list;
  private final List<ListColumn> columns;
  private final int[] leftOut;

  private ListedCells(RecipientList list) {
    this.list = list;
    this.columns = columns(list);
    this.leftOut =
        IntStream.range(0, list.leftOut().size())
            .filter(at -> isSomebody(list.leftOut().get(at)))
            .toArray();
  }

  public static ListCells of(RecipientList list) {
    return new ListedCells(list);
  }

  @Override
  public int people() {
    return list.people().size() + leftOut.length;
  }

  @Override
  public int most() {
    return MOST + people() / ONE_MORE_PER;
  }

  @Override
  public void of(int person, Consumer<Cell> cells) {
    if (person < list.people().size()) {
      cells.accept(Cell.ofAddress(list.people().get(person).key()));
    }
    cells(person).values().forEach(cells);
  }

  /// Value → cell.
  private Map<String, Cell> cells(int person) {
    Map<String, Cell> found = new HashMap<>();
    List<String> names = new ArrayList<>();
    List<String> row = row(person);
    for (ListColumn column : columns) {
      String value = Folded.of(row.get(column.at()));
      if (value.isEmpty()) {
        continue;
      }
      CellKind kind = column.kindOf(value);
      if (column.isName(kind)) {
        names.add(value);
      }
      if (kind != CellKind.ORDINARY) {
        boolean alone = column.tellsAlone(value, kind);
        add(found, value, kind, CellTraits.of(column.group(kind), kind, alone));
      }
    }
    int wholeName = CellTraits.of(PersonCell.NAMES, CellKind.NAME, true);
    for (int i = 1; i < names.size(); i++) {
      add(found, names.get(i - 1) + " " + names.get(i), CellKind.NAME, wholeName);
    }
    return found;
  }

  private static void add(Map<String, Cell> found, String folded, CellKind kind, int traits) {
    if (Folded.bare(folded).length() < SHORTEST) {
      return;
    }
    String number = Digits.ofNumber(folded);
    if (!number.isEmpty()) {
      found.putIfAbsent(number, new Cell(number, List.of(), 0, traits));
      return;
    }
    List<String> words = ListedWords.of(folded);
    if (!words.isEmpty()) {
      // A surname may stand first, and have two words.
      List<String> begins =
          kind == CellKind.NAME ? words.stream().distinct().toList() : words.subList(0, 1);
      String value = ListedWords.value(words);
      found.putIfAbsent(value, new Cell(value, begins, words.size(), traits));
    }
  }

  private List<String> row(int person) {
    int listed = list.people().size();
    return person < listed
        ? list.people().get(person).cells()
        : list.leftOut().get(leftOut[person - listed]).cells();
  }

  private boolean isSomebody(LeftOut row) {
    return row.reason() != LeftOutReason.DUPLICATE && row.cells().size() == list.columns().size();
  }

  /// All columns but the addresses.
  static List<ListColumn> columns(RecipientList list) {
    var repeating = RepeatingColumns.of(list);
    int address = list.addressColumn() == null ? -1 : list.columns().indexOf(list.addressColumn());
    return IntStream.range(0, list.columns().size())
        .filter(at -> at != address)
        .mapToObj(at -> ListColumn.of(list, at, repeating.contains(at)))
        .toList();
  }
}
