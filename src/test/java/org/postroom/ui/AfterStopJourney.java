package org.postroom.ui;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.atomic.AtomicInteger;
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
import org.subethamail.smtp.RejectException;
import org.subethamail.smtp.server.SMTPServer;
import org.testfx.api.FxRobot;
import org.testfx.framework.junit5.ApplicationExtension;
import org.testfx.framework.junit5.Start;

/// What comes after a send stopped or paused: changed before anything left and sent as a new plan;
/// one letter tried after three providers refused; a correction to those who got it.
@ExtendWith(ApplicationExtension.class)
class AfterStopJourney {
  private static final int PEOPLE = 12;

  @TempDir Path folder;
  private final HandTime time = new HandTime();
  private final List<String> received = new CopyOnWriteArrayList<>();
  private final AtomicInteger toRefuse = new AtomicInteger();
  private SMTPServer server;
  private RealWindow window;

  @BeforeEach
  void startServer() {
    server =
        SMTPServer.port(0)
            .messageHandler(
                (_, _, to, _) -> {
                  if (toRefuse.getAndDecrement() > 0) {
                    throw new RejectException(550, "5.7.1 looks like bulk mail");
                  }
                  received.add(to);
                })
            .build();
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
  void whatWasStoppedBeforeItLeftIsChangedAndSentAnew(FxRobot robot) throws Exception {
    MailshotFile file = hold(robot);
    robot.push(KeyCode.ESCAPE);
    window.untilShown(robot, "Stopped. Nothing has left");
    robot.clickOn(window.button(robot, "Change it first"));
    window.untilShown(robot, "What do you want to say?");
    assertThat(counts(file).withdrawn()).isEqualTo(PEOPLE);

    window.until("planned again", () -> window.model().sightProperty().get() != null);
    robot.push(KeyCode.ALT, KeyCode.DIGIT4);
    toSend(robot);
    window.tabTo(robot, "Hold, then send 12 messages");
    robot.push(KeyCode.SPACE);
    time.untilSomebodyWaits();
    robot.clickOn(window.button(robot, "Send the 12 messages now"));
    window.untilShown(robot, "Send the 12 messages now?");
    robot.clickOn(window.button(robot, "Send the 12 messages now"));
    window.untilShown(robot, "Done. 12 people have it");
    assertThat(received).hasSize(PEOPLE).doesNotHaveDuplicates();
  }

  @Test
  void afterThreeEqualRefusalsOneLetterIsTriedAndTheRestGoOn(FxRobot robot) throws Exception {
    toRefuse.set(3);
    MailshotFile file = hold(robot);
    time.advance(Duration.ofMinutes(1));
    window.untilShown(robot, "Postroom paused this: three providers refused in the same way");
    window.untilShown(robot, "550 5.7.1 looks like bulk mail");
    assertThat(window.focused()).isEqualTo("Keep it paused");
    window.picture(robot, "after-06f-paused");
    assertThat(received).isEmpty();

    window.tabTo(robot, "Try 1 message");
    robot.push(KeyCode.SPACE);
    window.untilShown(robot, "Stopped. 1 person has it, 11 do not");
    assertThat(received).hasSize(1);
    window.tabTo(robot, "Go on with 8 messages");
    robot.push(KeyCode.SPACE);
    robot.write("8");
    window.tabTo(robot, "Go on with 8 messages");
    robot.push(KeyCode.SPACE);
    window.untilShown(robot, "Done. 9 people have it, 3 do not");
    assertThat(counts(file).refused()).isEqualTo(3);

    robot.clickOn(window.button(robot, "See the 12 people"));
    window.untilShown(robot, "9 + 3 = 12.");
    robot.clickOn(window.button(robot, "Write a correction to those who got it"));
    window.untilShown(robot, "What do you want to say?");
    window.untilShown(robot, "9 people");
    window.picture(robot, "after-correction");
    assertThat(window.model().document().name()).isEqualTo("Correction: Thursday");
    assertThat(window.model().document().from()).isEqualTo(file.document().from());
  }

  private MailshotFile hold(FxRobot robot) throws Exception {
    MailshotFile file =
        window
            .engine()
            .open(
                ChoirFolder.of(PEOPLE)
                    .addresses(i -> "member" + i + "@choir" + i + ".example")
                    .write(folder));
    Through.Server through =
        new Through.Server(
            "127.0.0.1", server.getPortAllocated(), Through.Security.NONE, null, false, 1, 0);
    robot.interact(() -> window.window().open(file, through, Step.REVIEW));
    toSend(robot);
    window.tabTo(robot, "Hold, then send 12 messages");
    robot.push(KeyCode.SPACE);
    time.untilSomebodyWaits();
    window.untilShown(robot, "Nothing has left yet");
    return file;
  }

  private void toSend(FxRobot robot) {
    window.untilShown(robot, "Ready.");
    window.button(robot, "Continue to Send");
    robot.push(KeyCode.CONTROL, KeyCode.ENTER);
    window.untilShown(robot, "Send 12 messages?");
    robot.write("12");
  }

  private Counts counts(MailshotFile file) throws Exception {
    return window.engine().report(file, false).orElseThrow().counts();
  }
}
