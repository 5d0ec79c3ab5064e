package org.postroom.recipients;

import java.util.AbstractList;
import java.util.Objects;
import java.util.RandomAccess;
import org.jspecify.annotations.Nullable;

/// The cells of one row among the bytes of all rows. Immutable.
final class PackedCells extends AbstractList<String> implements RandomAccess {
  /// Up to here walking along the row is as fast as knowing where each cell begins.
  private static final int FEW = 24;

  private final Packing.Cursor first;
  private final int count;
  private final int @Nullable [] columns;
  private final int @Nullable [] starts;

  private PackedCells(
      Packing.Cursor first, int count, int @Nullable [] columns, int @Nullable [] starts) {
    this.first = first;
    this.count = count;
    this.columns = columns;
    this.starts = starts;
  }

  /// @param first where the first cell begins; it stays there
  /// @param count how many there are
  /// @param columns which of them are shown, or null for all; others are empty
  static PackedCells of(Packing.Cursor first, int count, int @Nullable [] columns) {
    return new PackedCells(first, count, columns, count > FEW ? starts(first, count) : null);
  }

  private static int[] starts(Packing.Cursor first, int count) {
    int[] starts = new int[count];
    Packing.Cursor cursor = first.at(first.at());
    for (int i = 0; i < count; i++) {
      starts[i] = cursor.at();
      cursor.skipCell();
    }
    return starts;
  }

  @Override
  public int size() {
    return columns == null ? count : columns.length;
  }

  @Override
  public String get(int index) {
    Objects.checkIndex(index, size());
    int place = columns == null ? index : columns[index];
    return place < count ? cell(place) : "";
  }

  private String cell(int place) {
    if (starts != null) {
      return first.at(starts[place]).cell();
    }
    Packing.Cursor cursor = first.at(first.at());
    for (int i = 0; i < place; i++) {
      cursor.skipCell();
    }
    return cursor.cell();
  }
}
