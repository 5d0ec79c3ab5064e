package org.postroom.tabular;

import java.util.List;
import org.postroom.recipients.Cells;
import org.postroom.recipients.PackedRows;
import org.postroom.recipients.SourceRow;

/// A delimiter behind the last cell that stands in the rows and not in the headings, or the other
/// way round, as some programs write it. It is taken as such only where all rows agree: one row
/// that is too wide by an empty cell may as well have a delimiter too many in its middle.
final class TrailingDelimiter {
  private TrailingDelimiter() {}

  /// The same table without the cell that is none.
  ///
  /// @param endsInRow true where the last row is not whole, so that its width tells nothing
  static Headings leaveAway(Headings table, boolean endsInRow) {
    int width = table.header().cells().size();
    List<SourceRow> rows = table.rows();
    List<SourceRow> whole = endsInRow ? rows.subList(0, rows.size() - 1) : rows;
    if (whole.isEmpty()) {
      return table;
    }
    if (whole.stream().allMatch(row -> isWider(row, width))) {
      PackedRows.Builder narrow = new PackedRows.Builder();
      rows.forEach(row -> narrow.add(row.cells().size() > width ? shortened(row) : row));
      return new Headings(table.header(), narrow.build(), table.remarks());
    }
    if (width > 1
        && Cells.isBlank(table.header().cells().getLast())
        && whole.stream().allMatch(row -> row.cells().size() == width - 1)) {
      return new Headings(shortened(table.header()), rows, table.remarks());
    }
    return table;
  }

  /// One empty cell too many. A cell that begins with a blank is how a name with a comma and
  /// without quotes comes out ("Lee, Ann"): then that comma is the one too many.
  private static boolean isWider(SourceRow row, int width) {
    List<String> cells = row.cells();
    return cells.size() == width + 1
        && cells.getLast().isEmpty()
        && cells.stream().skip(1).noneMatch(cell -> cell.startsWith(" "));
  }

  private static SourceRow shortened(SourceRow row) {
    List<String> cells = row.cells();
    return new SourceRow(row.line(), cells.subList(0, cells.size() - 1), row.hidden());
  }
}
