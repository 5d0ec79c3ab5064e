package org.postroom.safety.check;

import org.postroom.safety.ListCells;

/// A cell that may speak of several people: somebody pasted lines of a list into it, or a note
/// names them.
final class Crowd {
  private static final int ADDRESSES = 3;

  private Crowd() {}

  /// True for more words than a person's name, street and number together have, or three addresses.
  static boolean is(String cell) {
    int words = 0;
    int addresses = 0;
    boolean within = false;
    for (int i = 0; i < cell.length(); i++) {
      char c = cell.charAt(i);
      boolean word = Folded.isWord(c);
      words += word && !within ? 1 : 0;
      addresses += c == '@' ? 1 : 0;
      within = word;
    }
    return words > ListCells.MOST_WORDS || addresses >= ADDRESSES;
  }
}
