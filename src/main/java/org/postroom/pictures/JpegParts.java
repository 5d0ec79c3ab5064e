package org.postroom.pictures;

import java.io.ByteArrayOutputStream;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;

/// The segments of a JPEG file (ITU T.81, annex B): its size, its colours, which way is up, and the
/// same picture without what was written into it besides: place and time, the camera, remarks,
/// small copies, and whatever was put behind its end, such as a phone's film.
final class JpegParts {
  private static final int MARK = 0xff;
  private static final int END = 0xd9;
  private static final int SCAN = 0xda;
  private static final int COMMENT = 0xfe;
  private static final int FIRST_NOTE = 0xe1;
  private static final int LAST_NOTE = 0xef;
  private static final int ICC_NOTE = 0xe2;
  private static final int ADOBE_NOTE = 0xee;

  private final byte[] file;
  private final ByteArrayOutputStream kept = new ByteArrayOutputStream();
  private int width;
  private int height;
  private int components;
  private int orientation = Exif.UPRIGHT;
  private boolean whole;

  private JpegParts(byte[] file) {
    this.file = file;
  }

  static JpegParts read(byte[] file) {
    JpegParts parts = new JpegParts(file);
    parts.walk();
    return parts;
  }

  /// As the file has it, before it is put upright; 0 where it does not say.
  int width() {
    return width;
  }

  int height() {
    return height;
  }

  /// 1 grey, 3 in colour, 4 in colours for printing.
  int components() {
    return components;
  }

  int orientation() {
    return orientation;
  }

  /// False where it ends before its end.
  boolean isWhole() {
    return whole;
  }

  /// The same picture, point for point.
  byte[] withoutNotes() {
    return kept.toByteArray();
  }

  private void walk() {
    kept.write(file, 0, 2);
    int at = 2;
    while (at + 4 <= file.length && at(at) == MARK) {
      int mark = at(at + 1);
      if (mark == MARK) {
        at++; // Filling.
        continue;
      }
      if (mark == END) {
        kept.write(file, at, 2);
        whole = true;
        return;
      }
      int length = 2 + (at(at + 2) << 8 | at(at + 3));
      if (at + length > file.length) {
        return;
      }
      segment(mark, at, length);
      at += length;
      if (mark == SCAN) {
        int end = endOfScan(at);
        kept.write(file, at, end - at);
        at = end;
      }
    }
    whole = at + 2 <= file.length && at(at) == MARK && at(at + 1) == END;
    if (whole) {
      kept.write(file, at, 2);
    }
  }

  private void segment(int mark, int at, int length) {
    boolean frame =
        mark >= 0xc0 && mark <= 0xcf && mark != 0xc4 && mark != 0xc8 && mark != 0xcc && length > 9;
    if (frame) {
      height = at(at + 5) << 8 | at(at + 6);
      width = at(at + 7) << 8 | at(at + 8);
      components = at(at + 9);
    }
    if (mark == FIRST_NOTE && begins(at + 4, "Exif\0\0")) {
      orientation = Exif.orientation(ByteBuffer.wrap(file, at + 10, length - 10));
    }
    boolean note = (mark >= FIRST_NOTE && mark <= LAST_NOTE) || mark == COMMENT;
    boolean needed = mark == ADOBE_NOTE || (mark == ICC_NOTE && begins(at + 4, "ICC_PROFILE\0"));
    if (!note || needed) {
      kept.write(file, at, length);
    }
  }

  private int endOfScan(int from) {
    int at = from;
    while (at + 1 < file.length) {
      int next = at(at + 1);
      if (at(at) == MARK && next != 0 && !(next >= 0xd0 && next <= 0xd7) && next != MARK) {
        return at;
      }
      at++;
    }
    return file.length;
  }

  private boolean begins(int at, String text) {
    byte[] wanted = text.getBytes(StandardCharsets.ISO_8859_1);
    if (at + wanted.length > file.length) {
      return false;
    }
    for (int i = 0; i < wanted.length; i++) {
      if (file[at + i] != wanted[i]) {
        return false;
      }
    }
    return true;
  }

  private int at(int index) {
    return file[index] & 0xff;
  }
}
