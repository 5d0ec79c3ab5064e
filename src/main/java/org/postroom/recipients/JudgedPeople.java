package org.postroom.recipients;

import java.util.AbstractList;
import java.util.Arrays;
import java.util.List;
import java.util.RandomAccess;
import java.util.function.Predicate;
import org.jspecify.annotations.Nullable;
import org.postroom.address.MailboxKey;

/// The people of a table, or some of them: an int each.
final class JudgedPeople extends AbstractList<Recipient> implements RandomAccess {
  private final Verdicts verdicts;
  private final int[] rows;

  /// @param rows of people, 0-based, ascending
  JudgedPeople(Verdicts verdicts, int[] rows) {
    this.verdicts = verdicts;
    this.rows = rows;
  }

  @Override
  public int size() {
    return rows.length;
  }

  @Override
  public Recipient get(int index) {
    return verdicts.person(rows[index]);
  }

  CellSearch.Told told(int index, CellSearch search) {
    return verdicts.told(rows[index], search);
  }

  boolean fold(int index, int column, FoldedCell into) {
    return verdicts.fold(rows[index], column, into);
  }

  JudgedPeople only(Predicate<Recipient> wanted) {
    int[] some = new int[rows.length];
    int count = 0;
    for (int row : rows) {
      if (wanted.test(verdicts.person(row))) {
        some[count++] = row;
      }
    }
    return new JudgedPeople(verdicts, Arrays.copyOf(some, count));
  }

  /// Null where nobody here has this mailbox.
  @Nullable Recipient find(MailboxKey key) {
    return verdicts.find(key, found -> Arrays.binarySearch(rows, found) >= 0);
  }

  /// The rows of a table that get nothing.
  static final class Others extends AbstractList<LeftOut> implements RandomAccess {
    private final Verdicts verdicts;
    private final int[] rows;

    /// @param rows that are left out, 0-based, ascending
    Others(Verdicts verdicts, int[] rows) {
      this.verdicts = verdicts;
      this.rows = rows;
    }

    @Override
    public int size() {
      return rows.length;
    }

    /// Never yes: a row of another width has cells that belong to no column.
    CellSearch.Told told(int index, CellSearch search) {
      CellSearch.Told told = verdicts.told(rows[index], search);
      return told == CellSearch.Told.NO ? told : CellSearch.Told.PERHAPS;
    }

    @Override
    public LeftOut get(int index) {
      return verdicts.leftOut(rows[index]);
    }
  }

  /// The same list where it takes little memory already, else a copy.
  static <T> List<T> kept(List<T> list) {
    return list instanceof JudgedPeople || list instanceof Others ? list : List.copyOf(list);
  }
}
