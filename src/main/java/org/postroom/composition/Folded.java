package org.postroom.composition;

import java.nio.charset.StandardCharsets;

/// A stretch of text with every run of white space as one blank, in UTF-8.
final class Folded {
  /// True where it begins with white space.
  private final boolean blankBefore;

  /// Without blanks at either end.
  private final byte[] words;

  /// True where it ends with white space.
  private final boolean blankAfter;

  private Folded(boolean blankBefore, byte[] words, boolean blankAfter) {
    this.blankBefore = blankBefore;
    this.words = words;
    this.blankAfter = blankAfter;
  }

  static Folded of(String text) {
    int length = text.length();
    int start = 0;
    while (start < length && isBlank(text.charAt(start))) {
      start++;
    }
    int end = length;
    while (end > start && isBlank(text.charAt(end - 1))) {
      end--;
    }
    char[] words = new char[end - start];
    int to = 0;
    for (int i = start; i < end; i++) {
      char c = text.charAt(i);
      if (!isBlank(c)) {
        words[to++] = c;
      } else if (!isBlank(text.charAt(i - 1))) {
        words[to++] = ' ';
      }
    }
    byte[] utf8 = new String(words, 0, to).getBytes(StandardCharsets.UTF_8);
    return new Folded(start > 0, utf8, end < length);
  }

  private static boolean isBlank(char c) {
    return (c < '!' || c > '~') && (Character.isWhitespace(c) || Character.isSpaceChar(c));
  }

  /// Puts stretches together into one field of a digest.
  static final class Joining {
    private static final byte[] BLANK = {' '};

    private final Sha256 digest;
    private boolean begun;
    private boolean blank;

    Joining(Sha256 digest) {
      this.digest = digest;
    }

    void add(Folded next) {
      if (next.words.length == 0) {
        blank |= next.blankBefore;
        return;
      }
      if (begun && (blank || next.blankBefore)) {
        digest.octets(BLANK);
      }
      digest.octets(next.words);
      begun = true;
      blank = next.blankAfter;
    }

    void end() {
      digest.end();
    }
  }
}
