package org.postroom.safety.check;

import java.util.function.ObjIntConsumer;

/// Telephone and account numbers, the same however they are grouped, with or without the code of
/// the country: their last nine digits.
final class Digits {
  private static final int FEWEST = 7;
  private static final int MOST = 20;
  private static final int TELLING = 9;

  private Digits() {}

  /// The number that `value` is and nothing else, as a key that no text can be; otherwise empty.
  static String ofNumber(String value) {
    StringBuilder digits = new StringBuilder();
    for (int i = 0; i < value.length(); i++) {
      char c = value.charAt(i);
      if (isDigit(c)) {
        digits.append(c);
      } else if (c != '+' && !isBetween(c)) {
        return "";
      }
    }
    return digits.length() < FEWEST ? "" : key(digits);
  }

  /// Every number that begins at `from`, with the place where it ends.
  static void numbers(String text, int from, ObjIntConsumer<String> found) {
    StringBuilder digits = new StringBuilder();
    int gap = 0;
    for (int i = from; i < text.length() && digits.length() <= MOST; i++) {
      char c = text.charAt(i);
      if (isDigit(c)) {
        digits.append(c);
        gap = 0;
        boolean ends = i + 1 == text.length() || !isDigit(text.charAt(i + 1));
        if (ends && digits.length() >= FEWEST) {
          found.accept(key(digits), i + 1);
        }
      } else if (!isBetween(c) || ++gap > 3) {
        return;
      }
    }
  }

  private static String key(CharSequence digits) {
    return "#" + digits.subSequence(Math.max(0, digits.length() - TELLING), digits.length());
  }

  private static boolean isDigit(char c) {
    return c >= '0' && c <= '9';
  }

  private static boolean isBetween(char c) {
    return c == ' ' || c == '-' || c == '/' || c == '(' || c == ')' || c == '.';
  }
}
