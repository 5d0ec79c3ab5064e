package org.postroom.safety.text;

import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/// Finds every place of a text that may be an address, in whatever guise: `@` itself, its
/// full-width forms, `&#64;`, `%40`, `=40`, a backslash escape, `(at)`. From each it widens to both
/// sides and cleans what it has; whether it is somebody's address is a look-up in a hash set
/// ([Spot#variants]).
///
/// A regular expression over the whole text takes twenty times as long.
public final class AddressSearch {
  private static final int WIDEST = 700;
  private static final boolean[] MARKS = new boolean[128];

  static {
    for (char c : "@&%=\\([{".toCharArray()) {
      MARKS[c] = true;
    }
  }

  /// What is no sign: a sign ends behind the beginning of the text.
  private static final int NONE = 0;

  private AddressSearch() {}

  /// Calls `spots` for each place, in the order of the text.
  public static void find(String text, Consumer<Spot> spots) {
    int length = text.length();
    for (int i = 0; i < length; i++) {
      char c = text.charAt(i);
      if (c < 128 ? MARKS[c] : c == '\uff20' || c == '\ufe6b') {
        int end = endOfMark(text, i, c);
        if (end != NONE) {
          Spot spot = widen(text, i, end);
          if (spot != null) {
            spots.accept(spot);
          }
          i = end - 1;
        }
      }
    }
  }

  /// One past the sign at `at` that stands for `@`.
  private static int endOfMark(String text, int at, char c) {
    return switch (c) {
      case '@', '\uff20', '\ufe6b' -> at + 1;
      case '&' -> entity(text, at);
      case '%', '=' -> text.startsWith("40", at + 1) ? at + 3 : NONE;
      case '\\' ->
          text.startsWith("u0040", at + 1)
              ? at + 6
              : text.startsWith("x40", at + 1) ? at + 4 : NONE;
      default -> word(text, at, "at");
    };
  }

  private static int entity(String text, int at) {
    if (text.startsWith("commat;", at + 1)) {
      return at + 8;
    }
    if (at + 1 >= text.length() || text.charAt(at + 1) != '#') {
      return NONE;
    }
    int i = at + 2;
    boolean hex = i < text.length() && (text.charAt(i) | 32) == 'x';
    if (hex) {
      i++;
    }
    while (i < text.length() && text.charAt(i) == '0') {
      i++;
    }
    if (!text.startsWith(hex ? "40" : "64", i)) {
      return NONE;
    }
    i += 2;
    if (i < text.length() && text.charAt(i) == ';') {
      return i + 1;
    }
    return i < text.length() && Character.digit(text.charAt(i), hex ? 16 : 10) >= 0 ? NONE : i;
  }

  /// `(at)`, `[ at ]`, `{at}`: one past it.
  private static int word(String text, int at, String word) {
    int i = at + 1;
    while (i < text.length() && text.charAt(i) == ' ') {
      i++;
    }
    if (!text.regionMatches(true, i, word, 0, word.length())) {
      return NONE;
    }
    i += word.length();
    while (i < text.length() && text.charAt(i) == ' ') {
      i++;
    }
    return i < text.length() && ")]}".indexOf(text.charAt(i)) >= 0 ? i + 1 : NONE;
  }

  private static @Nullable Spot widen(String text, int start, int end) {
    int left = start;
    while (left > 0 && start - left < 3 && isBlank(text.charAt(left - 1))) {
      left--;
    }
    int localEnd = left;
    while (left > 0 && localEnd - left < WIDEST && !endsLocal(text.charAt(left - 1))) {
      left--;
    }
    int right = end;
    while (right < text.length() && right - end < 3 && isBlank(text.charAt(right))) {
      right++;
    }
    boolean spaced = localEnd < start || right > end;
    int domainStart = right;
    StringBuilder dotted = null;
    while (right < text.length() && right - domainStart < WIDEST) {
      char c = text.charAt(right);
      if (isDomain(c)) {
        right++;
        if (dotted != null) {
          dotted.append(c);
        }
      } else {
        int dot = word(text, skipBlank(text, right), "dot");
        if (dot == NONE || "([{".indexOf(text.charAt(skipBlank(text, right))) < 0) {
          break;
        }
        if (dotted == null) {
          dotted = new StringBuilder(text.substring(domainStart, right));
        }
        dotted.append('.');
        right = skipBlank(text, dot);
      }
    }
    String domain = dotted == null ? text.substring(domainStart, right) : dotted.toString();
    if (left == localEnd || domain.isEmpty()) {
      return null;
    }
    return Spot.of(left, text.substring(left, localEnd), domain, spaced);
  }

  private static int skipBlank(String text, int at) {
    int i = at;
    while (i < text.length() - 1 && i - at < 3 && isBlank(text.charAt(i))) {
      i++;
    }
    return i;
  }

  private static boolean isBlank(char c) {
    return c == ' ' || c == '\u00a0';
  }

  private static boolean endsLocal(char c) {
    return c <= ' ' || "<>\"()[]{},@".indexOf(c) >= 0 || isSpace(c);
  }

  private static boolean isSpace(char c) {
    return c >= 128 && Character.isSpaceChar(c);
  }

  private static boolean isDomain(char c) {
    if (c < 128) {
      return (c >= 'a' && c <= 'z')
          || (c >= 'A' && c <= 'Z')
          || (c >= '0' && c <= '9')
          || ".-_&#;%\\".indexOf(c) >= 0;
    }
    return !isSpace(c);
  }
}
