package org.postroom.recipients;

import java.util.AbstractList;
import java.util.Arrays;
import java.util.List;
import java.util.Objects;
import java.util.RandomAccess;
import org.jspecify.annotations.Nullable;

/// The rows of a list as bytes, in blocks: about as large as the file itself, where a string for
/// each cell would take several times as much. A row is taken apart when somebody looks at it.
/// Immutable; safe for several threads.
public final class PackedRows extends AbstractList<SourceRow> implements RandomAccess {
  /// What it takes to judge a row and to find its mailbox again.
  private static final int BYTES_OF_A_VERDICT = 40;

  private final Packing.Blocks blocks;
  private final int from;
  private final int size;
  private final int @Nullable [] columns;

  private PackedRows(Packing.Blocks blocks, int from, int size, int @Nullable [] columns) {
    this.blocks = blocks;
    this.from = from;
    this.size = size;
    this.columns = columns;
  }

  /// The same rows as bytes; they are not packed twice.
  public static PackedRows of(List<SourceRow> rows) {
    if (rows instanceof PackedRows packed) {
      return packed;
    }
    Builder builder = new Builder();
    rows.forEach(builder::add);
    return builder.build();
  }

  @Override
  public int size() {
    return size;
  }

  @Override
  public SourceRow get(int index) {
    return blocks.row(from + Objects.checkIndex(index, size), columns);
  }

  CellSearch.Told told(int index, CellSearch search) {
    CellSearch.Told told = blocks.told(from + Objects.checkIndex(index, size), search);
    // A word may stand in a column that is not among these.
    return told == CellSearch.Told.YES && columns != null ? CellSearch.Told.PERHAPS : told;
  }

  /// As [CellBytes#at].
  boolean fold(int index, int column, FoldedCell into) {
    int place = columns == null ? column : columns[column];
    return blocks.fold(from + Objects.checkIndex(index, size), place, into);
  }

  /// The rows themselves, not copies.
  @Override
  public PackedRows subList(int first, int end) {
    Objects.checkFromToIndex(first, end, size);
    return new PackedRows(blocks, from + first, end - first, columns);
  }

  /// The same rows with these columns only, in this order; a cell that a row does not have is
  /// empty.
  ///
  /// @param wanted places of cells, 0-based
  public PackedRows columns(int[] wanted) {
    return new PackedRows(blocks, from, size, wanted.clone());
  }

  /// Collects rows one after the other.
  public static final class Builder {
    private final Packing packing;

    public Builder() {
      this(PackedTexts.NONE);
    }

    /// @param shared texts that cells may be among; they count for nothing in [#bytes()]
    public Builder(PackedTexts shared) {
      this.packing = new Packing(shared);
    }

    public void add(SourceRow row) {
      packing.begin(row.line(), row.hidden(), row.cells().size());
      row.cells().forEach(packing::cell);
      packing.end();
    }

    /// A row some of whose cells are shared texts.
    ///
    /// @param cells those that are not; as many as `shared` or more
    /// @param shared the number of each cell's text, or -1 where the cell stands in `cells`
    /// @param count how many of the cells there are
    public void add(long line, boolean hidden, List<String> cells, int[] shared, int count) {
      packing.begin(line, hidden, count);
      for (int i = 0; i < count; i++) {
        if (shared[i] < 0) {
          packing.cell(cells.get(i));
        } else {
          packing.shared(shared[i]);
        }
      }
      packing.end();
    }

    /// A row with the same cells as an earlier one, which was not added by this method.
    ///
    /// @param first the number of that row in the order in which they were added, from 0
    public void again(long line, boolean hidden, int first) {
      packing.again(line, hidden, first);
    }

    /// A row that everybody can see, from one run of chars.
    ///
    /// @param chars all cells; between two of them stands one char that belongs to none
    /// @param ends where each cell ends
    /// @param cells how many there are
    public void add(long line, char[] chars, int[] ends, int cells) {
      packing.begin(line, false, cells);
      int start = 0;
      for (int i = 0; i < cells; i++) {
        packing.cell(chars, start, ends[i]);
        start = ends[i] + 1;
      }
      packing.end();
    }

    /// A row that everybody can see, from one run of bytes.
    ///
    /// @param utf8 all cells, sound UTF-8; between two of them stands one byte that belongs to none
    /// @param from where the first cell begins
    /// @param ends where each cell ends
    /// @param cells how many there are
    public void add(long line, byte[] utf8, int from, int[] ends, int cells) {
      packing.begin(line, false, cells);
      int start = from;
      for (int i = 0; i < cells; i++) {
        packing.cell(utf8, start, ends[i]);
        start = ends[i] + 1;
      }
      packing.end();
    }

    public int size() {
      return packing.rows();
    }

    /// How many bytes the rows take, and what an import of them will take beside them.
    public long bytes() {
      return packing.bytes() + BYTES_OF_A_VERDICT * (long) packing.rows();
    }

    /// The builder is not used any more after this.
    public PackedRows build() {
      return new PackedRows(packing.build(), 0, packing.rows(), null);
    }
  }

  @Override
  public boolean equals(@Nullable Object other) {
    return super.equals(other);
  }

  @Override
  public int hashCode() {
    return super.hashCode();
  }

  /// For messages of tests: at most ten rows.
  @Override
  public String toString() {
    return Arrays.toString(subList(0, Math.min(10, size)).toArray()) + " of " + size;
  }
}
