package org.postroom.smtp;

import java.nio.charset.StandardCharsets;
import java.util.Base64;
import org.jspecify.annotations.Nullable;

/// Takes a secret out of a text that others wrote: a server may repeat what it was told.
final class Secrets {
  private Secrets() {}

  static String masked(String text, @Nullable String secret) {
    if (secret == null || secret.isEmpty()) {
      return text;
    }
    String coded = Base64.getEncoder().encodeToString(secret.getBytes(StandardCharsets.UTF_8));
    return text.replace(secret, "…")
        .replace(coded, "…")
        .replaceAll("[A-Za-z0-9+/]{24,}={0,2}", "…");
  }
}
