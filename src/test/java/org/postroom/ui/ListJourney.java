package org.postroom.ui;

import java.nio.file.Path;
import javafx.scene.control.TableView;
import javafx.stage.Stage;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.api.io.TempDir;
import org.postroom.document.MailshotDocument.Recipients;
import org.postroom.engine.MailshotFile;
import org.postroom.engine.Through;
import org.postroom.ui.common.Step;
import org.testfx.api.FxRobot;
import org.testfx.framework.junit5.ApplicationExtension;
import org.testfx.framework.junit5.Start;

/// A new mailshot in the window on the real engine, at the step People.
@ExtendWith(ApplicationExtension.class)
abstract class ListJourney {
  @TempDir Path workspace;
  @TempDir Path office;
  RealWindow window;
  MailshotFile mailshot;

  /// TestFX calls a start of the class itself only: each journey has one that calls this.
  @Start
  final void begin(Stage stage) throws Exception {
    window = new RealWindow(stage, workspace);
    mailshot = window.engine().create("Spring");
  }

  @AfterEach
  void close() {
    if (window.window().mailshot() != null) {
      window.untilSaved();
    }
    window.close();
  }

  void show(FxRobot robot) {
    robot.interact(() -> window.window().open(mailshot, new Through.Practice(null), Step.PEOPLE));
    window.button(robot, "Choose a file");
  }

  void choose(FxRobot robot, Path list) {
    window.files().list = list;
    show(robot);
    robot.clickOn(window.button(robot, "Choose a file"));
  }

  /// What the document says by now.
  Recipients saved() throws Exception {
    return window.engine().open(mailshot.path()).document().recipients();
  }

  /// Chooses a row of a table, as arrow keys do.
  static void select(FxRobot robot, String table, int row) {
    robot.interact(
        () -> {
          TableView<?> rows = robot.lookup(table).queryAs(TableView.class);
          rows.requestFocus();
          rows.getSelectionModel().clearAndSelect(row);
        });
  }
}
