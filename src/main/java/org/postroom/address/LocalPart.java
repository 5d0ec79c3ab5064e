package org.postroom.address;

import java.nio.charset.StandardCharsets;
import java.text.Normalizer;
import org.jspecify.annotations.Nullable;

/// The part before the `@`: a dot-atom (RFC 5322 section 3.2.3) with the letters that RFC 6531
/// adds, at most 64 octets (RFC 5321 section 4.5.3.1.1).
final class LocalPart {
  private static final int MOST_OCTETS = 64;
  private static final String SYMBOLS = "!#$%&'*+-/=?^_`{|}~";

  private LocalPart() {}

  /// In NFC and without needless quotes, or null where it is not one. A quoted local part that
  /// needs its quotes is refused: it is legal, but hardly any system delivers it.
  static @Nullable String read(String text) {
    boolean quoted = text.length() > 2 && text.startsWith("\"") && text.endsWith("\"");
    String bare = quoted ? text.substring(1, text.length() - 1) : text;
    return Ascii.is(bare) ? ascii(bare) : international(bare);
  }

  static @Nullable String ascii(String text) {
    int length = text.length();
    if (length == 0 || length > MOST_OCTETS || text.charAt(length - 1) == '.') {
      return null;
    }
    char before = '.';
    for (int i = 0; i < length; i++) {
      char c = text.charAt(i);
      if (!allowed(c) || (c == '.' && before == '.')) {
        return null;
      }
      before = c;
    }
    return text;
  }

  static @Nullable String international(String text) {
    String plain = Normalizer.normalize(text, Normalizer.Form.NFC);
    boolean dots = plain.startsWith(".") || plain.endsWith(".") || plain.contains("..");
    boolean wrong =
        plain.isEmpty()
            || dots
            || !plain.codePoints().allMatch(LocalPart::allowed)
            || !Normalizer.isNormalized(plain, Normalizer.Form.NFKC)
            || plain.getBytes(StandardCharsets.UTF_8).length > MOST_OCTETS;
    return wrong ? null : plain;
  }

  private static boolean allowed(int c) {
    if (c < 128) {
      return (c >= 'a' && c <= 'z')
          || (c >= 'A' && c <= 'Z')
          || (c >= '0' && c <= '9')
          || c == '.'
          || SYMBOLS.indexOf(c) >= 0;
    }
    return Character.isLetterOrDigit(c)
        || Labels.isMark(c)
        || Character.getType(c) == Character.OTHER_SYMBOL;
  }
}
