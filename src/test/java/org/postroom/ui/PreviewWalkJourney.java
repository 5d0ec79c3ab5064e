package org.postroom.ui;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Files;
import java.nio.file.Path;
import javafx.scene.input.KeyCode;
import javafx.stage.Stage;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.api.io.TempDir;
import org.postroom.engine.MailshotFile;
import org.postroom.engine.Through;
import org.postroom.ui.common.Step;
import org.testfx.api.FxRobot;
import org.testfx.framework.junit5.ApplicationExtension;
import org.testfx.framework.junit5.Start;

/// From one person to the next the same lines say what is true of the next one, and nothing of the
/// one before.
@ExtendWith(ApplicationExtension.class)
class PreviewWalkJourney {
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
  void theHeadSaysWhoGetsThisLetterAndNobodyElse(FxRobot robot) throws Exception {
    Path document = ChoirFolder.of(3).write(folder);
    Path list = document.resolveSibling("members.csv");
    Files.writeString(list, Files.readString(list).replace(",Member 2\r\n", ",\r\n"));
    MailshotFile file = window.engine().open(document);
    robot.interact(() -> window.window().open(file, new Through.Practice(null), Step.PREVIEW));
    named(robot, 1);
    robot.push(KeyCode.ALT, KeyCode.RIGHT);
    window.untilShown(robot, "member2@choir.example");
    window.untilShown(robot, "member2@choir.example sees");
    assertThat(window.shows(robot, "Member sees")).as("a name of somebody else's").isFalse();
    assertThat(window.shows(robot, "<member")).as("somebody else's address").isFalse();
    robot.push(KeyCode.ALT, KeyCode.RIGHT);
    named(robot, 3);
    robot.push(KeyCode.ALT, KeyCode.LEFT);
    window.untilShown(robot, "member2@choir.example sees");
    robot.push(KeyCode.ALT, KeyCode.LEFT);
    named(robot, 1);
  }

  private void named(FxRobot robot, int number) {
    window.untilShown(robot, "<member" + number + "@choir.example>");
    window.untilShown(robot, "Member " + number);
    window.untilShown(robot, "Member sees");
    assertThat(window.shows(robot, "member2@choir.example sees")).isFalse();
  }
}
