package org.postroom.ui.common;

import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
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

  /// Reads every cell once.
  public static List<ColumnFacts> of(RecipientList list) {
    List<ColumnFacts> facts = new ArrayList<>();
    List<Recipient> people = list.people();
    for (int column = 0; column < list.columns().size(); column++) {
      Set<String> samples = new LinkedHashSet<>();
      int empty = 0;
      int longest = 0;
      for (int i = 0; i < people.size(); i++) {
        String cell = people.get(i).cell(column);
        if (cell.isBlank()) {
          empty++;
        } else if (samples.size() < SAMPLES) {
          samples.add(cell.strip());
        }
        if (i < MEASURED) {
          longest = Math.max(longest, cell.length());
        }
      }
      facts.add(
          new ColumnFacts(
              list.columns().names().get(column),
              List.copyOf(samples),
              empty,
              people.size(),
              longest));
    }
    return facts;
  }

  /// True where an empty cell is the exception, so that it is worth seeing.
  public boolean emptyIsRare() {
    return empty > 0 && empty * 5 <= people;
  }
}
