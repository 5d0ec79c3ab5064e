package org.postroom.files;

import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Locale;
import java.util.Map;

/// The content type of a file by its name's end, else by its first bytes. The same on every
/// platform, so that a letter has the same bytes everywhere.
final class ContentTypes {
  private static final String UNKNOWN = "application/octet-stream";

  // message/rfc822 is absent on purpose: RFC 2046 5.2.1 forbids base64 for it.
  private static final Map<String, String> BY_ENDING =
      Map.ofEntries(
          Map.entry("pdf", "application/pdf"),
          Map.entry("txt", "text/plain"),
          Map.entry("text", "text/plain"),
          Map.entry("md", "text/markdown"),
          Map.entry("csv", "text/csv"),
          Map.entry("tsv", "text/tab-separated-values"),
          Map.entry("htm", "text/html"),
          Map.entry("html", "text/html"),
          Map.entry("css", "text/css"),
          Map.entry("ics", "text/calendar"),
          Map.entry("vcf", "text/vcard"),
          Map.entry("xml", "application/xml"),
          Map.entry("json", "application/json"),
          Map.entry("rtf", "application/rtf"),
          Map.entry("png", "image/png"),
          Map.entry("jpg", "image/jpeg"),
          Map.entry("jpeg", "image/jpeg"),
          Map.entry("gif", "image/gif"),
          Map.entry("webp", "image/webp"),
          Map.entry("svg", "image/svg+xml"),
          Map.entry("bmp", "image/bmp"),
          Map.entry("tif", "image/tiff"),
          Map.entry("tiff", "image/tiff"),
          Map.entry("heic", "image/heic"),
          Map.entry("mp3", "audio/mpeg"),
          Map.entry("m4a", "audio/mp4"),
          Map.entry("ogg", "audio/ogg"),
          Map.entry("wav", "audio/wav"),
          Map.entry("mp4", "video/mp4"),
          Map.entry("mov", "video/quicktime"),
          Map.entry("webm", "video/webm"),
          Map.entry("zip", "application/zip"),
          Map.entry("gz", "application/gzip"),
          Map.entry("epub", "application/epub+zip"),
          Map.entry("doc", "application/msword"),
          Map.entry("xls", "application/vnd.ms-excel"),
          Map.entry("ppt", "application/vnd.ms-powerpoint"),
          Map.entry(
              "docx", "application/vnd.openxmlformats-officedocument.wordprocessingml.document"),
          Map.entry("xlsx", "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet"),
          Map.entry(
              "pptx", "application/vnd.openxmlformats-officedocument.presentationml.presentation"),
          Map.entry("odt", "application/vnd.oasis.opendocument.text"),
          Map.entry("ods", "application/vnd.oasis.opendocument.spreadsheet"),
          Map.entry("odp", "application/vnd.oasis.opendocument.presentation"));

  private static final Map<String, String> BY_BEGINNING =
      Map.of(
          "%PDF-", "application/pdf",
          "\u0089PNG\r\n", "image/png",
          "\u00ff\u00d8\u00ff", "image/jpeg",
          "GIF8", "image/gif",
          "PK\u0003\u0004", "application/zip");

  private ContentTypes() {}

  static String of(Path file) throws IOException {
    String name = String.valueOf(file.getFileName());
    String ending = name.substring(name.lastIndexOf('.') + 1).toLowerCase(Locale.ROOT);
    String known = BY_ENDING.get(ending);
    if (known != null) {
      return known;
    }
    try (InputStream in = Files.newInputStream(file)) {
      String beginning = new String(in.readNBytes(8), StandardCharsets.ISO_8859_1);
      return BY_BEGINNING.entrySet().stream()
          .filter(magic -> beginning.startsWith(magic.getKey()))
          .map(Map.Entry::getValue)
          .findFirst()
          .orElse(UNKNOWN);
    }
  }
}
