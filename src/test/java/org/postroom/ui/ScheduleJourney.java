package org.postroom.ui;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.atomic.AtomicInteger;
import javafx.event.Event;
import javafx.scene.Node;
import javafx.scene.control.DatePicker;
import javafx.scene.input.KeyCode;
import javafx.stage.Stage;
import javafx.stage.WindowEvent;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.api.io.TempDir;
import org.postroom.dispatch.Pace;
import org.postroom.engine.MailshotFile;
import org.postroom.engine.Through;
import org.postroom.finding.Acknowledgement;
import org.postroom.ui.common.Edits;
import org.postroom.ui.common.Step;
import org.subethamail.smtp.server.SMTPServer;
import org.subethamail.smtp.server.Session;
import org.subethamail.smtp.server.SessionHandler;
import org.testfx.api.FxRobot;
import org.testfx.framework.junit5.ApplicationExtension;
import org.testfx.framework.junit5.Start;

/// Twelve people, and a time chosen for it: nobody connects before, then it leaves by itself; what
/// slept past its time asks; and what cannot be done in time is refused before anything leaves. The
/// time is in the test's hand.
@ExtendWith(ApplicationExtension.class)
class ScheduleJourney {
  private static final int PEOPLE = 12;
  private static final Duration LOOK = Duration.ofSeconds(30);

  private static final Acknowledgement OVER_DAILY =
      new Acknowledgement(
          "limit.over-daily", null, null, null, null, "The rest may have it tomorrow.");

  @TempDir Path folder;
  private final HandTime time = new HandTime();
  private final List<String> received = new CopyOnWriteArrayList<>();
  private final AtomicInteger connections = new AtomicInteger();
  private SMTPServer server;
  private RealWindow window;

  @BeforeEach
  void startServer() {
    server =
        SMTPServer.port(0)
            .messageHandler((_, _, to, _) -> received.add(to))
            .sessionHandler(
                new SessionHandler() {
                  @Override
                  public SessionAcceptance accept(Session session) {
                    connections.incrementAndGet();
                    return SessionAcceptance.success();
                  }

                  @Override
                  public void onSessionEnd(Session session) {}
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
  void itLeavesAtTheChosenTimeAndNobodyConnectsBefore(FxRobot robot) throws Exception {
    toTheLastLook(robot, new Pace(0, 0, 0));
    robot.clickOn(window.button(robot, "Send later…"));
    window.untilShown(robot, "Nothing leaves before the time that you choose.");
    // The day before and a time that is past are refused, in words, and nothing is lost.
    choose(robot, "21 November 2026", "14:00");
    window.untilShown(robot, "That time has passed. Choose one that is still to come.");
    choose(robot, "on Sunday", "15:26");
    window.untilShown(robot, "A day such as 1 December 2026, please.");
    window.picture(robot, "schedule-dialog");
    choose(robot, "21 November 2026", "15:26");
    window.untilShown(robot, "This is the last look. Nothing leaves before 21 November 2026 at");
    window.picture(robot, "schedule-confirm");
    robot.write("12");
    robot.clickOn(window.button(robot, "Keep 12 messages until then"));

    time.untilSomebodyWaits();
    window.untilShown(robot, "Nothing has left yet");
    window.untilShown(robot, "Leaves: 15:26");
    window.untilShown(robot, "1:00:00");
    window.untilShown(robot, "12 messages are ready. They leave on 21 November 2026 at 15:26,");
    window.picture(robot, "schedule-held");
    assertThat(window.focused()).isEqualTo("Stop: nothing has left");
    // It goes on while something else is looked at, and is found again.
    robot.clickOn(window.button(robot, "Mailshots"));
    window.untilShown(robot, "Nothing has left. Leaves: 15:26");
    window.untilShown(robot, "One is held.");
    window.picture(robot, "schedule-home");
    passes(Duration.ofMinutes(59).plusSeconds(30));
    robot.clickOn(window.button(robot, "Open the hold"));
    window.untilShown(robot, "00:30");
    assertThat(connections.get()).isZero();
    time.advance(LOOK);
    window.untilShown(robot, "Done. 12 people have it");
    assertThat(received).hasSize(PEOPLE).doesNotHaveDuplicates();
  }

  @Test
  void itGoesToTheSenderFirstByChoiceAndTheLastLookIsThereAfterwards(FxRobot robot)
      throws Exception {
    MailshotFile file = toTheLastLook(robot, new Pace(0, 0, 0));
    robot.write("1");
    robot.clickOn(window.button(robot, "Send it to yourself first…"));
    // The server of this test is no account of Postroom's.
    window.untilShown(robot, "A test can go to the practice mailbox.");
    window.picture(robot, "send-self-first");
    window.tabTo(robot, "Send 1 test to practice");
    robot.push(KeyCode.SPACE);
    window.untilShown(robot, "Nothing left this computer");
    robot.push(KeyCode.SPACE);

    window.untilShown(robot, "Send 12 messages?");
    var tests = window.engine().practiceMailbox(file.id()).messages();
    assertThat(tests)
        .singleElement()
        .satisfies(test -> assertThat(test.rcptTo()).isEqualTo(List.of(test.mailFrom())));
    assertThat(connections.get()).isZero();
    assertThat(window.engine().report(file, false)).as("nobody counts as written to").isEmpty();
    // What was typed is still there.
    robot.interact(() -> robot.lookup(".send-number").query().requestFocus());
    robot.push(KeyCode.END).write("2");
    assertThat(window.button(robot, "Hold, then send 12 messages").isDisabled()).isFalse();
  }

  @Test
  void byKeyboardAloneAndWhatSleptPastItsTimeAsks(FxRobot robot) throws Exception {
    MailshotFile file = toTheLastLook(robot, new Pace(0, 0, 0));
    window.tabTo(robot, "Send later…");
    robot.push(KeyCode.SPACE);
    window.untilShown(robot, "Nothing leaves before the time that you choose.");
    // The day that is offered is tomorrow, at nine.
    window.tabTo(robot, "Nothing before that");
    robot.push(KeyCode.SPACE);
    window.untilShown(robot, "This is the last look. Nothing leaves before 22 November 2026 at");
    robot.interact(() -> robot.lookup(".send-number").query().requestFocus());
    robot.write("12");
    window.tabTo(robot, "Keep 12 messages until then");
    robot.push(KeyCode.SPACE);
    time.untilSomebodyWaits();
    window.untilShown(robot, "Leaves: 22 November 2026 at 09:00");
    assertThat(connections.get()).isZero();
    time.advance(Duration.ofHours(20));

    window.untilShown(robot, "Postroom paused this: the time you chose went by while this");
    window.picture(robot, "schedule-missed");
    assertThat(connections.get()).isZero();
    assertThat(window.engine().report(file, false).orElseThrow().counts().notYetSent())
        .isEqualTo(PEOPLE);
  }

  @Test
  void whatCannotBeDoneInTimeIsSaidBeforeAndCannotBeSent(FxRobot robot) throws Exception {
    toTheLastLook(robot, new Pace(0, 1, 0));
    window.untilShown(robot, "12 messages through 127.0.0.1: done at about 22 November 2026 at");
    window.untilShown(robot, "10 today, 2 tomorrow. Postroom must be open for that.");
    window.picture(robot, "schedule-two-days");
  }

  @Test
  void aPlanThatTakesLongerThanTheClearanceIsGoodIsNotBegun(FxRobot robot) throws Exception {
    toTheLastLook(robot, 30, new Pace(0, 1, 0));
    window.untilShown(robot, "This cannot be done in time");
    robot.write("30");
    window.untilShown(robot, "It cannot be done in time");
    window.picture(robot, "schedule-cannot");
    Node act =
        robot
            .lookup((Node node) -> "Hold, then send 30 messages".equals(node.getAccessibleText()))
            .query();
    assertThat(act.isDisabled()).isTrue();
    assertThat(connections.get()).isZero();
  }

  @Test
  void whatTheDayDoesNotTakeGoesOnTheNextAndThePaceCanBeLowered(FxRobot robot) throws Exception {
    toTheLastLook(robot, 8, new Pace(2, 0, 6), OVER_DAILY);
    robot.clickOn(window.button(robot, "Send 8 messages"));
    window.untilShown(robot, "Sending: ");
    robot.clickOn(window.button(robot, "More slowly…"));
    robot.write("3");
    robot.clickOn(window.button(robot, "Send at that pace"));
    window.untilShown(robot, "A number from 1, please, and not more than 2");
    robot.push(KeyCode.BACK_SPACE).write("1").push(KeyCode.ENTER);
    window.untilShown(robot, "The time left is told after 20 messages. At most 1 a minute.");
    window.picture(robot, "schedule-slower");
    for (int i = 0; i < 4; i++) {
      time.untilSomebodyWaits();
      time.advance(Duration.ofMinutes(1));
    }
    window.untilShown(robot, "6 of 6 for today");
    window.untilShown(robot, "The other 2 go on from 22 November 2026 at");
    window.picture(robot, "schedule-tomorrow");
    robot.clickOn(window.button(robot, "Go on then"));
    window.untilShown(robot, "6 accepted. Goes on: 22 November 2026 at");
    assertThat(received).hasSize(6);
    time.advance(Duration.ofDays(1));
    window.until("it goes on by itself", () -> received.size() > 6);
  }

  /// Closing the window in the middle asks, and is Stop where that is wanted.
  @Test
  void closingTheWindowStopsAndNothingIsInDoubt(FxRobot robot) throws Exception {
    MailshotFile file = toTheLastLook(robot, 8, new Pace(2, 0, 0));
    robot.clickOn(window.button(robot, "Send 8 messages"));
    window.untilShown(robot, "Sending: 2 of 8 done");
    time.untilSomebodyWaits();

    close(robot);
    window.untilShown(robot, "Stop sending and leave?");
    window.untilShown(robot, "2 people have it, 6 do not.");
    robot.clickOn(window.button(robot, "Keep sending"));
    assertThat(window.stage().isShowing()).isTrue();
    close(robot);
    robot.clickOn(window.button(robot, "Stop and leave"));
    window.until("the window is closed", () -> !window.stage().isShowing());

    assertThat(received).hasSize(2);
    var counts = window.engine().report(file, false).orElseThrow().counts();
    assertThat(counts.accepted()).isEqualTo(2);
    assertThat(counts.notYetSent()).isEqualTo(6);
  }

  private void close(FxRobot robot) {
    robot.interact(
        () ->
            Event.fireEvent(
                window.stage(), new WindowEvent(window.stage(), WindowEvent.WINDOW_CLOSE_REQUEST)));
  }

  /// The computer is awake all the time.
  private void passes(Duration all) throws InterruptedException {
    for (Duration left = all; left.isPositive(); left = left.minus(LOOK)) {
      time.untilSomebodyWaits();
      time.advance(LOOK);
    }
    time.untilSomebodyWaits();
  }

  private void choose(FxRobot robot, String day, String at) {
    robot.interact(
        () -> {
          robot.lookup("#later-day").queryAs(DatePicker.class).getEditor().setText(day);
          robot.lookup("#later-time").queryTextInputControl().setText(at);
        });
    robot.clickOn(window.button(robot, "Nothing before that"));
  }

  private MailshotFile toTheLastLook(FxRobot robot, Pace pace) throws Exception {
    return toTheLastLook(robot, PEOPLE, pace);
  }

  private MailshotFile toTheLastLook(
      FxRobot robot, int people, Pace pace, Acknowledgement... confirmed) throws Exception {
    MailshotFile file = window.engine().open(ChoirFolder.of(people).write(folder));
    MailshotFile asWritten =
        window.engine().save(file.with(Edits.acknowledge(file.document(), List.of(confirmed))));
    Through.Server through =
        new Through.Server(
            "127.0.0.1",
            server.getPortAllocated(),
            Through.Security.NONE,
            null,
            false,
            1,
            -1,
            pace);
    robot.interact(() -> window.window().open(asWritten, through, Step.REVIEW));
    window.untilShown(robot, "Ready.");
    window.button(robot, "Continue to Send");
    robot.push(KeyCode.CONTROL, KeyCode.ENTER);
    window.untilShown(robot, "Send " + people + " messages?");
    return asWritten;
  }
}
