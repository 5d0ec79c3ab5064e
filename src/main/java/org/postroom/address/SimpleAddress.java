package org.postroom.address;

import org.jspecify.annotations.Nullable;

/// Reads in one go what nearly every cell of an address column holds: lower-case ASCII, one `@`, no
/// blanks. What it reads, [AddressReader] would read the long way with the same result; about
/// everything else it says nothing.
final class SimpleAddress {
  private static final int LONGEST_LOCAL_PART = 64;
  private static final int LONGEST_LABEL = 63;
  private static final int LONGEST = 254;

  private SimpleAddress() {}

  /// Null where it is not so simple.
  static @Nullable AddrSpec read(String cell) {
    int at = localPart(cell);
    if (at < 1 || at > LONGEST_LOCAL_PART || cell.length() > LONGEST) {
      return null;
    }
    return isDomain(cell, at + 1)
        ? AddrSpec.of(cell.substring(0, at), cell.substring(at + 1), new MailboxKey(cell))
        : null;
  }

  /// Where the `@` stands, or -1 where there is something else before it.
  private static int localPart(String cell) {
    char before = '.';
    for (int i = 0; i < cell.length(); i++) {
      char c = cell.charAt(i);
      if (c == '@') {
        return before == '.' ? -1 : i;
      }
      boolean dot = c == '.';
      if (dot ? before == '.' : !isLetterOrDigit(c) && c != '_' && c != '-' && c != '+') {
        return -1;
      }
      before = c;
    }
    return -1;
  }

  private static boolean isDomain(String cell, int start) {
    int labels = 0;
    int label = start;
    boolean digits = true;
    for (int i = start; i < cell.length(); i++) {
      char c = cell.charAt(i);
      if (c == '.') {
        if (!isLabel(cell, label, i)) {
          return false;
        }
        labels++;
        label = i + 1;
        digits = true;
      } else if (isLetterOrDigit(c) || c == '-') {
        digits &= c <= '9';
      } else {
        return false;
      }
    }
    return labels > 0
        && !digits
        && cell.length() - label > 1
        && isLabel(cell, label, cell.length());
  }

  private static boolean isLabel(String cell, int start, int end) {
    return end > start
        && end - start <= LONGEST_LABEL
        && cell.charAt(start) != '-'
        && cell.charAt(end - 1) != '-';
  }

  private static boolean isLetterOrDigit(char c) {
    return (c >= 'a' && c <= 'z') || (c >= '0' && c <= '9');
  }
}
