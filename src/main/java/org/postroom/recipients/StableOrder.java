package org.postroom.recipients;

import java.util.Arrays;
import java.util.concurrent.CancellationException;
import java.util.function.BooleanSupplier;

/// Puts numbers in order by what they stand for, of which it is told eight bytes at a time; those
/// that are alike stay as they are. Many keys are not compared but dealt out by their digits, which
/// takes a million of them a tenth of the time. A few ints a number, where objects would take ten
/// times as much.
public final class StableOrder {
  private static final int RUN = 16;
  private static final int TASK = 3;
  private static final int MANY = 1 << 12;
  private static final int BETWEEN_QUESTIONS = 1 << 16;
  private static final int DIGIT = 11;
  private static final int DIGITS = Math.ceilDiv(Long.SIZE, DIGIT);
  private static final int MASK = (1 << DIGIT) - 1;

  private final Keys told;
  private final BooleanSupplier stop;
  private final int[][] counts = new int[DIGITS][1 << DIGIT];
  private long[] keys;
  private int[] numbers;
  private long[] spareKeys;
  private int[] spare;
  private int[] tasks = new int[TASK << 8];
  private int left;
  private int asked;

  /// What numbers stand for.
  public interface Keys {
    /// A part of it, compared as an unsigned number.
    ///
    /// @param depth 0 for the first part; of others only where those before it go on
    long at(int number, int depth);

    /// True where numbers with this part in common may differ in the next.
    boolean goesOn(long key, int depth);
  }

  private StableOrder(int count, Keys told, BooleanSupplier stop) {
    this.told = told;
    this.stop = stop;
    this.keys = new long[count];
    this.numbers = new int[count];
    this.spareKeys = new long[count];
    this.spare = new int[count];
    Arrays.setAll(numbers, i -> i);
  }

  /// The numbers from 0 up to `count` in order.
  ///
  /// @param stop asked now and then; true to stop
  /// @throws CancellationException where `stop` said so
  public static int[] of(int count, Keys keys, BooleanSupplier stop) {
    StableOrder order = new StableOrder(count, keys, stop);
    order.push(0, count, 0);
    while (order.left > 0) {
      order.left -= TASK;
      order.sort(order.tasks[order.left], order.tasks[order.left + 1], order.tasks[order.left + 2]);
    }
    return order.numbers;
  }

  /// Where they are alike so far.
  private void sort(int start, int end, int depth) {
    boolean alike = true;
    for (int i = start; i < end; i++) {
      ask();
      keys[i] = told.at(numbers[i], depth);
      alike &= keys[i] == keys[start];
    }
    if (!alike && end - start >= MANY) {
      deal(start, end);
    } else if (!alike) {
      merge(start, end);
    }
    int from = start;
    for (int i = start + 1; i <= end; i++) {
      if (i == end || keys[i] != keys[from]) {
        if (i - from > 1 && told.goesOn(keys[from], depth)) {
          push(from, i, depth + 1);
        }
        from = i;
      }
    }
  }

  /// To be put in order later: one in another, cells of the same hundred thousand chars would be
  /// too deep.
  private void push(int start, int end, int depth) {
    if (left == tasks.length) {
      tasks = Arrays.copyOf(tasks, left * 2);
    }
    tasks[left] = start;
    tasks[left + 1] = end;
    tasks[left + 2] = depth;
    left += TASK;
  }

  /// From the last digit to the first, each time without changing the order of those that are
  /// alike.
  private void deal(int start, int end) {
    for (int[] some : counts) {
      Arrays.fill(some, 0);
    }
    for (int i = start; i < end; i++) {
      long key = keys[i];
      for (int digit = 0; digit < DIGITS; digit++) {
        counts[digit][(int) (key >>> (digit * DIGIT)) & MASK]++;
      }
    }
    boolean moved = false;
    for (int digit = 0; digit < DIGITS; digit++) {
      int first = (int) (keys[start] >>> (digit * DIGIT)) & MASK;
      if (counts[digit][first] < end - start) {
        deal(start, end, digit);
        moved = !moved;
      }
    }
    if (moved) {
      System.arraycopy(keys, start, spareKeys, start, end - start);
      System.arraycopy(numbers, start, spare, start, end - start);
      exchange();
    }
  }

  private void deal(int start, int end, int digit) {
    int[] places = counts[digit];
    int place = start;
    for (int i = 0; i < places.length; i++) {
      int count = places[i];
      places[i] = place;
      place += count;
    }
    for (int i = start; i < end; i++) {
      ask();
      int to = places[(int) (keys[i] >>> (digit * DIGIT)) & MASK]++;
      spareKeys[to] = keys[i];
      spare[to] = numbers[i];
    }
    exchange();
  }

  private void exchange() {
    long[] otherKeys = keys;
    keys = spareKeys;
    spareKeys = otherKeys;
    int[] other = numbers;
    numbers = spare;
    spare = other;
  }

  private void merge(int start, int end) {
    for (int from = start; from < end; from += RUN) {
      insert(from, Math.min(from + RUN, end));
    }
    boolean moved = false;
    for (int width = RUN; width < end - start; width *= 2) {
      for (int from = start; from < end; from += 2 * width) {
        merge(from, Math.min(from + width, end), Math.min(from + 2 * width, end));
      }
      exchange();
      moved = !moved;
    }
    if (moved) {
      System.arraycopy(keys, start, spareKeys, start, end - start);
      System.arraycopy(numbers, start, spare, start, end - start);
      exchange();
    }
  }

  private void insert(int from, int to) {
    for (int i = from + 1; i < to; i++) {
      long key = keys[i];
      int number = numbers[i];
      int at = i;
      while (at > from && Long.compareUnsigned(keys[at - 1], key) > 0) {
        keys[at] = keys[at - 1];
        numbers[at] = numbers[at - 1];
        at--;
      }
      keys[at] = key;
      numbers[at] = number;
    }
  }

  private void merge(int from, int middle, int to) {
    int left = from;
    int right = middle;
    for (int at = from; at < to; at++) {
      boolean takesLeft =
          left < middle && (right == to || Long.compareUnsigned(keys[left], keys[right]) <= 0);
      int taken = takesLeft ? left++ : right++;
      spareKeys[at] = keys[taken];
      spare[at] = numbers[taken];
    }
  }

  private void ask() {
    ask(asked++, stop);
  }

  /// Asks `stop` now and then.
  ///
  /// @param at how far the work is
  /// @throws CancellationException where `stop` said so
  public static void ask(int at, BooleanSupplier stop) {
    if ((at & (BETWEEN_QUESTIONS - 1)) == 0 && stop.getAsBoolean()) {
      throw new CancellationException();
    }
  }
}
