package org.postroom.ui;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import javafx.scene.Node;
import javafx.scene.image.ImageView;
import javafx.scene.input.KeyCode;
import javafx.stage.Stage;
import org.junit.jupiter.api.AfterEach;
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

/// From an empty page to a letter in one's own mailbox, on the real engine and without the mouse:
/// two fields and a fallback, a picture, the odd letter, a test to oneself.
@ExtendWith(ApplicationExtension.class)
class KeyboardAloneJourney {
  @TempDir Path folder;
  private RealWindow window;

  @Start
  void open(Stage stage) {
    window = new RealWindow(stage, folder.resolve("workspace"));
  }

  @AfterEach
  void close() {
    window.close();
  }

  @Test
  void aLetterIsWrittenLookedAtAndTriedWithoutTheMouse(FxRobot robot) throws Exception {
    Path document = empty(folder);
    Path photo = folder.resolve("hall.jpg");
    Files.write(photo, CameraFiles.ofPhone(CameraFiles.photo(1600, 1200), 6));
    window.files().image = photo;
    MailshotFile file = window.engine().open(document);
    robot.interact(() -> window.window().open(file, new Through.Practice(null), Step.PEOPLE));
    window.untilShown(robot, "Who gets it?");

    robot.push(KeyCode.ALT, KeyCode.DIGIT2);
    window.untilShown(robot, "What do you want to say?");
    write(robot);
    addThePicture(robot);
    window.untilSaved();
    assertThat(Files.readString(document.resolveSibling("letter.html")))
        .contains("Dear {{Name}}, your town is {{Town|unknown to us}}. This is our hall: <img src=")
        .contains("pictures/hall/hall-900.jpg\" alt=\"Our hall\" width=\"450\"");
    window.until(
        "the picture stands upright",
        () -> robot.lookup("#body .image-view").tryQuery().isPresent());
    ImageView shown = robot.lookup("#body .image-view").queryAs(ImageView.class);
    assertThat(shown.getBoundsInLocal().getHeight())
        .isGreaterThan(shown.getBoundsInLocal().getWidth());
    window.untilShown(robot, "The first letter, with its pictures and files:");
    window.picture(robot, "keyboard-written");

    robot.push(KeyCode.CONTROL, KeyCode.ENTER);
    window.untilShown(robot, "Unusual “Name”");
    window.tabTo(robot, "1, Unusual “Name”");
    robot.push(KeyCode.SPACE);
    window.untilShown(robot, "What #REF! gets");
    window.picture(robot, "keyboard-odd-letter");

    window.tabTo(robot, "Send a test");
    robot.push(KeyCode.SPACE);
    window.untilShown(robot, "No account is set up");
    window.tabTo(robot, "Send ");
    robot.push(KeyCode.SPACE);
    window.untilShown(robot, "The test was accepted");
    window.picture(robot, "keyboard-tested");

    var received = window.engine().practiceMailbox(file.id()).messages();
    assertThat(received).hasSize(1);
    assertThat(received.getFirst().rcptTo()).containsExactly(received.getFirst().mailFrom());
  }

  private void write(FxRobot robot) {
    Node body = robot.lookup("#body").query();
    for (int i = 0; i < 40 && !body.isFocused(); i++) {
      robot.push(KeyCode.TAB);
    }
    assertThat(body.isFocused()).as("Tab comes to the text").isTrue();
    robot.push(KeyCode.CONTROL, KeyCode.A);
    robot.push(KeyCode.BACK_SPACE);
    robot.write("Dear ");
    robot.push(KeyCode.CONTROL, KeyCode.J);
    robot.write("name");
    robot.push(KeyCode.ENTER);
    robot.write(", your town is ");
    robot.push(KeyCode.CONTROL, KeyCode.J);
    robot.write("town");
    robot.push(KeyCode.TAB);
    robot.write("unknown to us");
    robot.push(KeyCode.ENTER);
    robot.write(". This is our hall: ");
  }

  private void addThePicture(FxRobot robot) {
    tabBackTo(robot, "Picture");
    robot.push(KeyCode.SPACE);
    window.untilShown(robot, "What does the picture show?");
    robot.write("Our hall");
    robot.push(KeyCode.ENTER);
  }

  private void tabBackTo(FxRobot robot, String spoken) {
    for (int i = 0; i < 40 && !window.focused().startsWith(spoken); i++) {
      robot.push(KeyCode.SHIFT, KeyCode.TAB);
    }
    assertThat(window.focused()).startsWith(spoken);
  }

  /// A mailshot without a word yet; one of its people has a fault of a spreadsheet for a name.
  private static Path empty(Path folder) throws IOException {
    Path document = ChoirFolder.of(1).write(folder);
    StringBuilder list = new StringBuilder("Email,Name,Town\r\n");
    for (int i = 1; i <= 60; i++) {
      String name = i == 17 ? "#REF!" : "Member " + i;
      list.append("member%d@choir.example,%s,%s\r\n".formatted(i, name, i == 20 ? "" : "Bristol"));
    }
    Files.writeString(document.resolveSibling("members.csv"), list);
    Files.writeString(document.resolveSibling("letter.md"), "");
    return Files.writeString(
        document,
        Files.readString(document)
            .replace("\"text\": \"letter.txt\"", "\"markdown\": \"letter.md\""));
  }
}
