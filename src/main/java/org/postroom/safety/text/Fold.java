package org.postroom.safety.text;

import java.io.ByteArrayOutputStream;
import java.nio.charset.StandardCharsets;
import java.text.Normalizer;
import java.util.HexFormat;
import java.util.Locale;

/// Takes the guise off a piece of text: entities, percent and backslash signs, invisible signs,
/// compatibility forms and case.
public final class Fold {
  private static final int DEEPEST = 3;

  private Fold() {}

  /// What `text` says; the same for all guises of the same words.
  public static String fold(String text) {
    if (isPlain(text)) {
      return text.toLowerCase(Locale.ROOT);
    }
    String now = text;
    for (int i = 0; i < DEEPEST; i++) {
      String next = once(now);
      if (next.equals(now)) {
        break;
      }
      now = next;
    }
    return now.toLowerCase(Locale.ROOT).replace('。', '.');
  }

  /// Without signs that are not seen: zero width, soft hyphen, direction, variation.
  public static String visible(String text) {
    StringBuilder out = new StringBuilder(text.length());
    int next;
    for (int i = 0; i < text.length(); i = next) {
      int c = text.codePointAt(i);
      next = i + Character.charCount(c);
      if (!isInvisible(c)) {
        out.append(text, i, next);
      }
    }
    return out.toString();
  }

  private static boolean isPlain(String text) {
    for (int i = 0; i < text.length(); i++) {
      char c = text.charAt(i);
      if (c >= 128 || c == '&' || c == '%' || c == '\\' || c == '=') {
        return false;
      }
    }
    return true;
  }

  private static String once(String text) {
    String decoded = escapes(Entities.decode(text));
    return isAscii(decoded)
        ? decoded
        : Normalizer.normalize(visible(decoded), Normalizer.Form.NFKC);
  }

  private static boolean isAscii(String text) {
    for (int i = 0; i < text.length(); i++) {
      if (text.charAt(i) >= 128) {
        return false;
      }
    }
    return true;
  }

  private static boolean isInvisible(int c) {
    if (c >= ' ' && c <= '~') {
      return false;
    }
    int type = Character.getType(c);
    return type == Character.FORMAT
        || c == 0x34f
        || c == 0x115f
        || c == 0x1160
        || c == 0x17b4
        || c == 0x17b5
        || c == 0x3164
        || (c >= 0xfe00 && c <= 0xfe0f)
        || (c >= 0x180b && c <= 0x180f)
        || (c >= 0xe0100 && c <= 0xe01ef)
        || (c < 32 && c != '\t' && c != '\n' && c != '\r');
  }

  /// `%41`, `=41` and the backslash escapes of JSON and scripts for a letter, digit or sign;
  /// several `%XX` in a row are UTF-8.
  private static String escapes(String text) {
    if (text.indexOf('%') < 0 && text.indexOf('\\') < 0 && text.indexOf('=') < 0) {
      return text;
    }
    StringBuilder out = new StringBuilder(text.length());
    int i = 0;
    while (i < text.length()) {
      char c = text.charAt(i);
      if ((c == '%' || c == '=') && isHex(text, i + 1, 2)) {
        i = bytes(text, i, c, out);
      } else if (c == '\\' && text.startsWith("u", i + 1) && isHex(text, i + 2, 4)) {
        out.append((char) HexFormat.fromHexDigits(text, i + 2, i + 6));
        i += 6;
      } else if (c == '\\' && text.startsWith("x", i + 1) && isHex(text, i + 2, 2)) {
        out.append((char) HexFormat.fromHexDigits(text, i + 2, i + 4));
        i += 4;
      } else {
        out.append(c);
        i++;
      }
    }
    return out.toString();
  }

  private static int bytes(String text, int from, char sign, StringBuilder out) {
    ByteArrayOutputStream bytes = new ByteArrayOutputStream();
    int i = from;
    while (i < text.length() && text.charAt(i) == sign && isHex(text, i + 1, 2)) {
      bytes.write(HexFormat.fromHexDigits(text, i + 1, i + 3));
      i += 3;
    }
    out.append(bytes.toString(StandardCharsets.UTF_8));
    return i;
  }

  private static boolean isHex(String text, int from, int digits) {
    if (from + digits > text.length()) {
      return false;
    }
    for (int i = from; i < from + digits; i++) {
      if (!HexFormat.isHexDigit(text.charAt(i))) {
        return false;
      }
    }
    return true;
  }
}
