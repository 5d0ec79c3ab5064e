package org.postroom.ui.common;

import java.util.List;
import java.util.function.BooleanSupplier;
import java.util.function.Function;
import java.util.regex.Pattern;
import org.postroom.recipients.StableOrder;
import org.postroom.recipients.TextOrder;

/// Sorts places of rows by one of their cells: amounts as numbers, words without regard to case and
/// accents, empty cells last either way, rows that are alike in the order of the file.
final class SortedPlaces {
  private static final Pattern AROUND = Pattern.compile("^[\\p{Sc}\\s]+|[\\p{Sc}%\\s]+$");
  private static final Pattern NUMBER = Pattern.compile("[+-]?\\d{1,15}(?:\\.\\d{1,15})?");

  private SortedPlaces() {}

  /// @param stop asked now and then; true to stop
  /// @throws java.util.concurrent.CancellationException where `stop` said so
  static <T> int[] of(
      List<T> all,
      int[] places,
      Function<T, String> words,
      boolean descending,
      BooleanSupplier stop) {
    TextOrder keys = new TextOrder();
    double[] numbers = new double[places.length];
    boolean allNumbers = true;
    for (int i = 0; i < places.length; i++) {
      StableOrder.ask(i, stop);
      String key = Folded.of(words.apply(all.get(places[i])).strip());
      keys.add(key);
      if (allNumbers && !key.isEmpty()) {
        String bare = AROUND.matcher(key).replaceAll("").replace(",", "");
        allNumbers = NUMBER.matcher(bare).matches();
        numbers[i] = allNumbers ? Double.parseDouble(bare) : 0;
      }
    }
    StableOrder.Comparison byCell =
        allNumbers ? (one, other) -> Double.compare(numbers[one], numbers[other]) : keys::compare;
    StableOrder.Comparison asAsked =
        descending ? (one, other) -> byCell.compare(other, one) : byCell;
    // Stable: rows that are alike stay as they are in the file, whichever way it is sorted.
    int[] order =
        StableOrder.of(
            places.length,
            (one, other) -> {
              int emptyLast = Boolean.compare(keys.isEmpty(one), keys.isEmpty(other));
              return emptyLast == 0 ? asAsked.compare(one, other) : emptyLast;
            },
            stop);
    for (int i = 0; i < order.length; i++) {
      order[i] = places[order[i]];
    }
    return order;
  }
}
