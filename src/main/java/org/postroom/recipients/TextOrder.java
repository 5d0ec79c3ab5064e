package org.postroom.recipients;

import java.lang.invoke.MethodHandles;
import java.lang.invoke.VarHandle;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;

/// Texts that are to be put in order, as bytes: of a million cells the texts themselves would not
/// fit beside the list. Their order is that of their code points.
public final class TextOrder implements StableOrder.Keys {
  private static final int PART = Long.BYTES - 1;
  private static final VarHandle EIGHT =
      MethodHandles.byteArrayViewVarHandle(long[].class, ByteOrder.BIG_ENDIAN);

  private byte[] bytes = new byte[1 << 12];
  private int[] ends = new int[1 << 8];
  private int size;

  /// The next text.
  public void add(String text) {
    byte[] utf8 = text.getBytes(StandardCharsets.UTF_8);
    add(utf8, utf8.length);
  }

  /// The next text.
  ///
  /// @param utf8 of which the first `length` are the text
  public void add(byte[] utf8, int length) {
    int start = start(size);
    if (bytes.length - start < length) {
      bytes = Arrays.copyOf(bytes, Math.max(start + length, bytes.length / 2 * 3));
    }
    if (size == ends.length) {
      ends = Arrays.copyOf(ends, size / 2 * 3);
    }
    System.arraycopy(utf8, 0, bytes, start, length);
    ends[size++] = start + length;
  }

  public int size() {
    return size;
  }

  /// True for a text without anything in it.
  public boolean isEmpty(int number) {
    return start(number) == ends[number];
  }

  /// Seven bytes, zeros behind a shorter text, and how many they are; eight where others follow.
  @Override
  public long at(int number, int depth) {
    int start = start(number) + depth * PART;
    int length = Math.min(ends[number] - start, Long.BYTES);
    if (length <= 0) {
      return 0;
    }
    long some = bytes.length - start >= Long.BYTES ? (long) EIGHT.get(bytes, start) : last(start);
    long kept = -1L << ((Long.BYTES - Math.min(length, PART)) * Byte.SIZE);
    return (some & kept) | length;
  }

  /// Where the bytes end.
  private long last(int start) {
    byte[] eight = Arrays.copyOf(Arrays.copyOfRange(bytes, start, bytes.length), Long.BYTES);
    return ByteBuffer.wrap(eight).getLong();
  }

  @Override
  public boolean goesOn(long key, int depth) {
    return (key & ((1 << Byte.SIZE) - 1)) == Long.BYTES;
  }

  private int start(int number) {
    return number == 0 ? 0 : ends[number - 1];
  }
}
