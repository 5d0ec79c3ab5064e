package org.postroom.composition;

import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Base64;
import java.util.List;

/// Encoded words (RFC 2047) in UTF-8. Each holds whole characters and has at most 75 octets. The
/// characters that stand for themselves are those that are safe in a phrase, too (section 5, rule
/// 3).
final class EncodedWords {
  private static final int MOST = 75;
  private static final String Q_START = "=?UTF-8?Q?";
  private static final String B_START = "=?UTF-8?B?";
  private static final String END = "?=";
  private static final int FRAME = Q_START.length() + END.length();
  private static final String HEX = "0123456789ABCDEF";

  private EncodedWords() {}

  /// The words for `text`, in order, in whichever encoding is shorter.
  ///
  /// @param firstRoom columns that are left on the line where the first word begins
  static List<String> of(String text, int firstRoom) {
    List<String> q = q(text, Math.min(MOST, firstRoom) - FRAME);
    List<String> b = b(text, Math.min(MOST, firstRoom) - FRAME);
    return length(b) < length(q) ? b : q;
  }

  private static int length(List<String> words) {
    return words.stream().mapToInt(word -> word.length() + 3).sum();
  }

  private static List<String> q(String text, int firstMost) {
    List<String> words = new ArrayList<>();
    StringBuilder word = new StringBuilder(MOST).append(Q_START);
    int most = firstMost;
    StringBuilder one = new StringBuilder(12);
    for (int i = 0; i < text.length(); ) {
      int codePoint = text.codePointAt(i);
      i += Character.charCount(codePoint);
      one.setLength(0);
      q(codePoint, one);
      if (word.length() - Q_START.length() + one.length() > most) {
        words.add(word.append(END).toString());
        word.setLength(Q_START.length());
        most = MOST - FRAME;
      }
      word.append(one);
    }
    words.add(word.append(END).toString());
    return words;
  }

  private static void q(int codePoint, StringBuilder out) {
    if (codePoint == ' ') {
      out.append('_');
    } else if (standsForItself(codePoint)) {
      out.append((char) codePoint);
    } else {
      for (byte octet : utf8(codePoint)) {
        out.append('=').append(HEX.charAt((octet >> 4) & 15)).append(HEX.charAt(octet & 15));
      }
    }
  }

  private static boolean standsForItself(int c) {
    return (c >= 'a' && c <= 'z')
        || (c >= 'A' && c <= 'Z')
        || (c >= '0' && c <= '9')
        || c == '!'
        || c == '*'
        || c == '+'
        || c == '-'
        || c == '/';
  }

  private static List<String> b(String text, int firstMost) {
    List<String> words = new ArrayList<>();
    int start = 0;
    int used = 0;
    int most = firstMost / 4 * 3;
    for (int i = 0; i < text.length(); ) {
      int codePoint = text.codePointAt(i);
      int size = utf8(codePoint).length;
      if (used + size > most) {
        words.add(b(text.substring(start, i)));
        start = i;
        used = 0;
        most = (MOST - FRAME) / 4 * 3;
      }
      used += size;
      i += Character.charCount(codePoint);
    }
    words.add(b(text.substring(start)));
    return words;
  }

  private static String b(String text) {
    byte[] octets = text.getBytes(StandardCharsets.UTF_8);
    return B_START + Base64.getEncoder().encodeToString(octets) + END;
  }

  private static byte[] utf8(int codePoint) {
    return Character.toString(codePoint).getBytes(StandardCharsets.UTF_8);
  }
}
