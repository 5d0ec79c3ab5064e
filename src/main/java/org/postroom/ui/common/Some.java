package org.postroom.ui.common;

import java.util.AbstractList;
import java.util.List;
import java.util.RandomAccess;

/// Some rows of a list, by their places.
final class Some<T> extends AbstractList<T> implements RandomAccess {
  private final List<T> all;
  private final int[] places;

  /// @param places not changed after this
  Some(List<T> all, int[] places) {
    this.all = all;
    this.places = places;
  }

  @Override
  public T get(int index) {
    return all.get(places[index]);
  }

  @Override
  public int size() {
    return places.length;
  }
}
