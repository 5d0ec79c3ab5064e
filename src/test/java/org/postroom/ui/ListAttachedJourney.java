package org.postroom.ui;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.util.List;
import javafx.scene.input.KeyCode;
import javafx.stage.Stage;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.api.io.TempDir;
import org.postroom.document.MailshotDocument.AttachmentEntry;
import org.postroom.engine.MailshotFile;
import org.postroom.engine.Through;
import org.postroom.ui.common.Step;
import org.testfx.api.FxRobot;
import org.testfx.framework.junit5.ApplicationExtension;
import org.testfx.framework.junit5.Start;

/// Incident I3: the list that is written to is chosen as an attachment, and is refused, whether by
/// mouse or by keyboard; in a document that names it all the same the review blocks.
@ExtendWith(ApplicationExtension.class)
class ListAttachedJourney {
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
  void theListIsRefusedByMouse(FxRobot robot) throws Exception {
    MailshotFile sample = toTheMessage(robot);
    robot.clickOn(window.button(robot, "Attach a file"));
    window.untilShown(robot, "Not attached: members.csv");
    window.picture(robot, "journey-list-refused");
    assertThat(attached(sample)).doesNotContain("members.csv");
  }

  @Test
  void theListIsRefusedByKeyboard(FxRobot robot) throws Exception {
    MailshotFile sample = toTheMessage(robot);
    robot.push(KeyCode.CONTROL, KeyCode.SHIFT, KeyCode.A);
    window.untilShown(robot, "Not attached: members.csv");
    assertThat(attached(sample)).doesNotContain("members.csv");
  }

  @Test
  void aDocumentThatNamesTheListIsBlockedUntilTheFileIsOut(FxRobot robot) throws Exception {
    MailshotFile sample = window.engine().createSample();
    var document = sample.document();
    var entries = new java.util.ArrayList<>(document.attachments());
    entries.add(new AttachmentEntry.ForAll("members.csv"));
    MailshotFile changed =
        window
            .engine()
            .save(
                sample.with(
                    org.postroom.ui.common.Edits.attachments(document, List.copyOf(entries))));
    robot.interact(() -> window.window().open(changed, new Through.Practice(null), Step.REVIEW));
    window.untilShown(robot, "One thing to fix");
    window.picture(robot, "journey-list-blocked");
    window.tabTo(robot, "Remove members.csv from the message");
    robot.push(KeyCode.SPACE);
    window.untilShown(robot, "Ready.");
    window.until(
        "the focus stays in the review", () -> window.focused().startsWith("Review again"));
    assertThat(attached(changed)).containsExactly("programme.pdf");
  }

  private MailshotFile toTheMessage(FxRobot robot) throws Exception {
    MailshotFile sample = window.engine().createSample();
    window.files().attachments = List.of(sample.folder().resolve("members.csv"));
    robot.interact(() -> window.window().open(sample, new Through.Practice(null), Step.MESSAGE));
    return sample;
  }

  private List<String> attached(MailshotFile file) throws Exception {
    return window.engine().open(file.path()).document().attachments().stream()
        .map(
            entry ->
                switch (entry) {
                  case AttachmentEntry.ForAll(String name) -> name;
                  case AttachmentEntry.PerPerson(String column, String _) -> column;
                })
        .toList();
  }
}
