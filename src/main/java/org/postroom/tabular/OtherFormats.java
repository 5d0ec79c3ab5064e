package org.postroom.tabular;

import java.nio.charset.StandardCharsets;
import java.util.Locale;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/// Tells files that are no delimited text, by their first bytes and by their name.
final class OtherFormats {
  private static final Map<String, String> BY_START =
      Map.of(
          "PK\u0003\u0004", "a spreadsheet or another zipped document",
          "\u00D0\u00CF\u0011\u00E0", "an old Excel or Word document",
          "%PDF", "a PDF document",
          "{\\rtf", "a rich text document",
          "BEGIN:VCARD", "an address book (vCard)",
          "SQLite format 3", "a database");

  private static final Map<String, String> BY_NAME =
      Map.of(
          "xlsx", "an Excel spreadsheet",
          "xlsm", "an Excel spreadsheet",
          "xls", "an Excel spreadsheet",
          "ods", "a LibreOffice spreadsheet",
          "numbers", "a Numbers spreadsheet",
          "vcf", "an address book (vCard)",
          "pdf", "a PDF document",
          "docx", "a Word document");

  private OtherFormats() {}

  /// What it is in words, or null where it may be delimited text.
  static @Nullable String name(byte[] bytes, String fileName) {
    String start = new String(bytes, 0, Math.min(bytes.length, 24), StandardCharsets.ISO_8859_1);
    String extension = fileName.substring(fileName.lastIndexOf('.') + 1).toLowerCase(Locale.ROOT);
    String named = fileName.indexOf('.') < 0 || bytes.length == 0 ? null : BY_NAME.get(extension);
    return named != null
        ? named
        : BY_START.entrySet().stream()
            .filter(entry -> start.startsWith(entry.getKey()))
            .map(Map.Entry::getValue)
            .findFirst()
            .orElse(null);
  }
}
