package org.postroom.recipients;

import java.util.Arrays;
import java.util.function.IntFunction;
import java.util.function.IntPredicate;
import org.postroom.address.MailboxKey;

/// Which rows belong to which mailbox: four ints a row. A hash leads to the first row of a mailbox,
/// each row to the next of the same mailbox; the rows themselves say whether it is the same.
public final class MailboxIndex {
  static final MailboxIndex NONE = new MailboxIndex(new int[0]);
  private static final int NO_ROW = -1;

  private final int[] hashes;
  private final int[] next;
  private final int[] last;
  private final int[] slots;
  private int repeated;

  /// @param hashes of each row's mailbox, as [#hash(MailboxKey)] has them
  public MailboxIndex(int[] hashes) {
    this.hashes = hashes;
    next = new int[hashes.length];
    last = new int[hashes.length];
    slots = new int[Math.max(2, Integer.highestOneBit(Math.max(1, hashes.length)) * 4)];
    Arrays.fill(slots, NO_ROW);
    Arrays.fill(next, NO_ROW);
  }

  public static int hash(MailboxKey key) {
    int hash = key.value().hashCode() * 0x9E3779B9;
    return hash ^ (hash >>> 15);
  }

  /// Rows come in order, each once.
  ///
  /// @param keys the mailbox of a row
  public void add(int row, IntFunction<MailboxKey> keys) {
    int slot = hashes[row] & (slots.length - 1);
    MailboxKey key = null;
    while (slots[slot] != NO_ROW) {
      int first = slots[slot];
      if (hashes[first] == hashes[row]) {
        key = key == null ? keys.apply(row) : key;
        if (keys.apply(first).equals(key)) {
          next[last[first]] = row;
          last[first] = row;
          repeated++;
          return;
        }
      }
      slot = (slot + 1) & (slots.length - 1);
    }
    slots[slot] = row;
    last[row] = row;
  }

  /// True where some mailbox has several rows.
  boolean hasRepeated() {
    return repeated > 0;
  }

  /// True where this row is the first of several of its mailbox.
  boolean isFirstOfSeveral(int row) {
    return last[row] > row;
  }

  /// True where this row, which was added, is the only one or the first of its mailbox.
  public boolean isFirst(int row) {
    return last[row] >= row;
  }

  /// The next row of the same mailbox, or -1.
  public int next(int row) {
    return next[row];
  }

  /// The first row of this mailbox that is `wanted`, or -1.
  int find(MailboxKey key, IntFunction<MailboxKey> keys, IntPredicate wanted) {
    int row = first(key, keys);
    while (row != NO_ROW && !wanted.test(row)) {
      row = next[row];
    }
    return row;
  }

  private int first(MailboxKey key, IntFunction<MailboxKey> keys) {
    int hash = hash(key);
    int slot = hash & (slots.length - 1);
    while (slots[slot] != NO_ROW) {
      int row = slots[slot];
      if (hashes[row] == hash && keys.apply(row).equals(key)) {
        return row;
      }
      slot = (slot + 1) & (slots.length - 1);
    }
    return NO_ROW;
  }
}
