package org.postroom.ui;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import javafx.scene.input.KeyCode;
import javafx.stage.Stage;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.api.io.TempDir;
import org.postroom.engine.Counts;
import org.postroom.engine.MailshotFile;
import org.postroom.engine.Through;
import org.postroom.smtp.FaultySmtpServer;
import org.postroom.ui.common.Step;
import org.testfx.api.FxRobot;
import org.testfx.framework.junit5.ApplicationExtension;
import org.testfx.framework.junit5.Start;

/// A server takes the first letter and breaks the line before it says so: the letter is in doubt,
/// the others go, and a person decides about it in the report. Nothing is sent twice unasked.
@ExtendWith(ApplicationExtension.class)
class DoubtJourney {
  private static final int PEOPLE = 6;
  private static final String FIRST = "member1@choir.example";

  @TempDir Path folder;
  private FaultySmtpServer server;
  private RealWindow window;

  @BeforeEach
  void startServer() throws Exception {
    server = new FaultySmtpServer(FaultySmtpServer.Point.AFTER_TAKING, FaultySmtpServer.Kind.CLOSE);
  }

  @Start
  void open(Stage stage) {
    window = new RealWindow(stage, folder.resolve("workspace"));
  }

  @AfterEach
  void close() throws Exception {
    window.close();
    server.close();
  }

  @Test
  void leftAsArrivedByKeyboardAlone(FxRobot robot) throws Exception {
    MailshotFile file = toTheReport(robot);
    window.until(
        "the safe way has the focus", () -> "Leave it: count as arrived".equals(window.focused()));
    robot.push(KeyCode.SPACE);
    window.untilShown(robot, "Count the letter to Member 1 as arrived?");
    robot.write("because");
    robot.push(KeyCode.ENTER);
    window.untilShown(robot, "A reason has at least 10 characters");
    assertThat(counts(file).inDoubt()).isOne();
    robot.write(" she rang and has it");
    robot.push(KeyCode.ENTER);
    window.untilShown(robot, "All 6 are settled");
    window.picture(robot, "doubt-settled");
    assertThat(counts(file).accepted()).isEqualTo(PEOPLE);
    assertThat(server.taken()).hasSize(PEOPLE).doesNotHaveDuplicates();
  }

  @Test
  void sentOnceMoreByMouse(FxRobot robot) throws Exception {
    MailshotFile file = toTheReport(robot);
    robot.clickOn(window.button(robot, "Send it once more"));
    window.untilShown(robot, "Send the letter to Member 1 once more?");
    robot.write("she rang, nothing came");
    robot.clickOn(window.button(robot, "Send it once more"));
    window.untilShown(robot, "5 of 6 accepted");
    window.until("nothing in doubt", () -> counts(file).inDoubt() == 0);
    assertThat(server.taken()).as("it waits for a person").hasSize(PEOPLE);

    robot.clickOn(window.button(robot, "Back to Send"));
    robot.clickOn(window.button(robot, "Go on with 1 message"));
    robot.write("1");
    robot.clickOn(window.button(robot, "Go on with 1 message"));
    window.untilShown(robot, "Done. 6 people have it");
    assertThat(server.taken()).hasSize(PEOPLE + 1).filteredOn(FIRST::equals).hasSize(2);
  }

  private MailshotFile toTheReport(FxRobot robot) throws Exception {
    MailshotFile file = window.engine().open(ChoirFolder.of(PEOPLE).write(folder));
    Through.Server through =
        new Through.Server("127.0.0.1", server.port(), Through.Security.NONE, null, false, 1, 0);
    robot.interact(() -> window.window().open(file, through, Step.REVIEW));
    window.untilShown(robot, "Ready.");
    window.button(robot, "Continue to Send");
    robot.push(KeyCode.CONTROL, KeyCode.ENTER);
    window.tabTo(robot, "Send 6 messages");
    robot.push(KeyCode.SPACE);
    window.untilShown(robot, "5 people have it");
    window.untilShown(robot, "In doubt");
    window.tabTo(robot, "See the 6 people");
    robot.push(KeyCode.SPACE);
    window.untilShown(robot, "5 of 6 accepted. One letter needs you");
    window.untilShown(robot, "1 letter is in doubt.");
    window.picture(robot, "doubt-07-report");
    assertThat(server.taken()).hasSize(PEOPLE).contains(FIRST);
    return file;
  }

  private Counts counts(MailshotFile file) throws Exception {
    return window.engine().report(file, false).orElseThrow().counts();
  }
}
