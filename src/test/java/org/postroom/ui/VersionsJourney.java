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
import org.postroom.engine.MailshotFile;
import org.postroom.engine.Through;
import org.postroom.ui.common.Edits;
import org.postroom.ui.common.SaveState;
import org.postroom.ui.common.Step;
import org.testfx.api.FxRobot;
import org.testfx.framework.junit5.ApplicationExtension;
import org.testfx.framework.junit5.Start;

/// Back to an earlier version, and back from there; and a file that another program changes.
@ExtendWith(ApplicationExtension.class)
class VersionsJourney {
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
  void anEarlierVersionComesBackAndGoesAgain(FxRobot robot) throws Exception {
    Path document = opened(robot);
    subject(robot, "Rehearsal on Friday");
    robot.interact(window.window()::versions);
    window.untilShown(robot, "Versions of this mailshot");
    window.picture(robot, "versions");
    assertThat(window.focused()).startsWith("As it is now");
    robot.push(KeyCode.DOWN);
    window.tabTo(robot, "Go back to this version");
    robot.push(KeyCode.SPACE);
    window.until("the first subject", () -> subject().equals("Rehearsal on Thursday"));
    window.untilShown(robot, "The version of");
    window.picture(robot, "versions-back");
    assertThat(Files.readString(document)).contains("Rehearsal on Thursday");
    robot.clickOn("#undo");
    window.until("the second subject", () -> subject().equals("Rehearsal on Friday"));
  }

  @Test
  void anotherProgramsTextIsAskedAboutAndNeverWrittenOver(FxRobot robot) throws Exception {
    Path document = opened(robot);
    Path text = document.resolveSibling("letter.txt");
    Files.writeString(text, "Written elsewhere.\n");
    robot.interact(() -> window.model().edit(d -> Edits.subject(d, "Mine")));
    window.untilShown(robot, "Another program has changed letter.txt");
    window.picture(robot, "changed-elsewhere");
    assertThat(window.focused()).isEqualTo("Keep what is here");
    robot.clickOn(window.button(robot, "Use the file on disk"));
    window.until("the file on disk", () -> subject().equals("Rehearsal on Thursday"));
    assertThat(Files.readString(text)).isEqualTo("Written elsewhere.\n");
    assertThat(window.engine().history().versions(window.model().file()))
        .as("what was here is among the versions")
        .anyMatch(version -> version.subject().equals("Mine"));
  }

  private Path opened(FxRobot robot) throws Exception {
    Path document = ChoirFolder.of(12).write(folder);
    MailshotFile file = window.engine().open(document);
    robot.interact(() -> window.window().open(file, new Through.Practice(null), Step.MESSAGE));
    window.untilSaved();
    return document;
  }

  private void subject(FxRobot robot, String words) {
    robot.interact(() -> window.model().edit(d -> Edits.subject(d, words)));
    window.until(
        "it is saved", () -> window.model().savedProperty().get() instanceof SaveState.Saved);
  }

  private String subject() {
    return window.model().document().subject();
  }
}
