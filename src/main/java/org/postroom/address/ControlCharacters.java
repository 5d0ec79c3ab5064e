package org.postroom.address;

import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/// Characters that end a header line or steer a terminal (rule V1): C0 and C1 controls, which
/// include CR, LF, NUL, TAB and U+0085, and the separators U+2028 and U+2029.
public final class ControlCharacters {
  private static final String BREAKS = "\\n\\r\\u000B\\f\\u0085\\u2028\\u2029";

  /// A line break, then a header's name with its colon, or an address anywhere behind it.
  private static final Pattern INJECTION =
      Pattern.compile(
          "[" + BREAKS + "]\\s*+(?:[!-9;-~]++[ \\t]*+:|[^@]*[^@\\s" + BREAKS + "]@\\S)");

  private ControlCharacters() {}

  public static boolean is(int c) {
    return Character.isISOControl(c) || c == 0x2028 || c == 0x2029;
  }

  public static boolean in(String text) {
    for (int i = 0; i < text.length(); i++) {
      if (is(text.charAt(i))) {
        return true;
      }
    }
    return false;
  }

  /// [AddressFault#HEADER_INJECTION] where a line break is followed by header syntax or an address,
  /// [AddressFault#CONTROL_CHARACTER] for any other control character, null where there is none.
  public static @Nullable AddressFault fault(String value) {
    if (!in(value)) {
      return null;
    }
    return INJECTION.matcher(value).find()
        ? AddressFault.HEADER_INJECTION
        : AddressFault.CONTROL_CHARACTER;
  }
}
