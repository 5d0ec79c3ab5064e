package org.postroom.ui.common;

import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.function.BooleanSupplier;
import java.util.function.Function;
import java.util.regex.Pattern;
import org.postroom.recipients.CellBytes;
import org.postroom.recipients.FoldedCell;
import org.postroom.recipients.StableOrder;
import org.postroom.recipients.TextOrder;

/// Sorts places of rows by one of their cells: amounts as numbers, words without regard to case and
/// accents, empty cells last either way, rows that are alike in the order of the file.
final class SortedPlaces implements StableOrder.Keys {
  private static final Pattern AROUND = Pattern.compile("^[\\p{Sc}\\s]+|[\\p{Sc}%\\s]+$");
  private static final Pattern NUMBER = Pattern.compile("[+-]?\\d{1,15}(?:\\.\\d{1,15})?");

  private final TextOrder texts = new TextOrder();
  private final int[] numbers;
  private final boolean descending;
  private final long[] amounts;
  private boolean allAmounts = true;

  private SortedPlaces(int count, boolean descending) {
    this.numbers = new int[count];
    this.amounts = new long[count];
    this.descending = descending;
  }

  /// What is sorted by.
  ///
  /// @param words of a row
  /// @param bytes the same, where the bytes of the row tell
  record Key<T>(Function<T, String> words, Function<List<T>, CellBytes> bytes) {
    /// Where nothing but the row tells.
    static <T> Key<T> of(Function<T, String> words) {
      return new Key<>(words, _ -> (_, _) -> false);
    }
  }

  /// @param stop asked now and then; true to stop
  /// @throws java.util.concurrent.CancellationException where `stop` said so
  static <T> int[] of(
      List<T> all, int[] places, Key<T> key, boolean descending, BooleanSupplier stop) {
    SortedPlaces sorted = new SortedPlaces(places.length, descending);
    CellBytes bytes = key.bytes().apply(all);
    FoldedCell cell = new FoldedCell();
    for (int i = 0; i < places.length; i++) {
      StableOrder.ask(i, stop);
      if (bytes.at(places[i], cell)) {
        sorted.add(cell.bytes(), cell.length());
      } else {
        byte[] words =
            FoldedCell.of(key.words().apply(all.get(places[i])).strip())
                .getBytes(StandardCharsets.UTF_8);
        sorted.add(words, words.length);
      }
    }
    return sorted.order(places, stop);
  }

  private void add(byte[] utf8, int length) {
    int number = texts.size();
    texts.add(utf8, length);
    if (allAmounts && length > 0) {
      double amount = amount(utf8, length);
      allAmounts = !Double.isNaN(amount);
      amounts[number] = ordered(amount);
    }
  }

  /// Not a number where it is none.
  private static double amount(byte[] utf8, int length) {
    double plain = Amounts.of(utf8, length);
    if (!Double.isNaN(plain)) {
      return plain;
    }
    String text = new String(utf8, 0, length, StandardCharsets.UTF_8);
    String bare = AROUND.matcher(text).replaceAll("").replace(",", "");
    return NUMBER.matcher(bare).matches() ? Double.parseDouble(bare) : Double.NaN;
  }

  /// In the order of [Double#compare], as unsigned numbers.
  private static long ordered(double amount) {
    long bits = Double.doubleToLongBits(amount);
    return bits ^ (bits >> (Long.SIZE - 1) | Long.MIN_VALUE);
  }

  /// Stable: rows that are alike stay as they are in the file, whichever way it is sorted.
  private int[] order(int[] places, BooleanSupplier stop) {
    int filled = 0;
    for (int i = 0; i < places.length; i++) {
      if (!texts.isEmpty(i)) {
        numbers[filled++] = i;
      }
    }
    int[] order = StableOrder.of(filled, this, stop);
    int[] sorted = new int[places.length];
    for (int i = 0; i < filled; i++) {
      sorted[i] = places[numbers[order[i]]];
    }
    int at = filled;
    for (int i = 0; i < places.length; i++) {
      if (texts.isEmpty(i)) {
        sorted[at++] = places[i];
      }
    }
    return sorted;
  }

  @Override
  public long at(int number, int depth) {
    int text = numbers[number];
    long key = allAmounts ? amounts[text] : texts.at(text, depth);
    return descending ? ~key : key;
  }

  @Override
  public boolean goesOn(long key, int depth) {
    return !allAmounts && texts.goesOn(descending ? ~key : key, depth);
  }
}
