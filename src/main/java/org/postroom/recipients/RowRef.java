package org.postroom.recipients;

/// Where a row stands in its file. For display only, never an identity.
///
/// @param row 1 = first row under the header; empty lines are no rows
/// @param line the physical line (1-based) on which the row begins, line breaks in quotes counted
public record RowRef(int row, long line) {
  public RowRef {
    if (row < 1 || line < 1) {
      throw new IllegalArgumentException("rows and lines count from 1");
    }
  }
}
