package org.postroom.pictures;

import java.nio.BufferUnderflowException;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;

/// The one thing of a camera's notes that a picture needs: which way is up (Exif 2.32, tag 0x0112,
/// in the first directory of a TIFF structure). Whatever cannot be read is upright.
final class Exif {
  static final int UPRIGHT = 1;
  private static final int ORIENTATION = 0x0112;
  private static final int ENTRY = 12;

  private Exif() {}

  /// @param tiff beginning with the byte order
  /// @return 1 to 8
  static int orientation(ByteBuffer tiff) {
    try {
      ByteBuffer data = tiff.slice();
      int order = data.getShort(0);
      data.order(order == 0x4949 ? ByteOrder.LITTLE_ENDIAN : ByteOrder.BIG_ENDIAN);
      int directory = data.getInt(4);
      int entries = data.getShort(directory) & 0xffff;
      for (int i = 0; i < entries; i++) {
        int entry = directory + 2 + i * ENTRY;
        if ((data.getShort(entry) & 0xffff) == ORIENTATION) {
          int way = data.getShort(entry + 8) & 0xffff;
          return way >= UPRIGHT && way <= 8 ? way : UPRIGHT;
        }
      }
      return UPRIGHT;
    } catch (IndexOutOfBoundsException | BufferUnderflowException e) {
      return UPRIGHT; // Damaged notes say nothing.
    }
  }
}
