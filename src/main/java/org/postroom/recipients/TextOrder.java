package org.postroom.recipients;

import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;

/// Texts that are to be put in order, as bytes: of a million cells the texts themselves would not
/// fit beside the list. Their order is that of their code points.
public final class TextOrder {
  private byte[] bytes = new byte[1 << 12];
  private int[] ends = new int[1 << 8];
  private long[] beginnings = new long[1 << 8];
  private int size;

  /// The next text.
  public void add(String text) {
    byte[] utf8 = text.getBytes(StandardCharsets.UTF_8);
    int start = start(size);
    if (bytes.length - start < utf8.length) {
      bytes = Arrays.copyOf(bytes, Math.max(start + utf8.length, bytes.length / 2 * 3));
    }
    if (size == ends.length) {
      ends = Arrays.copyOf(ends, size / 2 * 3);
      beginnings = Arrays.copyOf(beginnings, size / 2 * 3);
    }
    System.arraycopy(utf8, 0, bytes, start, utf8.length);
    beginnings[size] = ByteBuffer.wrap(Arrays.copyOf(utf8, Long.BYTES)).getLong();
    ends[size++] = start + utf8.length;
  }

  public int size() {
    return size;
  }

  /// True for a text without anything in it.
  public boolean isEmpty(int number) {
    return start(number) == ends[number];
  }

  /// As [java.util.Comparator#compare] of two texts.
  ///
  /// @param one the number of a text in the order in which they were added, from 0
  public int compare(int one, int other) {
    int order = Long.compareUnsigned(beginnings[one], beginnings[other]);
    return order != 0
        ? order
        : Arrays.compareUnsigned(bytes, start(one), ends[one], bytes, start(other), ends[other]);
  }

  private int start(int number) {
    return number == 0 ? 0 : ends[number - 1];
  }
}
