package org.postroom.recipients;

import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import org.postroom.address.Mailbox;
import org.postroom.address.MailboxKey;

/// One person of a list: one mailbox and the cells of that row. Two are equal where both say the
/// same of the same row: a large list makes a person anew each time that somebody looks.
public final class Recipient {
  private final RowRef at;
  private final Mailbox mailbox;
  private final Columns columns;
  private final List<String> cells;

  /// @throws IllegalArgumentException where the row's width is not the columns'
  public Recipient(RowRef at, Mailbox mailbox, Columns columns, String[] cells) {
    this(at, mailbox, columns, List.of(cells));
  }

  /// @throws IllegalArgumentException where the row's width is not the columns'
  Recipient(RowRef at, Mailbox mailbox, Columns columns, List<String> cells) {
    this.at = Objects.requireNonNull(at);
    this.mailbox = Objects.requireNonNull(mailbox);
    this.columns = Objects.requireNonNull(columns);
    if (cells.size() != columns.size()) {
      throw new IllegalArgumentException("a row has as many cells as the header");
    }
    this.cells = cells instanceof PackedCells ? cells : List.copyOf(cells);
  }

  public RowRef at() {
    return at;
  }

  public Mailbox mailbox() {
    return mailbox;
  }

  public MailboxKey key() {
    return mailbox.key();
  }

  public Columns columns() {
    return columns;
  }

  /// The cell as it was read, without surrounding space; empty where the cell is.
  ///
  /// @throws IllegalArgumentException where the list has no such column
  public String value(FieldName field) {
    int index = columns.indexOf(field);
    if (index < 0) {
      throw new IllegalArgumentException("no column " + field);
    }
    return valueAt(index);
  }

  /// The same of the column at `index`, 0-based.
  public String valueAt(int index) {
    return Cells.strip(cells.get(index));
  }

  /// The cell of column `index`, 0-based, as it was read.
  public String cell(int index) {
    return cells.get(index);
  }

  /// All cells as they were read, in the order of the columns.
  public List<String> cells() {
    return cells;
  }

  @Override
  public boolean equals(@Nullable Object other) {
    return other instanceof Recipient that
        && at.equals(that.at)
        && mailbox.equals(that.mailbox)
        && cells.equals(that.cells);
  }

  @Override
  public int hashCode() {
    return at.hashCode();
  }

  @Override
  public String toString() {
    return "row " + at.row();
  }
}
