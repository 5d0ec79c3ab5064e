package org.postroom.extract;

import java.nio.charset.StandardCharsets;
import java.util.Locale;

/// What kind of file some bytes are. The bytes decide; the name only where they cannot.
enum Format {
  ZIP,
  GZIP,
  BZIP2,
  XZ,
  SEVEN_ZIP,
  TAR,
  PDF,
  OLE,
  MEDIA,
  MAIL,
  MBOX,
  HTML,
  XML,
  RTF,
  CARD,
  TEXT,
  UNKNOWN;

  private static final String[] MEDIA_STARTS = {
    "\u0089PNG", "\u00ff\u00d8\u00ff", "GIF8", "BM", "II*\0", "MM\0*", "\0\0\u0001\0", "ID3",
    "\u00ff\u00fb", "\u00ff\u00f3", "\u00ff\u00f1", "OggS", "fLaC", "RIFF", "\u001aE\u00df\u00a3",
        "wOFF",
    "wOF2", "OTTO", "\0\u0001\0\0"
  };

  static Format of(String fileName, byte[] content) {
    String head =
        new String(content, 0, Math.min(content.length, 1024), StandardCharsets.ISO_8859_1);
    if (head.startsWith("PK\u0003\u0004") || head.startsWith("PK\u0005\u0006")) {
      return ZIP;
    }
    if (head.startsWith("\u001f\u008b")) {
      return GZIP;
    }
    if (head.startsWith("7z\u00bc\u00af'\u001c")) {
      return SEVEN_ZIP;
    }
    if (head.startsWith("\u00fd7zXZ\0")) {
      return XZ;
    }
    if (head.startsWith("BZh") && head.startsWith("1AY&SY", 4)) {
      return BZIP2;
    }
    if (head.length() > 262 && head.startsWith("ustar", 257)) {
      return TAR;
    }
    if (head.contains("%PDF-")) {
      return PDF;
    }
    if (head.startsWith("\u00d0\u00cf\u0011\u00e0")) {
      return OLE;
    }
    if (isMedia(head)) {
      return MEDIA;
    }
    return Charsets.looksLikeText(content) ? text(fileName, head) : UNKNOWN;
  }

  private static boolean isMedia(String head) {
    for (String start : MEDIA_STARTS) {
      if (head.startsWith(start)) {
        // Two letters may begin a text as well.
        return !start.equals("BM") || head.contains("\0");
      }
    }
    return head.startsWith("ftyp", 4);
  }

  private static Format text(String fileName, String head) {
    String name = fileName.toLowerCase(Locale.ROOT);
    String start = head.replaceFirst("^(\u00ef\u00bb\u00bf)?\\s*", "");
    String low = start.toLowerCase(Locale.ROOT);
    if (start.startsWith("{\\rtf")) {
      return RTF;
    }
    if (name.endsWith(".mbox") || start.matches("(?s)From \\S+@\\S+ .*")) {
      return MBOX;
    }
    if (name.endsWith(".eml")
        || low.matches(
            "(?s)(return-path|received|delivered-to|mime-version|message-id|x-[a-z-]+):.*")) {
      return MAIL;
    }
    if (low.startsWith("begin:v") || name.endsWith(".vcf") || name.endsWith(".ics")) {
      return CARD;
    }
    if (low.startsWith("<!doctype html") || low.contains("<html") || name.matches(".*\\.x?html?")) {
      return HTML;
    }
    return low.startsWith("<?xml") || name.endsWith(".xml") || name.endsWith(".svg") ? XML : TEXT;
  }
}
