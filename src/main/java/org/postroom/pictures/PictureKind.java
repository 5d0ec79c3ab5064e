package org.postroom.pictures;

import java.nio.charset.StandardCharsets;
import java.util.Locale;
import java.util.Set;

/// What a file is by its first bytes, whatever its name says.
public enum PictureKind {
  PNG("png"),
  JPEG("jpg"),
  GIF("gif"),
  BMP("bmp"),
  TIFF("tif"),
  WEBP("webp"),
  /// HEIC, as phones write it, and AVIF.
  HEIF("heic"),
  SVG("svg"),
  OTHER("");

  private static final Set<String> HEIF_BRANDS =
      Set.of("heic", "heix", "heim", "heis", "hevc", "hevx", "mif1", "msf1", "avif", "avis");
  private static final int LOOKED_AT = 1024;

  private final String ending;

  PictureKind(String ending) {
    this.ending = ending;
  }

  /// What its files' names end with, without the dot.
  public String ending() {
    return ending;
  }

  static PictureKind of(byte[] file) {
    String head =
        new String(file, 0, Math.min(LOOKED_AT, file.length), StandardCharsets.ISO_8859_1);
    if (head.startsWith("\u0089PNG\r\n\u001a\n")) {
      return PNG;
    }
    if (head.startsWith("\u00ff\u00d8\u00ff")) {
      return JPEG;
    }
    if (head.startsWith("GIF87a") || head.startsWith("GIF89a")) {
      return GIF;
    }
    if (head.startsWith("BM")) {
      return BMP;
    }
    if (head.startsWith("II*\0") || head.startsWith("MM\0*")) {
      return TIFF;
    }
    if (head.startsWith("RIFF") && head.startsWith("WEBP", 8)) {
      return WEBP;
    }
    if (head.startsWith("ftyp", 4) && head.length() >= 12) {
      return HEIF_BRANDS.contains(head.substring(8, 12)) ? HEIF : OTHER;
    }
    return head.toLowerCase(Locale.ROOT).contains("<svg") ? SVG : OTHER;
  }
}
