package org.postroom.ui;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import javafx.scene.control.Button;
import javafx.scene.input.KeyCode;
import javafx.stage.Stage;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.api.io.TempDir;
import org.postroom.engine.Account;
import org.postroom.engine.MailshotFile;
import org.postroom.engine.Through;
import org.postroom.ui.common.Step;
import org.testfx.api.FxRobot;
import org.testfx.framework.junit5.ApplicationExtension;
import org.testfx.framework.junit5.Start;

/// A test to oneself from the preview, by keyboard alone.
@ExtendWith(ApplicationExtension.class)
class SelfTestJourney {
  @TempDir Path folder;
  private RealWindow window;
  private @Nullable MailshotFile opened;

  @Start
  void open(Stage stage) {
    window = new RealWindow(stage, folder.resolve("workspace"));
  }

  @AfterEach
  void close() {
    window.close();
  }

  @Test
  void oneOfEachKindGoesToTheSenderAndToNobodyElse(FxRobot robot) throws Exception {
    preview(robot);
    window.tabTo(robot, "Send a test");
    robot.push(KeyCode.SPACE);
    window.untilShown(robot, "No account is set up");
    assertThat(window.focused()).startsWith("The one shown, for ");
    window.picture(robot, "test-to-myself");
    robot.push(KeyCode.DOWN);
    window.tabTo(robot, "Send ");
    window.picture(robot, "test-to-myself-each-kind");
    robot.push(KeyCode.SPACE);
    window.untilShown(robot, "All ");
    window.picture(robot, "test-to-myself-done");
    assertThat(window.focused()).isEqualTo("Back");

    var received = window.engine().practiceMailbox(file().id()).messages();
    assertThat(received).hasSizeGreaterThan(1);
    assertThat(received)
        .allSatisfy(
            message ->
                assertThat(message.rcptTo()).isEqualTo(java.util.List.of(message.mailFrom())));
    assertThat(window.engine().report(file(), true)).as("nobody counts as written to").isEmpty();
  }

  /// With an account the button had no words until something was chosen.
  @Test
  void withAnAccountItSaysWhereItGoes(FxRobot robot) throws Exception {
    Through.Server server =
        new Through.Server("mail.example", 587, Through.Security.STARTTLS, null, false, 1, 30);
    window
        .engine()
        .saveAccount(new Account("choir", "news@riverside.example", server, "", null), null, null);
    preview(robot);
    robot.clickOn("#preview-test");
    window.untilShown(robot, "news@riverside.example, through mail.example");
    Button send = robot.lookup("#test-send").queryButton();
    assertThat(send.getText()).isEqualTo("Send 1 test to practice");
    window.untilShown(robot, "It goes to the practice mailbox and nowhere else");

    robot.clickOn("news@riverside.example, through mail.example");
    assertThat(send.getText()).isEqualTo("Send 1 test to yourself");
    window.untilShown(robot, "It goes to news@riverside.example and to nobody else");
    robot.push(KeyCode.ESCAPE);
    assertThat(window.engine().practiceMailbox(file().id()).messages()).isEmpty();
  }

  @Test
  void escapeLeavesWithoutSending(FxRobot robot) throws Exception {
    preview(robot);
    robot.clickOn("#preview-test");
    window.untilShown(robot, "No account is set up");
    robot.push(KeyCode.ESCAPE);
    assertThat(window.window().context().dialogs().isOpen()).isFalse();
    assertThat(window.engine().practiceMailbox(file().id()).messages()).isEmpty();
  }

  private MailshotFile file() {
    return java.util.Objects.requireNonNull(opened);
  }

  private void preview(FxRobot robot) throws Exception {
    Path document = ChoirFolder.of(40).write(folder);
    MailshotFile file = window.engine().open(document);
    opened = file;
    robot.interact(() -> window.window().open(file, new Through.Practice(null), Step.PREVIEW));
    window.untilShown(robot, "You have looked at 1 of");
  }
}
