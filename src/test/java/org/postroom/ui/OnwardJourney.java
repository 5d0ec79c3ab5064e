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

/// The first mailshot of somebody who has no account yet: the way on asks for what is missing, one
/// thing after the other, and never does nothing.
@ExtendWith(ApplicationExtension.class)
class OnwardJourney {
  @TempDir Path folder;
  private RealWindow window;

  @Start
  void open(Stage stage) {
    window = new RealWindow(stage, folder.resolve("workspace"));
    // Wide enough for the rail's lines.
    window.size(1180, 760);
  }

  @AfterEach
  void close() {
    window.close();
  }

  @Test
  void theWayOnAsksForTheListAndThenForTheSender(FxRobot robot) throws Exception {
    window.files().list =
        Files.writeString(
            folder.resolve("members.csv"),
            "Email,Name\r\nann@a.example,Ann\r\nbo@b.example,Bo\r\n");
    window.untilShown(robot, "Write once.");
    robot.push(KeyCode.CONTROL, KeyCode.N);
    window.untilShown(robot, "Who gets it?");
    window.untilShown(robot, "Needs a list first");

    robot.push(KeyCode.CONTROL, KeyCode.ENTER);
    window.untilShown(robot, "What do you want to say?");
    robot.push(KeyCode.CONTROL, KeyCode.ENTER);
    window.untilShown(robot, "Who gets it?");

    robot.push(KeyCode.CONTROL, KeyCode.O);
    window.untilShown(robot, "Needs a text");
    window.untilSaved();
    robot.push(KeyCode.CONTROL, KeyCode.ENTER);
    window.untilShown(robot, "What do you want to say?");
    robot.write("Our concert");
    robot.push(KeyCode.CONTROL, KeyCode.ENTER);
    window.untilShown(robot, "There is no text yet.");
    robot.push(KeyCode.ESCAPE);
    window.tabTo(robot, "Insert field");
    robot.push(KeyCode.TAB);
    robot.write("We sing on Saturday.");
    window.untilShown(robot, "Needs a sender");
    robot.push(KeyCode.CONTROL, KeyCode.ENTER);
    window.untilShown(robot, "Who is it from?");
    window.picture(robot, "onward-sender");
    robot.write("choir");
    robot.push(KeyCode.ENTER);
    window.untilShown(robot, "“choir” is not one address.");
    robot.write("@riverside.example");
    robot.push(KeyCode.ENTER);

    window.until(
        "the preview is there once the letters are counted",
        () -> window.title(robot).startsWith("What "));
    assertThat(window.shown()).contains("2 people");
    assertThat(window.model().document().from()).isEqualTo("choir@riverside.example");
    assertThat(window.model().document().subject()).isEqualTo("Our concert");
  }

  @Test
  void whatKeepsTheLettersFromBeingMadeIsSaid(FxRobot robot) throws Exception {
    Path document = ChoirFolder.of(3).write(folder);
    Files.delete(document.resolveSibling("letter.txt"));
    MailshotFile file = window.engine().open(document);
    robot.interact(() -> window.window().open(file, new Through.Practice(null), Step.MESSAGE));
    window.untilShown(robot, "Cannot be made yet");

    robot.push(KeyCode.CONTROL, KeyCode.ENTER);
    window.untilShown(robot, "The letters cannot be made yet");
    assertThat(window.shown()).contains("letter.txt");
    window.picture(robot, "onward-trouble");
    robot.push(KeyCode.ESCAPE);
    assertThat(window.shown()).doesNotContain("The letters cannot be made yet");
  }
}
