package org.postroom.workspace;

import java.nio.ByteBuffer;
import java.nio.IntBuffer;
import java.util.concurrent.atomic.AtomicIntegerArray;
import org.postroom.safety.ListCells;

/// With which words the cells of a list may begin, and of how many words they may be then: one bit
/// for each pair, at a place that its fingerprint says. May say too much, never too little.
final class WordFilter {
  private static final int FEWEST = 1 << 10;

  /// A megabyte.
  private static final int MOST = 1 << 23;

  private final AtomicIntegerArray bits;

  private WordFilter(AtomicIntegerArray bits) {
    this.bits = bits;
  }

  /// An empty one, with eight bits for each of the people or more.
  static WordFilter forPeople(int people) {
    long wanted = Integer.highestOneBit(Math.max(1, people)) * 16L;
    return new WordFilter(new AtomicIntegerArray(Math.clamp(wanted, FEWEST, MOST) / Integer.SIZE));
  }

  /// @param bytes as [#bytes] gave them
  static WordFilter of(byte[] bytes) {
    IntBuffer kept = ByteBuffer.wrap(bytes).asIntBuffer();
    int[] bits = new int[kept.remaining()];
    kept.get(bits);
    return new WordFilter(new AtomicIntegerArray(bits));
  }

  /// Safe for several threads.
  ///
  /// @param word its fingerprint
  /// @param length in words, of the whole value
  void add(IntBuffer word, int length) {
    int place = place(word, length);
    bits.accumulateAndGet(place / Integer.SIZE, 1 << place, (one, other) -> one | other);
  }

  /// The lengths, a bit for each.
  int lengths(IntBuffer word) {
    int lengths = 0;
    for (int length = 1; length <= ListCells.MOST_WORDS; length++) {
      int place = place(word, length);
      if ((bits.get(place / Integer.SIZE) & 1 << place) != 0) {
        lengths |= 1 << (length - 1);
      }
    }
    return lengths;
  }

  byte[] bytes() {
    ByteBuffer bytes = ByteBuffer.allocate(bits.length() * Integer.BYTES);
    for (int i = 0; i < bits.length(); i++) {
      bytes.putInt(bits.get(i));
    }
    return bytes.array();
  }

  private int place(IntBuffer word, int length) {
    return word.get(length - 1) & (bits.length() * Integer.SIZE - 1);
  }
}
