package org.postroom.recipients;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.postroom.address.AddressReader;
import org.postroom.address.AddressReading;
import org.postroom.address.MailboxKey;

/// One mailbox, one letter: of rows with the same address and the same data the first stays; where
/// the data differ nobody stays until somebody decides which row is right.
final class Duplicates {
  private Duplicates() {}

  /// Replaces the verdicts about people who are not to be written to twice.
  static void settle(
      List<RowJudge.Verdict> verdicts,
      List<ImportOptions.Keep> decisions,
      Columns columns,
      int address,
      SourceTable table,
      List<ImportMistake> mistakes) {
    Map<MailboxKey, List<Integer>> byKey = new LinkedHashMap<>();
    for (int i = 0; i < verdicts.size(); i++) {
      if (verdicts.get(i) instanceof RowJudge.Verdict.Person(Recipient person)) {
        byKey.computeIfAbsent(person.key(), _ -> new ArrayList<>(1)).add(i);
      }
    }
    Map<MailboxKey, Integer> kept = decided(verdicts, decisions, columns, address, table, mistakes);
    byKey.forEach(
        (key, rows) -> {
          if (rows.size() > 1) {
            settle(verdicts, rows, kept.getOrDefault(key, -1), address);
          }
        });
  }

  private static void settle(
      List<RowJudge.Verdict> verdicts, List<Integer> rows, int decided, int address) {
    int first = rows.getFirst();
    boolean same = rows.stream().allMatch(row -> sameData(verdicts, first, row, address));
    int keep = decided >= 0 ? decided : same ? first : -1;
    for (int row : rows) {
      if (row == keep) {
        continue;
      }
      Recipient person = person(verdicts, row);
      LeftOutReason reason =
          keep >= 0 ? LeftOutReason.DUPLICATE : LeftOutReason.CONFLICTING_DUPLICATE;
      // Of a conflict the first names the second, so that each row names another.
      int other = keep >= 0 ? keep : row == first ? rows.get(1) : first;
      List<String> cells = cells(person);
      verdicts.set(
          row,
          new RowJudge.Verdict.Out(
              new LeftOut(person.at(), reason, cells.get(address), cells, other + 1)));
    }
  }

  /// For each address the index of the row that somebody chose.
  private static Map<MailboxKey, Integer> decided(
      List<RowJudge.Verdict> verdicts,
      List<ImportOptions.Keep> decisions,
      Columns columns,
      int address,
      SourceTable table,
      List<ImportMistake> mistakes) {
    Map<MailboxKey, Integer> kept = new HashMap<>();
    for (int i = 0; i < decisions.size() && address >= 0; i++) {
      ImportOptions.Keep decision = decisions.get(i);
      int index = decision.keepRow() - 1;
      String key = "duplicates[" + i + "]";
      if (index < 0 || index >= verdicts.size()) {
        mistakes.add(new ImportMistake.NoSuchRow(key, decision.keepRow(), verdicts.size()));
      } else if (verdicts.get(index) instanceof RowJudge.Verdict.Person(Recipient person)
          && AddressReader.read(decision.address()) instanceof AddressReading.One(var chosen)
          && chosen.key().equals(person.key())) {
        kept.put(person.key(), index);
      } else {
        List<String> cells = table.rows().get(index).cells();
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

  private static boolean sameData(
      List<RowJudge.Verdict> verdicts, int first, int row, int address) {
    Recipient one = person(verdicts, first);
    Recipient other = person(verdicts, row);
    for (int i = 0; i < one.columns().size(); i++) {
      if (i != address && !Cells.strip(one.cell(i)).equals(Cells.strip(other.cell(i)))) {
        return false;
      }
    }
    return one.mailbox().displayName().equals(other.mailbox().displayName());
  }

  private static Recipient person(List<RowJudge.Verdict> verdicts, int row) {
    return switch (verdicts.get(row)) {
      case RowJudge.Verdict.Person(Recipient person) -> person;
      case RowJudge.Verdict.Out _ -> throw new IllegalStateException("not a person");
    };
  }

  private static List<String> cells(Recipient person) {
    List<String> cells = new ArrayList<>(person.columns().size());
    for (int i = 0; i < person.columns().size(); i++) {
      cells.add(person.cell(i));
    }
    return cells;
  }
}
