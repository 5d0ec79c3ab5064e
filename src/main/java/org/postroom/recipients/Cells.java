package org.postroom.recipients;

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
    return cell.chars().allMatch(Cells::empty);
  }

  private static boolean empty(int c) {
    return Character.isWhitespace(c) || Character.isSpaceChar(c) || c == 0x200B || c == 0xFEFF;
  }
}
