package org.postroom.engine;

import java.util.AbstractList;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.RandomAccess;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;
import org.postroom.address.AddressReader;
import org.postroom.address.AddressReading;
import org.postroom.address.MailboxKey;
import org.postroom.document.MailshotDocument.Correction;
import org.postroom.document.MailshotDocument.Recipients;
import org.postroom.recipients.Columns;
import org.postroom.recipients.FieldName;
import org.postroom.recipients.LeftOut;
import org.postroom.recipients.MailboxIndex;
import org.postroom.recipients.Recipient;
import org.postroom.recipients.RecipientList;
import org.postroom.workspace.ListPerson;

/// The rows of a list as its file says them, whatever a mailshot and a workspace make of them: what
/// two states of a file are compared by. What a mailshot corrects, filters or leaves out, and who
/// is suppressed, is no change of the file.
///
/// Each person is made anew when somebody looks: an int or two of a row are kept, and no text.
final class FileRows {
  private final RecipientList list;
  private final int address;
  private final Map<Integer, List<Correction>> corrections = new HashMap<>();
  private final int people;

  /// Where those stand among the rows left out who could be written to.
  private final int[] chosen;

  private final MailboxIndex index;

  private final long mark;

  private FileRows(RecipientList list, Recipients choices) {
    this.list = list;
    FieldName column = list.addressColumn();
    this.address = column == null ? -1 : list.columns().indexOf(column);
    choices
        .corrections()
        .forEach(one -> corrections.computeIfAbsent(one.row(), _ -> new ArrayList<>()).add(one));
    this.people = list.people().size();
    this.chosen =
        IntStream.range(0, list.leftOut().size())
            .filter(place -> couldGetLetters(list.leftOut().get(place)))
            .toArray();
    int[] hashes = new int[people + chosen.length];
    this.mark =
        IntStream.range(0, hashes.length)
            .parallel()
            .mapToLong(
                place -> {
                  Row row = row(place);
                  int hash = MailboxIndex.hash(row.key());
                  hashes[place] = hash;
                  return mixed((long) row.number() << Integer.SIZE | Integer.toUnsignedLong(hash));
                })
            .sum();
    this.index = new MailboxIndex(hashes);
  }

  static FileRows of(RecipientList list, Recipients choices) {
    FileRows rows = new FileRows(list, choices);
    IntStream.range(0, rows.size()).forEach(row -> rows.index.add(row, at -> rows.row(at).key()));
    return rows;
  }

  private int size() {
    return people + chosen.length;
  }

  /// Who is written to.
  List<ListPerson> people() {
    return new Persons(0, people);
  }

  /// Who could be written to.
  List<ListPerson> others() {
    return new Persons(people, size());
  }

  /// Tells which rows with which mailboxes there are, in whatever order; not for two files.
  long mark() {
    return mark;
  }

  private static long mixed(long number) {
    long mixed = (number ^ number >>> 32) * 0x9E3779B97F4A7C15L;
    return mixed ^ mixed >>> 29;
  }

  List<ListPerson> all() {
    return new Persons(0, size());
  }

  /// Those whose first row is in a range. Rows with one address count as one, with what each of
  /// them says in the order of the file.
  private final class Persons extends AbstractList<ListPerson> implements RandomAccess {
    private final int[] firsts;

    Persons(int from, int to) {
      this.firsts = IntStream.range(from, to).filter(index::isFirst).toArray();
    }

    @Override
    public int size() {
      return firsts.length;
    }

    @Override
    public ListPerson get(int at) {
      ListPerson person = row(firsts[at]).person(list.columns());
      for (int next = index.next(firsts[at]); next >= 0; next = index.next(next)) {
        ListPerson other = row(next).person(list.columns());
        person = person.row() < other.row() ? person.and(other) : other.and(person);
      }
      return person;
    }
  }

  /// What a row of the file says.
  private record Row(MailboxKey key, int number, List<String> cells) {
    ListPerson person(Columns columns) {
      return ListPerson.of(key, number, columns, cells);
    }
  }

  /// @param place of one of the people, or behind them of one who is left out
  private Row row(int place) {
    if (place >= people) {
      LeftOut out = list.leftOut().get(chosen[place - people]);
      return Objects.requireNonNull(row(out.at().row(), out.cells()), "a row that was chosen");
    }
    Recipient person = list.people().get(place);
    int number = person.at().row();
    // Only a corrected row is read again: the file may say another address.
    Row asRead = corrections.containsKey(number) ? row(number, person.cells()) : null;
    return asRead == null ? new Row(person.key(), number, person.cells()) : asRead;
  }

  private boolean couldGetLetters(LeftOut row) {
    return isByChoice(row) && row(row.at().row(), row.cells()) != null;
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

  private @Nullable Row row(int number, List<String> read) {
    if (address < 0 || read.size() != list.columns().size()) {
      return null;
    }
    List<String> cells = new ArrayList<>(read);
    for (Correction correction : corrections.getOrDefault(number, List.of())) {
      int column = list.columns().indexOf(FieldName.of(correction.column()));
      if (column >= 0) {
        cells.set(column, correction.was());
      }
    }
    return AddressReader.read(cells.get(address)) instanceof AddressReading.One one
        ? new Row(one.mailbox().key(), number, cells)
        : null;
  }
}
