package org.postroom.ui;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.atomic.AtomicInteger;
import javafx.scene.input.KeyCode;
import javafx.stage.Stage;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.api.io.TempDir;
import org.postroom.engine.MailshotFile;
import org.postroom.engine.Through;
import org.postroom.ui.common.Step;
import org.subethamail.smtp.server.SMTPServer;
import org.testfx.api.FxRobot;
import org.testfx.framework.junit5.ApplicationExtension;
import org.testfx.framework.junit5.Start;

/// Stop in the middle of a real send to a loopback server, then go on: nobody twice, nobody
/// forgotten. The server holds the fourth letter until Stop was pressed.
@ExtendWith(ApplicationExtension.class)
class StopAndResumeJourney {
  private static final int PEOPLE = 9;

  @TempDir Path folder;
  private final AtomicInteger received = new AtomicInteger();
  private final CountDownLatch stopPressed = new CountDownLatch(1);
  private SMTPServer server;
  private RealWindow window;

  @BeforeEach
  void startServer() {
    server =
        SMTPServer.port(0)
            .messageHandler(
                (_, _, _, data) -> {
                  if (data.length > 0 && received.incrementAndGet() == 4) {
                    await(stopPressed);
                  }
                })
            .build();
    server.start();
  }

  @Start
  void open(Stage stage) {
    window = new RealWindow(stage, folder.resolve("workspace"));
  }

  @AfterEach
  void close() {
    stopPressed.countDown();
    window.close();
    server.stop();
  }

  @Test
  void byMouse(FxRobot robot) throws Exception {
    MailshotFile file = toTheLastLook(robot);
    robot.clickOn(window.button(robot, "Send 9 messages"));
    window.until("the fourth letter", () -> received.get() == 4);
    robot.clickOn(window.button(robot, "Stop sending"));
    stopPressed.countDown();
    window.untilShown(robot, "Stopped. 4 people have it, 5 do not");
    assertThat(window.shown())
        .contains(
            "The message to Member 4 (accepted) was already on its way; after it nothing left.");
    window.picture(robot, "journey-stopped");
    robot.clickOn(window.button(robot, "Go on with 5 messages"));
    robot.write("5");
    robot.clickOn(window.button(robot, "Go on with 5 messages"));
    window.untilShown(robot, "Done. 9 people have it");
    everybodyOnce(file);
  }

  @Test
  void byKeyboardAlone(FxRobot robot) throws Exception {
    MailshotFile file = toTheLastLook(robot);
    window.tabTo(robot, "Send 9 messages");
    robot.push(KeyCode.SPACE);
    window.until("the fourth letter", () -> received.get() == 4);
    robot.push(KeyCode.ESCAPE);
    stopPressed.countDown();
    window.untilShown(robot, "Stopped. 4 people have it, 5 do not");
    window.tabTo(robot, "Go on with 5 messages");
    robot.push(KeyCode.SPACE);
    robot.write("5");
    robot.push(KeyCode.TAB);
    robot.push(KeyCode.SPACE);
    window.untilShown(robot, "Done. 9 people have it");
    everybodyOnce(file);
  }

  private MailshotFile toTheLastLook(FxRobot robot) throws Exception {
    MailshotFile file = window.engine().open(ChoirFolder.of(PEOPLE).write(folder));
    Through.Server through =
        new Through.Server(
            "127.0.0.1", server.getPortAllocated(), Through.Security.NONE, null, false, 1, 0);
    robot.interact(() -> window.window().open(file, through, Step.REVIEW));
    window.untilShown(robot, "Ready.");
    window.button(robot, "Continue to Send");
    robot.push(KeyCode.CONTROL, KeyCode.ENTER);
    window.untilShown(robot, "Send 9 messages?");
    return file;
  }

  private void everybodyOnce(MailshotFile file) throws Exception {
    assertThat(received.get()).isEqualTo(PEOPLE);
    var report = window.engine().report(file, false).orElseThrow();
    assertThat(report.counts().accepted()).isEqualTo(PEOPLE);
    assertThat(report.counts().finished()).isTrue();
  }

  private static void await(CountDownLatch latch) {
    try {
      latch.await();
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
  }
}
