package org.postroom.tabular;

import java.util.ArrayList;
import java.util.List;
import org.postroom.recipients.Cells;
import org.postroom.recipients.SourceRow;

/// Collects the rows of one sheet and counts what all sheets of the file hold.
final class SheetBuilder {
  /// What the sheets of one file hold together.
  static final class Total {
    private final CellPool pool = new CellPool();
    private long cells;
    private long chars;
    private long bytes;

    /// Refuses before the memory is full, which would take long and everybody's.
    ///
    /// @param more what is kept from now on, as far as it can be estimated
    private void keeps(long more) throws RefusedException {
      bytes += more;
      if (bytes > Runtime.getRuntime().maxMemory() / 2) {
        throw RefusedException.tooLarge("memory");
      }
    }
  }

  private static final int MOST_MERGED = 100_000;

  /// What a text and a row take beside their chars and cells.
  private static final int STRING_BYTES = 48;

  private static final int ROW_BYTES = 72;

  private final Total total;
  private final List<SourceRow> rows = new ArrayList<>();
  private final List<String> cells = new ArrayList<>();
  private int filled;
  private final List<Sheet.Merged> merged = new ArrayList<>();

  SheetBuilder(Total total) {
    this.total = total;
  }

  /// Puts `text` into the row that is being read.
  ///
  /// @param column 0-based
  void cell(int column, String text) throws RefusedException {
    if (Cells.isBlank(text)) {
      return;
    }
    if (column < 0 || column >= Caps.COLUMNS) {
      throw RefusedException.tooLarge("columns");
    }
    total.chars += text.length();
    while (cells.size() <= column) {
      cells.add("");
    }
    String kept = total.pool.share(text);
    total.keeps(isNew(kept, text) ? STRING_BYTES + text.length() : 0);
    cells.set(column, kept);
    filled = Math.max(filled, column + 1);
  }

  @SuppressWarnings("ReferenceEquality") // Whether it is the same object is the question.
  private static boolean isNew(String kept, String text) {
    return kept == text;
  }

  /// Ends the row; a row without anything is none.
  ///
  /// @param number as the sheet numbers its rows, 1-based
  /// @param times how often it stands there, one under the other
  void endRow(long number, boolean hidden, int times) throws RefusedException {
    if (filled > 0) {
      List<String> row = List.copyOf(cells.subList(0, filled));
      for (int i = 0; i < times; i++) {
        total.cells += row.size();
        if (total.cells > Caps.CELLS || total.chars > Caps.CHARS) {
          throw RefusedException.tooLarge("cells");
        }
        if (number + i > Caps.SHEET_ROWS) {
          throw RefusedException.tooLarge("rows");
        }
        total.keeps(ROW_BYTES + 4L * row.size());
        rows.add(new SourceRow(number + i, row, hidden));
      }
    }
    cells.clear();
    filled = 0;
  }

  /// A cell is merged over these rows.
  void merged(long first, long last) {
    if (last > first && merged.size() < MOST_MERGED) {
      merged.add(new Sheet.Merged(first, last));
    }
  }

  Sheet build(String name, boolean hidden) {
    return new Sheet(name, hidden, rows, merged);
  }
}
