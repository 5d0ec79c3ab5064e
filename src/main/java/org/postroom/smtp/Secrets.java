package org.postroom.smtp;

import java.nio.charset.StandardCharsets;
import java.util.Base64;
import org.jspecify.annotations.Nullable;

/// Takes a secret out of a text that others wrote: a server may repeat what it was told.
final class Secrets {
  private Secrets() {}

  /// Also what might be a secret in a coding of its own: any long run of base64.
  static String masked(String text, @Nullable String secret) {
    if (secret == null || secret.isEmpty()) {
      return text;
    }
    return without(text, secret).replaceAll("[A-Za-z0-9+/]{24,}={0,2}", "…");
  }

  /// The very words, and the same in base64. What else a server says stays, such as the id under
  /// which it took a letter.
  static String without(String text, String secret) {
    String coded = Base64.getEncoder().encodeToString(secret.getBytes(StandardCharsets.UTF_8));
    return secret.isEmpty() ? text : text.replace(secret, "…").replace(coded, "…");
  }
}
