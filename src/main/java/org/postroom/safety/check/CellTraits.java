package org.postroom.safety.check;

/// What is kept of a cell of an earlier list beside its fingerprint, in seven bits: its kind,
/// whether it is nobody else's by itself, and its column, as far as four bits tell columns apart.
final class CellTraits {
  private static final int ALONE = 1 << 2;
  private static final int COLUMNS = 15;

  private CellTraits() {}

  /// @param kind any but [CellKind#ORDINARY], which is not kept
  static int of(int group, CellKind kind, boolean alone) {
    int column = group == PersonCell.NAMES ? 0 : 1 + group % COLUMNS;
    return kind.code() | (alone ? ALONE : 0) | column << 3;
  }

  /// The column of kept traits, as far as four bits tell columns apart; 0 for all names.
  static int column(int traits) {
    return traits >>> 3;
  }

  static PersonCell cell(int person, int traits) {
    int column = traits >>> 3;
    return new PersonCell(
        person,
        column == 0 ? PersonCell.NAMES : column,
        CellKind.ofCode(traits & 3),
        (traits & ALONE) != 0);
  }
}
