package org.postroom.ui;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import javafx.scene.control.TableView;
import javafx.scene.input.KeyCode;
import javafx.stage.Stage;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.postroom.engine.Problem;
import org.postroom.engine.Through;
import org.postroom.ui.common.Step;
import org.testfx.api.FxRobot;
import org.testfx.framework.junit5.ApplicationExtension;
import org.testfx.framework.junit5.Start;

/// The People step: a list is read, found wrong, replaced, and its rows are decided about.
@ExtendWith(ApplicationExtension.class)
class PeopleJourney {
  private final FakePostroom engine = new FakePostroom();
  private TestWindow.Opened opened;

  @Start
  void start(Stage stage) {
    opened = TestWindow.open(stage, engine);
    opened.show();
    opened.size(1000, 760);
  }

  private void christmas(FxRobot robot) {
    Through real =
        new Through.Server(
            "smtp.office.example", 587, Through.Security.STARTTLS, "news", false, 1, 30);
    robot.interact(() -> opened.window().open(FakePostroom.christmas(), real, Step.PEOPLE));
  }

  @Test
  void theListLooksAsDrawn(FxRobot robot) {
    christmas(robot);
    robot.interact(() -> opened.size(1180, 760));
    robot.interact(() -> opened.picture("02-people"));
    robot.interact(
        () ->
            robot.lookup("#left-out-tab").queryAs(javafx.scene.control.ToggleButton.class).fire());
    robot.interact(() -> opened.picture("02b-people-left-out"));
    robot.interact(() -> opened.dark(true));
    robot.interact(() -> opened.size(1000, 700));
    robot.interact(() -> opened.picture("02b-people-left-out-small-dark"));
    robot.interact(
        () -> robot.lookup("#people-tab").queryAs(javafx.scene.control.ToggleButton.class).fire());
    robot.interact(() -> opened.picture("02-people-small-dark"));
  }

  @Test
  void anEmptyMailshotAsksForAListAndSaysWhatWentWrong(FxRobot robot) {
    engine.listProblem =
        new Problem(
            Problem.Kind.FILE,
            "“members-old.xlsx” could not be read: it is protected with a password.",
            "Nothing was changed, and your file is as it was.",
            "Open it in your spreadsheet, save a copy without the password, and drop that copy here.");
    opened.files().list = Path.of("/choir/members-old.xlsx");
    robot.interact(
        () ->
            opened
                .window()
                .open(
                    FakePostroom.empty("Untitled mailshot"),
                    new Through.Practice(null),
                    Step.PEOPLE));
    robot.interact(() -> opened.size(1180, 760));
    robot.interact(() -> opened.picture("02c-people-empty"));
    robot.interact(() -> opened.size(1000, 760));
    robot.press(KeyCode.CONTROL).type(KeyCode.O).release(KeyCode.CONTROL);
    robot.interact(() -> opened.picture("02c-people-error"));

    assertThat(robot.lookup("#list-problem").tryQuery()).isPresent();
    // Nothing was changed: a list that cannot be read is not taken over.
    assertThat(
            java.util.Objects.requireNonNull(opened.window().mailshot())
                .model()
                .document()
                .recipients()
                .file())
        .isEmpty();
  }

  @Test
  void aHundredThousandPeopleMakeOnlyTheRowsThatAreSeen(FxRobot robot) {
    engine.lists.put("members.csv", Choir.of(100_000));
    christmas(robot);
    TableView<?> table = robot.lookup("#people-table").queryAs(TableView.class);
    robot.interact(() -> table.scrollTo(99_000));
    robot.interact(() -> opened.picture("02-people-100000"));

    assertThat(table.getItems()).hasSize(100_000);
    assertThat(robot.lookup("#people-table").lookup(".table-row-cell").queryAll())
        .hasSizeLessThan(60);
  }
}
