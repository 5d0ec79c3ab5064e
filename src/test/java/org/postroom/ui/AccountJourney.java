package org.postroom.ui;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.util.List;
import java.util.stream.IntStream;
import javafx.scene.Node;
import javafx.scene.input.KeyCode;
import javafx.stage.Stage;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.api.io.TempDir;
import org.postroom.app.RealEngine;
import org.postroom.app.TlsMailServer;
import org.postroom.engine.Account;
import org.postroom.engine.MailshotFile;
import org.postroom.engine.Postroom;
import org.postroom.engine.Through;
import org.postroom.ui.common.Step;
import org.testfx.api.FxRobot;
import org.testfx.framework.junit5.ApplicationExtension;
import org.testfx.framework.junit5.Start;

/// Real mail from a fresh workspace, on the real engine and a provider with TLS and sign-in: leave
/// practice, add an account (first with a wrong password), and send through it. Everybody gets one
/// letter.
@ExtendWith(ApplicationExtension.class)
class AccountJourney {
  private static final int PEOPLE = 4;
  private static final String PASSPHRASE = "a long walk home";

  @TempDir Path folder;
  private TlsMailServer server;
  private RealWindow window;

  @BeforeEach
  void startServer() {
    server = TlsMailServer.start().trusted(folder);
  }

  @Start
  void open(Stage stage) {
    window = new RealWindow(stage, folder.resolve("workspace"));
  }

  @AfterEach
  void close() {
    window.close();
    server.close();
  }

  @Test
  void byMouse(FxRobot robot) throws Exception {
    MailshotFile file = inPractice(robot);
    robot.clickOn(window.button(robot, "Leave practice"));
    window.untilShown(robot, "Real mail needs an account");
    robot.clickOn(window.button(robot, "Add an account"));
    window.untilShown(robot, "How do you send mail?");
    robot.clickOn("#account-address").write(TlsMailServer.USER);
    robot.clickOn("#account-password");
    window.until("the fields for the server", () -> focused("account-host"));
    robot.write("localhost");
    robot.clickOn("#account-port").push(KeyCode.CONTROL, KeyCode.A).write(port());
    robot.clickOn("#account-password").write("battery staple");
    robot.clickOn(window.button(robot, "Test the connection"));
    window.untilShown(robot, "The server did not accept the password.");
    window.until("the focus in the password", () -> focused("account-password"));
    window.picture(robot, "journey-account-1-refused");
    robot.write(TlsMailServer.PASSWORD);
    robot.clickOn(window.button(robot, "Test the connection"));
    window.untilShown(robot, "Everything works. The test sent no message.");
    window.picture(robot, "journey-account-2-works");
    robot.clickOn(window.button(robot, "Save account"));
    window.untilShown(robot, "Choose a passphrase");
    robot.clickOn("#passphrase").write(PASSPHRASE);
    robot.clickOn("#passphrase-again").write(PASSPHRASE);
    robot.clickOn(window.button(robot, "Lock and save"));
    window.picture(robot, "journey-account-3-saved");
    robot.clickOn(window.button(robot, "Go on with “Thursday”"));
    window.untilShown(robot, "Real mail, through localhost");
    robot.clickOn(window.button(robot, "Review"));
    window.untilShown(robot, "Ready.");
    robot.clickOn(window.button(robot, "Continue to Send"));
    window.untilShown(robot, "Send 4 messages?");
    window.picture(robot, "journey-account-4-confirm");
    if (robot.lookup(".send-number").tryQuery().isPresent()) {
      robot.clickOn(".send-number").write("4");
    }
    robot.clickOn(window.button(robot, "Send 4 messages"));
    window.untilShown(robot, "Done. 4 people have it");
    everybodyOnce(file);
  }

  @Test
  void thePassphraseIsAskedForAfterARestartAndWithoutItNothingLeaves(FxRobot robot)
      throws Exception {
    lockedAccount();
    MailshotFile file = inPractice(robot);
    robot.clickOn(window.button(robot, "Practice account: nothing leaves"));
    window.untilShown(robot, "How does it leave?");
    window.picture(robot, "journey-account-5-way");
    robot.clickOn(window.button(robot, TlsMailServer.USER));
    robot.clickOn(window.button(robot, "Send it this way"));
    window.untilShown(robot, "Real mail, through localhost");
    robot.clickOn(window.button(robot, "Review"));
    window.untilShown(robot, "Ready.");
    robot.clickOn(window.button(robot, "Continue to Send"));
    robot.clickOn(window.button(robot, "Send 4 messages"));
    window.until("the passphrase", () -> focused("secret"));
    robot.write("a short walk").push(KeyCode.ENTER);
    window.untilShown(robot, "That passphrase did not open it.");
    window.picture(robot, "journey-account-6-passphrase");
    window.until("the passphrase", () -> focused("secret"));
    assertThat(server.envelopes()).isEmpty();
    robot.write(PASSPHRASE).push(KeyCode.ENTER);
    window.untilShown(robot, "Done. 4 people have it");
    everybodyOnce(file);
  }

  @Test
  void byKeyboardAlone(FxRobot robot) throws Exception {
    MailshotFile file = inPractice(robot);
    window.tabTo(robot, "Leave practice");
    robot.push(KeyCode.SPACE);
    window.tabTo(robot, "Add an account");
    robot.push(KeyCode.ENTER);
    window.until("the page for accounts", () -> focused("account-address"));
    robot.write(TlsMailServer.USER);
    robot.push(KeyCode.TAB);
    window.until("the fields for the server", () -> focused("account-host"));
    robot.write("localhost").push(KeyCode.TAB);
    robot.write(port());
    tabTo(robot, "account-password");
    robot.write("battery staple").push(KeyCode.ENTER);
    window.untilShown(robot, "The server did not accept the password.");
    window.until("the focus in the password", () -> focused("account-password"));
    robot.write(TlsMailServer.PASSWORD).push(KeyCode.ENTER);
    window.untilShown(robot, "Everything works. The test sent no message.");
    robot.push(KeyCode.CONTROL, KeyCode.S);
    window.until("the dialog", () -> focused("passphrase"));
    robot.write(PASSPHRASE).push(KeyCode.TAB);
    robot.write(PASSPHRASE).push(KeyCode.ENTER);
    window.until("the way on", () -> focused("go-on"));
    robot.push(KeyCode.ENTER);
    window.untilShown(robot, "Real mail, through localhost");
    window.button(robot, "Review");
    robot.push(KeyCode.ALT, KeyCode.DIGIT4);
    window.untilShown(robot, "Ready.");
    window.button(robot, "Continue to Send");
    robot.push(KeyCode.CONTROL, KeyCode.ENTER);
    window.untilShown(robot, "Send 4 messages?");
    window.tabTo(robot, "Send 4 messages");
    robot.push(KeyCode.SPACE);
    window.untilShown(robot, "Done. 4 people have it");
    everybodyOnce(file);
  }

  @Test
  void aNewMailshotIsFromTheAccountAndLeavesThroughIt(FxRobot robot) throws Exception {
    window
        .engine()
        .saveAccount(
            new Account(TlsMailServer.USER, TlsMailServer.USER, locked(), "", null),
            TlsMailServer.PASSWORD.toCharArray(),
            PASSPHRASE.toCharArray());
    robot.interact(() -> window.window().home());
    window.untilShown(robot, "Choose a mailshot");
    robot.push(KeyCode.CONTROL, KeyCode.N);
    window.untilShown(robot, "Real mail, through localhost as " + TlsMailServer.USER);
    assertThat(
            window.engine().open(window.engine().mailshots().getFirst().path()).document().from())
        .isEqualTo(TlsMailServer.USER);
  }

  @Test
  void aQuestionInPlaceOfThePassphraseEndsTheSendAndNothingLeaves(FxRobot robot) throws Exception {
    lockedAccount();
    MailshotFile file = inPractice(robot);
    robot.interact(() -> window.window().open(file, locked(), Step.REVIEW));
    window.untilShown(robot, "Ready.");
    robot.clickOn(window.button(robot, "Continue to Send"));
    robot.clickOn(window.button(robot, "Send 4 messages"));
    window.until("the passphrase", () -> focused("secret"));
    robot.interact(() -> window.window().help());
    window.button(robot, "Close");
    robot.push(KeyCode.ESCAPE);
    window.until(
        "the end of the send",
        () ->
            window
                .engine()
                .report(file, false)
                .filter(report -> report.counts().notYetSent() == PEOPLE)
                .isPresent());
    window.untilShown(robot, "Paused");
    assertThat(server.envelopes()).isEmpty();
  }

  private Through.Server locked() {
    return new Through.Server(
        "localhost", server.port(), Through.Security.STARTTLS, TlsMailServer.USER, false, 1, -1);
  }

  /// Saved by a Postroom that was closed since.
  private void lockedAccount() throws Exception {
    try (Postroom before = RealEngine.open(folder.resolve("workspace"))) {
      before.saveAccount(
          new Account(TlsMailServer.USER, TlsMailServer.USER, locked(), "", null),
          TlsMailServer.PASSWORD.toCharArray(),
          PASSPHRASE.toCharArray());
    }
  }

  /// Opened to practice, as a fresh start opens everything.
  private MailshotFile inPractice(FxRobot robot) throws Exception {
    MailshotFile file =
        window
            .engine()
            .open(
                ChoirFolder.of(PEOPLE)
                    .from("Helen <helen@harbourmail.example>")
                    .addresses(i -> "member" + i + "@harbourmail.example")
                    .write(folder));
    robot.interact(() -> window.window().open(file, new Through.Practice(null), Step.PREVIEW));
    window.untilShown(robot, "What ");
    return file;
  }

  private boolean focused(String id) {
    Node focus = window.window().scene().getFocusOwner();
    return focus != null && id.equals(focus.getId());
  }

  private void tabTo(FxRobot robot, String id) {
    for (int i = 0; i < 20; i++) {
      if (robot.lookup("#" + id).query().isFocused()) {
        return;
      }
      robot.push(KeyCode.TAB);
    }
    throw new AssertionError("Tab never came to " + id);
  }

  /// The port's field has the focus; what stands in it goes.
  private String port() {
    return Integer.toString(server.port());
  }

  private void everybodyOnce(MailshotFile file) throws Exception {
    assertThat(server.envelopes())
        .containsExactlyInAnyOrderElementsOf(
            IntStream.rangeClosed(1, PEOPLE)
                .mapToObj(i -> List.of("member" + i + "@harbourmail.example"))
                .toList());
    var report = window.engine().report(file, false).orElseThrow();
    assertThat(report.counts().accepted()).isEqualTo(PEOPLE);
    assertThat(window.engine().report(file, true)).as("nothing went to practice").isEmpty();
  }
}
