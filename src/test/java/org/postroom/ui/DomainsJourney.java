package org.postroom.ui;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.Collectors;
import javafx.scene.control.ListCell;
import javafx.scene.control.TableRow;
import javafx.scene.control.ToggleButton;
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
import org.subethamail.smtp.RejectException;
import org.subethamail.smtp.server.SMTPServer;
import org.testfx.api.FxRobot;
import org.testfx.framework.junit5.ApplicationExtension;
import org.testfx.framework.junit5.Start;

/// One provider refuses while the others take the letters: seen by domain while letters leave, by
/// keys, and still there when it was stopped. Each row says itself in one sentence. What the server
/// says is shown on request, and nobody's address with it.
@ExtendWith(ApplicationExtension.class)
class DomainsJourney {
  private static final int PEOPLE = 10;

  @TempDir Path folder;
  private final AtomicInteger received = new AtomicInteger();
  private final CountDownLatch looked = new CountDownLatch(1);
  private final CountDownLatch lookedAgain = new CountDownLatch(1);
  private SMTPServer server;
  private RealWindow window;

  @BeforeEach
  void startServer() {
    server =
        SMTPServer.port(0)
            .messageHandler(
                (_, _, to, data) -> {
                  if (to.endsWith("@full.example")) {
                    throw new RejectException(550, "5.2.2 mailbox full");
                  }
                  if (data.length > 0) {
                    int letter = received.incrementAndGet();
                    if (letter == 5) {
                      await(looked);
                    }
                    if (letter == 7) {
                      await(lookedAgain);
                    }
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
    looked.countDown();
    lookedAgain.countDown();
    window.close();
    server.stop();
  }

  @Test
  void byKeyboardAlone(FxRobot robot) throws Exception {
    untilTheFifthLetter(robot);
    window.tabTo(robot, "Each minute");
    robot.push(KeyCode.RIGHT);
    window.untilShown(robot, "choir.example");
    window.until(
        "four accepted and one refused",
        () ->
            rows(robot)
                .equals(
                    List.of(
                        "choir.example: 4 accepted, 0 waiting, 0 refused, 0 in doubt, 4 not sent"
                            + " yet",
                        "full.example: 0 accepted, 0 waiting, 1 refused, 0 in doubt, 1 not sent"
                            + " yet")));
    window.picture(robot, "journey-domains-sending");
    robot.push(KeyCode.ESCAPE);
    looked.countDown();
    window.untilShown(robot, "Stopped. 5 people have it, 5 do not");
    assertThat(robot.lookup("#send-charts-DOMAINS").queryAs(ToggleButton.class).isSelected())
        .isTrue();
    assertThat(rows(robot).getFirst())
        .isEqualTo("choir.example: 5 accepted, 0 waiting, 0 refused, 0 in doubt, 3 not sent yet");
    window.picture(robot, "journey-domains-stopped");
  }

  @Test
  void whatTheServerSaysOnRequest(FxRobot robot) throws Exception {
    untilTheFifthLetter(robot);
    window.tabTo(robot, "Each minute");
    robot.push(KeyCode.RIGHT);
    robot.push(KeyCode.RIGHT);
    window.untilShown(robot, "Without passwords and addresses");
    looked.countDown();
    window.until("the seventh letter", () -> received.get() == 7);
    window.until("its dot is seen", () -> said(robot).endsWith("1, Postroom: ."));
    assertThat(said(robot))
        .contains("Connection 1, Postroom: RCPT TO:<…@…>", "Connection 1, Postroom: [the letter, ")
        .contains("Connection 1, the server: 250 ", "Connection 1, the server: 354 ")
        .doesNotContain("choir.example");
    window.picture(robot, "journey-dialogue");
    robot.push(KeyCode.ESCAPE);
    lookedAgain.countDown();
    window.untilShown(robot, "Stopped. 7 people have it, 3 do not");
    assertThat(robot.lookup("#send-charts-MINUTES").queryAs(ToggleButton.class).isSelected())
        .isTrue();
  }

  private static String said(FxRobot robot) {
    return robot.lookup("#send-dialogue .list-cell").queryAllAs(ListCell.class).stream()
        .filter(cell -> !cell.isEmpty() && cell.isVisible())
        .sorted((one, other) -> Integer.compare(one.getIndex(), other.getIndex()))
        .map(cell -> cell.getAccessibleText())
        .collect(Collectors.joining("\n"));
  }

  private void untilTheFifthLetter(FxRobot robot) throws Exception {
    ChoirFolder choir =
        ChoirFolder.of(PEOPLE)
            .addresses(i -> "member" + i + (i % 5 == 2 ? "@full.example" : "@choir.example"));
    MailshotFile file = window.engine().open(choir.write(folder));
    Through.Server through =
        new Through.Server(
            "127.0.0.1", server.getPortAllocated(), Through.Security.NONE, null, false, 1, 0);
    robot.interact(() -> window.window().open(file, through, Step.REVIEW));
    window.untilShown(robot, "Ready.");
    window.button(robot, "Continue to Send");
    robot.push(KeyCode.CONTROL, KeyCode.ENTER);
    window.untilShown(robot, "Send 10 messages?");
    window.tabTo(robot, "Send 10 messages");
    robot.push(KeyCode.SPACE);
    window.until("the fifth letter", () -> received.get() == 5);
  }

  private static List<String> rows(FxRobot robot) {
    return robot.lookup("#send-domains .table-row-cell").queryAllAs(TableRow.class).stream()
        .filter(row -> !row.isEmpty() && row.isVisible())
        .sorted((one, other) -> Integer.compare(one.getIndex(), other.getIndex()))
        .map(row -> row.getAccessibleText())
        .toList();
  }

  private static void await(CountDownLatch latch) {
    try {
      latch.await();
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
  }
}
