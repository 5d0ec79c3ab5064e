package org.postroom.ui.common;

import java.util.List;
import javafx.collections.ObservableListBase;
import org.jspecify.annotations.Nullable;

/// What a table shows; never changed, and equal to itself alone, as [Some] is and for its reason.
final class TableRows<T> extends ObservableListBase<T> {
  private final List<T> rows;

  TableRows(List<T> rows) {
    this.rows = rows;
  }

  @Override
  public T get(int index) {
    return rows.get(index);
  }

  @Override
  public int size() {
    return rows.size();
  }

  @Override
  @SuppressWarnings("ReferenceEquality") // What it is there for.
  public boolean equals(@Nullable Object other) {
    return this == other;
  }

  @Override
  public int hashCode() {
    return System.identityHashCode(this);
  }
}
