package org.postroom.safety.text;

import java.util.Map;

/// HTML character references (HTML Living Standard section 13.2.5.72): numbers, and the names that
/// stand in letters. A missing semicolon after a number is forgiven, as programs do.
public final class Entities {
  private static final Map<String, String> NAMES =
      Map.ofEntries(
          Map.entry("amp", "&"),
          Map.entry("lt", "<"),
          Map.entry("gt", ">"),
          Map.entry("quot", "\""),
          Map.entry("apos", "'"),
          Map.entry("nbsp", "\u00a0"),
          Map.entry("commat", "@"),
          Map.entry("period", "."),
          Map.entry("lowbar", "_"),
          Map.entry("plus", "+"),
          Map.entry("hyphen", "\u2010"),
          Map.entry("dash", "\u2010"),
          Map.entry("shy", "\u00ad"),
          Map.entry("zwj", "\u200d"),
          Map.entry("zwnj", "\u200c"),
          Map.entry("ZeroWidthSpace", "\u200b"),
          Map.entry("NoBreak", "\u2060"),
          Map.entry("ndash", "–"),
          Map.entry("mdash", "—"),
          Map.entry("lsquo", "‘"),
          Map.entry("rsquo", "’"),
          Map.entry("ldquo", "“"),
          Map.entry("rdquo", "”"),
          Map.entry("laquo", "«"),
          Map.entry("raquo", "»"),
          Map.entry("hellip", "…"),
          Map.entry("pound", "£"),
          Map.entry("euro", "€"),
          Map.entry("copy", "©"),
          Map.entry("auml", "ä"),
          Map.entry("ouml", "ö"),
          Map.entry("uuml", "ü"),
          Map.entry("Auml", "Ä"),
          Map.entry("Ouml", "Ö"),
          Map.entry("Uuml", "Ü"),
          Map.entry("szlig", "ß"),
          Map.entry("eacute", "é"),
          Map.entry("egrave", "è"),
          Map.entry("agrave", "à"),
          Map.entry("ccedil", "ç"),
          Map.entry("ecirc", "ê"),
          Map.entry("ocirc", "ô"),
          Map.entry("iacute", "í"),
          Map.entry("oacute", "ó"),
          Map.entry("uacute", "ú"),
          Map.entry("aacute", "á"),
          Map.entry("ntilde", "ñ"),
          Map.entry("aring", "å"),
          Map.entry("oslash", "ø"),
          Map.entry("aelig", "æ"));
  private static final int LONGEST = 16;

  private Entities() {}

  /// `text` with every reference that is known decoded once.
  public static String decode(String text) {
    int amp = text.indexOf('&');
    if (amp < 0) {
      return text;
    }
    StringBuilder out = new StringBuilder(text.length());
    int at = 0;
    while (amp >= 0) {
      out.append(text, at, amp);
      at = one(text, amp, out);
      amp = text.indexOf('&', at);
    }
    return out.append(text, at, text.length()).toString();
  }

  /// Appends what the reference at `amp` means (or the ampersand itself) and answers where it ends.
  private static int one(String text, int amp, StringBuilder out) {
    int start = amp + 1;
    if (start < text.length() && text.charAt(start) == '#') {
      return number(text, amp, out);
    }
    int end = start;
    while (end < text.length() && end - start < LONGEST && Character.isLetter(text.charAt(end))) {
      end++;
    }
    String name = text.substring(start, end);
    String value = NAMES.get(name);
    if (value == null || end >= text.length() || text.charAt(end) != ';') {
      out.append('&');
      return start;
    }
    out.append(value);
    return end + 1;
  }

  private static int number(String text, int amp, StringBuilder out) {
    int start = amp + 2;
    boolean hex = start < text.length() && (text.charAt(start) | 32) == 'x';
    if (hex) {
      start++;
    }
    int end = start;
    int value = 0;
    while (end < text.length() && end - start < LONGEST) {
      int digit = Character.digit(text.charAt(end), hex ? 16 : 10);
      if (digit < 0) {
        break;
      }
      value = Math.min(Character.MAX_CODE_POINT + 1, value * (hex ? 16 : 10) + digit);
      end++;
    }
    if (end == start || !Character.isValidCodePoint(value) || value == 0) {
      out.append('&');
      return amp + 1;
    }
    out.appendCodePoint(value);
    return end < text.length() && text.charAt(end) == ';' ? end + 1 : end;
  }
}
