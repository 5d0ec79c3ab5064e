package org.postroom.recipients;

import java.util.List;

/// The cells of one column, one after the other, without making the rows: what a column is sorted
/// by. For one thread at a time.
@FunctionalInterface
public interface CellBytes {
  /// @param into takes the folded cell, without white space around it
  /// @return false where the row's bytes do not tell what stands there: somebody corrected it, or
  ///   it is not kept as bytes
  boolean at(int place, FoldedCell into);

  /// @param rows of a list
  /// @param column 0-based
  static CellBytes of(List<?> rows, int column) {
    return switch (rows) {
      case JudgedPeople people -> (place, into) -> people.fold(place, column, into);
      case PackedRows packed -> (place, into) -> packed.fold(place, column, into);
      default -> (_, _) -> false;
    };
  }
}
