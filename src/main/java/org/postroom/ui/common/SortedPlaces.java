package org.postroom.ui.common;

import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.function.Function;
import java.util.regex.Pattern;

/// Sorts places of rows by one of their cells: amounts as numbers, words without regard to case and
/// accents, empty cells last either way, rows that are alike in the order of the file.
final class SortedPlaces {
  private static final Pattern AROUND = Pattern.compile("^[\\p{Sc}\\s]+|[\\p{Sc}%\\s]+$");
  private static final Pattern NUMBER = Pattern.compile("[+-]?\\d{1,15}(?:\\.\\d{1,15})?");

  private SortedPlaces() {}

  static <T> int[] of(List<T> all, int[] places, Function<T, String> words, boolean descending) {
    String[] keys = new String[places.length];
    double[] numbers = new double[places.length];
    boolean allNumbers = true;
    Integer[] order = new Integer[places.length];
    for (int i = 0; i < places.length; i++) {
      order[i] = i;
      keys[i] = Folded.of(words.apply(all.get(places[i])).strip());
      if (allNumbers && !keys[i].isEmpty()) {
        String bare = AROUND.matcher(keys[i]).replaceAll("").replace(",", "");
        allNumbers = NUMBER.matcher(bare).matches();
        numbers[i] = allNumbers ? Double.parseDouble(bare) : 0;
      }
    }
    Comparator<Integer> byCell =
        allNumbers
            ? Comparator.comparingDouble(i -> numbers[i])
            : Comparator.comparing(i -> keys[i]);
    Comparator<Integer> emptyLast = Comparator.comparing(i -> keys[i].isEmpty());
    // Stable: rows that are alike stay as they are in the file, whichever way it is sorted.
    Arrays.sort(order, emptyLast.thenComparing(descending ? byCell.reversed() : byCell));
    int[] sorted = new int[places.length];
    for (int i = 0; i < sorted.length; i++) {
      sorted[i] = places[order[i]];
    }
    return sorted;
  }
}
