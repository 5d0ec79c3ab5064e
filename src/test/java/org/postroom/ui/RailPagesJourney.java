package org.postroom.ui;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Files;
import java.nio.file.Path;
import javafx.scene.control.TableView;
import javafx.scene.input.KeyCode;
import javafx.stage.Stage;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.api.io.TempDir;
import org.postroom.engine.MailshotFile;
import org.postroom.engine.SeenLists.SeenList;
import org.postroom.engine.SuppressionList.Suppressed;
import org.postroom.engine.WorkProgress;
import org.testfx.api.FxRobot;
import org.testfx.framework.junit5.ApplicationExtension;
import org.testfx.framework.junit5.Start;

/// The pages "Lists" and "Not written to", by mouse and by keyboard, on the real engine.
@ExtendWith(ApplicationExtension.class)
class RailPagesJourney {
  @TempDir Path workspace;
  @TempDir Path office;
  private RealWindow window;

  @Start
  void open(Stage stage) {
    window = new RealWindow(stage, workspace);
  }

  @AfterEach
  void close() {
    window.close();
  }

  @SuppressWarnings("unchecked") // Asserted by what is read from it.
  private static TableView<Suppressed> suppressed(FxRobot robot) {
    return robot.lookup("#suppression-table").queryAs(TableView.class);
  }

  @Test
  void somebodyAsksNotToBeWrittenToAndLaterToBeWrittenToAgain(FxRobot robot) throws Exception {
    robot.clickOn("#place-not_written_to");
    window.untilShown(robot, "Everybody may be written to");
    robot.clickOn("#suppression-add");
    // By keyboard alone: an address that is none is said to be none, and nothing is lost.
    robot.write("no address");
    robot.push(KeyCode.ENTER);
    window.untilShown(robot, "That is not one address yet");
    robot.push(KeyCode.CONTROL, KeyCode.A);
    robot.write("Ann@People.example");
    robot.push(KeyCode.TAB);
    robot.write("asked by telephone");
    window.picture(robot, "journey-suppression-add");
    robot.push(KeyCode.ENTER);
    window.untilShown(robot, "Ann@People.example is not written to any more");
    assertThat(window.engine().suppressions().all())
        .extracting(Suppressed::address, Suppressed::reason)
        .containsExactly(
            org.assertj.core.groups.Tuple.tuple("ann@people.example", "asked by telephone"));

    robot.interact(
        () -> {
          suppressed(robot).requestFocus();
          suppressed(robot).getSelectionModel().select(0);
        });
    robot.push(KeyCode.DELETE);
    window.untilShown(robot, "Write to ann@people.example again?");
    robot.push(KeyCode.ENTER);
    window.untilShown(robot, "Write a few words");
    robot.write("came back");
    robot.push(KeyCode.ENTER);
    window.untilShown(robot, "ann@people.example may be written to again");
    assertThat(window.engine().suppressions().all()).isEmpty();
  }

  @Test
  void aFileIsReadSearchedAndWrittenAgain(FxRobot robot) throws Exception {
    StringBuilder rows = new StringBuilder("Email,reason\r\n");
    for (int i = 1; i <= 60; i++) {
      rows.append("gone").append(i).append("@people.example,left in ").append(2000 + i % 20);
      rows.append("\r\n");
    }
    rows.append("gone1@people.example,again\r\nnobody,\r\n");
    window.files().list = Files.writeString(office.resolve("gone.csv"), rows);
    robot.clickOn("#place-not_written_to");
    robot.clickOn(window.button(robot, "Read a file…"));
    window.untilShown(robot, "Read “gone.csv”");
    robot.write("left the choir");
    robot.push(KeyCode.ENTER);
    window.untilShown(
        robot, "62 rows in the file: 60 added, 0 stood there already, 1 twice in the file, 1");
    window.picture(robot, "not-written-to");
    robot.interact(() -> window.size(1000, 700));
    robot.interact(() -> window.dark(true));
    window.picture(robot, "not-written-to-small-dark");
    robot.interact(() -> window.dark(false));
    robot.push(KeyCode.CONTROL, KeyCode.F);
    robot.write("gone17");
    window.until("one is found", () -> suppressed(robot).getItems().size() == 1);
    robot.clickOn(window.button(robot, "Write to gone17@people.example again"));
    robot.write("a mistake");
    robot.push(KeyCode.ENTER);
    window.untilShown(robot, "gone17@people.example may be written to again");

    window.files().saveAs = office.resolve("written.csv");
    robot.clickOn(window.button(robot, "Write a file…"));
    window.untilShown(robot, "59 addresses stand in written.csv");
    assertThat(Files.readString(office.resolve("written.csv"))).contains("gone18@people.example");
    // A file that is there is never replaced.
    robot.clickOn(window.button(robot, "Write a file…"));
    window.until(
        "it is refused", () -> !robot.lookup("#not-written-to .danger").queryAll().isEmpty());
  }

  @SuppressWarnings("unchecked") // Asserted by what is read from it.
  private static TableView<SeenList> lists(FxRobot robot) {
    return robot.lookup("#lists-table").queryAs(TableView.class);
  }

  @Test
  void aListThatWasReadIsShownAndForgotten(FxRobot robot) throws Exception {
    for (String name : new String[] {"choir", "theatre"}) {
      Path folder = Files.createDirectories(office.resolve(name));
      MailshotFile mailshot = window.engine().open(ChoirFolder.of(name.length()).write(folder));
      window.engine().importList(mailshot, WorkProgress.NONE);
    }
    robot.clickOn("#place-lists");
    window.until("both are shown", () -> lists(robot).getItems().size() == 2);
    window.picture(robot, "lists");
    robot.interact(() -> window.size(1000, 700));
    robot.interact(() -> window.dark(true));
    window.picture(robot, "lists-small-dark");
    robot.interact(
        () -> {
          lists(robot).requestFocus();
          lists(robot).getSelectionModel().select(0);
        });
    robot.push(KeyCode.ENTER);
    window.untilShown(robot, "members of the choir, kept by Helen");
    window.untilShown(robot, "Digest (SHA-256)");
    window.picture(robot, "lists-details");
    robot.push(KeyCode.ESCAPE);
    robot.push(KeyCode.DELETE);
    window.untilShown(robot, "Forget “members.csv”?");
    robot.write("the theatre has closed");
    robot.push(KeyCode.ENTER);
    window.until("one is left", () -> lists(robot).getItems().size() == 1);
    assertThat(window.engine().seenLists().all()).hasSize(1);
  }
}
