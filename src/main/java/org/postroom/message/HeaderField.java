package org.postroom.message;

import java.util.Locale;
import java.util.Set;

/// A header beside the ones that every letter has (List-Id, List-Unsubscribe, …). It refuses the
/// fields that name people or the path, and any line break.
///
/// @param name the field's name (RFC 5322 section 2.2)
/// @param value unfolded, ASCII
public record HeaderField(String name, String value) {
  private static final Set<String> FORBIDDEN =
      Set.of("to", "cc", "bcc", "sender", "return-path", "from", "reply-to", "date", "subject");

  public HeaderField {
    String key = name.toLowerCase(Locale.ROOT);
    if (name.isEmpty() || !name.chars().allMatch(c -> c > 32 && c < 127 && c != ':')) {
      throw new IllegalArgumentException("not a header field's name");
    }
    if (FORBIDDEN.contains(key) || key.startsWith("resent-")) {
      throw new IllegalArgumentException(name + " is never set by hand");
    }
    if (!value.chars().allMatch(c -> c >= 32 && c < 127)) {
      throw new IllegalArgumentException("a header's value is one line of ASCII");
    }
  }
}
