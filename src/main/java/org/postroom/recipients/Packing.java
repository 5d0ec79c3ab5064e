package org.postroom.recipients;

import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import org.jspecify.annotations.Nullable;

/// Writes rows as bytes: the line with two bits (hidden, and the same cells as an earlier row,
/// whose place then follows), the number of cells, then each cell as its length with two bits for
/// its kind, and its bytes. Numbers are written seven bits a byte, the lowest first. A cell is
/// UTF-8; a text that UTF-8 cannot hold (half a surrogate pair, which a damaged workbook may
/// contain) is UTF-16, so that what is read is always what was written. A text that many cells
/// share may stand among others: then the cell is its number there.
final class Packing {
  private static final int SHIFT = 18;
  private static final int BLOCK = 1 << SHIFT;
  private static final int LONGEST_NUMBER = 10;
  private static final int HIDDEN = 1;
  private static final int AGAIN = 2;
  static final int KINDS = 2;
  private static final int UTF_8 = 0;
  static final int UTF_16 = 1;
  static final int SHARED = 2;
  private static final int MOST_BLOCKS = 1 << (Integer.SIZE - SHIFT);

  private final PackedTexts shared;
  private final List<byte[]> blocks = new ArrayList<>();
  private byte[] block = new byte[0];
  private int used;
  private long kept;
  private int[] places = new int[1024];
  private int rows;
  private byte[] row = new byte[512];
  private int length;

  /// @param shared texts that cells may be among
  Packing(PackedTexts shared) {
    this.shared = shared;
  }

  /// The finished bytes.
  static final class Blocks {
    private final byte[][] blocks;
    private final int[] places;
    private final PackedTexts shared;

    /// @param places of each row: the block in the upper bits, its offset there in the lower
    private Blocks(byte[][] blocks, int[] places, PackedTexts shared) {
      this.blocks = blocks;
      this.places = places;
      this.shared = shared;
    }

    int size() {
      return places.length;
    }

    long bytes() {
      long bytes = Integer.BYTES * (long) places.length;
      for (byte[] block : blocks) {
        bytes += block.length;
      }
      return bytes;
    }

    private Cursor at(int index) {
      int place = places[index];
      return new Cursor(blocks[place >>> SHIFT], place & (BLOCK - 1), shared);
    }

    /// What was written as a cell alone.
    String text(int index) {
      return at(index).cell();
    }

    /// True where this word stands in what was written as a cell alone.
    boolean holds(int index, SoughtWord word) {
      Cursor cell = at(index);
      return word.isInCellAt(cell.bytes, cell.at);
    }

    CellSearch.Told told(int index, CellSearch search) {
      int place = places[index];
      byte[] block = blocks[place >>> SHIFT];
      int start = place & (BLOCK - 1);
      if ((block[start] & AGAIN) == 0 && shared.size() == 0) {
        return search.told(block, start, end(index, block));
      }
      Cursor row = at(index);
      Cursor cursor = cells(row, row.number());
      return search.told(cursor.bytes, cursor.at, shared);
    }

    /// Behind a row; in the last one of a block there may be something else.
    private int end(int index, byte[] block) {
      int next = index + 1 < places.length ? places[index + 1] : 0;
      return next >>> SHIFT == places[index] >>> SHIFT && next != 0
          ? next & (BLOCK - 1)
          : block.length;
    }

    /// As [CellBytes#at].
    boolean fold(int index, int column, FoldedCell into) {
      Cursor row = at(index);
      Cursor cursor = cells(row, row.number());
      if (column >= cursor.number()) {
        return false;
      }
      for (int i = 0; i < column; i++) {
        cursor.skipCell();
      }
      return cursor.fold(into);
    }

    /// As [#fold(int, int, FoldedCell)], of what was written as a cell alone.
    boolean fold(int index, FoldedCell into) {
      return at(index).fold(into);
    }

    SourceRow row(int index, int @Nullable [] columns) {
      Cursor row = at(index);
      long head = row.number();
      Cursor cursor = cells(row, head);
      int count = (int) cursor.number();
      PackedCells cells = PackedCells.of(cursor, count, columns);
      return new SourceRow(head >>> 2, cells, (head & HIDDEN) != 0);
    }

    /// Where the number of cells stands.
    ///
    /// @param row behind its line
    private Cursor cells(Cursor row, long head) {
      if ((head & AGAIN) == 0) {
        return row;
      }
      Cursor first = at((int) row.number());
      first.number();
      return first;
    }
  }

  /// A place among the bytes.
  static final class Cursor {
    private final byte[] bytes;
    private int at;
    private final PackedTexts shared;

    private Cursor(byte[] bytes, int at, PackedTexts shared) {
      this.bytes = bytes;
      this.at = at;
      this.shared = shared;
    }

    /// Another one, in the same bytes.
    Cursor at(int place) {
      return new Cursor(bytes, place, shared);
    }

    long number() {
      long value = bytes[at++];
      if (value >= 0) {
        return value;
      }
      value &= 0x7F;
      int shift = 7;
      byte next;
      do {
        next = bytes[at++];
        value |= (long) (next & 0x7F) << shift;
        shift += 7;
      } while (next < 0);
      return value;
    }

    String cell() {
      int head = (int) number();
      int length = head >>> KINDS;
      if ((head & SHARED) != 0) {
        return shared.get(length);
      }
      int start = at;
      at += length;
      return (head & UTF_16) == 0
          ? new String(bytes, start, length, StandardCharsets.UTF_8)
          : utf16(bytes, start, length);
    }

    void skipCell() {
      int head = (int) number();
      at += (head & SHARED) == 0 ? head >>> KINDS : 0;
    }

    /// As [CellBytes#at].
    private boolean fold(FoldedCell into) {
      int head = (int) number();
      int length = head >>> KINDS;
      if ((head & SHARED) != 0) {
        return shared.fold(length, into);
      }
      if ((head & UTF_16) != 0) {
        return false;
      }
      int start = at;
      int end = at + length;
      while (start < end && isSpace(bytes[start])) {
        start++;
      }
      while (start < end && isSpace(bytes[end - 1])) {
        end--;
      }
      return into.fold(bytes, start, end);
    }

    /// As [Character#isWhitespace(char)] has it, of ASCII.
    private static boolean isSpace(byte b) {
      return b >= 0 && b <= ' ' && Character.isWhitespace(b);
    }

    int at() {
      return at;
    }
  }

  int rows() {
    return rows;
  }

  /// How many bytes all rows take so far.
  long bytes() {
    return kept + Integer.BYTES * (long) places.length;
  }

  /// Begins something that is no row but a text.
  void begin() {
    length = 0;
  }

  void begin(long line, boolean hidden, int cells) {
    begin();
    number((line << 2) | (hidden ? HIDDEN : 0));
    number(cells);
  }

  /// A row of its own with the cells of row `first`, which has cells of its own.
  void again(long line, boolean hidden, int first) {
    begin();
    number((line << 2) | AGAIN | (hidden ? HIDDEN : 0));
    number(first);
    end();
  }

  /// @param number of the text among the shared ones
  void shared(int number) {
    head(number, SHARED);
  }

  private void head(int length, int kind) {
    number(((long) length << KINDS) | kind);
  }

  void cell(String text) {
    char[] chars = text.toCharArray();
    cell(chars, 0, chars.length);
  }

  /// @param utf8 of which those between the two places are the cell, sound UTF-8
  void cell(byte[] utf8, int start, int end) {
    head(end - start, UTF_8);
    room(end - start);
    System.arraycopy(utf8, start, row, length, end - start);
    length += end - start;
  }

  void cell(char[] chars, int start, int end) {
    int before = length;
    head(end - start, UTF_8);
    room(end - start);
    byte[] into = row;
    int at = length;
    for (int i = start; i < end; i++) {
      char c = chars[i];
      if (c >= 0x80) {
        length = before;
        wide(chars, start, end);
        return;
      }
      into[at++] = (byte) c;
    }
    length = at;
  }

  /// A cell with something else than ASCII in it.
  private void wide(char[] chars, int start, int end) {
    if (hasHalfPair(chars, start, end)) {
      utf16(chars, start, end);
      return;
    }
    byte[] encoded = new String(chars, start, end - start).getBytes(StandardCharsets.UTF_8);
    head(encoded.length, UTF_8);
    room(encoded.length);
    System.arraycopy(encoded, 0, row, length, encoded.length);
    length += encoded.length;
  }

  /// Puts the row into a block: a large one into a block of its own.
  void end() {
    if (length > block.length - used) {
      block = new byte[Math.max(BLOCK, length)];
      kept += block.length;
      used = 0;
      blocks.add(block);
      if (blocks.size() > MOST_BLOCKS) {
        throw new OutOfMemoryError("more rows than can be kept");
      }
    }
    System.arraycopy(row, 0, block, used, length);
    if (rows == places.length) {
      places = Arrays.copyOf(places, rows + (rows >> 1));
    }
    places[rows++] = ((blocks.size() - 1) << SHIFT) | used;
    used += length;
    if (block.length > BLOCK) {
      // Nothing else goes behind a row that is larger than a block: its offset would not fit.
      used = block.length;
    }
  }

  Blocks build() {
    if (blocks.size() > 0 && block.length == BLOCK && used < BLOCK) {
      blocks.set(blocks.size() - 1, Arrays.copyOf(block, used));
    }
    return new Blocks(blocks.toArray(byte[][]::new), Arrays.copyOf(places, rows), shared);
  }

  /// Decoding it as UTF-16 would replace half of a pair.
  static String utf16(byte[] bytes, int start, int length) {
    char[] chars = new char[length / 2];
    for (int i = 0; i < chars.length; i++) {
      chars[i] = (char) ((bytes[start + 2 * i] << 8) | (bytes[start + 2 * i + 1] & 255));
    }
    return new String(chars);
  }

  private void utf16(char[] chars, int start, int end) {
    int bytes = (end - start) * 2;
    head(bytes, UTF_16);
    room(bytes);
    for (int i = start; i < end; i++) {
      row[length++] = (byte) (chars[i] >> 8);
      row[length++] = (byte) chars[i];
    }
  }

  private static boolean hasHalfPair(char[] chars, int start, int end) {
    boolean open = false;
    for (int i = start; i < end; i++) {
      if (open != Character.isLowSurrogate(chars[i])) {
        return true;
      }
      open = Character.isHighSurrogate(chars[i]);
    }
    return open;
  }

  private void number(long value) {
    room(LONGEST_NUMBER);
    if (value < 0x80) {
      row[length++] = (byte) value;
      return;
    }
    long rest = value;
    while (rest > 0x7F) {
      row[length++] = (byte) (rest | 0x80);
      rest >>>= 7;
    }
    row[length++] = (byte) rest;
  }

  private void room(int bytes) {
    if (row.length - length < bytes) {
      row = Arrays.copyOf(row, Math.max(row.length * 2, length + bytes));
    }
  }
}
