package org.postroom.pictures;

import java.nio.BufferUnderflowException;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.OptionalInt;

/// What a picture needs of a camera's notes, which way is up, and what nobody needs, where it was
/// taken (Exif 2.32, a TIFF structure). Whatever cannot be read is upright and was taken nowhere.
final class Exif {
  static final int UPRIGHT = 1;
  private static final int ORIENTATION = 0x0112;
  private static final int PLACE = 0x8825;
  private static final int SOUTH_OR_NORTH = 1;
  private static final int LATITUDE = 2;
  private static final int WEST_OR_EAST = 3;
  private static final int LONGITUDE = 4;
  private static final int ENTRY = 12;

  private final ByteBuffer data;

  private Exif(ByteBuffer tiff) {
    data = tiff.slice();
    int order = data.getShort(0);
    data.order(order == 0x4949 ? ByteOrder.LITTLE_ENDIAN : ByteOrder.BIG_ENDIAN);
  }

  /// @param tiff beginning with the byte order
  /// @return 1 to 8
  static int orientation(ByteBuffer tiff) {
    try {
      Exif exif = new Exif(tiff);
      OptionalInt entry = exif.entry(exif.data.getInt(4), ORIENTATION);
      int way = entry.isEmpty() ? UPRIGHT : exif.data.getShort(entry.getAsInt() + 8) & 0xffff;
      return way >= UPRIGHT && way <= 8 ? way : UPRIGHT;
    } catch (IndexOutOfBoundsException | BufferUnderflowException e) {
      return UPRIGHT; // Damaged notes say nothing.
    }
  }

  /// @param tiff beginning with the byte order
  static Optional<Position> position(ByteBuffer tiff) {
    try {
      Exif exif = new Exif(tiff);
      OptionalInt place = exif.entry(exif.data.getInt(4), PLACE);
      if (place.isEmpty()) {
        return Optional.empty();
      }
      int directory = exif.data.getInt(place.getAsInt() + 8);
      OptionalDouble north = exif.degrees(directory, LATITUDE, SOUTH_OR_NORTH, 'S');
      OptionalDouble east = exif.degrees(directory, LONGITUDE, WEST_OR_EAST, 'W');
      if (north.isEmpty() || east.isEmpty()) {
        return Optional.empty();
      }
      Position found = new Position(north.getAsDouble(), east.getAsDouble());
      return found.isSomewhere() ? Optional.of(found) : Optional.empty();
    } catch (IndexOutOfBoundsException | BufferUnderflowException e) {
      return Optional.empty(); // Damaged notes say nothing.
    }
  }

  /// Where the entry of a tag begins.
  private OptionalInt entry(int directory, int tag) {
    int entries = data.getShort(directory) & 0xffff;
    for (int i = 0; i < entries; i++) {
      int entry = directory + 2 + i * ENTRY;
      if ((data.getShort(entry) & 0xffff) == tag) {
        return OptionalInt.of(entry);
      }
    }
    return OptionalInt.empty();
  }

  /// Degrees, minutes and seconds, each a fraction.
  private OptionalDouble degrees(int directory, int tag, int side, char less) {
    OptionalInt entry = entry(directory, tag);
    OptionalInt where = entry(directory, side);
    if (entry.isEmpty()) {
      return OptionalDouble.empty();
    }
    int at = data.getInt(entry.getAsInt() + 8);
    double degrees = 0;
    for (int part = 2; part >= 0; part--) {
      long above = data.getInt(at + part * 8) & 0xffff_ffffL;
      long below = data.getInt(at + part * 8 + 4) & 0xffff_ffffL;
      if (below == 0 && part == 0) {
        return OptionalDouble.empty();
      }
      degrees = degrees / 60 + (below == 0 ? 0 : (double) above / below);
    }
    boolean minus = where.isPresent() && (data.get(where.getAsInt() + 8) & 0xdf) == less;
    return OptionalDouble.of(minus ? -degrees : degrees);
  }
}
