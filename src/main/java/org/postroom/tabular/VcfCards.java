package org.postroom.tabular;

import org.jspecify.annotations.Nullable;

/// Cuts an address book into its cards, so that each has its line and a broken one spoils no other.
/// A card inside a card (an agent's, in vCard 2.1) belongs to the outer one.
final class VcfCards {
  private static final String BEGIN = "BEGIN:VCARD";
  private static final String END = "END:VCARD";
  private static final int MOST_NESTED = 10;

  /// @param line on which it begins
  /// @param whole false where the file ends before it does
  record Card(String text, long line, boolean whole) {}

  private final String text;
  private int at;
  private long line = 1;

  VcfCards(String text) {
    this.text = text;
  }

  int position() {
    return at;
  }

  /// The next card, or null at the end.
  ///
  /// @throws RefusedException where there are words between the cards, or one is too large
  @Nullable Card next() throws RefusedException {
    int start = -1;
    long startLine = 0;
    int nested = 0;
    while (at < text.length()) {
      int end = endOfLine();
      String words = text.substring(at, Math.min(end, at + END.length() + 64)).strip();
      if (start >= 0 && end - start > Caps.CARD_CHARS) {
        throw RefusedException.tooLarge("card");
      }
      boolean begins = is(words, BEGIN);
      if (begins) {
        startLine = start < 0 ? line : startLine;
        start = start < 0 ? at : start;
        nested++;
      }
      if ((start < 0 && !words.isEmpty()) || nested > MOST_NESTED) {
        throw new RefusedException(TabularReading.Fault.DAMAGED, line, words);
      }
      boolean ends = start >= 0 && is(words, END);
      at = afterBreak(end);
      line++;
      if (ends && --nested == 0) {
        return new Card(text.substring(start, at), startLine, true);
      }
    }
    return start < 0 ? null : new Card(text.substring(start), startLine, false);
  }

  /// Blanks around the colon are written by some old phones.
  private static boolean is(String words, String mark) {
    return words.replace(" ", "").equalsIgnoreCase(mark);
  }

  private int endOfLine() {
    int end = at;
    while (end < text.length() && text.charAt(end) != '\n' && text.charAt(end) != '\r') {
      end++;
    }
    return end;
  }

  private int afterBreak(int end) {
    boolean both =
        end + 1 < text.length() && text.charAt(end) == '\r' && text.charAt(end + 1) == '\n';
    return Math.min(text.length(), end + (both ? 2 : 1));
  }
}
