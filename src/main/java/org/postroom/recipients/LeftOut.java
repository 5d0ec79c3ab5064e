package org.postroom.recipients;

import java.util.List;

/// One row that gets nothing, and why.
///
/// @param at the row
/// @param reason why
/// @param value what the cell held that is the reason, as read
/// @param cells the whole row as read (may be wider or narrower than the header)
/// @param related the row that it is a duplicate of, or 0
public record LeftOut(
    RowRef at, LeftOutReason reason, String value, List<String> cells, int related) {
  public LeftOut {
    cells = List.copyOf(cells);
  }
}
