package org.postroom.ui;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
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

/// One name among 300 is none. The preview offers that letter without being asked, and shows it.
@ExtendWith(ApplicationExtension.class)
class OddLetterJourney {
  private static final Through REAL =
      new Through.Server(
          "smtp.riverside.example", 587, Through.Security.STARTTLS, null, false, 1, -1);

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
  void theOddLetterIsOfferedAndShown(FxRobot robot) throws Exception {
    Path document = ChoirFolder.of(300).write(folder);
    spoil(document.resolveSibling("members.csv"));
    MailshotFile file = window.engine().open(document);
    robot.interact(() -> window.window().open(file, new Through.Practice(null), Step.PREVIEW));
    window.untilShown(robot, "Unusual “Name”");
    window.picture(robot, "odd-letter-offered");
    window.tabTo(robot, "1, Unusual “Name”");
    robot.push(KeyCode.SPACE);
    window.untilShown(robot, "What #REF! gets");
    window.picture(robot, "odd-letter-shown");
    assertThat(window.focused()).as("the focus stays on the row").startsWith("1, Unusual “Name”");
  }

  private boolean somethingIsLeft(FxRobot robot) {
    return window.shows(robot, "Next of") || window.shows(robot, "The one not looked at");
  }

  /// The review says what nobody has looked at, F8 shows it, and then the review says it no more.
  @Test
  void theReviewAsksUntilEverythingThatStandsOutWasLookedAt(FxRobot robot) throws Exception {
    Path document = ChoirFolder.of(300).write(folder);
    spoil(document.resolveSibling("members.csv"));
    MailshotFile file = window.engine().open(document);
    robot.interact(() -> window.window().open(file, REAL, Step.PREVIEW));
    window.untilShown(robot, "Next of");
    robot.push(KeyCode.ALT, KeyCode.DIGIT4);
    window.untilShown(robot, "Nobody has looked at what stands out");
    window.picture(robot, "review-not-looked-at");
    robot.clickOn(window.button(robot, "Look at them"));
    for (int i = 0; i < 20 && somethingIsLeft(robot); i++) {
      String before = window.title(robot);
      robot.push(KeyCode.F8);
      window.until("another letter", () -> !window.title(robot).equals(before));
    }
    window.picture(robot, "preview-all-looked-at");
    robot.push(KeyCode.ALT, KeyCode.DIGIT4);
    window.until(
        "nothing about the preview",
        () ->
            !window.shows(robot, "Nobody has looked")
                && window.model().reviewedProperty().get() != null);
  }

  private static void spoil(Path list) throws IOException {
    Files.writeString(list, Files.readString(list).replace(",Member 217\r\n", ",#REF!\r\n"));
  }
}
