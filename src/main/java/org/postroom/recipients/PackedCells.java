package org.postroom.recipients;

import java.util.AbstractList;
import java.util.Objects;
import java.util.RandomAccess;
import org.jspecify.annotations.Nullable;

/// The cells of one row among the bytes of all rows. Immutable.
final class PackedCells extends AbstractList<String> implements RandomAccess {
  /// Up to here walking along the row is as fast as knowing where each cell begins.
  private static final int FEW = 24;

  private final byte[] block;
  private final int start;
  private final int count;
  private final int @Nullable [] columns;
  private final int @Nullable [] starts;

  private PackedCells(
      byte[] block, int start, int count, int @Nullable [] columns, int @Nullable [] starts) {
    this.block = block;
    this.start = start;
    this.count = count;
    this.columns = columns;
    this.starts = starts;
  }

  /// @param start where the first cell begins
  /// @param count how many there are
  /// @param columns which of them are shown, or null for all; others are empty
  static PackedCells of(byte[] block, int start, int count, int @Nullable [] columns) {
    return new PackedCells(
        block, start, count, columns, count > FEW ? starts(block, start, count) : null);
  }

  private static int[] starts(byte[] block, int start, int count) {
    int[] starts = new int[count];
    Packing.Cursor cursor = new Packing.Cursor(block, start);
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
      return new Packing.Cursor(block, starts[place]).cell();
    }
    Packing.Cursor cursor = new Packing.Cursor(block, start);
    for (int i = 0; i < place; i++) {
      cursor.skipCell();
    }
    return cursor.cell();
  }
}
