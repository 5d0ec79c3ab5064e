package org.postroom.safety.check;

import java.text.Normalizer;
import java.util.Locale;
import org.postroom.safety.text.Fold;

/// Texts and cells as they are compared: small letters, one blank between words, nothing that is
/// not seen.
final class Folded {
  private Folded() {}

  static String of(String text) {
    if (isPlain(text)) {
      return text.toLowerCase(Locale.ROOT);
    }
    String visible =
        isAsWritten(text)
            ? text
            : Normalizer.normalize(Fold.visible(whiteAsBlank(text)), Normalizer.Form.NFKC);
    return oneBlank(visible).toLowerCase(Locale.ROOT);
  }

  private static String oneBlank(String text) {
    StringBuilder out = new StringBuilder(text.length());
    boolean blank = false;
    for (int i = 0; i < text.length(); i++) {
      char c = text.charAt(i);
      if (isBlank(c)) {
        blank = !out.isEmpty();
      } else {
        if (blank) {
          out.append(' ');
          blank = false;
        }
        out.append(c);
      }
    }
    return out.toString();
  }

  /// Without the signs around it: `£12.50` may stand there as `12.50 GBP`.
  static String bare(String value) {
    int start = 0;
    int end = value.length();
    while (start < end && !isWord(value.charAt(start))) {
      start++;
    }
    while (end > start && !isWord(value.charAt(end - 1))) {
      end--;
    }
    return value.substring(start, end);
  }

  /// Where the word at `at` ends; `at` itself where there is none.
  static int wordEnd(String text, int at) {
    int end = at;
    while (end < text.length() && isWord(text.charAt(end))) {
      end++;
    }
    return end;
  }

  static boolean isWord(char c) {
    return c < 128
        ? (c >= 'a' && c <= 'z') || (c >= '0' && c <= '9') || c == '@' || (c >= 'A' && c <= 'Z')
        : Character.isLetterOrDigit(c);
  }

  /// True where there is nothing to fold but capitals.
  private static boolean isPlain(String text) {
    for (int i = 0; i < text.length(); i++) {
      char c = text.charAt(i);
      boolean doubled = c == ' ' && (i == 0 || i + 1 == text.length() || text.charAt(i - 1) == ' ');
      if (c < ' ' || c > '~' || doubled) {
        return false;
      }
    }
    return true;
  }

  /// A line break of a word processor is one here too, not a sign that is not seen.
  private static String whiteAsBlank(String text) {
    return text.replace('\u000b', ' ').replace('\f', ' ');
  }

  private static boolean isBlank(char c) {
    return c == ' ' || (c >= '\t' && c <= '\r');
  }

  /// True where all is seen and in its plain form: ASCII, and the letters with accents that western
  /// languages use (U+00C0 to U+0131; none of them has another form in NFKC).
  private static boolean isAsWritten(String text) {
    for (int i = 0; i < text.length(); i++) {
      char c = text.charAt(i);
      boolean ascii = c >= ' ' ? c <= '~' : isBlank(c);
      if (!ascii && (c < '\u00c0' || c > '\u0131')) {
        return false;
      }
    }
    return true;
  }
}
