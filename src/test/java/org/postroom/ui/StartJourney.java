package org.postroom.ui;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Files;
import java.nio.file.Path;
import javafx.scene.input.KeyCode;
import javafx.stage.Stage;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.api.io.TempDir;
import org.postroom.ui.common.Step;
import org.testfx.api.FxRobot;
import org.testfx.framework.junit5.ApplicationExtension;
import org.testfx.framework.junit5.Start;

/// A new mailshot that begins with a template, by keyboard alone, or with an old e-mail.
@ExtendWith(ApplicationExtension.class)
class StartJourney {
  @TempDir Path folder;
  private RealWindow window;

  @Start
  void open(Stage stage) {
    window = new RealWindow(stage, folder.resolve("workspace"));
  }

  @AfterEach
  void close() {
    window.close();
  }

  @Test
  void anInvitationByKeyboardAlone(FxRobot robot) {
    robot.push(KeyCode.CONTROL, KeyCode.SHIFT, KeyCode.N);
    window.untilShown(robot, "What does it begin with?");
    assertThat(window.focused()).isEqualTo("Newsletter");
    robot.push(KeyCode.DOWN);
    window.picture(robot, "start-with");
    window.tabTo(robot, "Begin");
    robot.push(KeyCode.SPACE);
    window.untilShown(robot, "What do you want to say?");
    window.picture(robot, "start-invitation");
    assertThat(window.model().document().subject()).startsWith("You are invited");
    assertThat(window.model().document().recipients().file()).isEmpty();
    robot.interact(() -> window.window().step(Step.PEOPLE));
    window.picture(robot, "start-invitation-people");
  }

  @Test
  void anOldEmailSaysWhatStayedBehind(FxRobot robot) throws Exception {
    window.files().text =
        Files.writeString(
            folder.resolve("old.eml"),
            """
            From: a@b.example
            To: c@d.example
            Subject: Fair
            MIME-Version: 1.0
            Content-Type: text/html

            <p>Come</p><script>1</script>
            """
                .replace("\n", "\r\n"));
    robot.push(KeyCode.CONTROL, KeyCode.SHIFT, KeyCode.N);
    window.untilShown(robot, "What does it begin with?");
    robot.clickOn("A file…");
    robot.clickOn("#start-begin");
    window.untilShown(robot, "The text is here");
    window.picture(robot, "start-left-behind");
    robot.clickOn(window.button(robot, "Go on to the message"));
    assertThat(window.model().document().subject()).isEqualTo("Fair");
  }
}
