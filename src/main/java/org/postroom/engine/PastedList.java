package org.postroom.engine;

import org.jspecify.annotations.Nullable;
import org.postroom.tabular.AddressField;

/// A list from the clipboard.
public final class PastedList {
  private PastedList() {}

  /// The text of a list file that holds what was pasted: rows of a spreadsheet stay as they are,
  /// the address field of a mail program becomes a table of names and addresses.
  public static String text(String pasted) {
    @Nullable String people = AddressField.asTable(pasted);
    return people == null ? pasted : people;
  }
}
