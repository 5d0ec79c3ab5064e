package org.postroom.recipients;

import java.util.List;

/// What counts as empty in a cell.
public final class Cells {
  private Cells() {}

  /// Without white space at both ends: also no-break spaces, and the invisible marks that
  /// spreadsheets and web pages leave there (zero-width space, byte order mark).
  public static String strip(String cell) {
    int start = 0;
    int end = cell.length();
    while (start < end && empty(cell.charAt(start))) {
      start++;
    }
    while (end > start && empty(cell.charAt(end - 1))) {
      end--;
    }
    return cell.substring(start, end);
  }

  public static boolean isBlank(String cell) {
    for (int i = 0; i < cell.length(); i++) {
      if (!empty(cell.charAt(i))) {
        return false;
      }
    }
    return true;
  }

  /// True where there is nothing in any of the cells.
  static boolean areBlank(List<String> cells) {
    for (String cell : cells) {
      if (!isBlank(cell)) {
        return false;
      }
    }
    return true;
  }

  private static boolean empty(int c) {
    if (c > ' ' && c < 0x80) {
      return false;
    }
    return Character.isWhitespace(c) || Character.isSpaceChar(c) || c == 0x200B || c == 0xFEFF;
  }
}
