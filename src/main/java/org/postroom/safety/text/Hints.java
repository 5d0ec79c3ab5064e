package org.postroom.safety.text;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;

/// The lines of a long text that are worth a closer look: those with one of some words, and the
/// lines around them. A pattern over a table of ten megabytes takes minutes, a search for a few
/// words does not.
public final class Hints {
  /// How much of a very long line is taken on either side of the word.
  private static final int MOST = 2_000;

  /// How much of it is passed over at once behind a word.
  private static final int STEP = 1_000;

  private final List<String> words;

  /// @param words in lower case
  public Hints(List<String> words) {
    this.words = List.copyOf(words);
  }

  /// True where one of the words stands in a text.
  ///
  /// @param lower the text in lower case
  public boolean anyIn(String lower) {
    for (String word : words) {
      if (lower.contains(word)) {
        return true;
      }
    }
    return false;
  }

  /// The lines of `text` with a word in them, each with the lines before and after it; lines that
  /// are close together are one piece. In the order of the text.
  public List<String> lines(String text) {
    return lines(text, lower(text));
  }

  /// `text` in lower case, sign by sign, so that every place stays where it is.
  public static String lower(String text) {
    String lower = text.toLowerCase(Locale.ROOT);
    if (lower.length() == text.length()) {
      return lower;
    }
    char[] signs = text.toCharArray();
    for (int i = 0; i < signs.length; i++) {
      signs[i] = Character.toLowerCase(signs[i]);
    }
    return new String(signs);
  }

  /// As [#lines(String)], where its [#lower(String)] is known.
  public List<String> lines(String text, String folded) {
    int[] next = new int[words.size()];
    for (int i = 0; i < next.length; i++) {
      next[i] = folded.indexOf(words.get(i));
    }
    List<String> pieces = new ArrayList<>();
    int start = -1;
    int end = -1;
    for (int at = first(next); at >= 0; at = first(next)) {
      int from = begin(text, at);
      if (start >= 0 && from > end + 1) {
        pieces.add(text.substring(start, end));
        start = -1;
      }
      start = start < 0 ? from : start;
      end = Math.max(end, finish(text, at));
      // What else stands in this line, or near in a very long one, is in the same piece.
      int resume = Math.min(lineEnd(text, at), at + STEP) + 1;
      for (int i = 0; i < next.length; i++) {
        if (next[i] >= 0 && next[i] < resume) {
          next[i] = folded.indexOf(words.get(i), resume);
        }
      }
    }
    if (start >= 0) {
      pieces.add(text.substring(start, end));
    }
    return pieces;
  }

  /// Where the line at `at` ends; not looked for farther than a step.
  private static int lineEnd(String text, int at) {
    int end = at;
    while (end < text.length() && end - at < STEP && text.charAt(end) != '\n') {
      end++;
    }
    return end;
  }

  private static int first(int[] next) {
    int first = -1;
    for (int at : next) {
      if (at >= 0 && (first < 0 || at < first)) {
        first = at;
      }
    }
    return first;
  }

  /// Where the line before the one at `at` begins.
  private static int begin(String text, int at) {
    int lines = 0;
    int i = at;
    while (i > 0 && at - i < MOST) {
      if (text.charAt(i - 1) == '\n' && ++lines == 2) {
        break;
      }
      i--;
    }
    return i;
  }

  /// Where the line after the one at `at` ends.
  private static int finish(String text, int at) {
    int lines = 0;
    int i = at;
    while (i < text.length() && i - at < MOST) {
      if (text.charAt(i) == '\n' && ++lines == 2) {
        break;
      }
      i++;
    }
    return i;
  }
}
