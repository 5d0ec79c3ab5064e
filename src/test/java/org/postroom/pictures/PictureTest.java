package org.postroom.pictures;

import static org.assertj.core.api.Assertions.assertThat;

import java.awt.Color;
import java.awt.color.ColorSpace;
import java.awt.image.BufferedImage;
import java.awt.image.ComponentColorModel;
import java.awt.image.DataBuffer;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import org.assertj.core.data.Offset;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.postroom.pictures.PictureReading.Refusal;

/// What travels of a picture, and what is refused; with files as cameras and programs write them.
class PictureTest {
  /// It travelled as it came, with 5 MB for each of 300 people.
  @Test
  void aPhonesPhotographTravelsAsLargeAsItIsShown() throws IOException {
    byte[] file = CameraFiles.ofPhone(CameraFiles.photo(4032, 3024), 1);
    assertThat(file.length).isGreaterThan(1_500_000);

    Fitted fitted = usable(file).fit(560).orElseThrow();

    assertThat(fitted.width()).isEqualTo(1120);
    assertThat(fitted.kind()).isEqualTo(PictureKind.JPEG);
    assertThat(fitted.content().size()).isLessThan(400_000);
    BufferedImage shown = CameraFiles.read(fitted.content().bytes());
    assertThat(shown.getWidth()).isEqualTo(1120);
    assertThat(shown.getHeight()).isEqualTo(840);
    assertThat(isRed(shown.getRGB(100, 400))).isTrue();
    assertThat(isRed(shown.getRGB(1000, 400))).isFalse();
  }

  /// Red is at the left of the file; where it is looked at, by the camera's note.
  @ParameterizedTest
  @CsvSource({
    "1, 300, 200, LEFT",
    "2, 300, 200, RIGHT",
    "3, 300, 200, RIGHT",
    "4, 300, 200, LEFT",
    "5, 200, 300, TOP",
    "6, 200, 300, TOP",
    "7, 200, 300, BOTTOM",
    "8, 200, 300, BOTTOM"
  })
  void aPictureStandsUprightHoweverThePhoneWasHeld(
      int orientation, int width, int height, String red) throws IOException {
    byte[] file = CameraFiles.ofPhone(CameraFiles.photo(300, 200), orientation);

    Picture picture = usable(file);
    BufferedImage shown = CameraFiles.read(picture.fit(600).orElseThrow().content().bytes());

    assertThat(picture.width()).isEqualTo(width);
    assertThat(shown.getWidth()).isEqualTo(width);
    assertThat(shown.getHeight()).isEqualTo(height);
    assertThat(isRed(shown.getRGB(width / 4, height / 4))).isEqualTo(red.matches("LEFT|TOP"));
    assertThat(isRed(shown.getRGB(width / 4, height * 3 / 4)))
        .isEqualTo(red.matches("LEFT|BOTTOM"));
    assertThat(isRed(shown.getRGB(width * 3 / 4, height / 4))).isEqualTo(red.matches("RIGHT|TOP"));
    assertThat(isRed(shown.getRGB(width * 3 / 4, height * 3 / 4)))
        .isEqualTo(red.matches("RIGHT|BOTTOM"));
  }

  /// The first row and column, told apart: a mirrored picture is not a turned one.
  @ParameterizedTest
  @CsvSource({
    "1, abcdef",
    "2, badcfe",
    "3, fedcba",
    "4, efcdab",
    "5, acebdf",
    "6, ecafdb",
    "7, fdbeca",
    "8, bdface"
  })
  void eachOrientationPutsEachPointWhereItBelongs(int orientation, String expected) {
    // a b
    // c d
    // e f
    int[] letters = {'a', 'b', 'c', 'd', 'e', 'f'};
    byte[] png = new Pixels(opaque(letters), 2, 3).upright(orientation).png();
    StringBuilder read = new StringBuilder();
    try {
      BufferedImage image = CameraFiles.read(png);
      for (int y = 0; y < image.getHeight(); y++) {
        for (int x = 0; x < image.getWidth(); x++) {
          read.append((char) (image.getRGB(x, y) & 0xff));
        }
      }
    } catch (IOException e) {
      throw new AssertionError(e);
    }
    assertThat(read.toString()).isEqualTo(expected);
  }

  private static int[] opaque(int[] points) {
    return Arrays.stream(points).map(point -> 0xff000000 | point).toArray();
  }

  /// A photograph says where its maker lives.
  @ParameterizedTest
  @ValueSource(ints = {1, 6})
  void placeTimeAndCameraDoNotTravel(int orientation) {
    byte[] phone = CameraFiles.ofPhone(CameraFiles.photo(300, 200), orientation);
    byte[] png = CameraFiles.notedPng(CameraFiles.photo(30, 20), orientation);
    assertThat(text(phone)).contains(CameraFiles.PLACE, "Exif", "xap");
    assertThat(text(png)).contains(CameraFiles.PLACE);

    for (byte[] file : new byte[][] {phone, png}) {
      for (int shown : new int[] {0, 10, 600}) {
        assertThat(text(usable(file).fit(shown).orElseThrow().content().bytes()))
            .doesNotContain(CameraFiles.PLACE, "Exif", "eXIf", "xap", "film");
      }
    }
  }

  @Test
  void withoutNotesThePointsAreTheSame() throws IOException {
    byte[] phone = CameraFiles.ofPhone(CameraFiles.photo(300, 200), 1);

    BufferedImage plain = CameraFiles.read(usable(phone).fit(0).orElseThrow().content().bytes());

    assertThat(points(plain)).isEqualTo(points(CameraFiles.read(phone)));
  }

  @Test
  void aSmallPictureWithoutNotesTravelsAsItCame() {
    byte[] png = CameraFiles.file(CameraFiles.photo(90, 30), "png");

    assertThat(usable(png).fit(0).orElseThrow().content().bytes()).isEqualTo(png);
    assertThat(usable(png).fit(600).orElseThrow().content().bytes()).isEqualTo(png);
  }

  @Test
  void whatCanBeSeenThroughStaysSo() throws IOException {
    BufferedImage logo = new BufferedImage(800, 800, BufferedImage.TYPE_INT_ARGB);
    for (int x = 0; x < 400; x++) {
      for (int y = 0; y < 800; y++) {
        logo.setRGB(x, y, CameraFiles.RED);
      }
    }

    Fitted fitted = usable(CameraFiles.file(logo, "png")).fit(100).orElseThrow();
    BufferedImage shown = CameraFiles.read(fitted.content().bytes());

    assertThat(fitted.kind()).isEqualTo(PictureKind.PNG);
    assertThat(shown.getRGB(50, 50)).isEqualTo(CameraFiles.RED);
    assertThat(shown.getRGB(150, 50) >>> 24).isZero();
  }

  /// A screen photographed into a PNG file of megabytes.
  @Test
  void aPhotographInAPngFileTravelsAsJpeg() {
    byte[] png = CameraFiles.file(CameraFiles.photo(1100, 700), "png");
    assertThat(png.length).isGreaterThan(700_000);

    Fitted fitted = usable(png).fit(560).orElseThrow();

    assertThat(fitted.kind()).isEqualTo(PictureKind.JPEG);
    assertThat(fitted.content().size()).isLessThan(png.length / 2);
  }

  @ParameterizedTest
  @ValueSource(strings = {"bmp", "tiff"})
  void whatMailProgramsDoNotShowIsMadeSomethingTheyShow(String format) throws IOException {
    byte[] file = CameraFiles.file(CameraFiles.photo(60, 40), format);

    Fitted fitted = usable(file).fit(0).orElseThrow();

    assertThat(fitted.kind()).isIn(PictureKind.JPEG, PictureKind.PNG);
    assertThat(isRed(CameraFiles.read(fitted.content().bytes()).getRGB(5, 5))).isTrue();
  }

  /// Made smaller it would stand still.
  @Test
  void aFilmStaysAFilm() throws IOException {
    byte[] film = CameraFiles.film(700, 20, 3);
    byte[] still = CameraFiles.film(700, 20, 1);

    assertThat(usable(film).isMoving()).isTrue();
    assertThat(usable(film).fit(100).orElseThrow().content().bytes()).isEqualTo(film);
    assertThat(usable(still).isMoving()).isFalse();
    assertThat(usable(still).fit(100).orElseThrow().width()).isEqualTo(200);
  }

  /// Phones write colours of their own; without them everything looks pale.
  @Test
  void otherColoursAreBroughtToThoseOfMail() throws IOException {
    ColorSpace linear = ColorSpace.getInstance(ColorSpace.CS_LINEAR_RGB);
    ComponentColorModel model =
        new ComponentColorModel(linear, false, false, Color.OPAQUE, DataBuffer.TYPE_BYTE);
    BufferedImage image =
        new BufferedImage(model, model.createCompatibleWritableRaster(80, 40), false, null);
    int[] middle = {55, 55, 55};
    for (int i = 0; i < 80 * 40; i++) {
      image.getRaster().setPixel(i % 80, i / 80, middle);
    }

    int shown = Shrinker.shrink(image, 40, 20).upright(1).width();
    BufferedImage read = CameraFiles.read(Shrinker.shrink(image, 40, 20).png());

    assertThat(shown).isEqualTo(40);
    // 55 of 255 in light is 128 as screens count.
    assertThat(read.getRGB(20, 10) & 0xff).isCloseTo(128, Offset.offset(2));
  }

  @Test
  void pointsAreTheMeanOfWhatTheyCover() {
    BufferedImage image = new BufferedImage(4, 2, BufferedImage.TYPE_INT_ARGB);
    int[] rows = {0xff000000, 0xff0000fe, 0, 0xff808080, 0xff000000, 0xff0000fe, 0, 0xff808080};
    image.setRGB(0, 0, 4, 2, rows, 0, 4);

    BufferedImage two = new BufferedImage(2, 1, BufferedImage.TYPE_INT_ARGB);
    try {
      two = CameraFiles.read(Shrinker.shrink(image, 2, 1).png());
    } catch (IOException e) {
      throw new AssertionError(e);
    }

    assertThat(two.getRGB(0, 0)).isEqualTo(0xff00007f);
    // What cannot be seen has no say in the colour.
    assertThat(two.getRGB(1, 0)).isEqualTo(0x80808080);
  }

  @Test
  void whatMailProgramsCannotShowIsRefusedWithItsReason() throws IOException {
    assertThat(refusal("RIFF\0\0\0\0WEBPVP8 ")).isEqualTo(Refusal.WEBP);
    assertThat(refusal("\0\0\0\u0018ftypheic\0\0\0\0")).isEqualTo(Refusal.HEIF);
    assertThat(refusal("\0\0\0\u0018ftypavif\0\0\0\0")).isEqualTo(Refusal.HEIF);
    assertThat(refusal("\0\0\0\u0018ftypisom\0\0\0\0")).isEqualTo(Refusal.NO_PICTURE);
    assertThat(refusal("<?xml version=\"1.0\"?><!-- x --><SVG onload=\"x()\">"))
        .isEqualTo(Refusal.DRAWING);
    assertThat(refusal("no picture")).isEqualTo(Refusal.NO_PICTURE);
    assertThat(refusal("")).isEqualTo(Refusal.NO_PICTURE);
    assertThat(refusal(CameraFiles.forPrinting())).isEqualTo(Refusal.PRINTING_COLOURS);
  }

  /// A file of a few bytes that says it is 40,000 points wide fills the memory when it is unpacked.
  @Test
  void aPictureOfTooManyPointsIsRefusedBeforeItIsUnpacked() {
    assertThat(refusal(CameraFiles.pngThatSays(40_000, 40_000))).isEqualTo(Refusal.TOO_MANY_POINTS);
    assertThat(refusal(CameraFiles.pngThatSays(Integer.MAX_VALUE, Integer.MAX_VALUE)))
        .isEqualTo(Refusal.TOO_MANY_POINTS);
    assertThat(Picture.read(CameraFiles.pngThatSays(10_000, 20_000)))
        .isInstanceOf(PictureReading.Usable.class);
    assertThat(refusal(new byte[(int) Picture.LARGEST + 1])).isEqualTo(Refusal.TOO_LARGE);
  }

  /// Cut anywhere, turned anywhere: it is refused or fitted, and never thrown.
  @Test
  void damagedFilesAreRefusedOrShown() {
    byte[][] files = {
      CameraFiles.ofPhone(CameraFiles.photo(60, 40), 6),
      CameraFiles.notedPng(CameraFiles.photo(60, 40), 3),
      CameraFiles.file(CameraFiles.photo(60, 40), "gif"),
      CameraFiles.file(CameraFiles.photo(60, 40), "bmp"),
      CameraFiles.file(CameraFiles.photo(60, 40), "tiff")
    };
    int refused = 0;
    for (byte[] file : files) {
      for (int i = 0; i < 120; i++) {
        byte[] cut = Arrays.copyOf(file, i * file.length / 120);
        byte[] turned = file.clone();
        turned[Math.min(i * 3, file.length - 1)] ^= (byte) 0xff;
        refused += fits(cut) ? 0 : 1;
        refused += fits(turned) ? 0 : 1;
      }
    }
    assertThat(refused).isGreaterThan(200);
  }

  private static boolean fits(byte[] file) {
    return Picture.read(file) instanceof PictureReading.Usable(Picture picture)
        && picture.fit(20).isPresent();
  }

  private static Picture usable(byte[] file) {
    return ((PictureReading.Usable) Picture.read(file)).picture();
  }

  private static Refusal refusal(String file) {
    return refusal(file.getBytes(StandardCharsets.ISO_8859_1));
  }

  private static Refusal refusal(byte[] file) {
    return ((PictureReading.Refused) Picture.read(file)).why();
  }

  private static boolean isRed(int point) {
    return (point >> 16 & 0xff) > 2 * (point & 0xff);
  }

  private static String text(byte[] file) {
    return new String(file, StandardCharsets.ISO_8859_1);
  }

  private static int[] points(BufferedImage image) {
    return image.getRGB(0, 0, image.getWidth(), image.getHeight(), null, 0, image.getWidth());
  }
}
