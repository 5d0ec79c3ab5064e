package org.postroom.ui;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.util.Objects;
import javafx.scene.input.KeyCode;
import javafx.stage.Stage;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.api.io.TempDir;
import org.postroom.app.ScriptedMailbox;
import org.postroom.engine.Account;
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

  @Test
  void lookedUpInTheSentFolderAndCountedAsAccepted(FxRobot robot) throws Exception {
    try (ScriptedMailbox mailbox = new ScriptedMailbox()) {
      MailshotFile file = toTheReport(robot);
      String id =
          Objects.requireNonNull(
              window.engine().report(file, false).orElseThrow().letters().getFirst().messageId());
      Through.Server account =
          new Through.Server(
              "127.0.0.1", server.port(), Through.Security.NONE, "helen", true, 1, 0);
      window
          .engine()
          .saveAccount(
              new Account("choir", "news@riverside.example", account, "", null),
              ScriptedMailbox.PASSWORD.toCharArray(),
              "a long walk home".toCharArray());
      robot.interact(() -> window.model().throughProperty().set(account));
      // Nobody knows where that mailbox is: it is asked for, and can be left.
      window.tabTo(robot, "Look in the Sent folder");
      robot.push(KeyCode.SPACE);
      window.untilShown(robot, "Where is the mailbox?");
      robot.write("not a server").push(KeyCode.ENTER);
      window.untilShown(robot, "The name of a server, please");
      window.picture(robot, "doubt-where");
      robot.push(KeyCode.ESCAPE);
      window.until("the dialog is closed", () -> !window.window().dialogOpen());
      window
          .engine()
          .setSetting(
              "imap helen@127.0.0.1:" + server.port(), "127.0.0.1 " + mailbox.port() + " NONE");
      window.tabTo(robot, "Look in the Sent folder");
      robot.push(KeyCode.SPACE);
      window.untilShown(robot, "Not found in “Sent Items”. It may have left all the same.");
      assertThat(counts(file).inDoubt()).isOne();
      mailbox.keeps(id);
      window.tabTo(robot, "Look in the Sent folder");
      robot.push(KeyCode.SPACE);
      window.untilShown(robot, "Found in “Sent Items”: it has left.");
      window.picture(robot, "doubt-found");
      assertThat(window.focused()).isEqualTo("Look in the Sent folder");
      assertThat(counts(file).inDoubt()).isOne();
      robot.clickOn(window.button(robot, "Count as accepted"));
      window.untilShown(robot, "All 6 are settled");
      assertThat(server.taken()).hasSize(PEOPLE).doesNotHaveDuplicates();
    }
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
