package org.postroom.recipients;

import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.function.IntPredicate;
import java.util.function.UnaryOperator;

/// Finds rows by words that stand in their cells. It looks at the bytes of a row, and makes a text
/// only of a cell that holds more than ASCII: among a million rows that is the difference between
/// one second and ten. Immutable; safe for several threads.
public final class CellSearch {
  /// More words are not asked for; those beyond count as found.
  private static final int MOST_WORDS = Long.SIZE - 1;

  private final List<String> words;
  private final List<byte[]> ascii;
  private final UnaryOperator<String> folded;
  private final long all;

  private CellSearch(List<String> words, UnaryOperator<String> folded) {
    this.words = words.stream().limit(MOST_WORDS).toList();
    this.ascii = this.words.stream().map(CellSearch::ascii).toList();
    this.folded = folded;
    this.all = (1L << this.words.size()) - 1;
  }

  /// Says of a place among `rows` whether the row there may hold each of the words in one of its
  /// cells: never no where it does. About rows that are not kept as bytes, and those that somebody
  /// corrected, it says yes.
  ///
  /// @param rows people, rows left out, or rows of a table
  /// @param words as `folded` leaves them; none is empty
  /// @param folded how a cell is compared; of ASCII it must leave the small letters
  public static IntPredicate of(List<?> rows, List<String> words, UnaryOperator<String> folded) {
    CellSearch search = new CellSearch(words, folded);
    return switch (rows) {
      case JudgedPeople people -> place -> people.mayHold(place, search);
      case JudgedPeople.Others others -> place -> others.mayHold(place, search);
      case PackedRows packed -> place -> packed.mayHold(place, search);
      default -> _ -> true;
    };
  }

  /// Empty where it is not ASCII, and so in no cell that is.
  private static byte[] ascii(String word) {
    boolean plain = word.chars().allMatch(c -> c < 0x80);
    return plain ? word.getBytes(StandardCharsets.US_ASCII) : new byte[0];
  }

  /// True where each word stands in one of the cells.
  boolean finds(Packing.Cursor cells, int count) {
    long missing = all;
    for (int i = 0; i < count && missing != 0; i++) {
      missing &= ~cells.found(this, missing);
    }
    return missing == 0;
  }

  /// Which of the `wanted` words stand in this cell: a bit each.
  long in(String cell, long wanted) {
    String text = folded.apply(cell);
    long found = 0;
    for (int i = 0; i < words.size(); i++) {
      found |= (wanted >>> i & 1) != 0 && text.contains(words.get(i)) ? 1L << i : 0;
    }
    return found;
  }

  /// As [#in(String, long)], of a cell that is ASCII.
  long in(byte[] bytes, int start, int end, long wanted) {
    long found = 0;
    for (int i = 0; i < ascii.size(); i++) {
      byte[] word = ascii.get(i);
      boolean asked = (wanted >>> i & 1) != 0 && word.length > 0;
      found |= asked && holds(bytes, start, end, word) ? 1L << i : 0;
    }
    return found;
  }

  private static boolean holds(byte[] bytes, int start, int end, byte[] word) {
    byte first = word[0];
    for (int at = start; at <= end - word.length; at++) {
      if (small(bytes[at]) == first) {
        int same = 1;
        while (same < word.length && small(bytes[at + same]) == word[same]) {
          same++;
        }
        if (same == word.length) {
          return true;
        }
      }
    }
    return false;
  }

  private static int small(byte c) {
    return c >= 'A' && c <= 'Z' ? c + ('a' - 'A') : c;
  }
}
