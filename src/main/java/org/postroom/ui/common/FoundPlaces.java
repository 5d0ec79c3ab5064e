package org.postroom.ui.common;

import java.util.Arrays;
import java.util.List;
import java.util.concurrent.CancellationException;
import java.util.function.Consumer;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;
import org.postroom.engine.WorkProgress;
import org.postroom.recipients.CellSearch;

/// Looks through the rows of a list, a piece on each processor, and keeps the places of those that
/// are wanted.
final class FoundPlaces<T> {
  private static final int PIECE = 4096;
  private static final int PIECES = 8;

  private final List<T> all;
  private final int @Nullable [] among;
  private final Wanted<T> wanted;
  private final int[] places;
  private int count;

  /// @param among places to look at, or null for all
  FoundPlaces(List<T> all, int @Nullable [] among, Wanted<T> wanted) {
    this.all = all;
    this.among = among;
    this.wanted = wanted;
    this.places = new int[among == null ? all.size() : among.length];
  }

  /// In the order of the list.
  ///
  /// @param meanwhile told the first of them, as long as others are looked for
  /// @param soon nanoseconds after which that begins; each time as long again goes by
  /// @throws CancellationException where `progress` said to stop
  int[] find(WorkProgress progress, Consumer<List<T>> meanwhile, long soon) {
    long begun = System.nanoTime();
    long next = soon;
    int wave = PIECE * PIECES;
    int[] counts = new int[PIECES];
    for (int start = 0; start < places.length; start += wave) {
      if (!progress.at(start, places.length)) {
        throw new CancellationException();
      }
      if (count > 0 && System.nanoTime() - begun > next) {
        next = 2 * (System.nanoTime() - begun);
        meanwhile.accept(new Some<>(all, Arrays.copyOf(places, count)));
      }
      int first = start;
      int pieces = Math.ceilDiv(Math.min(wave, places.length - start), PIECE);
      IntStream.range(0, pieces)
          .parallel()
          .forEach(piece -> counts[piece] = find(first + piece * PIECE));
      for (int piece = 0; piece < pieces; piece++) {
        System.arraycopy(places, first + piece * PIECE, places, count, counts[piece]);
        count += counts[piece];
      }
    }
    return Arrays.copyOf(places, count);
  }

  /// Puts those of one piece at its beginning; what is behind it is nobody's.
  private int find(int start) {
    CellSearch.Question question = wanted.quick().apply(all);
    int to = start;
    for (int i = start; i < Math.min(start + PIECE, places.length); i++) {
      int place = among == null ? i : among[i];
      boolean found =
          switch (question.at(place)) {
            case NO -> false;
            case YES -> true;
            case PERHAPS -> wanted.rows().test(all.get(place));
          };
      if (found) {
        places[to++] = place;
      }
    }
    return to - start;
  }
}
