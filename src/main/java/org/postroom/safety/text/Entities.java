package org.postroom.safety.text;

import java.util.HashMap;
import java.util.Map;

/// HTML character references (HTML Living Standard section 13.2.5.72): numbers, and the names that
/// stand in letters. A missing semicolon after a number is forgiven, as programs do.
public final class Entities {
  /// The names of U+00A0 to U+00FF, in their order.
  private static final String LATIN =
      "nbsp iexcl cent pound curren yen brvbar sect uml copy ordf laquo not shy reg macr "
          + "deg plusmn sup2 sup3 acute micro para middot cedil sup1 ordm raquo frac14 frac12 "
          + "frac34 iquest Agrave Aacute Acirc Atilde Auml Aring AElig Ccedil Egrave Eacute "
          + "Ecirc Euml Igrave Iacute Icirc Iuml ETH Ntilde Ograve Oacute Ocirc Otilde Ouml "
          + "times Oslash Ugrave Uacute Ucirc Uuml Yacute THORN szlig agrave aacute acirc atilde "
          + "auml aring aelig ccedil egrave eacute ecirc euml igrave iacute icirc iuml eth "
          + "ntilde ograve oacute ocirc otilde ouml divide oslash ugrave uacute ucirc uuml "
          + "yacute thorn yuml";

  private static final Map<String, String> NAMES = names();

  private static final int LONGEST = 16;

  private Entities() {}

  private static Map<String, String> names() {
    Map<String, String> names = new HashMap<>();
    int sign = 0xa0;
    for (String name : LATIN.split(" ", -1)) {
      names.put(name, Character.toString(sign++));
    }
    String[] others = {
      "amp",
      "&",
      "lt",
      "<",
      "gt",
      ">",
      "quot",
      "\"",
      "apos",
      "'",
      "commat",
      "@",
      "period",
      ".",
      "lowbar",
      "_",
      "plus",
      "+",
      "hyphen",
      "\u2010",
      "dash",
      "\u2010",
      "zwj",
      "\u200d",
      "zwnj",
      "\u200c",
      "ZeroWidthSpace",
      "\u200b",
      "NoBreak",
      "\u2060",
      "ndash",
      "–",
      "mdash",
      "—",
      "lsquo",
      "‘",
      "rsquo",
      "’",
      "sbquo",
      "‚",
      "ldquo",
      "“",
      "rdquo",
      "”",
      "bdquo",
      "„",
      "hellip",
      "…",
      "euro",
      "€",
      "trade",
      "™",
      "bull",
      "•",
      "dagger",
      "†",
      "lsaquo",
      "‹",
      "rsaquo",
      "›",
      "oelig",
      "œ",
      "OElig",
      "Œ",
      "scaron",
      "š",
      "Scaron",
      "Š",
      "Yuml",
      "Ÿ",
      "fnof",
      "ƒ",
      "circ",
      "ˆ",
      "tilde",
      "˜",
      "ensp",
      "\u2002",
      "emsp",
      "\u2003",
      "thinsp",
      "\u2009"
    };
    for (int i = 0; i < others.length; i += 2) {
      names.put(others[i], others[i + 1]);
    }
    return names;
  }

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
    while (end < text.length()
        && end - start < LONGEST
        && Character.isLetterOrDigit(text.charAt(end))) {
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
