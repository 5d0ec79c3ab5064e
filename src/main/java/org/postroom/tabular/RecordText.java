package org.postroom.tabular;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;

/// The chars of one record and where its fields end, used again for each record.
final class RecordText {
  private char[] chars = new char[1024];
  private int length;
  private int[] ends = new int[64];
  private int fields;

  void clear() {
    length = 0;
    fields = 0;
  }

  void append(char c) {
    room(1);
    chars[length++] = c;
  }

  void append(char[] from, int start, int end) {
    int count = end - start;
    room(count);
    System.arraycopy(from, start, chars, length, count);
    length += count;
  }

  /// A field ends here.
  void endField() {
    if (fields == ends.length) {
      ends = Arrays.copyOf(ends, fields * 2);
    }
    ends[fields++] = length;
  }

  int length() {
    return length;
  }

  /// Forgets what stands behind `shorter`.
  void cut(int shorter) {
    length = shorter;
  }

  int fields() {
    return fields;
  }

  /// Not a copy.
  char[] chars() {
    return chars;
  }

  /// Not a copy.
  int[] ends() {
    return ends;
  }

  /// A copy.
  List<String> cells() {
    List<String> cells = new ArrayList<>(fields);
    int start = 0;
    for (int i = 0; i < fields; i++) {
      cells.add(new String(chars, start, ends[i] - start));
      start = ends[i] + 1;
    }
    return cells;
  }

  boolean isBlank() {
    for (int i = 0; i < length; i++) {
      if (!Character.isWhitespace(chars[i])) {
        return false;
      }
    }
    return true;
  }

  /// True where it is this char and nothing else.
  boolean is(char c) {
    return length == 1 && chars[0] == c;
  }

  @Override
  public String toString() {
    return new String(chars, 0, length);
  }

  private void room(int more) {
    if (chars.length - length < more) {
      chars = Arrays.copyOf(chars, Math.max(chars.length * 2, length + more));
    }
  }
}
