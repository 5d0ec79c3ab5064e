package org.postroom.ui.common;

import java.util.AbstractList;
import java.util.List;
import java.util.RandomAccess;
import org.jspecify.annotations.Nullable;

/// Some rows of a list, by their places, or all of them. Equal to itself alone: a property asks
/// whether its new value is the old one, and a million people who are the same ones, only found
/// again, would be compared one by one while the window waits.
final class Some<T> extends AbstractList<T> implements RandomAccess {
  private final List<T> all;
  private final int @Nullable [] places;

  /// @param places not changed after this; null for all
  Some(List<T> all, int @Nullable [] places) {
    this.all = all;
    this.places = places;
  }

  @Override
  public T get(int index) {
    return all.get(places == null ? index : places[index]);
  }

  @Override
  public int size() {
    return places == null ? all.size() : places.length;
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
