package org.postroom.ui.recipients;

import java.util.AbstractList;
import java.util.List;
import java.util.RandomAccess;
import org.postroom.address.AddressReader;
import org.postroom.address.AddressReading;
import org.postroom.recipients.FieldName;
import org.postroom.recipients.LeftOut;
import org.postroom.recipients.LeftOutReason;
import org.postroom.recipients.Recipient;
import org.postroom.recipients.RecipientList;

/// Everybody among whom a mailshot's people are chosen: those who are written to, and those who
/// would be if nobody had been chosen.
final class Candidates extends AbstractList<Candidates.Candidate> implements RandomAccess {
  private final List<Recipient> people;
  private final List<LeftOut> others;
  private final int address;

  /// @param row 1 = first row under the header
  /// @param cells the row's, as wide as the header
  record Candidate(int row, String address, java.util.function.IntFunction<String> cells) {}

  private Candidates(List<Recipient> people, List<LeftOut> others, int address) {
    this.people = people;
    this.others = others;
    this.address = address;
  }

  /// Reads the address of each row that was not chosen: not on the user-interface thread.
  static Candidates of(RecipientList list) {
    FieldName column = list.addressColumn();
    int address = column == null ? -1 : list.columns().indexOf(column);
    int width = list.columns().size();
    List<LeftOut> others =
        list.leftOut().stream()
            .filter(row -> row.reason() == LeftOutReason.FILTERED)
            .filter(row -> address >= 0 && row.cells().size() == width)
            .filter(row -> AddressReader.read(row.value()) instanceof AddressReading.One)
            .toList();
    return new Candidates(list.people(), others, address);
  }

  /// How many of them are written to.
  int chosen() {
    return people.size();
  }

  @Override
  public int size() {
    return people.size() + others.size();
  }

  @Override
  public Candidate get(int index) {
    if (index < people.size()) {
      Recipient person = people.get(index);
      return new Candidate(person.at().row(), person.cell(address), person::cell);
    }
    LeftOut row = others.get(index - people.size());
    return new Candidate(row.at().row(), row.cells().get(address), row.cells()::get);
  }
}
