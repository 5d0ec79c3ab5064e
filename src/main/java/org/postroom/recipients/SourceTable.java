package org.postroom.recipients;

import java.util.List;

/// A file as rows: what the readers of all formats hand to the import.
///
/// @param origin the file and how it was read
/// @param header the first row; its cells name the columns
/// @param rows all rows under it, in order; empty lines are none
/// @param endsInRow true where the file ends in the middle of its last row
/// @param remarks what else a person is to know
public record SourceTable(
    ListOrigin origin,
    SourceRow header,
    List<SourceRow> rows,
    boolean endsInRow,
    List<SourceRemark> remarks) {
  public SourceTable {
    rows = PackedRows.of(rows);
    remarks = List.copyOf(remarks);
  }

  /// A table about which there is nothing else to say.
  public SourceTable(ListOrigin origin, SourceRow header, List<SourceRow> rows, boolean endsInRow) {
    this(origin, header, rows, endsInRow, List.of());
  }
}
