package org.postroom.address;

import java.text.Normalizer;
import java.util.Arrays;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/// The rules for a name that is shown beside an address (V1, V3).
public final class DisplayNames {
  /// Longer ones are cells that hold something else than a name.
  private static final int LONGEST = 256;

  private static final Pattern AROUND_ADDRESS = Pattern.compile("[\\s<>()\\[\\]\",;:'“”‘’|]+");
  private static final Pattern ADDRESS = Pattern.compile("[^@]+@[^@]+\\.[^@]+");

  private DisplayNames() {}

  /// Why `name` may not stand in a header beside any address, or null where it may.
  public static @Nullable AddressFault fault(String name) {
    AddressFault control = ControlCharacters.fault(name);
    if (control != null) {
      return control;
    }
    boolean wrong = hasBidiControl(name) || name.length() > LONGEST || hasLoneSurrogate(name);
    return wrong ? AddressFault.DISPLAY_NAME : null;
  }

  /// As [#fault(String)], and a name that looks like an address other than its own is at fault.
  public static @Nullable AddressFault fault(String name, AddrSpec own) {
    if (name.length() <= LONGEST && Ascii.isPlainWords(name)) {
      return null;
    }
    AddressFault fault = fault(name);
    if (fault == null && looksLikeAnotherAddress(name, own)) {
      return AddressFault.DISPLAY_NAME;
    }
    return fault;
  }

  /// Characters that turn the direction of what is shown, so that a name reads as another.
  public static boolean hasBidiControl(String name) {
    for (int i = 0; i < name.length(); i++) {
      if (isBidiControl(name.charAt(i))) {
        return true;
      }
    }
    return false;
  }

  private static boolean isBidiControl(char c) {
    return (c >= 0x202A && c <= 0x202E)
        || (c >= 0x2066 && c <= 0x2069)
        || c == 0x200E
        || c == 0x200F
        || c == 0x061C;
  }

  /// True where some word of the name is an address, but not `own`.
  public static boolean looksLikeAnotherAddress(String name, AddrSpec own) {
    if (name.indexOf('@') < 0 && name.indexOf(0xFF20) < 0 && name.indexOf(0xFE6B) < 0) {
      return false;
    }
    return Arrays.stream(AROUND_ADDRESS.split(seen(name)))
        .anyMatch(word -> ADDRESS.matcher(word).matches() && !isAddress(word, own));
  }

  static boolean isAddress(String word, AddrSpec own) {
    int at = word.lastIndexOf('@');
    if (at < 1) {
      return false;
    }
    String local = LocalPart.read(word.substring(0, at));
    String domain = Labels.read(word.substring(at + 1));
    return local != null && domain != null && new AddrSpec(local, domain).key().equals(own.key());
  }

  /// As a reader sees it: full-width letters are letters, what has no width is not there.
  private static String seen(String name) {
    StringBuilder seen = new StringBuilder(name.length());
    Normalizer.normalize(name, Normalizer.Form.NFKC)
        .codePoints()
        .filter(c -> Character.getType(c) != Character.FORMAT)
        .forEach(seen::appendCodePoint);
    return seen.toString();
  }

  private static boolean hasLoneSurrogate(String name) {
    for (int i = 0; i < name.length(); i++) {
      if (Character.isSurrogate(name.charAt(i))) {
        return name.codePoints().anyMatch(c -> c >= 0xD800 && c <= 0xDFFF);
      }
    }
    return false;
  }
}
