package org.postroom.recipients;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Predicate;
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
  private final Map<MailboxKey, Recipient> byKey;

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
    this.people = JudgedPeople.kept(people);
    this.leftOut = JudgedPeople.kept(leftOut);
    this.byKey = people instanceof JudgedPeople ? Map.of() : byKey(this.people);
  }

  /// Those who were judged together have been compared with each other.
  private static Map<MailboxKey, Recipient> byKey(List<Recipient> people) {
    Map<MailboxKey, Recipient> byKey = new HashMap<>();
    for (Recipient person : people) {
      if (byKey.put(person.key(), person) != null) {
        throw new IllegalArgumentException("one mailbox, one person");
      }
    }
    return byKey;
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

  /// In the order of the file. Each is made anew when somebody asks for it; to keep some of a large
  /// list, [#only(Predicate)] is the way that takes little memory.
  public List<Recipient> people() {
    return people;
  }

  /// Those of the people who are `wanted`, in the order of the file.
  public List<Recipient> only(Predicate<Recipient> wanted) {
    return people instanceof JudgedPeople judged
        ? judged.only(wanted)
        : people.stream().filter(wanted).toList();
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
    return Optional.ofNullable(
        people instanceof JudgedPeople judged ? judged.find(key) : byKey.get(key));
  }
}
