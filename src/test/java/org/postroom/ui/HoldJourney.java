package org.postroom.ui;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import javafx.scene.control.ToggleButton;
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
import org.postroom.ui.common.Step;
import org.subethamail.smtp.server.SMTPServer;
import org.testfx.api.FxRobot;
import org.testfx.framework.junit5.ApplicationExtension;
import org.testfx.framework.junit5.Start;

/// A mailshot to 312 people on a real loopback server, with the time in the test's hand: the typed
/// number, the hold, Stop while nothing has left, the hold again, the first 5, 1 %, the rest.
@ExtendWith(ApplicationExtension.class)
class HoldJourney {
  private static final int PEOPLE = 312;
  private static final int BLANK = 9;

  @TempDir Path folder;
  private final HandTime time = new HandTime();
  private final List<String> received = new CopyOnWriteArrayList<>();
  private SMTPServer server;
  private RealWindow window;

  @BeforeEach
  void startServer() {
    server = SMTPServer.port(0).messageHandler((_, _, to, _) -> received.add(to)).build();
    server.start();
  }

  @Start
  void open(Stage stage) {
    window = new RealWindow(stage, folder.resolve("workspace"), time, time);
  }

  @AfterEach
  void close() {
    window.close();
    server.stop();
  }

  @Test
  void byMouse(FxRobot robot) throws Exception {
    MailshotFile file = toTheLastLook(robot);
    robot.write("321");
    window.untilShown(robot, "Not the same number");
    window.untilShown(robot, "You typed 321, but this goes to 312 people.");
    window.picture(robot, "hold-06e-wrong-number");
    robot.clickOn(window.button(robot, "Show the 9 left out"));
    window.untilShown(robot, "9 left out");
    assertThat(robot.lookup("#left-out-tab").queryAs(ToggleButton.class).isSelected()).isTrue();
    robot.push(KeyCode.ALT, KeyCode.DIGIT5);
    window.untilShown(robot, "You typed 321, but this goes to 312 people.");
    robot.push(KeyCode.BACK_SPACE).push(KeyCode.BACK_SPACE).push(KeyCode.BACK_SPACE);
    robot.write("312");
    window.untilShown(robot, "That is right");
    window.picture(robot, "hold-06a-confirm");
    robot.clickOn(window.button(robot, "Hold, then send 312 messages"));

    held(robot, "10:00");
    time.advance(Duration.ofSeconds(36));
    held(robot, "09:24");
    window.picture(robot, "hold-06b-hold");
    robot.clickOn(window.button(robot, "Stop: nothing has left"));
    nothingLeft(robot, file);

    robot.clickOn(window.button(robot, "Go on with 312 messages"));
    robot.write("312");
    robot.clickOn(window.button(robot, "Go on with 312 messages"));
    held(robot, "10:00");
    robot.clickOn(window.button(robot, "Read a message again"));
    window.untilShown(robot, "1 of 312");
    robot.push(KeyCode.ALT, KeyCode.DIGIT5);
    held(robot, "10:00");

    robot.clickOn(window.button(robot, "Send the first 5 now"));
    window.untilShown(robot, "Send the first 5 now?");
    assertThat(window.focused()).isEqualTo("Keep holding");
    robot.clickOn(window.button(robot, "Keep holding"));
    held(robot, "10:00");
    assertThat(received).isEmpty();
    robot.clickOn(window.button(robot, "Send the first 5 now"));
    window.untilShown(robot, "Send the first 5 now?");
    robot.clickOn(window.button(robot, "Send the first 5 now"));

    betweenTheStages(robot);
    robot.clickOn(window.button(robot, "Go on now"));
    window.untilShown(robot, "4 of 4 accepted. The next 303 leave in 02:00");
    assertThat(received).hasSize(9);
    time.advance(Duration.ofMinutes(2));
    window.untilShown(robot, "Done. 312 people have it");
    window.picture(robot, "hold-done");
    robot.clickOn(window.button(robot, "See the 312 people"));
    reported(robot, file);
  }

  @Test
  void byKeyboardAlone(FxRobot robot) throws Exception {
    MailshotFile file = toTheLastLook(robot);
    robot.write("312");
    window.untilShown(robot, "That is right");
    // Enter never sends.
    robot.push(KeyCode.ENTER);
    robot.push(KeyCode.CONTROL, KeyCode.ENTER);
    window.untilShown(robot, "Press the button to go on.");
    window.tabTo(robot, "Hold, then send 312 messages");
    robot.push(KeyCode.SPACE);

    held(robot, "10:00");
    assertThat(window.focused()).isEqualTo("Stop: nothing has left");
    robot.push(KeyCode.ESCAPE);
    nothingLeft(robot, file);

    window.tabTo(robot, "Go on with 312 messages");
    robot.push(KeyCode.SPACE);
    robot.write("312");
    window.tabTo(robot, "Go on with 312 messages");
    robot.push(KeyCode.SPACE);
    held(robot, "10:00");
    window.tabTo(robot, "Send the first 5 now");
    robot.push(KeyCode.SPACE);
    window.untilShown(robot, "Send the first 5 now?");
    // Escape keeps holding.
    robot.push(KeyCode.ESCAPE);
    held(robot, "10:00");
    time.advance(Duration.ofMinutes(10));

    betweenTheStages(robot);
    assertThat(window.focused()).isEqualTo("Stop here");
    robot.push(KeyCode.ESCAPE);
    window.untilShown(robot, "Stopped. 5 people have it, 307 do not");
    window.picture(robot, "hold-06d-stopped");
    assertThat(received).hasSize(5);

    window.tabTo(robot, "Go on with 307 messages");
    robot.push(KeyCode.SPACE);
    robot.write("307");
    window.tabTo(robot, "Go on with 307 messages");
    robot.push(KeyCode.SPACE);
    window.untilShown(robot, "4 of 4 accepted. The next 303 leave in 02:00");
    window.tabTo(robot, "Go on now");
    robot.push(KeyCode.SPACE);
    window.untilShown(robot, "Done. 312 people have it");
    window.tabTo(robot, "See the 312 people");
    robot.push(KeyCode.SPACE);
    reported(robot, file);
  }

  /// The dispatcher holds, and the window says for how long.
  private void held(FxRobot robot, String left) throws InterruptedException {
    time.untilSomebodyWaits();
    window.untilShown(robot, "Nothing has left yet");
    window.untilShown(robot, left);
    assertThat(received).isEmpty();
  }

  private void nothingLeft(FxRobot robot, MailshotFile file) throws Exception {
    window.untilShown(robot, "Stopped. Nothing has left");
    window.picture(robot, "hold-stopped-nothing-left");
    assertThat(received).isEmpty();
    assertThat(counts(file).notYetSent()).isEqualTo(PEOPLE);
  }

  private void betweenTheStages(FxRobot robot) throws Exception {
    window.untilShown(robot, "5 of 5 accepted. The next 4 leave in 02:00");
    time.untilSomebodyWaits();
    assertThat(received).hasSize(5);
    time.advance(Duration.ofSeconds(12));
    window.untilShown(robot, "5 of 5 accepted. The next 4 leave in 01:48");
    assertThat(received).hasSize(5);
    window.picture(robot, "hold-06c-between-stages");
  }

  private void reported(FxRobot robot, MailshotFile file) throws Exception {
    window.untilShown(robot, "All 312 are settled");
    window.untilShown(robot, "312 = 312. Plus 9 left out: all 321 rows of the file.");
    window.picture(robot, "hold-07-report");
    assertThat(received).hasSize(PEOPLE).doesNotHaveDuplicates();
    assertThat(counts(file).accepted()).isEqualTo(PEOPLE);
  }

  private Counts counts(MailshotFile file) throws Exception {
    return window.engine().report(file, false).orElseThrow().counts();
  }

  private MailshotFile toTheLastLook(FxRobot robot) throws Exception {
    MailshotFile file =
        window
            .engine()
            .open(
                ChoirFolder.of(PEOPLE)
                    .named("Christmas concert newsletter", "See you on 12 December")
                    .withBlanks(BLANK)
                    .write(folder));
    Through.Server through =
        new Through.Server(
            "127.0.0.1", server.getPortAllocated(), Through.Security.NONE, null, false, 1, 0);
    robot.interact(() -> window.window().open(file, through, Step.REVIEW));
    window.untilShown(robot, "Ready.");
    window.button(robot, "Continue to Send");
    robot.push(KeyCode.CONTROL, KeyCode.ENTER);
    window.untilShown(robot, "Send 312 messages?");
    return file;
  }
}
