package org.postroom.pictures;

import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.util.Locale;
import java.util.Optional;

/// Where a picture was taken, as the camera wrote it into the file; often to a few metres.
///
/// @param north degrees; in the south less than 0
/// @param east degrees; in the west less than 0
public record Position(double north, double east) {
  private static final byte[] JPEG_AND_HEIF = bytes("Exif\0\0");
  private static final byte[] PNG = bytes("eXIf");
  private static final byte[] WEBP = bytes("EXIF");
  private static final int LENGTH = 4;

  /// Of a JPEG, PNG, TIFF, WebP or HEIF file; empty for any other, and where it says none.
  public static Optional<Position> in(byte[] file) {
    return switch (PictureKind.of(file)) {
      case TIFF -> Exif.position(ByteBuffer.wrap(file));
      case JPEG, HEIF -> after(file, JPEG_AND_HEIF, 0);
      case PNG -> after(file, PNG, 0);
      case WEBP -> {
        Optional<Position> plain = after(file, WEBP, LENGTH);
        yield plain.isPresent() ? plain : after(file, JPEG_AND_HEIF, 0);
      }
      case GIF, BMP, SVG, OTHER -> Optional.empty();
    };
  }

  /// The camera's notes begin behind their name, wherever the format puts them.
  private static Optional<Position> after(byte[] file, byte[] name, int gap) {
    int last = file.length - name.length - gap - 8;
    for (int at = 0; at <= last; at++) {
      int notes = at + name.length + gap;
      if (file[at] == name[0] && is(file, at, name) && isTiff(file, notes)) {
        Optional<Position> found = Exif.position(ByteBuffer.wrap(file, notes, file.length - notes));
        if (found.isPresent()) {
          return found;
        }
      }
    }
    return Optional.empty();
  }

  private static boolean isTiff(byte[] file, int at) {
    return (file[at] == 'I' && file[at + 1] == 'I') || (file[at] == 'M' && file[at + 1] == 'M');
  }

  private static boolean is(byte[] file, int at, byte[] name) {
    for (int i = 0; i < name.length; i++) {
      if (file[at + i] != name[i]) {
        return false;
      }
    }
    return true;
  }

  private static byte[] bytes(String text) {
    return text.getBytes(StandardCharsets.ISO_8859_1);
  }

  /// False for what cameras write that do not know it: no place on earth, or the gulf of Guinea.
  boolean isSomewhere() {
    return Math.abs(north) <= 90 && Math.abs(east) <= 180 && (north != 0 || east != 0);
  }

  /// As maps take it: `51.4545, -2.5879`.
  public String words() {
    return String.format(Locale.ROOT, "%.4f, %.4f", north, east);
  }
}
