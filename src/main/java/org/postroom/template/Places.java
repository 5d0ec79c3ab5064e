package org.postroom.template;

import java.util.List;
import org.postroom.recipients.Columns;

/// In which columns of one list the fields of a template stand: looked up once for all letters.
final class Places {
  private final Columns columns;
  private final int[] indexes;

  private Places(Columns columns, int[] indexes) {
    this.columns = columns;
    this.indexes = indexes;
  }

  static Places of(List<MergeField> fields, Columns columns) {
    int[] indexes = new int[fields.size()];
    for (int i = 0; i < indexes.length; i++) {
      indexes[i] = columns.indexOf(fields.get(i).name());
    }
    return new Places(columns, indexes);
  }

  /// True where they are places in that very list.
  boolean in(Columns others) {
    return columns == others;
  }

  /// The column of the field with this number, 0-based, or -1 where there is none of that name.
  int column(int field) {
    return indexes[field];
  }
}
