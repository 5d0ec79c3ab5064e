package org.postroom.engine;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.random.RandomGenerator;
import org.postroom.recipients.Columns;
import org.postroom.recipients.NameColumn;
import org.postroom.recipients.Recipient;
import org.postroom.recipients.RecipientList;

/// A row that looks like the others, for nobody: a name made of two people's, the usual values
/// where many share one, nothing where a cell would belong to one person alone.
final class CanaryRow {
  private static final int SAMPLE = 500;
  private static final int TRIES = 50;

  private final RecipientList list;
  private final RandomGenerator random;
  private final List<Recipient> some = new ArrayList<>();

  CanaryRow(RecipientList list, RandomGenerator random) {
    this.list = list;
    this.random = random;
    int step = Math.max(1, list.people().size() / SAMPLE);
    for (int i = 0; i < list.people().size(); i += step) {
      some.add(list.people().get(i));
    }
  }

  List<String> cells(String address) {
    Columns columns = list.columns();
    Recipient one = any();
    Recipient other = any();
    List<String> cells = new ArrayList<>(columns.size());
    for (int i = 0; i < columns.size(); i++) {
      if (Objects.equals(list.addressColumn(), columns.names().get(i))) {
        cells.add(address);
      } else if (Objects.equals(list.nameColumn(), columns.names().get(i))) {
        cells.add(name(i));
      } else {
        cells.add(NameColumn.isFirst(columns.names().get(i)) ? one.cell(i) : usual(i, other));
      }
    }
    return cells;
  }

  /// The first word of one name and the last of another, which nobody in the list is called.
  private String name(int column) {
    Set<String> taken = new HashSet<>();
    list.people().forEach(person -> taken.add(person.cell(column).strip()));
    for (int i = 0; i < TRIES; i++) {
      String[] one = any().cell(column).strip().split("\\s+", -1);
      String[] other = any().cell(column).strip().split("\\s+", -1);
      String made = one[0] + " " + other[other.length - 1];
      if (one.length > 1 && other.length > 1 && !taken.contains(made)) {
        return made;
      }
    }
    return "Chris Morgan";
  }

  /// What most rows say, where at least two say the same; a last name is anybody's.
  private String usual(int column, Recipient anybody) {
    if (NameColumn.isLast(list.columns().names().get(column))) {
      return anybody.cell(column);
    }
    Map<String, Integer> counts = new HashMap<>();
    String best = "";
    int most = 1;
    for (Recipient person : some) {
      int count = counts.merge(person.cell(column), 1, Integer::sum);
      if (count > most) {
        most = count;
        best = person.cell(column);
      }
    }
    return best;
  }

  private Recipient any() {
    return list.people().get(random.nextInt(list.people().size()));
  }
}
