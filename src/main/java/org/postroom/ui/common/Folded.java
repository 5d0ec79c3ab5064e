package org.postroom.ui.common;

import java.text.Normalizer;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.function.Function;
import java.util.function.IntFunction;
import java.util.function.IntPredicate;
import java.util.function.Predicate;
import org.postroom.recipients.CellSearch;

/// Words as people look for them: without regard to case and accents, so that "zoe" finds "Zoë".
public final class Folded {
  private static final char ASCII_END = 0x80;

  private Folded() {}

  public static String of(String text) {
    String lower = text.toLowerCase(Locale.ROOT);
    for (int i = 0; i < lower.length(); i++) {
      if (lower.charAt(i) >= ASCII_END) {
        return Normalizer.normalize(lower, Normalizer.Form.NFD).replaceAll("\\p{M}+", "");
      }
    }
    return lower;
  }

  private static List<String> words(String query) {
    return Arrays.stream(of(query.strip()).split("\\s+")).filter(word -> !word.isEmpty()).toList();
  }

  /// Asks about a place of a list whether the row there may be one of [#holding], much faster than
  /// by looking at the row: never no where it is.
  public static <T> Function<List<T>, IntPredicate> perhaps(String query) {
    List<String> words = words(query);
    return rows -> CellSearch.of(rows, words, Folded::of);
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
