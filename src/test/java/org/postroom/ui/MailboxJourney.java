package org.postroom.ui;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.util.Objects;
import javafx.scene.Node;
import javafx.scene.input.KeyCode;
import javafx.stage.Stage;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.api.io.TempDir;
import org.postroom.app.ScriptedMailbox;
import org.postroom.engine.Account;
import org.postroom.engine.ImapServer;
import org.postroom.engine.Through;
import org.postroom.ui.frame.HomeRail;
import org.testfx.api.FxRobot;
import org.testfx.framework.junit5.ApplicationExtension;
import org.testfx.framework.junit5.Start;

/// The mailbox of an account is entered and checked in Accounts, by keys; first with a wrong
/// password. From then on letters in doubt are looked up there without being asked where.
@ExtendWith(ApplicationExtension.class)
class MailboxJourney {
  private static final Through.Server SERVER =
      new Through.Server("127.0.0.1", 2525, Through.Security.NONE, "helen", true, 1, 0);

  @TempDir Path folder;
  private ScriptedMailbox mailbox;
  private RealWindow window;

  @BeforeEach
  void startMailbox() throws Exception {
    mailbox = new ScriptedMailbox();
  }

  @Start
  void open(Stage stage) {
    window = new RealWindow(stage, folder.resolve("workspace"));
  }

  @AfterEach
  void close() throws Exception {
    window.close();
    mailbox.close();
  }

  @Test
  void byKeyboardAlone(FxRobot robot) throws Exception {
    window
        .engine()
        .saveAccount(
            new Account("choir", "news@riverside.example", SERVER, "", null),
            "wrong".toCharArray(),
            "a long walk home".toCharArray());
    robot.interact(() -> window.window().place(HomeRail.Place.ACCOUNTS));
    window.untilShown(robot, "Sent mail");
    tabTo(robot, "mailbox-host");
    robot.write("127.0.0.1");
    tabTo(robot, "mailbox-security");
    robot.push(KeyCode.DOWN);
    robot.push(KeyCode.DOWN);
    tabTo(robot, "mailbox-port");
    robot.push(KeyCode.CONTROL, KeyCode.A);
    robot.write(Integer.toString(mailbox.port()));
    robot.push(KeyCode.ENTER);
    window.untilShown(robot, "The mailbox on 127.0.0.1 did not accept the sign-in");
    window.picture(robot, "journey-mailbox-1-refused");
    assertThat(window.engine().imapFor(SERVER)).isEmpty();

    tabTo(robot, "account-password");
    robot.write(ScriptedMailbox.PASSWORD);
    tabTo(robot, "mailbox-check");
    robot.push(KeyCode.SPACE);
    window.untilShown(robot, "It works. Sent mail lies in “Sent Items”");
    window.picture(robot, "journey-mailbox-2-works");
    assertThat(window.engine().imapFor(SERVER))
        .contains(new ImapServer("127.0.0.1", mailbox.port(), Through.Security.NONE));
    assertThat(mailbox.asked()).contains("EXAMINE").doesNotContain("SELECT", "FETCH", "STORE");
  }

  private void tabTo(FxRobot robot, String id) {
    for (int i = 0; i < 60 && !id.equals(focused()); i++) {
      robot.push(KeyCode.TAB);
    }
    assertThat(focused()).isEqualTo(id);
  }

  private String focused() {
    Node focus = window.window().scene().getFocusOwner();
    return focus == null ? "" : Objects.requireNonNullElse(focus.getId(), "");
  }
}
