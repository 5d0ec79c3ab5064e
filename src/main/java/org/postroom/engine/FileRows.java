package org.postroom.engine;

import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.SequencedMap;
import org.jspecify.annotations.Nullable;
import org.postroom.address.AddressReader;
import org.postroom.address.AddressReading;
import org.postroom.address.MailboxKey;
import org.postroom.document.MailshotDocument.Correction;
import org.postroom.document.MailshotDocument.Recipients;
import org.postroom.recipients.FieldName;
import org.postroom.recipients.LeftOut;
import org.postroom.recipients.Recipient;
import org.postroom.recipients.RecipientList;
import org.postroom.workspace.ListPerson;

/// The rows of a list as its file says them, whatever a mailshot and a workspace make of them: what
/// two states of a file are compared by. What a mailshot corrects, filters or leaves out, and who
/// is suppressed, is no change of the file.
final class FileRows {
  private final RecipientList list;
  private final int address;
  private final Map<Integer, List<Correction>> corrections = new HashMap<>();
  private final SequencedMap<MailboxKey, ListPerson> people = new LinkedHashMap<>();
  private final SequencedMap<MailboxKey, ListPerson> others = new LinkedHashMap<>();

  private FileRows(RecipientList list, Recipients choices) {
    this.list = list;
    FieldName column = list.addressColumn();
    this.address = column == null ? -1 : list.columns().indexOf(column);
    choices
        .corrections()
        .forEach(one -> corrections.computeIfAbsent(one.row(), _ -> new ArrayList<>()).add(one));
  }

  static FileRows of(RecipientList list, Recipients choices) {
    FileRows rows = new FileRows(list, choices);
    list.people().forEach(person -> put(rows.people, rows.row(person)));
    list.leftOut().stream().filter(FileRows::isByChoice).forEach(rows::leftOut);
    return rows;
  }

  /// Who is written to.
  Collection<ListPerson> people() {
    return people.sequencedValues();
  }

  /// Who could be written to.
  Collection<ListPerson> others() {
    return others.sequencedValues();
  }

  Collection<ListPerson> all() {
    List<ListPerson> all = new ArrayList<>(people.values());
    all.addAll(others.values());
    return all;
  }

  /// Not for what is wrong with the row: whoever gets letters only now has come.
  private static boolean isByChoice(LeftOut row) {
    return switch (row.reason()) {
      case SUPPRESSED, BY_HAND, FILTERED, ALREADY_SENT, DUPLICATE, CONFLICTING_DUPLICATE -> true;
      case BLANK_ADDRESS,
          INVALID_ADDRESS,
          SEVERAL_ADDRESSES,
          HIDDEN_ROW,
          WRONG_WIDTH,
          CONTROL_CHARACTER,
          DISPLAY_NAME,
          CANARY ->
          false;
    };
  }

  private void leftOut(LeftOut row) {
    ListPerson person = row(row.at().row(), row.cells());
    if (person != null) {
      put(people.containsKey(person.key()) ? people : others, person);
    }
  }

  /// Rows with one address count as one, with what each of them says in the order of the file.
  private static void put(Map<MailboxKey, ListPerson> into, @Nullable ListPerson person) {
    if (person != null) {
      into.merge(
          person.key(),
          person,
          (one, other) -> one.row() < other.row() ? one.and(other) : other.and(one));
    }
  }

  /// Only a corrected row is read again: the file may say another address.
  private ListPerson row(Recipient person) {
    int number = person.at().row();
    List<String> cells = person.cells();
    ListPerson asRead = corrections.containsKey(number) ? row(number, cells) : null;
    return asRead == null ? ListPerson.of(person.key(), number, list.columns(), cells) : asRead;
  }

  private @Nullable ListPerson row(int row, List<String> read) {
    if (address < 0 || read.size() != list.columns().size()) {
      return null;
    }
    List<String> cells = new ArrayList<>(read);
    for (Correction correction : corrections.getOrDefault(row, List.of())) {
      int column = list.columns().indexOf(FieldName.of(correction.column()));
      if (column >= 0) {
        cells.set(column, correction.was());
      }
    }
    return AddressReader.read(cells.get(address)) instanceof AddressReading.One one
        ? ListPerson.of(one.mailbox().key(), row, list.columns(), cells)
        : null;
  }
}
