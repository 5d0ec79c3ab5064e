package org.postroom.recipients;

import java.util.List;

/// One row that gets nothing, and why.
///
/// @param at the row
/// @param reason why
/// @param value what the cell held that is the reason, as read
/// @param cells the whole row as read (may be wider or narrower than the header)
/// @param related the row that it is a duplicate of, or 0
/// @param why in the words of whoever left it out by hand or suppressed the person; or empty
public record LeftOut(
    RowRef at, LeftOutReason reason, String value, List<String> cells, int related, String why) {
  public LeftOut {
    cells = cells instanceof PackedCells ? cells : List.copyOf(cells);
  }

  /// Nobody said more than the reason itself says.
  public LeftOut(RowRef at, LeftOutReason reason, String value, List<String> cells, int related) {
    this(at, reason, value, cells, related, "");
  }

  public LeftOut because(String words) {
    return new LeftOut(at, reason, value, cells, related, words);
  }
}
