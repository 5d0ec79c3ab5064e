package org.postroom.ui.common;

import java.util.Arrays;
import java.util.List;
import java.util.function.Function;
import java.util.function.IntFunction;
import java.util.function.Predicate;
import org.postroom.recipients.FoldedCell;

/// Words as people look for them: without regard to case and accents, so that "zoe" finds "Zoë".
public final class Folded {
  private Folded() {}

  public static String of(String text) {
    return FoldedCell.of(text);
  }

  /// The words of a query, as they stand in cells that [#of] has folded.
  public static List<String> words(String query) {
    return Arrays.stream(of(query.strip()).split("\\s+")).filter(word -> !word.isEmpty()).toList();
  }

  /// Those in one of whose cells each word of `query` stands.
  ///
  /// @param cells a row's cells, as far as it is looked through
  public static <T> Predicate<T> holding(
      String query, Function<T, IntFunction<String>> cells, int count) {
    List<String> words = words(query);
    return row -> {
      IntFunction<String> cell = cells.apply(row);
      int found = 0;
      for (String word : words) {
        int before = found;
        for (int i = 0; i < count && found == before; i++) {
          found += of(cell.apply(i)).contains(word) ? 1 : 0;
        }
        if (found == before) {
          return false;
        }
      }
      return true;
    };
  }
}
