package org.postroom.tabular;

import java.util.List;
import org.postroom.recipients.PackedRows;

/// One sheet as it is shown: its rows with their own numbers, each cell in its column, rows without
/// anything left out.
///
/// @param rows narrow where a row's last cells are empty
/// @param merged the rows that cells are merged over
record Sheet(String name, boolean hidden, PackedRows rows, List<Merged> merged) {
  /// One cell over several rows, from `first` to `last`.
  record Merged(long first, long last) {}

  Sheet {
    merged = List.copyOf(merged);
  }
}
