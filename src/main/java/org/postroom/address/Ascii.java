package org.postroom.address;

import java.util.Locale;

/// The short way for what most addresses and names are made of. What a method here answers is what
/// the long way would answer; where it cannot tell, the caller goes the long way.
final class Ascii {
  private Ascii() {}

  /// True where there is nothing but ASCII.
  static boolean is(String text) {
    for (int i = 0; i < text.length(); i++) {
      if (text.charAt(i) >= 0x80) {
        return false;
      }
    }
    return true;
  }

  /// True where there is nothing but ASCII that can be seen, blanks, and no `@`.
  static boolean isPlainWords(String text) {
    for (int i = 0; i < text.length(); i++) {
      char c = text.charAt(i);
      if (c < ' ' || c > '~' || c == '@') {
        return false;
      }
    }
    return true;
  }

  /// In lower case; most texts are already.
  ///
  /// @param text ASCII
  static String lower(String text) {
    for (int i = 0; i < text.length(); i++) {
      char c = text.charAt(i);
      if (c >= 'A' && c <= 'Z') {
        return text.toLowerCase(Locale.ROOT);
      }
    }
    return text;
  }
}
