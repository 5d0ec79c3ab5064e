package org.postroom.engine;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;
import javax.imageio.ImageIO;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.postroom.engine.PictureFolder.Brought;
import org.postroom.pictures.CameraFiles;
import org.postroom.pictures.PictureReading.Refusal;

/// What lies beside a mailshot after pictures were brought.
class PictureFolderTest {
  @TempDir Path mailshot;
  @TempDir Path elsewhere;

  @Test
  void theOriginalStaysBesideWhatTravels() throws IOException {
    byte[] photo = CameraFiles.ofPhone(CameraFiles.photo(1800, 1200), 6);
    Path file = Files.write(elsewhere.resolve("Our hall (2).JPG"), photo);

    Brought.Taken taken = taken(folder().bring(file));

    assertThat(taken).isEqualTo(new Brought.Taken("pictures/Our-hall-2/Our-hall-2-800.jpg", 400));
    assertThat(mailshot.resolve("pictures/Our-hall-2/original.jpg")).hasBinaryContent(photo);
    assertThat(widthOf(taken.source())).isEqualTo(800);
    assertThat(folder().bring(file)).isEqualTo(taken);
    assertThat(files()).hasSize(2);
  }

  /// Smaller, and larger again: nothing is lost on the way, also where the folder was moved.
  @Test
  void anotherWidthIsMadeOfTheOriginal() throws IOException {
    byte[] photo = CameraFiles.ofPhone(CameraFiles.photo(1800, 1200), 1);
    String source = taken(folder().bring(photo, "hall.jpg")).source();
    byte[] first = Files.readAllBytes(mailshot.resolve(source));

    Brought.Taken small = folder().resize(source, 100);
    Path moved = elsewhere.resolve("moved");
    Files.move(mailshot.resolve("pictures"), Files.createDirectories(moved).resolve("pictures"));
    Brought.Taken large = new PictureFolder(moved).resize(small.source(), 600);

    assertThat(small).isEqualTo(new Brought.Taken("pictures/hall/hall-200.jpg", 100));
    assertThat(large.source()).isEqualTo(source);
    assertThat(moved.resolve(large.source())).hasBinaryContent(first);
    assertThat(new PictureFolder(moved).resize(small.source(), 0).width()).isEqualTo(600);
  }

  /// It was made by hand, or comes from a mailshot of before: it stays as it is.
  @Test
  void aPictureWithoutAnOriginalOnlyGetsItsWidth() throws IOException {
    byte[] logo = CameraFiles.file(CameraFiles.photo(90, 30), "png");
    Path file = Files.createDirectories(mailshot.resolve("my img")).resolve("logo.png");
    Files.write(file, logo);

    assertThat(folder().bring(file)).isEqualTo(new Brought.Taken("my%20img/logo.png", 0));
    assertThat(folder().resize("my%20img/logo.png", 50))
        .isEqualTo(new Brought.Taken("my%20img/logo.png", 50));
    for (String source : List.of("cid:logo@example", "../../x.png", "pictures/gone/gone-3.png")) {
      assertThat(folder().resize(source, 50)).isEqualTo(new Brought.Taken(source, 50));
    }
    assertThat(files()).hasSize(1);
  }

  @Test
  void differentPicturesOfOneNameStandSideBySide() throws IOException {
    byte[] one = CameraFiles.ofPhone(CameraFiles.photo(90, 30), 1);
    byte[] other = CameraFiles.ofPhone(CameraFiles.photo(60, 30), 1);
    byte[] plain = CameraFiles.file(CameraFiles.photo(90, 30), "png");
    byte[] plainer = CameraFiles.file(CameraFiles.photo(91, 30), "png");

    assertThat(Stream.of(one, other, plain, plainer, one).map(this::bring))
        .containsExactly(
            "pictures/a/a-90.jpg",
            "pictures/a-2/a-2-60.jpg",
            "pictures/a.png",
            "pictures/a-2.png",
            "pictures/a/a-90.jpg");
  }

  private String bring(byte[] file) {
    try {
      return taken(folder().bring(file, "a.jpg")).source();
    } catch (IOException e) {
      throw new java.io.UncheckedIOException(e);
    }
  }

  @Test
  void whatIsRefusedLeavesNothing() throws IOException {
    assertThat(folder().bring(new byte[0], ".."))
        .isEqualTo(new Brought.Refused(Refusal.NO_PICTURE));
    byte[] cut = java.util.Arrays.copyOf(CameraFiles.file(CameraFiles.photo(90, 30), "png"), 99);
    assertThat(folder().bring(cut, "a.png")).isEqualTo(new Brought.Refused(Refusal.NO_PICTURE));
    assertThat(files()).isEmpty();
  }

  private PictureFolder folder() {
    return new PictureFolder(mailshot);
  }

  private static Brought.Taken taken(Brought brought) {
    return (Brought.Taken) brought;
  }

  private int widthOf(String source) throws IOException {
    byte[] file = Files.readAllBytes(mailshot.resolve(source));
    return ImageIO.read(new ByteArrayInputStream(file)).getWidth();
  }

  private List<Path> files() throws IOException {
    try (Stream<Path> all = Files.walk(mailshot)) {
      return all.filter(Files::isRegularFile).toList();
    }
  }
}
