package org.postroom.safety.check;

/// One cell, or all cells of names, of one row, in the bits of a number: a list has hundreds of
/// thousands.
///
/// @param person the row's place among the people
/// @param group the column, or [#NAMES] for the columns of names
/// @param alone true where this value by itself is nobody else's: a number of ten digits, not a
///   year
record PersonCell(int person, int group, CellKind kind, boolean alone) {
  static final int NAMES = 0xffff;

  /// The bits of the person.
  static final long PERSON = 0xffff_ffffL;

  long bits() {
    return person
        | ((long) group & 0xffff) << 32
        | (long) kind.code() << 48
        | (alone ? 1L << 56 : 0);
  }

  static PersonCell of(long bits) {
    return new PersonCell(
        (int) bits,
        (int) (bits >>> 32) & 0xffff,
        CellKind.ofCode((int) (bits >>> 48) & 0xff),
        (bits >>> 56) != 0);
  }
}
