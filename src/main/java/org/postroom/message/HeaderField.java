package org.postroom.message;

import java.util.Locale;
import java.util.Set;

/// A header beside the ones that every letter has (List-Id, List-Unsubscribe, …). It refuses the
/// fields that name people or the path, those that the composer writes, and any line break.
///
/// @param name the field's name (RFC 5322 section 2.2)
/// @param value unfolded, ASCII, no piece between blanks longer than a line may be
public record HeaderField(String name, String value) {
  private static final int LONGEST_NAME = 70;
  private static final int LONGEST_PIECE = 900;
  private static final Set<String> FORBIDDEN =
      Set.of(
          "to",
          "cc",
          "bcc",
          "from",
          "sender",
          "reply-to",
          "return-path",
          "received",
          "apparently-to",
          "delivered-to",
          "envelope-to",
          "errors-to",
          "return-receipt-to",
          "disposition-notification-to",
          "x-original-to",
          "date",
          "subject",
          "message-id",
          "mime-version");

  /// @throws IllegalArgumentException where it is not such a field
  public HeaderField {
    String key = name.toLowerCase(Locale.ROOT);
    boolean isName = name.chars().allMatch(c -> c > 32 && c < 127 && c != ':');
    if (name.isEmpty() || name.length() > LONGEST_NAME || !isName) {
      throw new IllegalArgumentException("not a header field's name");
    }
    if (FORBIDDEN.contains(key) || key.startsWith("resent-") || key.startsWith("content-")) {
      throw new IllegalArgumentException(name + " is never set by hand");
    }
    if (!value.chars().allMatch(c -> c >= 32 && c < 127)) {
      throw new IllegalArgumentException("a header's value is one line of ASCII");
    }
    for (String piece : value.split(" ", -1)) {
      if (piece.length() > LONGEST_PIECE) {
        throw new IllegalArgumentException("a header's value fits into lines");
      }
    }
  }
}
