package org.postroom.safety.check;

import java.util.Arrays;
import java.util.HashSet;
import java.util.Set;
import java.util.function.LongConsumer;

/// Values and whose they are, as hashes of 64 bits: a list of 100,000 people has some 500,000
/// distinctive values, which as texts would take a hundred megabytes. Two values that differ have
/// one hash once in a million such lists.
final class CellIndex {
  private static final long MULTIPLIER = 0x9E37_79B9_7F4A_7C15L;
  private static final int END = -1;

  /// More rows than this have it: it singles nobody out, and no more is added.
  private final int most;

  private int[] heads = filled(1 << 10);
  private long[] hashes = new long[1 << 9];
  private long[] cells = new long[1 << 9];
  private int[] next = new int[1 << 9];
  private int size;

  /// Hashes of what too many rows have, so that nobody walks through all of them again.
  private final Set<Long> common = new HashSet<>();

  CellIndex(int most) {
    this.most = most;
  }

  /// The hash of a text, which [TextHashes] has for any piece of a longer one.
  static long hash(CharSequence text) {
    long hash = 0;
    for (int i = 0; i < text.length(); i++) {
      hash = hash * MULTIPLIER + text.charAt(i) + 1;
    }
    return hash;
  }

  boolean isEmpty() {
    return size == 0;
  }

  /// Adds a cell to those of `hash`, unless one with the same `person` was added last.
  void add(long hash, long cell, long person) {
    if (common.contains(hash)) {
      return;
    }
    int slot = slot(hash);
    int count = 0;
    for (int at = heads[slot]; at != END; at = next[at]) {
      if (hashes[at] == hash) {
        if (count++ == 0 && (cells[at] & person) == (cell & person)) {
          return;
        }
      }
    }
    if (count > most) {
      common.add(hash);
      return;
    }
    if (size == hashes.length) {
      grow();
      slot = slot(hash);
    }
    hashes[size] = hash;
    cells[size] = cell;
    next[size] = heads[slot];
    heads[slot] = size++;
  }

  /// How many cells have `hash`, at most one more than are of use.
  int count(long hash) {
    int count = 0;
    for (int at = heads[slot(hash)]; at != END; at = next[at]) {
      count += hashes[at] == hash ? 1 : 0;
    }
    return count;
  }

  /// Each cell with `hash`, where they are few enough to single somebody out.
  void find(long hash, LongConsumer found) {
    int count = count(hash);
    if (count == 0 || count > most) {
      return;
    }
    for (int at = heads[slot(hash)]; at != END; at = next[at]) {
      if (hashes[at] == hash) {
        found.accept(cells[at]);
      }
    }
  }

  private int slot(long hash) {
    long mixed = (hash ^ (hash >>> 32)) * MULTIPLIER;
    return (int) (mixed >>> 40) & (heads.length - 1);
  }

  private void grow() {
    int capacity = size * 2;
    hashes = Arrays.copyOf(hashes, capacity);
    cells = Arrays.copyOf(cells, capacity);
    next = Arrays.copyOf(next, capacity);
    heads = filled(Math.min(capacity * 2, 1 << 24));
    for (int at = 0; at < size; at++) {
      int slot = slot(hashes[at]);
      next[at] = heads[slot];
      heads[slot] = at;
    }
  }

  private static int[] filled(int length) {
    int[] all = new int[length];
    Arrays.fill(all, END);
    return all;
  }

  /// The hashes of all pieces of one text, each in one step.
  static final class TextHashes {
    private static final long[] POWERS = new long[Rows.LONGEST + 1];

    static {
      POWERS[0] = 1;
      for (int i = 1; i < POWERS.length; i++) {
        POWERS[i] = POWERS[i - 1] * MULTIPLIER;
      }
    }

    private final long[] until;

    TextHashes(String text) {
      until = new long[text.length() + 1];
      for (int i = 0; i < text.length(); i++) {
        until[i + 1] = until[i] * MULTIPLIER + text.charAt(i) + 1;
      }
    }

    /// @param to at most [Rows#LONGEST] behind `from`
    long of(int from, int to) {
      return until[to] - until[from] * POWERS[to - from];
    }
  }
}
