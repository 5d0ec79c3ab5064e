package org.postroom.recipients;

import java.lang.invoke.MethodHandles;
import java.lang.invoke.VarHandle;
import java.nio.ByteOrder;
import java.nio.charset.StandardCharsets;

/// A word that is looked for in the cells of rows as [Packing] writes them. Eight bytes are looked
/// at in one go: a hundred million wait for it, and the small compiler that a window is started
/// with takes five times as long for one after the other. For one thread at a time.
final class SoughtWord {
  private static final VarHandle EIGHT =
      MethodHandles.byteArrayViewVarHandle(long[].class, ByteOrder.LITTLE_ENDIAN);
  private static final long ONES = 0x0101_0101_0101_0101L;
  private static final long HIGH = ONES << 7;
  private static final int MOST_NOTED = 64;
  private static final int[] NOTHING = {};
  private static final int FOUND = -1;
  private static final byte CASE = 'a' - 'A';

  /// What is looked for first, so that few places are looked at twice.
  private static final String SELDOM_FIRST = "qzxjvkwyfbghpmducl.tnsrioae";

  private final String word;
  private final byte[] utf8;
  private final int anchor;
  private final long pattern;
  private final long small;
  private final FoldedCell folded = new FoldedCell();
  private final int[] noted = new int[MOST_NOTED];
  private int at;

  /// @param word as [FoldedCell#of] leaves it; not empty
  SoughtWord(String word) {
    this.word = word;
    byte[] bytes = word.getBytes(StandardCharsets.UTF_8);
    // Half of a surrogate pair is in no cell that is UTF-8.
    this.utf8 = new String(bytes, StandardCharsets.UTF_8).equals(word) ? bytes : new byte[0];
    int best = 0;
    for (int i = 1; i < utf8.length; i++) {
      best = rank(utf8[i]) < rank(utf8[best]) ? i : best;
    }
    byte first = utf8.length == 0 ? 0 : utf8[best];
    this.anchor = best;
    this.pattern = ONES * (first & 0xFF);
    this.small = first >= 'a' && first <= 'z' ? ONES * CASE : 0;
  }

  /// Other characters are in the middle: a digit, or a letter that is not European.
  private static int rank(byte b) {
    int rank = SELDOM_FIRST.indexOf(b);
    return rank < 0 ? SELDOM_FIRST.indexOf('w') : rank;
  }

  /// @param bytes of which those between the two places are a row with cells of its own; behind it
  ///   there may be zeros
  boolean isInRow(byte[] bytes, int start, int end) {
    int others = utf8.length == 0 ? FOUND : look(bytes, start, end, noted);
    if (others == 0) {
      return false;
    }
    int cells = start;
    while (bytes[cells] < 0) {
      cells++; // The line.
    }
    // What looks like the word may stand in two cells; what does not may be other letters of it.
    return (others == FOUND || others > noted.length)
        ? isIn(bytes, cells + 1, PackedTexts.NONE)
        : isInOthers(bytes, cells + 1, others);
  }

  /// @param bytes in which cells stand
  /// @param from where their number stands
  /// @param shared texts that cells may be among
  boolean isIn(byte[] bytes, int from, PackedTexts shared) {
    at = from;
    int count = number(bytes);
    for (int cell = 0; cell < count; cell++) {
      if (isInNext(bytes, shared)) {
        return true;
      }
    }
    return false;
  }

  /// In the cell that is next.
  private boolean isInNext(byte[] bytes, PackedTexts shared) {
    int head = number(bytes);
    int length = head >>> Packing.KINDS;
    if ((head & Packing.SHARED) != 0) {
      return shared.holds(length, this);
    }
    int start = at;
    at += length;
    if ((head & Packing.UTF_16) != 0) {
      return FoldedCell.of(Packing.utf16(bytes, start, length)).contains(word);
    }
    return utf8.length > 0 && isInCell(bytes, start, start + length);
  }

  /// In a cell alone.
  boolean isInCellAt(byte[] bytes, int place) {
    int before = at;
    at = place;
    boolean found = isInNext(bytes, PackedTexts.NONE);
    at = before;
    return found;
  }

  /// As [#isIn], where the word is in no cell of ASCII letters alone.
  ///
  /// @param others how many bytes were noted that are no ASCII
  private boolean isInOthers(byte[] bytes, int from, int others) {
    at = from;
    int count = number(bytes);
    int next = 0;
    for (int cell = 0; cell < count && next < others; cell++) {
      int head = at;
      int length = number(bytes) >>> Packing.KINDS;
      int start = at;
      while (next < others && noted[next] < start) {
        next++;
      }
      if (next < others && noted[next] < start + length && isInCellAt(bytes, head)) {
        return true;
      }
      at = start + length;
    }
    return false;
  }

  private int number(byte[] bytes) {
    int value = bytes[at++];
    if (value < 0) {
      value &= 0x7F;
      int shift = 7;
      int next;
      do {
        next = bytes[at++];
        value |= (next & 0x7F) << shift;
        shift += 7;
      } while (next < 0);
    }
    return value;
  }

  private boolean isInCell(byte[] bytes, int start, int end) {
    int others = look(bytes, start, end, NOTHING);
    if (others <= 0) {
      return others == FOUND;
    }
    return folded.fold(bytes, start, end)
        ? look(folded.bytes(), 0, folded.length(), NOTHING) == FOUND
        : FoldedCell.of(new String(bytes, start, end - start, StandardCharsets.UTF_8))
            .contains(word);
  }

  /// @param into takes the places of bytes that are no ASCII, as far as there is room
  /// @return how many of those there are, or that the word was found
  private int look(byte[] bytes, int from, int to, int[] into) {
    int others = 0;
    for (int i = from; i < to; i += Long.BYTES) {
      long eight = i + Long.BYTES <= to ? (long) EIGHT.get(bytes, i) : last(bytes, i, to);
      for (long high = eight & HIGH; high != 0; high &= high - 1) {
        if (others < into.length) {
          into[others] = i + (Long.numberOfTrailingZeros(high) >>> 3);
        }
        others++;
      }
      long unlike = (eight | small) ^ pattern;
      for (long like = (unlike - ONES) & ~unlike & HIGH; like != 0; like &= like - 1) {
        int start = i + (Long.numberOfTrailingZeros(like) >>> 3) - anchor;
        if (start >= from && start + utf8.length <= to && isAt(bytes, start)) {
          return FOUND;
        }
      }
    }
    return others;
  }

  /// Fewer than eight, zeros behind them.
  private static long last(byte[] bytes, int from, int to) {
    if (from + Long.BYTES <= bytes.length) {
      return (long) EIGHT.get(bytes, from) & -1L >>> ((Long.BYTES - (to - from)) * Byte.SIZE);
    }
    long some = 0;
    for (int i = to - 1; i >= from; i--) {
      some = some << Byte.SIZE | (bytes[i] & 0xFF);
    }
    return some;
  }

  private boolean isAt(byte[] bytes, int start) {
    for (int i = 0; i < utf8.length; i++) {
      byte b = bytes[start + i];
      if ((b >= 'A' && b <= 'Z' ? b + CASE : b) != utf8[i]) {
        return false;
      }
    }
    return true;
  }
}
