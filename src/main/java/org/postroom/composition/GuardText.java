package org.postroom.composition;

import java.io.ByteArrayOutputStream;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.text.Normalizer;
import java.util.Base64;
import java.util.HexFormat;
import java.util.LinkedHashSet;
import java.util.SequencedSet;
import java.util.regex.MatchResult;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/// Everything that a header's value may say to some reader: as it stands, with encoded words (RFC
/// 2047), percent signs (RFC 3986, RFC 2231) and character references (HTML) resolved, in the plain
/// forms of look-alike characters, and without quotes and comments.
final class GuardText {
  private static final Pattern WORD =
      Pattern.compile("=\\?([^?\\s*]+)(?:\\*[^?\\s]*)?\\?([BbQq])\\?([^?]*)\\?=");
  private static final Pattern BETWEEN_WORDS = Pattern.compile("(?<=\\?=)\\s+(?==\\?)");
  private static final Pattern REFERENCE =
      Pattern.compile("&(?:#([0-9]{1,7})|#[xX]([0-9a-fA-F]{1,6})|(commat|period|amp));?");
  private static final Pattern UNSEEN = Pattern.compile("[\\p{Cf}\\u034F\\u115F\\u1160\\u3164]");
  private static final Pattern COMMENT = Pattern.compile("\\([^()]*\\)");
  private static final int ROUNDS = 3;

  private GuardText() {}

  /// All forms in which an address could show.
  static SequencedSet<String> forms(String value) throws GuardRefusal {
    SequencedSet<String> forms = new LinkedHashSet<>();
    if (isPlain(value)) {
      return forms;
    }
    String form = words(value);
    if (!canHideAnAddress(form) && !canHideAnAddress(value)) {
      return forms;
    }
    add(forms, value);
    add(forms, form);
    for (int round = 0; round < ROUNDS; round++) {
      form = resolved(form);
      if (!add(forms, form)) {
        break;
      }
    }
    return forms;
  }

  /// With percent signs and character references resolved once, and look-alikes as what they look
  /// like.
  static String resolved(String text) {
    return plain(references(percent(text)));
  }

  /// With encoded words decoded.
  static String words(String value) throws GuardRefusal {
    if (!value.contains("=?")) {
      return value;
    }
    String joined = BETWEEN_WORDS.matcher(value).replaceAll("");
    StringBuilder text = new StringBuilder();
    Matcher word = WORD.matcher(joined);
    int copied = 0;
    while (word.find()) {
      text.append(left(joined, copied, word.start()));
      text.append(word(word.group(1), word.group(2), word.group(3)));
      copied = word.end();
    }
    return text.append(left(joined, copied, joined.length())).toString();
  }

  /// Half an encoded word is one that somebody else may be able to read.
  private static String left(String text, int start, int end) throws GuardRefusal {
    String piece = text.substring(start, end);
    if (piece.contains("=?")) {
      throw new GuardRefusal(GuardRule.UNDECODABLE);
    }
    return piece;
  }

  private static String word(String charset, String encoding, String text) throws GuardRefusal {
    try {
      byte[] octets =
          encoding.equalsIgnoreCase("B") ? Base64.getDecoder().decode(text) : quoted(text);
      return new String(octets, Charset.forName(charset));
    } catch (IllegalArgumentException e) {
      throw new GuardRefusal(GuardRule.UNDECODABLE);
    }
  }

  private static byte[] quoted(String text) {
    ByteArrayOutputStream octets = new ByteArrayOutputStream();
    for (int i = 0; i < text.length(); i++) {
      char c = text.charAt(i);
      if (c == '=') {
        // Fewer than two digits are no octet.
        if (i + 3 > text.length()) {
          throw new IllegalArgumentException("half an octet");
        }
        octets.write(HexFormat.fromHexDigits(text, i + 1, i + 3));
        i += 2;
      } else {
        octets.write(c == '_' ? ' ' : c);
      }
    }
    return octets.toByteArray();
  }

  private static String percent(String text) {
    if (text.indexOf('%') < 0) {
      return text;
    }
    ByteArrayOutputStream octets = new ByteArrayOutputStream();
    byte[] utf8 = text.getBytes(StandardCharsets.UTF_8);
    for (int i = 0; i < utf8.length; i++) {
      int high = utf8[i] == '%' && i + 2 < utf8.length ? Character.digit(utf8[i + 1], 16) : -1;
      int low = high < 0 ? -1 : Character.digit(utf8[i + 2], 16);
      octets.write(low < 0 ? utf8[i] : high * 16 + low);
      i += low < 0 ? 0 : 2;
    }
    return octets.toString(StandardCharsets.UTF_8);
  }

  private static String references(String text) {
    return text.indexOf('&') < 0
        ? text
        : REFERENCE.matcher(text).replaceAll(found -> Matcher.quoteReplacement(character(found)));
  }

  private static String character(MatchResult found) {
    if (found.group(3) != null) {
      return switch (found.group(3)) {
        case "commat" -> "@";
        case "period" -> ".";
        default -> "&";
      };
    }
    int codePoint =
        found.group(1) != null
            ? Integer.parseInt(found.group(1))
            : Integer.parseInt(found.group(2), 16);
    return Character.isValidCodePoint(codePoint) ? Character.toString(codePoint) : found.group();
  }

  /// Look-alikes of ASCII as ASCII, and every sign that IDNA takes for a dot as a dot.
  static String plain(String text) {
    return Normalizer.normalize(text, Normalizer.Form.NFKC).replace('\u3002', '.');
  }

  /// The text, what is left where nothing unseen stands in it, and that without quotes and
  /// comments.
  private static boolean add(SequencedSet<String> forms, String text) {
    boolean news = forms.add(text);
    String seen = UNSEEN.matcher(text).replaceAll("");
    forms.add(seen);
    forms.add(COMMENT.matcher(seen).replaceAll(""));
    forms.add(seen.replace("\\", "").replace("\"", ""));
    return news;
  }

  /// False where there is no `@`, and nothing that becomes one when it is resolved: of the
  /// characters below U+2000 only these three do, whatever is done to the others.
  static boolean canHideAnAddress(String text) {
    for (int i = 0; i < text.length(); i++) {
      char c = text.charAt(i);
      if (c == '@' || c == '%' || c == '&' || c >= '\u2000') {
        return true;
      }
    }
    return false;
  }

  private static boolean isPlain(String value) {
    for (int i = 0; i < value.length(); i++) {
      char c = value.charAt(i);
      if (c == '@' || c == '%' || c == '&' || c > 126 || (c == '=' && value.startsWith("=?", i))) {
        return false;
      }
    }
    return true;
  }
}
