package org.postroom.ui.common;

import java.util.List;
import java.util.Objects;
import java.util.function.Function;
import java.util.function.IntFunction;
import java.util.function.Predicate;
import org.jspecify.annotations.Nullable;
import org.postroom.recipients.CellSearch;

/// Who of a list is looked for.
///
/// @param rows says it of a row
/// @param words each of which stands in one of the row's cells
/// @param besides what else is asked for; null for nothing
/// @param quick what the bytes of the rows tell about `words`
public record Wanted<T>(
    Predicate<T> rows,
    List<String> words,
    @Nullable Object besides,
    Function<List<T>, CellSearch.Question> quick) {
  /// Those of whom `rows` says so, and nothing else tells.
  public static <T> Wanted<T> of(Predicate<T> rows) {
    return new Wanted<>(rows, List.of(), rows, _ -> _ -> CellSearch.Told.PERHAPS);
  }

  /// Those in one of whose cells each word of `query` stands.
  ///
  /// @param cells a row's cells, as far as it is looked through
  public static <T> Wanted<T> holding(
      String query, Function<T, IntFunction<String>> cells, int count) {
    List<String> words = Folded.words(query);
    return new Wanted<>(
        Folded.holding(query, cells, count), words, null, rows -> CellSearch.of(rows, words));
  }

  /// Of these, those of whom `also` says so.
  ///
  /// @param what equal where the same is asked for again
  public Wanted<T> and(Object what, Predicate<T> also) {
    return new Wanted<>(
        rows.and(also),
        words,
        what,
        all -> {
          CellSearch.Question question = quick.apply(all);
          return place -> atMostPerhaps(question.at(place));
        });
  }

  private static CellSearch.Told atMostPerhaps(CellSearch.Told told) {
    return told == CellSearch.Told.NO ? told : CellSearch.Told.PERHAPS;
  }

  /// True where all of these were found by `earlier` already: a letter more was typed.
  boolean isWithin(Wanted<T> earlier) {
    return Objects.equals(besides, earlier.besides)
        && earlier.words.stream().allMatch(word -> words.stream().anyMatch(w -> w.contains(word)));
  }
}
