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

  /// Writes the words for `text`, each but the first on a line of its own.
  ///
  /// @param used columns that are used on the line where the first word begins
  /// @return the columns that are used on the last line
  static int write(String text, int used, Octets out) {
    byte[] utf8 = text.getBytes(StandardCharsets.UTF_8);
    int quoted = 0;
    for (byte octet : utf8) {
      quoted += octet == ' ' || standsForItself(octet) ? 1 : 3;
    }
    int base64 = (utf8.length + 2) / 3 * 4;
    int firstRoom = HeaderWriter.COLUMNS - used;
    int room = Math.min(MOST, firstRoom) - FRAME;
    if (quoted <= room && base64 <= room) {
      // Most texts: either way it is one word, and needs no search for where to divide it.
      oneWord(utf8, base64 < quoted, out);
      return used + FRAME + Math.min(base64, quoted);
    }
    List<String> words = of(text, firstRoom);
    for (int i = 0; i < words.size(); i++) {
      if (i > 0) {
        out.fold();
      }
      out.ascii(words.get(i));
    }
    int last = words.getLast().length();
    return words.size() == 1 ? used + last : 1 + last;
  }

  private static void oneWord(byte[] utf8, boolean base64, Octets out) {
    if (base64) {
      out.ascii(B_START).octets(Base64.getEncoder().encode(utf8)).ascii(END);
      return;
    }
    out.ascii(Q_START);
    for (byte octet : utf8) {
      if (octet == ' ') {
        out.octet('_');
      } else if (standsForItself(octet)) {
        out.octet(octet);
      } else {
        out.octet('=').octet(HEX.charAt((octet >> 4) & 15)).octet(HEX.charAt(octet & 15));
      }
    }
    out.ascii(END);
  }

  /// The words for `text`, in order, in whichever encoding is shorter.
  ///
  /// @param firstRoom columns that are left on the line where the first word begins
  static List<String> of(String text, int firstRoom) {
    List<String> q = q(text, Math.min(MOST, firstRoom) - FRAME);
    List<String> b = b(text, Math.min(MOST, firstRoom) - FRAME);
    return length(b) < length(q) ? b : q;
  }

  private static int length(List<String> words) {
    int length = 0;
    for (String word : words) {
      length += word.length() + 3;
    }
    return length;
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
      for (int shift = 6 * (octets(codePoint) - 1); shift >= 0; shift -= 6) {
        int octet = octet(codePoint, shift);
        out.append('=').append(HEX.charAt(octet >> 4)).append(HEX.charAt(octet & 15));
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
      int size = octets(codePoint);
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

  /// How many octets of UTF-8 (RFC 3629). Half a pair is a question mark, as Java writes it.
  private static int octets(int codePoint) {
    return codePoint < 0x80 || isHalf(codePoint)
        ? 1
        : codePoint < 0x800 ? 2 : codePoint < 0x10000 ? 3 : 4;
  }

  /// @param shift how many bits of the character come after this octet's
  private static int octet(int codePoint, int shift) {
    int bits = codePoint >> shift;
    boolean first = shift == 6 * (octets(codePoint) - 1);
    if (!first) {
      return 0x80 | (bits & 0x3F);
    }
    return switch (shift) {
      case 0 -> isHalf(codePoint) ? '?' : bits;
      case 6 -> 0xC0 | bits;
      case 12 -> 0xE0 | bits;
      default -> 0xF0 | bits;
    };
  }

  private static boolean isHalf(int codePoint) {
    return codePoint >= 0xD800 && codePoint < 0xE000;
  }
}
