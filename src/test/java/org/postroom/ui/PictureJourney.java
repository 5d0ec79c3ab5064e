package org.postroom.ui;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Base64;
import java.util.Objects;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import javafx.scene.Node;
import javafx.scene.control.Label;
import javafx.scene.control.TextField;
import javafx.scene.image.ImageView;
import javafx.scene.image.PixelWriter;
import javafx.scene.image.WritableImage;
import javafx.scene.input.Clipboard;
import javafx.scene.input.ClipboardContent;
import javafx.scene.input.KeyCode;
import javafx.scene.paint.Color;
import javafx.stage.Stage;
import javax.imageio.ImageIO;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.api.io.TempDir;
import org.postroom.engine.MailshotFile;
import org.postroom.engine.Through;
import org.postroom.pictures.CameraFiles;
import org.postroom.ui.common.Step;
import org.testfx.api.FxRobot;
import org.testfx.framework.junit5.ApplicationExtension;
import org.testfx.framework.junit5.Start;
import org.testfx.util.WaitForAsyncUtils;

/// Pictures in a letter: from a phone, from the clipboard, another width, and what is refused.
@ExtendWith(ApplicationExtension.class)
class PictureJourney {
  private final FakePostroom engine = new FakePostroom();
  private TestWindow.Opened opened;
  @TempDir private Path folder;

  @Start
  void start(Stage stage) {
    opened = TestWindow.open(stage, engine);
    opened.show();
    opened.size(1000, 760);
  }

  @BeforeEach
  void open(FxRobot robot) {
    MailshotFile christmas = FakePostroom.christmas();
    Through real =
        new Through.Server(
            "smtp.office.example", 587, Through.Security.STARTTLS, "news", false, 1, 30);
    robot.interact(
        () ->
            opened
                .window()
                .open(
                    new MailshotFile(
                        folder.resolve("christmas.mailshot"), christmas.document(), christmas.id()),
                    real,
                    Step.MESSAGE));
    robot.interact(() -> robot.lookup("#body").queryAs(Node.class).requestFocus());
    control(robot, KeyCode.A);
    robot.type(KeyCode.BACK_SPACE);
  }

  /// Held upright, 12 million points: it stands upright in the letter and has a tenth of its bytes.
  @Test
  void aPhotographOfAPhoneStandsUprightAndIsSmall(FxRobot robot) throws Exception {
    Path photo = folder.resolve("phone").resolve("IMG 2034.jpg");
    Files.createDirectories(photo.resolveSibling(""));
    Files.write(photo, CameraFiles.ofPhone(CameraFiles.photo(2400, 1800), 6));
    opened.files().image = photo;
    robot.write("This is our hall: ");
    robot.interact(() -> robot.lookup("#picture").queryButton().fire());
    robot.write("Our hall from outside");
    robot.type(KeyCode.TAB);
    robot.interact(() -> robot.lookup("#picture-width").queryAs(TextField.class).setText("150"));
    robot.type(KeyCode.ENTER);
    robot.interact(opened::passTime);

    assertThat(engine.bodies.get("letter.html"))
        .contains(
            "This is our hall: <img src=\"pictures/IMG-2034/IMG-2034-300.jpg\" alt=\"Our hall from outside\""
                + " width=\"150\"");
    var travels = ImageIO.read(folder.resolve("pictures/IMG-2034/IMG-2034-300.jpg").toFile());
    assertThat(travels.getHeight()).isEqualTo(400);
    assertThat(folder.resolve("pictures/IMG-2034/original.jpg")).hasSameBinaryContentAs(photo);
    ImageView shown = shown(robot);
    assertThat(shown.getBoundsInLocal().getHeight()).isEqualTo(200);
    assertThat(shown.getAccessibleText()).isEqualTo("Picture: Our hall from outside");
    robot.interact(() -> opened.picture("06-picture"));

    // What was written before can still be undone.
    control(robot, KeyCode.Z);
    robot.interact(opened::passTime);
    assertThat(engine.bodies.get("letter.html")).contains("our hall").doesNotContain("<img");
    control(robot, KeyCode.Y);

    // And larger again, out of what the phone made.
    robot.type(KeyCode.LEFT);
    robot.press(KeyCode.SHIFT).type(KeyCode.RIGHT).release(KeyCode.SHIFT);
    robot.type(KeyCode.ENTER);
    robot.interact(() -> robot.lookup("#picture-width").queryAs(TextField.class).setText("400"));
    robot.interact(() -> robot.lookup("#picture-take").queryButton().fire());
    robot.interact(opened::passTime);
    assertThat(engine.bodies.get("letter.html"))
        .contains("pictures/IMG-2034/IMG-2034-800.jpg", "width=\"400\"");
  }

  /// Only one of several was asked about; the others went in without words.
  @Test
  void ofSeveralPicturesEachIsAskedFor(FxRobot robot) throws IOException {
    byte[] heic = "\0\0\0\u0018ftypheic\0\0\0\0".getBytes(StandardCharsets.ISO_8859_1);
    copied(
        robot,
        file("hall.png", CameraFiles.file(CameraFiles.photo(60, 30), "png")),
        file("choir.heic", heic),
        file("tea.png", CameraFiles.file(CameraFiles.photo(30, 30), "png")),
        file("stage.png", CameraFiles.file(CameraFiles.photo(90, 30), "png")));
    control(robot, KeyCode.V);
    assertThat(words(robot, "#dialogs .label")).contains("“hall.png”, picture 1 of 4.");
    robot.write("The hall");
    robot.type(KeyCode.ENTER);
    assertThat(words(robot, "#dialogs .label")).contains("“tea.png”, picture 3 of 4.");
    robot.interact(() -> opened.picture("06-several-pictures"));
    robot.type(KeyCode.ESCAPE);
    assertThat(words(robot, "#dialogs .label")).contains("“stage.png”, picture 4 of 4.");
    robot.write("The stage");
    robot.type(KeyCode.ENTER);
    robot.interact(opened::passTime);

    assertThat(engine.bodies.get("letter.md"))
        .isEqualTo("![The hall](from/hall.png)![The stage](from/stage.png)\n");
    assertThat(said(robot)).contains("“choir.heic” was not inserted: it is a HEIC picture");
  }

  /// A picture in what was copied from a word processor came with its place, or not at all.
  @Test
  void aPictureThatIsCopiedWithWordsComesAlongWithoutItsPlace(FxRobot robot) throws IOException {
    byte[] photo = CameraFiles.ofPhone(CameraFiles.photo(1800, 1200), 6);
    robot.interact(
        () -> {
          ClipboardContent content = new ClipboardContent();
          content.putHtml(
              "<p>Our hall: <img alt=\"the hall\" src=\"data:image/jpeg;base64,"
                  + Base64.getEncoder().encodeToString(photo)
                  + "\"> and <img src=\"file:///home/ann/x.png\"></p>");
          Clipboard.getSystemClipboard().setContent(content);
        });
    control(robot, KeyCode.V);
    robot.interact(opened::passTime);

    assertThat(engine.bodies.get("letter.html"))
        .contains("Our hall: <img src=\"pictures/picture/picture-800.jpg\" alt=\"the hall\"")
        .doesNotContain("file:");
    assertThat(folder.resolve("pictures/picture/original.jpg")).hasBinaryContent(photo);
    assertThat(said(robot)).contains("Left out of what you pasted: 1 picture.");
  }

  private Path file(String name, byte[] content) throws IOException {
    return Files.write(Files.createDirectories(folder.resolve("from")).resolve(name), content);
  }

  private static void copied(FxRobot robot, Path... files) {
    robot.interact(
        () -> {
          ClipboardContent content = new ClipboardContent();
          content.putFiles(Stream.of(files).map(Path::toFile).toList());
          Clipboard.getSystemClipboard().setContent(content);
        });
  }

  private static String words(FxRobot robot, String query) {
    return robot.lookup(query).queryAllAs(Label.class).stream()
        .map(Label::getText)
        .collect(Collectors.joining("\n"));
  }

  @Test
  void aPictureOfTheClipboardIsPasted(FxRobot robot) throws IOException {
    robot.interact(
        () -> {
          WritableImage screen = new WritableImage(40, 30);
          PixelWriter points = screen.getPixelWriter();
          points.setColor(3, 2, Color.RED);
          ClipboardContent content = new ClipboardContent();
          content.putImage(screen);
          // As browsers do.
          content.putHtml("<html><body><img src=\"https://web.example/x.png\"></body></html>");
          Clipboard.getSystemClipboard().setContent(content);
        });
    control(robot, KeyCode.V);
    robot.write("A screen");
    robot.type(KeyCode.ENTER);
    robot.interact(opened::passTime);

    assertThat(engine.bodies.get("letter.md")).isEqualTo("![A screen](pictures/picture.png)\n");
    byte[] written = Files.readAllBytes(folder.resolve("pictures/picture.png"));
    var image = ImageIO.read(new ByteArrayInputStream(written));
    assertThat(image.getWidth()).isEqualTo(40);
    assertThat(image.getRGB(3, 2)).isEqualTo(0xffff0000);
  }

  @Test
  void whatMailProgramsDoNotShowIsRefusedWithAWayOut(FxRobot robot) throws IOException {
    bring(robot, "photo.heic", "\0\0\0\u0018ftypheic\0\0\0\0");
    assertThat(said(robot)).contains("“photo.heic” was not inserted: it is a HEIC picture");
    assertThat(said(robot)).contains("Save it as JPEG and choose that.");
    bring(robot, "logo.svg", "<svg onload=\"x()\"/>");
    assertThat(said(robot)).contains("“logo.svg” was not inserted: it is a drawing (SVG)");
    bring(robot, "photo.jpg", "RIFF\0\0\0\0WEBPVP8 ");
    assertThat(said(robot)).contains("“photo.jpg” was not inserted: it is a WebP picture");
    assertThat(folder.resolve("pictures")).doesNotExist();
  }

  private void bring(FxRobot robot, String name, String content) throws IOException {
    Path file = folder.resolve(name);
    Files.write(file, content.getBytes(StandardCharsets.ISO_8859_1));
    opened.files().image = file;
    robot.interact(() -> robot.lookup("#picture").queryButton().fire());
  }

  private static String said(FxRobot robot) {
    StringBuilder said = new StringBuilder();
    robot
        .lookup("#message .label")
        .queryAllAs(Label.class)
        .forEach(label -> said.append(label.getText()).append('\n'));
    return said.toString();
  }

  private static ImageView shown(FxRobot robot) throws TimeoutException {
    // It is unpacked in the background.
    WaitForAsyncUtils.waitFor(
        30, TimeUnit.SECONDS, () -> robot.lookup("#body .image-view").tryQuery().isPresent());
    return Objects.requireNonNull(robot.lookup("#body .image-view").queryAs(ImageView.class));
  }

  private static void control(FxRobot robot, KeyCode key) {
    robot.press(KeyCode.CONTROL).type(key).release(KeyCode.CONTROL);
  }
}
