package org.postroom.safety;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.postroom.recipients.RecipientList;
import org.postroom.safety.check.ListedCells;

/// Lists that were imported earlier, as the workspace keeps them, but with their values instead of
/// fingerprints.
public final class RememberedLists extends NoMemory {
  private final Map<String, List<Kept>> cells = new HashMap<>();
  private final Map<String, Integer> words = new HashMap<>();
  private int lists;

  private record Kept(EarlierCells.EarlierList list, int person, int traits) {}

  private int lookUps;

  /// One list with these people in it.
  public static RememberedLists of(Kit... kits) {
    RememberedLists lists = new RememberedLists();
    for (Kit kit : kits) {
      lists.add(kit.reviewSubject().list());
    }
    return lists;
  }

  private void add(RecipientList list) {
    ListCells all = ListedCells.of(list);
    var earlier = new EarlierCells.EarlierList(++lists, "earlier-" + lists + ".csv", all.people());
    Map<String, Integer> rows = new HashMap<>();
    for (int person = 0; person < all.people(); person++) {
      all.of(person, cell -> rows.merge(cell.value(), 1, Integer::sum));
    }
    for (int person = 0; person < all.people(); person++) {
      int at = person;
      all.of(
          person,
          cell -> {
            if (rows.getOrDefault(cell.value(), 0) > all.most()) {
              return;
            }
            cells
                .computeIfAbsent(cell.value(), _ -> new ArrayList<>())
                .add(new Kept(earlier, at, cell.traits()));
            cell.begins()
                .forEach(
                    word ->
                        words.merge(word, 1 << (cell.words() - 1), (one, other) -> one | other));
          });
    }
  }

  /// How often words were asked for.
  int lookUps() {
    return lookUps;
  }

  @Override
  public EarlierCells earlierCells() {
    return new EarlierCells() {
      @Override
      public boolean isEmpty() {
        return cells.isEmpty();
      }

      @Override
      public int[] lengths(List<String> asked) {
        lookUps++;
        return asked.stream().mapToInt(word -> words.getOrDefault(word, 0)).toArray();
      }

      @Override
      public void find(List<String> values, Found found) {
        for (int value = 0; value < values.size(); value++) {
          for (Kept kept : cells.getOrDefault(values.get(value), List.of())) {
            found.cell(kept.list(), kept.person(), kept.traits(), value);
          }
        }
      }
    };
  }
}
