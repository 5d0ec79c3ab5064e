package org.postroom.pictures;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.Optional;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/// Where pictures say that they were taken.
class PositionTest {
  private static final byte[] PLACE = CameraFiles.place(ByteOrder.LITTLE_ENDIAN);

  static Stream<byte[]> pictures() {
    return Stream.of(
        CameraFiles.placed(CameraFiles.photo(9, 9)),
        CameraFiles.notedPng(CameraFiles.photo(9, 9), PLACE),
        PLACE,
        CameraFiles.place(ByteOrder.BIG_ENDIAN),
        join("\0\0\0\u0018ftypheic\0\0\0\0 mdat \0\0\0\6Exif\0\0", PLACE),
        join("RIFF\0\0\0\0WEBPVP8 EXIF\1\0\0\0", PLACE),
        join("RIFF\0\0\0\0WEBPVP8 EXIF\1\0\0\0Exif\0\0", PLACE));
  }

  @ParameterizedTest
  @MethodSource("pictures")
  void thePlaceIsRead(byte[] picture) {
    assertThat(Position.in(picture).map(Position::words)).hasValue(CameraFiles.PLACED);
  }

  @ParameterizedTest
  @MethodSource("pictures")
  void aDamagedFileSaysAPlaceOrNone(byte[] picture) {
    for (int length = 0; length < picture.length; length++) {
      Optional<Position> found = Position.in(Arrays.copyOf(picture, length));
      assertThat(found.map(Position::words).orElse(CameraFiles.PLACED))
          .isEqualTo(CameraFiles.PLACED);
    }
  }

  @Test
  void whatDoesNotKnowItsPlaceSaysNone() {
    ByteOrder order = ByteOrder.BIG_ENDIAN;
    assertThat(Position.in(CameraFiles.ofPhone(CameraFiles.photo(9, 9), 6))).isEmpty();
    assertThat(Position.in(CameraFiles.file(CameraFiles.photo(9, 9), "png"))).isEmpty();
    assertThat(Position.in(CameraFiles.place(order, 0, 1, 0, 1, 0, 1, 0, 1, 0, 1, 0, 1))).isEmpty();
    assertThat(Position.in(CameraFiles.place(order, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0))).isEmpty();
    assertThat(Position.in(CameraFiles.place(order, 99, 1, 0, 1, 0, 1, 9, 1, 0, 1, 0, 1)))
        .isEmpty();
    assertThat(Position.in(join("Exif\0\0", PLACE))).as("no picture").isEmpty();
  }

  @Test
  void whatTravelsSaysNone() {
    PictureReading read = Picture.read(CameraFiles.placed(CameraFiles.photo(9, 9)));
    byte[] travels =
        ((PictureReading.Usable) read).picture().fit(0).orElseThrow().content().bytes();
    assertThat(Position.in(travels)).isEmpty();
  }

  private static byte[] join(String head, byte[] notes) {
    byte[] first = head.getBytes(StandardCharsets.ISO_8859_1);
    return ByteBuffer.allocate(first.length + notes.length).put(first).put(notes).array();
  }
}
