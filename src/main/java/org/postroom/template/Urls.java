package org.postroom.template;

import java.nio.charset.StandardCharsets;
import java.util.Locale;
import java.util.Set;
import java.util.regex.Pattern;
import org.jsoup.parser.Parser;

/// URLs in which values from a list stand (rule V4).
final class Urls {
  private static final Set<String> SCHEMES = Set.of("http", "https", "mailto", "tel");
  private static final Pattern FROM_LIST =
      Pattern.compile("(?:https?://|mailto:|tel:).*", Pattern.CASE_INSENSITIVE | Pattern.DOTALL);
  private static final String HEX = "0123456789ABCDEF";

  /// What RFC 3986 section 2 lets stand in a URL, the percent sign included.
  private static final String ANYWHERE = "-._~:/?#[]@!$&'()*+,;=%";

  /// RFC 3986 section 2.3.
  private static final String UNRESERVED = "-._~";

  private static final String UNRESERVED_AND_AT = UNRESERVED + "@";
  private static final String UNRESERVED_AND_PLUS = UNRESERVED + "+";

  private Urls() {}

  /// May this stand in a letter? A URL whose first char came from the list must begin with an
  /// allowed scheme in so many words; one that the template began may also be relative.
  ///
  /// @param url with entities decoded
  static boolean allowed(String url, boolean fromList) {
    String clean = clean(url);
    if (clean.isEmpty()) {
      return true;
    }
    if (fromList) {
      return FROM_LIST.matcher(url).matches();
    }
    String scheme = scheme(clean);
    return scheme.isEmpty() || SCHEMES.contains(scheme);
  }

  /// True where a URL's beginning says in so many words that it goes to an allowed scheme: no
  /// entity, nothing that readers skip.
  static boolean hasAllowedScheme(String beginning) {
    int colon = beginning.indexOf(':');
    return colon > 0 && SCHEMES.contains(beginning.substring(0, colon).toLowerCase(Locale.ROOT));
  }

  /// The scheme (RFC 3986 section 3.1) in lower case, or empty where there is none.
  private static String scheme(String url) {
    int colon = url.indexOf(':');
    for (int i = 0; i < colon; i++) {
      char c = url.charAt(i);
      if (c == '/' || c == '?' || c == '#') {
        return "";
      }
    }
    return colon < 0 ? "" : url.substring(0, colon).toLowerCase(Locale.ROOT);
  }

  /// Without what readers skip when they look for the scheme: white space, controls, zero width.
  static String clean(String url) {
    if (isPlain(url)) {
      return url;
    }
    StringBuilder clean = new StringBuilder(url.length());
    url.codePoints().filter(c -> !skipped(c)).forEach(clean::appendCodePoint);
    return clean.toString();
  }

  /// True where there is nothing but letters, digits and signs of ASCII: most URLs.
  private static boolean isPlain(String url) {
    for (int i = 0; i < url.length(); i++) {
      if (url.charAt(i) <= ' ' || url.charAt(i) >= 127) {
        return false;
      }
    }
    return true;
  }

  private static boolean skipped(int c) {
    return Character.isWhitespace(c)
        || Character.isISOControl(c)
        || Character.isSpaceChar(c)
        || Character.getType(c) == Character.FORMAT;
  }

  /// A URL as it is meant, out of an attribute's value.
  static String decoded(String value) {
    return value.indexOf('&') < 0 ? value : Parser.unescapeEntities(value, true);
  }

  /// A value that is the whole URL or its beginning.
  static String whole(String value) {
    return encoded(value, ANYWHERE, true);
  }

  /// A value within a URL: nothing in it can end the part it stands in.
  ///
  /// @param before what stands before it, by [#clean(String)]
  static String part(String before, String value) {
    if (before.length() > "mailto:".length()) {
      return encoded(value, UNRESERVED, false);
    }
    String kept =
        switch (before.toLowerCase(Locale.ROOT)) {
          case "mailto:" -> UNRESERVED_AND_AT;
          case "tel:" -> UNRESERVED_AND_PLUS;
          default -> UNRESERVED;
        };
    return encoded(value, kept, false);
  }

  private static String encoded(String value, String kept, boolean keepLetters) {
    int plain = 0;
    while (plain < value.length() && stays(value.charAt(plain), kept)) {
      plain++;
    }
    if (plain == value.length()) {
      return value;
    }
    StringBuilder out = new StringBuilder(value.length() + 16).append(value, 0, plain);
    for (int i = plain; i < value.length(); ) {
      int c = value.codePointAt(i);
      i += Character.charCount(c);
      boolean letter = keepLetters && c >= 128 && Character.isLetterOrDigit(c);
      if (letter || stays(c, kept)) {
        out.appendCodePoint(c);
      } else {
        percent(c, out);
      }
    }
    return out.toString();
  }

  /// True for letters and digits of ASCII, and those signs.
  private static boolean stays(int c, String signs) {
    return c < 128 && (Character.isLetterOrDigit(c) || signs.indexOf(c) >= 0);
  }

  private static void percent(int codePoint, StringBuilder out) {
    for (byte octet : Character.toString(codePoint).getBytes(StandardCharsets.UTF_8)) {
      out.append('%').append(HEX.charAt((octet >> 4) & 15)).append(HEX.charAt(octet & 15));
    }
  }
}
