package org.postroom.tabular;

import java.nio.charset.StandardCharsets;
import java.util.Locale;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/// Tells files that are no delimited text, by their first bytes and by their name.
final class OtherFormats {
  private static final Map<String, String> BY_START =
      Map.of(
          "%pdf", "pdf",
          "{\\rtf", "rtf",
          "sqlite format 3", "database",
          "<!doctype html", "web",
          "<html", "web",
          "<table", "web",
          "<?xml", "xml");

  private static final Map<String, String> BY_NAME =
      Map.of("numbers", "numbers", "pdf", "pdf", "docx", "word", "doc", "word", "odt", "word");

  private OtherFormats() {}

  /// Its key in the texts, or null where it may be delimited text.
  static @Nullable String name(byte[] bytes, String extension) {
    String start =
        new String(bytes, 0, Math.min(bytes.length, 24), StandardCharsets.ISO_8859_1)
            .strip()
            .toLowerCase(Locale.ROOT);
    String named = bytes.length == 0 ? null : BY_NAME.get(extension);
    return named != null
        ? named
        : BY_START.entrySet().stream()
            .filter(entry -> start.startsWith(entry.getKey()))
            .map(Map.Entry::getValue)
            .findFirst()
            .orElse(null);
  }
}
