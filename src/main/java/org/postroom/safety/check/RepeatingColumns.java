package org.postroom.safety.check;

import java.util.BitSet;
import java.util.HashSet;
import java.util.Set;
import org.postroom.recipients.Recipient;
import org.postroom.recipients.RecipientList;

/// The columns whose values stand in two rows on average, or more: towns, voices, amounts of a fee.
///
/// How many values differ is counted in one bit for each (linear counting: of a set of bits whose
/// places are chosen evenly, as many stay empty as the number of values says), since a list may
/// have a million rows of ten cells.
final class RepeatingColumns {
  private static final int BITS = 1 << 20;

  private RepeatingColumns() {}

  static Set<Integer> of(RecipientList list) {
    int columns = list.columns().size();
    BitSet[] values = new BitSet[columns];
    int[] filled = new int[columns];
    for (int at = 0; at < columns; at++) {
      values[at] = new BitSet();
    }
    for (Recipient person : list.people()) {
      for (int at = 0; at < columns; at++) {
        String value = person.cell(at);
        if (!value.isEmpty()) {
          filled[at]++;
          values[at].set(place(value));
        }
      }
    }
    Set<Integer> repeating = new HashSet<>();
    for (int at = 0; at < columns; at++) {
      if (different(values[at]) * 2 <= filled[at]) {
        repeating.add(at);
      }
    }
    return repeating;
  }

  private static long different(BitSet values) {
    double empty = Math.max(1, BITS - values.cardinality());
    return Math.round(-BITS * Math.log(empty / BITS));
  }

  private static int place(String value) {
    long hash = CellIndex.hash(value);
    long mixed = (hash ^ (hash >>> 29)) * 0xBF58_476D_1CE4_E5B9L;
    return (int) (mixed >>> 40) & (BITS - 1);
  }
}
