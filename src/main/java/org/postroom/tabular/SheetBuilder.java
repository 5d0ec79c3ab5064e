package org.postroom.tabular;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import org.postroom.recipients.Cells;
import org.postroom.recipients.PackedRows;
import org.postroom.recipients.PackedTexts;

/// Collects the rows of one sheet and counts what all sheets of the file hold.
final class SheetBuilder {
  /// What the sheets of one file hold together.
  static final class Total {
    private final PackedTexts shared;
    private long cells;
    private long chars;
    private long bytes;

    /// A file whose cells share no texts.
    Total() {
      this(PackedTexts.NONE);
    }

    Total(PackedTexts shared) {
      this.shared = shared;
      this.bytes = shared.bytes();
    }

    /// Refuses before the memory is full, which would take long and everybody's.
    ///
    /// @param more bytes of the rows of the present sheet
    private void keeps(long more) throws RefusedException {
      if (bytes + more > Runtime.getRuntime().maxMemory() / 4 * 3) {
        throw RefusedException.tooLarge("memory");
      }
    }
  }

  private static final int MOST_MERGED = 100_000;
  static final int NOT_SHARED = -1;

  private final Total total;
  private final PackedRows.Builder rows;
  private final List<String> cells = new ArrayList<>();
  private int[] shared = new int[16];
  private int filled;

  /// Of the row that is being read.
  private long letters;

  private final List<Sheet.Merged> merged = new ArrayList<>();

  SheetBuilder(Total total) {
    this.total = total;
    this.rows = new PackedRows.Builder(total.shared);
  }

  /// Puts `text` into the row that is being read.
  ///
  /// @param column 0-based
  void cell(int column, String text) throws RefusedException {
    cell(column, text, NOT_SHARED);
  }

  /// As [#cell(int, String)], of a text that is among the shared ones.
  ///
  /// @param number its number there
  void cell(int column, String text, int number) throws RefusedException {
    if (Cells.isBlank(text)) {
      return;
    }
    if (column < 0 || column >= Caps.COLUMNS) {
      throw RefusedException.tooLarge("columns");
    }
    total.chars += text.length();
    letters += text.length();
    while (cells.size() <= column) {
      cells.add("");
    }
    if (column >= shared.length) {
      shared = Arrays.copyOf(shared, Math.max(column + 1, shared.length * 2));
    }
    Arrays.fill(shared, Math.min(filled, column), column + 1, NOT_SHARED);
    cells.set(column, text);
    shared[column] = number;
    filled = Math.max(filled, column + 1);
  }

  /// Ends the row; a row without anything is none.
  ///
  /// @param number as the sheet numbers its rows, 1-based
  /// @param times how often it stands there, one under the other
  void endRow(long number, boolean hidden, int times) throws RefusedException {
    if (filled > 0) {
      if (times > Caps.SAME_ROWS) {
        throw RefusedException.tooLarge("same");
      }
      total.chars += letters * (times - 1);
      int first = rows.size();
      for (int i = 0; i < times; i++) {
        total.cells += filled;
        if (total.cells > Caps.CELLS || total.chars > Caps.CHARS) {
          throw RefusedException.tooLarge("cells");
        }
        if (number + i > Caps.SHEET_ROWS) {
          throw RefusedException.tooLarge("rows");
        }
        if (i == 0) {
          rows.add(number, hidden, cells, shared, filled);
        } else {
          rows.again(number + i, hidden, first);
        }
        total.keeps(rows.bytes());
      }
    }
    cells.clear();
    filled = 0;
    letters = 0;
  }

  /// A cell is merged over these rows.
  void merged(long first, long last) {
    if (last > first && merged.size() < MOST_MERGED) {
      merged.add(new Sheet.Merged(first, last));
    }
  }

  Sheet build(String name, boolean hidden) {
    total.bytes += rows.bytes();
    return new Sheet(name, hidden, rows.build(), merged);
  }
}
