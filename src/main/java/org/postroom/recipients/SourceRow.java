package org.postroom.recipients;

import java.util.List;

/// One row of a file as it was read, before anybody knows what it means.
///
/// @param line the physical line (1-based) on which it begins
/// @param cells as read; may be more or fewer than the header has
public record SourceRow(long line, List<String> cells) {
  public SourceRow {
    cells = List.copyOf(cells);
  }

  /// True where there is nothing in it but delimiters and white space.
  public boolean isBlank() {
    return cells.stream().allMatch(Cells::isBlank);
  }
}
