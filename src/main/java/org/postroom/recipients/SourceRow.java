package org.postroom.recipients;

import java.util.List;

/// One row of a file as it was read, before anybody knows what it means.
///
/// @param line the physical line (1-based) on which it begins; in a sheet the row's own number
/// @param cells as read; may be more or fewer than the header has
/// @param hidden true where the sheet does not show it: hidden by hand, by a filter or a group
public record SourceRow(long line, List<String> cells, boolean hidden) {
  public SourceRow {
    cells = cells instanceof PackedCells ? cells : List.copyOf(cells);
  }

  /// A row that everybody can see.
  public SourceRow(long line, List<String> cells) {
    this(line, cells, false);
  }

  /// True where there is nothing in it but delimiters and white space.
  public boolean isBlank() {
    return Cells.areBlank(cells);
  }
}
