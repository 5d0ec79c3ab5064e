package org.postroom.recipients;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.postroom.address.MailboxKey;

/// The people to write to and every other row of the file: rows = people + left out (rule L1).
public final class RecipientList {
  private final ListOrigin origin;
  private final Columns columns;
  private final @Nullable FieldName addressColumn;
  private final @Nullable FieldName nameColumn;
  private final List<Recipient> people;
  private final List<LeftOut> leftOut;
  private final Map<MailboxKey, Recipient> byKey = new HashMap<>();

  /// @throws IllegalArgumentException where two people share a mailbox key
  public RecipientList(
      ListOrigin origin,
      Columns columns,
      @Nullable FieldName addressColumn,
      @Nullable FieldName nameColumn,
      List<Recipient> people,
      List<LeftOut> leftOut) {
    this.origin = origin;
    this.columns = columns;
    this.addressColumn = addressColumn;
    this.nameColumn = nameColumn;
    this.people = List.copyOf(people);
    this.leftOut = List.copyOf(leftOut);
    for (Recipient person : this.people) {
      if (byKey.put(person.key(), person) != null) {
        throw new IllegalArgumentException("one mailbox, one person");
      }
    }
  }

  public ListOrigin origin() {
    return origin;
  }

  public Columns columns() {
    return columns;
  }

  /// Null where no column could be told or chosen; then nobody is on the list.
  public @Nullable FieldName addressColumn() {
    return addressColumn;
  }

  public @Nullable FieldName nameColumn() {
    return nameColumn;
  }

  /// In the order of the file.
  public List<Recipient> people() {
    return people;
  }

  /// In the order of the file.
  public List<LeftOut> leftOut() {
    return leftOut;
  }

  /// All rows of the file: people + left out.
  public int rows() {
    return people.size() + leftOut.size();
  }

  public Optional<Recipient> find(MailboxKey key) {
    return Optional.ofNullable(byKey.get(key));
  }
}
