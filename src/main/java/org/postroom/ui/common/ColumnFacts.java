package org.postroom.ui.common;

import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import java.util.stream.IntStream;
import org.postroom.recipients.FieldName;
import org.postroom.recipients.Recipient;
import org.postroom.recipients.RecipientList;

/// What a column holds, for menus and tables.
///
/// @param name the column
/// @param samples its first different values, at most four
/// @param empty how many people's cells are empty
/// @param people how many people there are
/// @param longest characters of the longest value among the first thousand people
public record ColumnFacts(
    FieldName name, List<String> samples, int empty, int people, int longest) {
  private static final int SAMPLES = 4;
  private static final int MEASURED = 1000;

  public ColumnFacts {
    samples = List.copyOf(samples);
  }

  /// Reads every cell once. Each person is made once: of a million that is most of the work.
  public static List<ColumnFacts> of(RecipientList list) {
    List<Recipient> people = list.people();
    List<FieldName> names = list.columns().names();
    List<Set<String>> samples =
        names.stream().<Set<String>>map(_ -> new LinkedHashSet<>()).toList();
    int[] empty = new int[names.size()];
    int[] longest = new int[names.size()];
    for (int i = 0; i < people.size(); i++) {
      List<String> cells = people.get(i).cells();
      for (int column = 0; column < names.size(); column++) {
        String cell = cells.get(column);
        if (cell.isBlank()) {
          empty[column]++;
        } else if (samples.get(column).size() < SAMPLES) {
          samples.get(column).add(cell.strip());
        }
        if (i < MEASURED) {
          longest[column] = Math.max(longest[column], cell.length());
        }
      }
    }
    return IntStream.range(0, names.size())
        .mapToObj(
            column ->
                new ColumnFacts(
                    names.get(column),
                    List.copyOf(samples.get(column)),
                    empty[column],
                    people.size(),
                    longest[column]))
        .toList();
  }

  /// True where an empty cell is the exception, so that it is worth seeing.
  public boolean emptyIsRare() {
    return empty > 0 && empty * 5 <= people;
  }
}
