package org.postroom.message;

import java.io.IOException;
import java.io.OutputStream;
import java.security.MessageDigest;
import java.util.Arrays;

/// A letter's octets as they leave, before dot-stuffing, in the arrays in which they stand: its
/// own, and those that it shares with other letters. Nothing is copied, and nobody may write to any
/// of the arrays any more. Where one piece ends and the next begins means nothing.
public final class WireBytes {
  private final byte[][] arrays;
  private final int[] from;

  /// Where, counted over all, each piece ends.
  private final int[] ends;

  private WireBytes(byte[][] arrays, int[] from, int[] ends) {
    this.arrays = arrays;
    this.from = from;
    this.ends = ends;
  }

  /// The whole in one piece. Nobody may write to it any more.
  public static WireBytes of(byte[] whole) {
    return new Builder().add(whole, 0, whole.length).build();
  }

  /// Takes pieces in order.
  public static final class Builder {
    private byte[][] arrays;
    private int[] from;
    private int[] ends;
    private int count;

    public Builder() {
      this(8);
    }

    /// @param pieces how many will come, more or less
    public Builder(int pieces) {
      int room = Math.max(1, pieces);
      arrays = new byte[room][];
      from = new int[room];
      ends = new int[room];
    }

    /// The octets of `array` from `start` on, `end` excluded; an empty piece is none.
    ///
    /// @throws ArithmeticException where all together are 2 GB or more
    public Builder add(byte[] array, int start, int end) {
      if (start < 0 || end < start || end > array.length) {
        throw new IllegalArgumentException("no piece of that array");
      }
      if (start == end) {
        return this;
      }
      if (count == ends.length) {
        arrays = Arrays.copyOf(arrays, count * 2);
        from = Arrays.copyOf(from, count * 2);
        ends = Arrays.copyOf(ends, count * 2);
      }
      arrays[count] = array;
      from[count] = start;
      ends[count] = Math.addExact(count == 0 ? 0 : ends[count - 1], end - start);
      count++;
      return this;
    }

    public WireBytes build() {
      if (count == ends.length) {
        // Filled by now: a further piece would go into arrays of the builder's own.
        return new WireBytes(arrays, from, ends);
      }
      return new WireBytes(
          Arrays.copyOf(arrays, count), Arrays.copyOf(from, count), Arrays.copyOf(ends, count));
    }
  }

  /// Number of octets.
  public int size() {
    return ends.length == 0 ? 0 : ends[ends.length - 1];
  }

  /// Number of pieces, none of which is empty.
  public int pieces() {
    return ends.length;
  }

  /// The array in which a piece stands. Not a copy.
  public byte[] array(int piece) {
    return arrays[piece];
  }

  /// Where in its array a piece begins.
  public int from(int piece) {
    return from[piece];
  }

  /// Where in its array a piece has ended.
  public int to(int piece) {
    return from[piece] + ends[piece] - start(piece);
  }

  /// How many octets come before a piece.
  public int start(int piece) {
    return piece == 0 ? 0 : ends[piece - 1];
  }

  /// The piece that holds the octet at `offset`.
  public int pieceAt(int offset) {
    if (offset < 0 || offset >= size()) {
      throw new IndexOutOfBoundsException(offset);
    }
    int found = Arrays.binarySearch(ends, offset);
    // An octet where a piece has ended is the next one's first.
    return found < 0 ? -found - 1 : found + 1;
  }

  /// The octet at `offset`.
  public byte at(int offset) {
    int piece = pieceAt(offset);
    return arrays[piece][from[piece] + offset - start(piece)];
  }

  public void update(MessageDigest digest) {
    for (int piece = 0; piece < ends.length; piece++) {
      digest.update(arrays[piece], from[piece], to(piece) - from[piece]);
    }
  }

  public void writeTo(OutputStream out) throws IOException {
    for (int piece = 0; piece < ends.length; piece++) {
      out.write(arrays[piece], from[piece], to(piece) - from[piece]);
    }
  }

  /// A copy in one array.
  public byte[] joined() {
    byte[] all = new byte[size()];
    for (int piece = 0; piece < ends.length; piece++) {
      System.arraycopy(arrays[piece], from[piece], all, start(piece), to(piece) - from[piece]);
    }
    return all;
  }
}
