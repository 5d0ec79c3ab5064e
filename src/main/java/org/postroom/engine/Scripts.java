package org.postroom.engine;

import java.lang.Character.UnicodeScript;
import java.util.EnumSet;
import java.util.List;
import java.util.Set;
import org.postroom.template.Piece;

/// The alphabets of a text.
final class Scripts {
  private static final Set<UnicodeScript> USUAL =
      EnumSet.of(
          UnicodeScript.LATIN,
          UnicodeScript.COMMON,
          UnicodeScript.INHERITED,
          UnicodeScript.UNKNOWN);

  private Scripts() {}

  /// True for a letter of the Latin alphabet, and for whatever belongs to none.
  static boolean isUsual(int codePoint) {
    return codePoint < 0x250 || USUAL.contains(UnicodeScript.of(codePoint));
  }

  /// Other alphabets in what is not the same in every letter, in a fixed order.
  static Set<UnicodeScript> of(List<Piece> pieces) {
    Set<UnicodeScript> scripts = EnumSet.noneOf(UnicodeScript.class);
    for (Piece piece : pieces) {
      if (!piece.fixed()) {
        String text = piece.text();
        for (int i = 0; i < text.length(); ) {
          int c = text.codePointAt(i);
          i += Character.charCount(c);
          if (!isUsual(c)) {
            scripts.add(UnicodeScript.of(c));
          }
        }
      }
    }
    return scripts;
  }
}
