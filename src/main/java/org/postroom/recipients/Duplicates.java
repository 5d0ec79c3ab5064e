package org.postroom.recipients;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.postroom.address.AddressReader;
import org.postroom.address.AddressReading;
import org.postroom.address.MailboxKey;

/// One mailbox, one letter: of rows with the same address and the same data the first stays; where
/// the data differ nobody stays until somebody decides which row is right.
final class Duplicates {
  private final Verdicts verdicts;
  private final Columns columns;
  private final int address;

  /// @param address the column of the addresses, or -1 where there is none
  Duplicates(Verdicts verdicts, Columns columns, int address) {
    this.verdicts = verdicts;
    this.columns = columns;
    this.address = address;
  }

  /// Replaces the verdicts about people who are not to be written to twice.
  void settle(List<ImportOptions.Keep> decisions, SourceTable table, List<ImportMistake> mistakes) {
    Map<MailboxKey, Integer> kept = decided(decisions, table, mistakes);
    MailboxIndex index = verdicts.index();
    if (!index.hasRepeated()) {
      return;
    }
    for (int row = 0; row < verdicts.size(); row++) {
      if (verdicts.isPerson(row) && index.isFirstOfSeveral(row)) {
        settle(row, kept.isEmpty() ? -1 : kept.getOrDefault(verdicts.person(row).key(), -1));
      }
    }
  }

  private void settle(int first, int decided) {
    MailboxIndex index = verdicts.index();
    int second = index.next(first);
    int keep = decided >= 0 ? decided : allSame(first) ? first : -1;
    for (int row = first; row >= 0; row = index.next(row)) {
      if (row == keep) {
        continue;
      }
      if (keep >= 0) {
        verdicts.leaveOut(row, LeftOutReason.DUPLICATE, keep);
      } else {
        // The first names the second, so that each row names another.
        int other = row == first ? second : first;
        verdicts.leaveOut(row, LeftOutReason.CONFLICTING_DUPLICATE, other);
      }
    }
  }

  private boolean allSame(int first) {
    Recipient one = verdicts.person(first);
    MailboxIndex index = verdicts.index();
    for (int row = index.next(first); row >= 0; row = index.next(row)) {
      if (!sameData(one, verdicts.person(row))) {
        return false;
      }
    }
    return true;
  }

  /// For each address the row (0-based) that somebody chose.
  private Map<MailboxKey, Integer> decided(
      List<ImportOptions.Keep> decisions, SourceTable table, List<ImportMistake> mistakes) {
    Map<MailboxKey, Integer> kept = new HashMap<>();
    for (int i = 0; i < decisions.size() && address >= 0; i++) {
      ImportOptions.Keep decision = decisions.get(i);
      int row = decision.keepRow() - 1;
      String key = "duplicates[" + i + "]";
      if (row < 0 || row >= verdicts.size()) {
        mistakes.add(new ImportMistake.NoSuchRow(key, decision.keepRow(), verdicts.size()));
      } else if (verdicts.isPerson(row) && isOf(verdicts.person(row), decision.address())) {
        kept.put(verdicts.person(row).key(), row);
      } else {
        List<String> cells = table.rows().get(row).cells();
        String found = address < cells.size() ? cells.get(address) : "";
        // The row still holds the address but is left out for another reason: nothing to decide.
        if (!ByHand.same(decision.address(), found)) {
          mistakes.add(
              new ImportMistake.RowChanged(
                  key,
                  decision.keepRow(),
                  columns.names().get(address).shown(),
                  decision.address(),
                  found));
        }
      }
    }
    return kept;
  }

  private static boolean isOf(Recipient person, String address) {
    return AddressReader.read(address) instanceof AddressReading.One(var chosen)
        && chosen.key().equals(person.key());
  }

  private boolean sameData(Recipient one, Recipient other) {
    List<String> ones = new ArrayList<>(one.cells());
    List<String> others = new ArrayList<>(other.cells());
    for (int i = 0; i < ones.size(); i++) {
      if (i != address && !Cells.strip(ones.get(i)).equals(Cells.strip(others.get(i)))) {
        return false;
      }
    }
    return one.mailbox().displayName().equals(other.mailbox().displayName());
  }
}
