package org.postroom.ui.recipients;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.CancellationException;
import org.postroom.document.MailshotDocument.Include;
import org.postroom.document.MailshotDocument.Recipients;
import org.postroom.engine.WorkProgress;
import org.postroom.recipients.FieldName;
import org.postroom.recipients.RecipientList;
import org.postroom.ui.common.Folded;

/// Among whom a mailshot's people can be chosen, by the values of a column or one by one. Reads
/// every row: not on the user-interface thread.
final class Choosing {
  private static final int BETWEEN_QUESTIONS = 4096;

  private final RecipientList list;
  private final Recipients choices;

  Choosing(RecipientList list, Recipients choices) {
    this.list = list;
    this.choices = choices;
  }

  /// One value of a column.
  ///
  /// @param shown as it stands in the first row that has it; may be empty
  /// @param people how many would be written to with it, as far as other choices leave them
  record Value(FieldName shown, int people) {}

  /// The values of a column, in the order of the alphabet.
  List<Value> values(FieldName column, WorkProgress progress) {
    Map<Integer, Set<String>> others = where();
    int index = list.columns().indexOf(column);
    others.remove(index);
    Set<Integer> only = only();
    Map<FieldName, Integer> counts = new HashMap<>();
    Candidates all = Candidates.of(list);
    for (int i = 0; i < all.size(); i++) {
      ask(progress, i, all.size());
      Candidates.Candidate one = all.get(i);
      if (fits(one, others) && (only.isEmpty() || only.contains(one.row()))) {
        counts.merge(FieldName.of(one.cells().apply(index)), 1, Integer::sum);
      }
    }
    List<Value> values = new ArrayList<>(counts.size());
    counts.forEach((value, people) -> values.add(new Value(value, people)));
    Comparator<Value> byAlphabet = Comparator.comparing(value -> Folded.of(value.shown().shown()));
    values.sort(byAlphabet.thenComparing(value -> value.shown().shown()));
    return values;
  }

  /// Those of whom single ones can be chosen: whom the values of columns leave.
  List<Candidates.Candidate> people(WorkProgress progress) {
    Map<Integer, Set<String>> where = where();
    Candidates all = Candidates.of(list);
    List<Candidates.Candidate> people = new ArrayList<>();
    for (int i = 0; i < all.size(); i++) {
      ask(progress, i, all.size());
      Candidates.Candidate one = all.get(i);
      if (fits(one, where)) {
        people.add(one);
      }
    }
    people.sort(Comparator.comparingInt(Candidates.Candidate::row));
    return people;
  }

  private static void ask(WorkProgress progress, int done, int of) {
    if (done % BETWEEN_QUESTIONS == 0 && !progress.at(done, of)) {
      throw new CancellationException();
    }
  }

  private static boolean fits(Candidates.Candidate one, Map<Integer, Set<String>> where) {
    for (Map.Entry<Integer, Set<String>> each : where.entrySet()) {
      if (!each.getValue().contains(FieldName.of(one.cells().apply(each.getKey())).key())) {
        return false;
      }
    }
    return true;
  }

  private Map<Integer, Set<String>> where() {
    Map<Integer, Set<String>> where = new HashMap<>();
    choices
        .where()
        .forEach(
            (column, values) -> {
              Set<String> keys = new HashSet<>();
              values.forEach(value -> keys.add(FieldName.of(value).key()));
              where.put(list.columns().indexOf(FieldName.of(column)), keys);
            });
    where.remove(-1);
    return where;
  }

  /// Rows chosen one by one; empty for all.
  Set<Integer> only() {
    Set<Integer> rows = new HashSet<>();
    for (Include each : choices.only()) {
      rows.add(each.row());
    }
    return rows;
  }

  /// True where somebody is chosen at all.
  static boolean any(Recipients choices) {
    return !choices.where().isEmpty() || !choices.only().isEmpty();
  }
}
