package org.postroom.ui;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import javafx.scene.input.KeyCode;
import javafx.stage.Stage;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.api.io.TempDir;
import org.postroom.engine.MailshotEntry;
import org.postroom.engine.Report;
import org.testfx.api.FxRobot;
import org.testfx.framework.junit5.ApplicationExtension;
import org.testfx.framework.junit5.Start;

/// From the first start to a practice send, on the real engine: once by mouse, once by keyboard
/// alone.
@ExtendWith(ApplicationExtension.class)
class FirstPracticeJourney {
  @TempDir Path workspace;
  private RealWindow window;

  @Start
  void open(Stage stage) {
    window = new RealWindow(stage, workspace);
  }

  @AfterEach
  void close() {
    window.close();
  }

  @Test
  void byMouse(FxRobot robot) throws Exception {
    window.untilShown(robot, "Write once.");
    window.picture(robot, "journey-1-first-start");
    robot.clickOn(window.button(robot, "Try it with the practice mailbox"));
    robot.clickOn(window.button(robot, "Continue to Message"));
    window.picture(robot, "journey-2-message");
    robot.clickOn(window.button(robot, "Continue to Preview"));
    window.untilShown(robot, "What ");
    robot.clickOn(window.button(robot, "Continue to Review"));
    window.untilShown(robot, "Ready.");
    window.picture(robot, "journey-4-review");
    robot.clickOn(window.button(robot, "Continue to Send"));
    window.untilShown(robot, "Send ");
    robot.clickOn(".send-number").write(people());
    window.picture(robot, "journey-5-confirm");
    robot.clickOn(window.button(robot, "Send " + people() + " messages to practice"));
    robot.clickOn(window.button(robot, "See the " + people() + " people"));
    window.untilShown(robot, "All " + people() + " are settled");
    window.picture(robot, "journey-6-report");
    everybodyHasIt();
  }

  @Test
  void byKeyboardAlone(FxRobot robot) throws Exception {
    window.tabTo(robot, "Try it with the practice mailbox");
    robot.push(KeyCode.ENTER);
    window.button(robot, "Continue to Message");
    robot.push(KeyCode.CONTROL, KeyCode.ENTER);
    window.button(robot, "Continue to Preview");
    robot.push(KeyCode.CONTROL, KeyCode.ENTER);
    window.button(robot, "Continue to Review");
    robot.push(KeyCode.ALT, KeyCode.RIGHT);
    robot.push(KeyCode.CONTROL, KeyCode.ENTER);
    window.untilShown(robot, "Ready.");
    window.button(robot, "Continue to Send");
    robot.push(KeyCode.CONTROL, KeyCode.ENTER);
    window.untilShown(robot, "How many people");
    robot.write(people());
    robot.push(KeyCode.ENTER);
    robot.push(KeyCode.CONTROL, KeyCode.ENTER);
    assertThat(window.engine().mailshots())
        .as("neither Enter nor Ctrl+Enter sends")
        .allMatch(entry -> entry.counts().planned() == 0);
    window.tabTo(robot, "Send " + people() + " messages to practice");
    robot.push(KeyCode.SPACE);
    window.button(robot, "See the " + people() + " people");
    robot.push(KeyCode.ALT, KeyCode.DIGIT6);
    window.untilShown(robot, "All " + people() + " are settled");
    everybodyHasIt();
  }

  @Test
  void whatWasSentIsReviewedAndSentOnceMoreWithoutAChange(FxRobot robot) throws Exception {
    robot.clickOn(window.button(robot, "Try it with the practice mailbox"));
    window.button(robot, "Continue to Message");
    sendThroughReview(robot);
    robot.push(KeyCode.ALT, KeyCode.DIGIT4);
    window.untilShown(robot, "Ready.");
    robot.push(KeyCode.F5);
    sendThroughReview(robot);

    MailshotEntry sample = window.engine().mailshots().getFirst();
    Report report = window.engine().report(window.engine().open(sample.path()), true).orElseThrow();
    assertThat(report.revision()).isEqualTo(2);
    assertThat(report.counts().accepted()).isEqualTo(report.counts().planned()).isPositive();
  }

  private void sendThroughReview(FxRobot robot) throws Exception {
    window.until("a draft", () -> !window.model().countingProperty().get());
    robot.push(KeyCode.ALT, KeyCode.DIGIT4);
    window.untilShown(robot, "Ready.");
    robot.clickOn(window.button(robot, "Continue to Send"));
    window.untilShown(robot, "How many people");
    robot.clickOn(".send-number").write(people());
    robot.clickOn(window.button(robot, "Send " + people() + " messages to practice"));
    window.button(robot, "See the " + people() + " people");
  }

  /// The number of people whom the sample writes to.
  private String people() throws Exception {
    MailshotEntry sample = window.engine().mailshots().getFirst();
    return Integer.toString(
        window
            .engine()
            .importList(window.engine().open(sample.path()), org.postroom.engine.WorkProgress.NONE)
            .list()
            .people()
            .size());
  }

  private void everybodyHasIt() throws Exception {
    MailshotEntry sample = window.engine().mailshots().getFirst();
    Report report = window.engine().report(window.engine().open(sample.path()), true).orElseThrow();
    assertThat(report.counts().accepted()).isEqualTo(report.counts().planned()).isPositive();
    assertThat(window.engine().practiceMailbox(sample.id()).messages())
        .hasSize(report.counts().planned())
        .allMatch(message -> message.rcptTo().size() == 1);
  }
}
