package org.postroom.safety.check;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import org.postroom.safety.ListCells;

/// The one form in which a value of a list and a piece of a text are compared by fingerprint: their
/// words in the order of the alphabet, so that `Lee, Ann` is `Ann Lee`.
final class ListedWords {
  private ListedWords() {}

  /// The first words of a folded value, in its own order.
  static List<String> of(String folded) {
    List<String> words = new ArrayList<>();
    for (int at = 0; at < folded.length() && words.size() < ListCells.MOST_WORDS; at++) {
      if (Folded.isWord(folded.charAt(at))) {
        int end = Folded.wordEnd(folded, at);
        words.add(folded.substring(at, end));
        at = end;
      }
    }
    return words;
  }

  static String value(List<String> words) {
    if (words.size() == 1) {
      return words.getFirst();
    }
    String[] sorted = words.toArray(String[]::new);
    Arrays.sort(sorted);
    return String.join(" ", sorted);
  }
}
