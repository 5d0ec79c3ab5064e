package org.postroom.workspace;

import java.util.ArrayList;
import java.util.List;
import org.postroom.address.MailboxKey;
import org.postroom.recipients.Cells;
import org.postroom.recipients.Columns;

/// One person of a list, as far as fingerprints are made of it.
///
/// @param row 1 = the first row under the header
/// @param data all that the row says, in whatever order the columns stand; never kept as it is
public record ListPerson(MailboxKey key, int row, String data) {
  /// @param cells the row as the file says it; as many as there are columns
  public static ListPerson of(MailboxKey key, int row, Columns columns, List<String> cells) {
    List<String> told = new ArrayList<>();
    for (int i = 0; i < columns.size(); i++) {
      told.add(columns.names().get(i).shown() + "\u0000" + Cells.strip(cells.get(i)));
    }
    told.sort(null);
    return new ListPerson(key, row, String.join("\u0001", told));
  }

  /// With what another row of the same address says.
  public ListPerson and(ListPerson later) {
    return new ListPerson(key, row, data + "\u0002" + later.data);
  }
}
