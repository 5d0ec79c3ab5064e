package org.postroom.composition;

import java.nio.charset.StandardCharsets;
import java.text.Normalizer;

/// File names in MIME headers: an ASCII name for old readers, and the very name (RFC 2231, in
/// several sections where it is long) wherever ASCII cannot say it.
final class FileNames {
  private static final int FALLBACK_MOST = 60;
  private static final int SECTION_MOST = 54;
  private static final String HEX = "0123456789ABCDEF";

  private FileNames() {}

  /// `; name="…"` for Content-Type.
  static void name(Octets out, String fileName) {
    out.octet(';').fold().ascii("name=\"").ascii(fallback(fileName)).octet('"').line();
  }

  /// `; filename="…"` or `; filename*=…` for Content-Disposition (RFC 2183, RFC 2231).
  static void filename(Octets out, String fileName) {
    if (fallback(fileName).equals(fileName)) {
      out.octet(';').fold().ascii("filename=\"").ascii(fileName).octet('"').line();
      return;
    }
    String encoded = percent(fileName);
    if (encoded.length() <= SECTION_MOST) {
      out.octet(';').fold().ascii("filename*=UTF-8''").ascii(encoded).line();
      return;
    }
    int section = 0;
    int at = 0;
    while (at < encoded.length()) {
      int end = Math.min(at + SECTION_MOST, encoded.length());
      // A triplet stays in one piece.
      int percent = encoded.lastIndexOf('%', end - 1);
      if (end < encoded.length() && percent > end - 3) {
        end = percent;
      }
      out.octet(';')
          .fold()
          .ascii("filename*" + section + "*=")
          .ascii(section == 0 ? "UTF-8''" : "");
      out.ascii(encoded.substring(at, end));
      at = end;
      section++;
    }
    out.line();
  }

  /// An ASCII name that resembles `fileName` and has its extension.
  static String fallback(String fileName) {
    String plain = Normalizer.normalize(fileName, Normalizer.Form.NFD).replaceAll("\\p{M}+", "");
    StringBuilder ascii = new StringBuilder();
    plain
        .codePoints()
        .forEach(c -> ascii.append(c >= ' ' && c < 127 && c != '"' && c != '\\' ? (char) c : '_'));
    String name = ascii.toString().replace("=?", "__");
    if (name.length() <= FALLBACK_MOST) {
      return name;
    }
    int dot = name.lastIndexOf('.');
    String extension = dot > 0 && name.length() - dot <= 10 ? name.substring(dot) : "";
    return name.substring(0, FALLBACK_MOST - extension.length()) + extension;
  }

  private static String percent(String fileName) {
    StringBuilder encoded = new StringBuilder();
    for (byte octet : fileName.getBytes(StandardCharsets.UTF_8)) {
      int c = octet & 0xFF;
      boolean plain =
          (c >= 'a' && c <= 'z')
              || (c >= 'A' && c <= 'Z')
              || (c >= '0' && c <= '9')
              || c == '.'
              || c == '-'
              || c == '_';
      if (plain) {
        encoded.append((char) c);
      } else {
        encoded.append('%').append(HEX.charAt(c >> 4)).append(HEX.charAt(c & 15));
      }
    }
    return encoded.toString();
  }
}
