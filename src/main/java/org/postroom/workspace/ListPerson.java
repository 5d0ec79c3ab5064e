package org.postroom.workspace;

import java.util.ArrayList;
import java.util.List;
import org.postroom.address.MailboxKey;
import org.postroom.recipients.FieldName;
import org.postroom.recipients.Recipient;

/// One person of a list, as far as fingerprints are made of it.
///
/// @param row 1 = the first row under the header
/// @param data all that the row says, in whatever order the columns stand; never kept as it is
public record ListPerson(MailboxKey key, int row, String data) {
  public static ListPerson of(Recipient person) {
    List<String> cells = new ArrayList<>();
    for (FieldName column : person.columns().names()) {
      cells.add(column.shown() + "\u0000" + person.value(column));
    }
    cells.sort(null);
    return new ListPerson(person.key(), person.at().row(), String.join("\u0001", cells));
  }
}
