package org.postroom.ui;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.DataInputStream;
import java.io.IOException;
import java.io.InputStream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/// The window's icons are drawn once, under `icons/`, and reach the program when it is built.
class IconsTest {
  private static final long PNG_SIGNATURE = 0x89504E470D0A1A0AL;

  @ParameterizedTest
  @ValueSource(ints = {16, 24, 32, 48, 64, 128, 256, 512})
  void eachSizeIsInTheProgramAndHasTheSizeItsNameSays(int size) throws IOException {
    try (InputStream found =
        getClass().getResourceAsStream("/org/postroom/ui/icons/postroom-" + size + ".png")) {
      assertThat(found).isNotNull();
      DataInputStream png = new DataInputStream(found);
      assertThat(png.readLong()).isEqualTo(PNG_SIGNATURE);
      png.skipNBytes(8);
      assertThat(png.readInt()).as("width").isEqualTo(size);
      assertThat(png.readInt()).as("height").isEqualTo(size);
    }
  }
}
