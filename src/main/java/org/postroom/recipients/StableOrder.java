package org.postroom.recipients;

import java.util.Arrays;
import java.util.concurrent.CancellationException;
import java.util.function.BooleanSupplier;

/// Puts numbers in order by comparing what they stand for; those that are alike stay as they are.
/// Two ints a number, where objects would take ten times as much.
public final class StableOrder {
  private static final int RUN = 16;
  private static final int BETWEEN_QUESTIONS = 1 << 16;

  private final Comparison comparison;
  private final BooleanSupplier stop;

  /// As [java.util.Comparator#compare], of numbers.
  @FunctionalInterface
  public interface Comparison {
    int compare(int one, int other);
  }

  private StableOrder(Comparison comparison, BooleanSupplier stop) {
    this.comparison = comparison;
    this.stop = stop;
  }

  /// The numbers from 0 up to `count` in order.
  ///
  /// @param stop asked now and then; true to stop
  /// @throws CancellationException where `stop` said so
  public static int[] of(int count, Comparison comparison, BooleanSupplier stop) {
    int[] numbers = new int[count];
    Arrays.setAll(numbers, i -> i);
    return new StableOrder(comparison, stop).sorted(numbers);
  }

  private int[] sorted(int[] numbers) {
    for (int from = 0; from < numbers.length; from += RUN) {
      insert(numbers, from, Math.min(from + RUN, numbers.length));
    }
    int[] sorted = numbers;
    int[] other = new int[numbers.length];
    for (long width = RUN; width < numbers.length; width *= 2) {
      for (long from = 0; from < numbers.length; from += 2 * width) {
        int middle = (int) Math.min(from + width, numbers.length);
        merge(sorted, other, (int) from, middle, (int) Math.min(from + 2 * width, numbers.length));
      }
      int[] next = other;
      other = sorted;
      sorted = next;
    }
    return sorted;
  }

  private void insert(int[] numbers, int from, int to) {
    ask(from);
    for (int i = from + 1; i < to; i++) {
      int number = numbers[i];
      int at = i;
      while (at > from && comparison.compare(numbers[at - 1], number) > 0) {
        numbers[at] = numbers[at - 1];
        at--;
      }
      numbers[at] = number;
    }
  }

  private void merge(int[] in, int[] out, int from, int middle, int to) {
    int left = from;
    int right = middle;
    for (int at = from; at < to; at++) {
      ask(at);
      boolean takesLeft =
          left < middle && (right == to || comparison.compare(in[left], in[right]) <= 0);
      out[at] = takesLeft ? in[left++] : in[right++];
    }
  }

  private void ask(int at) {
    ask(at, stop);
  }

  /// Asks `stop` now and then.
  ///
  /// @param at how far the work is
  /// @throws CancellationException where `stop` said so
  public static void ask(int at, BooleanSupplier stop) {
    if (at % BETWEEN_QUESTIONS == 0 && stop.getAsBoolean()) {
      throw new CancellationException();
    }
  }
}
