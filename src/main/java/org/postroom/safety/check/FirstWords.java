package org.postroom.safety.check;

import java.util.function.IntConsumer;

/// With which words distinctive values begin, and of how many words those values are, so that a
/// text is read word by word.
final class FirstWords {
  private static final int MOST_WORDS = 60;

  /// Hash of the first word, never 0 → a bit for each number of words.
  private long[] keys = new long[1 << 10];

  private long[] lengths = new long[1 << 10];
  private int size;

  /// Keeps the beginning of a value that begins with a word.
  ///
  /// @return what of it is looked for: all, or the first words of a very long one
  String add(String value) {
    int first = Folded.wordEnd(value, 0);
    int end = first;
    int words = 1;
    for (int at = first; at < value.length() && words < MOST_WORDS; at++) {
      int wordEnd = Folded.wordEnd(value, at);
      if (wordEnd > Rows.LONGEST) {
        break;
      }
      if (wordEnd > at) {
        words++;
        end = wordEnd;
        at = wordEnd - 1;
      }
    }
    if (first == 0 || first > Rows.LONGEST) {
      return value;
    }
    put(CellIndex.hash(value.substring(0, first)) | 1, 1L << (words - 1));
    return value.substring(0, end);
  }

  /// Where values may end that begin with the word from `at` to `firstEnd`.
  void values(String text, int at, int firstEnd, CellIndex.TextHashes hashes, IntConsumer ends) {
    if (firstEnd - at > Rows.LONGEST) {
      return;
    }
    long left = lengths[slot(hashes.of(at, firstEnd) | 1)];
    int end = firstEnd;
    while (left != 0) {
      if ((left & 1) != 0) {
        ends.accept(end);
      }
      left >>>= 1;
      if (left != 0) {
        int next = end;
        while (next < text.length() && !Folded.isWord(text.charAt(next))) {
          next++;
        }
        end = Folded.wordEnd(text, next);
        if (end == next || end - at > Rows.LONGEST) {
          return;
        }
      }
    }
  }

  private void put(long key, long length) {
    if (size * 2 > keys.length) {
      grow();
    }
    int slot = slot(key);
    if (keys[slot] == 0) {
      keys[slot] = key;
      size++;
    }
    lengths[slot] |= length;
  }

  private void grow() {
    long[] oldKeys = keys;
    long[] oldLengths = lengths;
    keys = new long[oldKeys.length * 2];
    lengths = new long[oldKeys.length * 2];
    for (int i = 0; i < oldKeys.length; i++) {
      if (oldKeys[i] != 0) {
        int slot = slot(oldKeys[i]);
        keys[slot] = oldKeys[i];
        lengths[slot] = oldLengths[i];
      }
    }
  }

  /// Where `key` is, or the empty slot where it would be.
  private int slot(long key) {
    int mask = keys.length - 1;
    int slot = (int) (((key ^ (key >>> 29)) * 0x9E37_79B9_7F4A_7C15L) >>> 40) & mask;
    while (keys[slot] != 0 && keys[slot] != key) {
      slot = (slot + 1) & mask;
    }
    return slot;
  }
}
