package org.postroom.workspace;

import java.util.AbstractList;
import java.util.Arrays;
import java.util.List;
import java.util.RandomAccess;

/// Some of a list, known by their places in it.
final class Picked {
  private int[] places = new int[16];
  private int size;

  void add(int place) {
    if (size == places.length) {
      places = Arrays.copyOf(places, size * 2);
    }
    places[size++] = place;
  }

  /// Those of this list; made anew when somebody looks, where the list does so.
  <T> List<T> of(List<T> all) {
    return new Some<>(all, Arrays.copyOf(places, size));
  }

  private static final class Some<T> extends AbstractList<T> implements RandomAccess {
    private final List<T> all;
    private final int[] places;

    Some(List<T> all, int[] places) {
      this.all = all;
      this.places = places;
    }

    @Override
    public int size() {
      return places.length;
    }

    @Override
    public T get(int at) {
      return all.get(places[at]);
    }
  }
}
