package org.postroom.recipients;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.postroom.address.AddressReader;
import org.postroom.address.AddressReading;

/// What people decided about single rows. A decision counts only while the row still holds what it
/// held then; otherwise it is a mistake that shows both.
final class ByHand {
  private final SourceTable table;
  private final Columns columns;
  private final int address;
  private final List<ImportMistake> mistakes;
  private final Map<Integer, ImportOptions.LeaveOut> leaveOut = new HashMap<>();
  private final Set<Integer> included = new HashSet<>();
  private final Set<Integer> only = new HashSet<>();
  private boolean some;
  private final Map<Integer, String[]> corrected = new HashMap<>();

  private ByHand(SourceTable table, Columns columns, int address, List<ImportMistake> mistakes) {
    this.table = table;
    this.columns = columns;
    this.address = address;
    this.mistakes = mistakes;
  }

  static ByHand of(
      SourceTable table,
      Columns columns,
      int address,
      ImportOptions options,
      List<ImportMistake> mistakes) {
    ByHand hand = new ByHand(table, columns, address, mistakes);
    for (int i = 0; i < options.leaveOut().size(); i++) {
      hand.leaveOut("leaveOut[" + i + "]", options.leaveOut().get(i));
    }
    for (int i = 0; i < options.include().size(); i++) {
      hand.include("include[" + i + "]", options.include().get(i));
    }
    hand.some = !options.only().isEmpty();
    for (int i = 0; i < options.only().size(); i++) {
      ImportOptions.Include entry = options.only().get(i);
      if (hand.holds("only[" + i + "]", entry.row(), entry.address())) {
        hand.only.add(entry.row());
      }
    }
    for (int i = 0; i < options.corrections().size(); i++) {
      hand.correct("corrections[" + i + "]", options.corrections().get(i));
    }
    return hand;
  }

  Optional<ImportOptions.LeaveOut> leftOut(int row) {
    return Optional.ofNullable(leaveOut.get(row));
  }

  /// True for a hidden row that is written to.
  boolean included(int row) {
    return included.contains(row);
  }

  /// False where others were chosen by hand.
  boolean chosen(int row) {
    return !some || only.contains(row);
  }

  boolean isCorrected(int row) {
    return !corrected.isEmpty() && corrected.containsKey(row);
  }

  /// The cells with this row's corrections.
  List<String> cells(int row, List<String> cells) {
    String[] better = corrected.get(row);
    return better == null ? cells : List.of(better);
  }

  private void leaveOut(String key, ImportOptions.LeaveOut entry) {
    if (holds(key, entry.row(), entry.address())) {
      leaveOut.put(entry.row(), entry);
    }
  }

  private void include(String key, ImportOptions.Include entry) {
    if (holds(key, entry.row(), entry.address())) {
      included.add(entry.row());
    }
  }

  /// True where the row still holds the address that it held then.
  private boolean holds(String key, int row, @Nullable String expected) {
    List<String> cells = row(key, row);
    if (cells == null) {
      return false;
    }
    String found = address >= 0 && address < cells.size() ? cells.get(address) : "";
    // Without an address column nobody is written to, and nothing can be compared.
    if (expected == null || address < 0 || same(expected, found)) {
      return true;
    }
    changed(key, row, address, expected, found);
    return false;
  }

  private void correct(String key, ImportOptions.Correction entry) {
    List<String> cells = row(key, entry.row());
    FieldName name = FieldName.of(entry.column());
    int column = columns.indexOf(name);
    if (column < 0) {
      String nearest = columns.nearest(name).map(FieldName::shown).orElse("");
      mistakes.add(new ImportMistake.NoSuchColumn(key, entry.column(), nearest));
    } else if (cells != null) {
      String found = column < cells.size() ? cells.get(column) : "";
      if (!Cells.strip(found).equals(Cells.strip(entry.was()))) {
        changed(key, entry.row(), column, entry.was(), found);
        return;
      }
      String[] better =
          corrected.computeIfAbsent(entry.row(), _ -> padded(cells, column).toArray(String[]::new));
      better[column] = entry.value();
    }
  }

  /// A row that is too narrow stays so, unless the correction is about the missing cell.
  private static List<String> padded(List<String> cells, int column) {
    List<String> padded = new ArrayList<>(cells);
    while (padded.size() <= column) {
      padded.add("");
    }
    return padded;
  }

  private @Nullable List<String> row(String key, int row) {
    if (row < 1 || row > table.rows().size()) {
      mistakes.add(new ImportMistake.NoSuchRow(key, row, table.rows().size()));
      return null;
    }
    return table.rows().get(row - 1).cells();
  }

  private void changed(String key, int row, int column, String expected, String found) {
    mistakes.add(
        new ImportMistake.RowChanged(
            key, row, columns.names().get(column).shown(), expected, found));
  }

  /// The same words, or the same mailbox.
  static boolean same(String expected, String found) {
    if (Cells.strip(expected).equalsIgnoreCase(Cells.strip(found))) {
      return true;
    }
    return AddressReader.read(expected) instanceof AddressReading.One(var one)
        && AddressReader.read(found) instanceof AddressReading.One(var other)
        && one.key().equals(other.key());
  }
}
