package org.postroom.pictures;

import java.io.ByteArrayOutputStream;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.util.Set;

/// The chunks of a PNG file (PNG, third edition, chapter 5): which way is up, and the same picture
/// without texts, times and a camera's notes.
final class PngParts {
  private static final int SIGNATURE = 8;
  private static final Set<String> KEPT =
      Set.of("tRNS", "gAMA", "cHRM", "sRGB", "iCCP", "sBIT", "bKGD", "pHYs", "cICP");
  private static final Set<String> MOVING = Set.of("acTL", "fcTL", "fdAT");

  private final ByteArrayOutputStream kept = new ByteArrayOutputStream();
  private int orientation = Exif.UPRIGHT;
  private boolean moving;

  private PngParts() {}

  static PngParts read(byte[] file) {
    PngParts parts = new PngParts();
    parts.kept.write(file, 0, SIGNATURE);
    int at = SIGNATURE;
    while (at + 12 <= file.length) {
      long length = ByteBuffer.wrap(file, at, 4).getInt() & 0xffff_ffffL;
      if (at + 12 + length > file.length) {
        break;
      }
      String name = new String(file, at + 4, 4, StandardCharsets.ISO_8859_1);
      if (name.equals("eXIf")) {
        parts.orientation = Exif.orientation(ByteBuffer.wrap(file, at + 8, (int) length));
      }
      parts.moving |= name.equals("acTL");
      if (Character.isUpperCase(name.charAt(0)) || KEPT.contains(name) || MOVING.contains(name)) {
        parts.kept.write(file, at, (int) length + 12);
      }
      at += (int) length + 12;
      if (name.equals("IEND")) {
        break;
      }
    }
    return parts;
  }

  int orientation() {
    return orientation;
  }

  boolean isMoving() {
    return moving;
  }

  /// The same picture, point for point.
  byte[] withoutNotes() {
    return kept.toByteArray();
  }
}
