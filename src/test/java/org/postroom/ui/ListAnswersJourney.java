package org.postroom.ui;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Files;
import java.nio.file.Path;
import javafx.scene.input.KeyCode;
import javafx.stage.Stage;
import org.junit.jupiter.api.Test;
import org.testfx.api.FxRobot;
import org.testfx.framework.junit5.Start;

/// A list without headings, a list in which several columns hold addresses, and a row of somebody
/// who is not written to: each answered by mouse and by keyboard.
class ListAnswersJourney extends ListJourney {
  @Start
  void open(Stage stage) throws Exception {
    begin(stage);
  }

  private static final String WITHOUT_HEADINGS =
      """
      ann@people.example,Ann
      bob@people.example,Bob
      """;
  private static final String TWO_ADDRESSES =
      """
      Name,Home,Office
      Ann,ann@people.example,a.alder@office.example
      Bob,bob@people.example,b.birch@office.example
      """;

  private void file(FxRobot robot, String text) throws Exception {
    Path list = Files.writeString(office.resolve("members.csv"), text);
    choose(robot, list);
  }

  @Test
  void aListWithoutHeadingsIsTakenByOneClick(FxRobot robot) throws Exception {
    file(robot, WITHOUT_HEADINGS);
    window.untilShown(robot, "The list seems to have no heading");
    window.untilShown(robot, "1 person");
    robot.clickOn(window.button(robot, "There are no headings"));
    headingsAreGone(robot);
  }

  @Test
  void aListWithoutHeadingsIsTakenByKeys(FxRobot robot) throws Exception {
    file(robot, WITHOUT_HEADINGS);
    window.untilShown(robot, "The list seems to have no heading");
    window.tabTo(robot, "There are no headings");
    robot.push(KeyCode.SPACE);
    headingsAreGone(robot);
  }

  /// The first person is in the table, and nothing is asked any more.
  private void headingsAreGone(FxRobot robot) throws Exception {
    window.untilShown(robot, "2 people");
    window.untilShown(robot, "ann@people.example");
    window.until("it is saved", () -> saved().headingRow() != null);
    assertThat(saved().headingRow()).isZero();
    assertThat(robot.lookup("#list-questions").query().isVisible()).isFalse();
  }

  @Test
  void theColumnOfTheAddressesIsPickedByOneClick(FxRobot robot) throws Exception {
    file(robot, TWO_ADDRESSES);
    window.untilShown(robot, "Several columns hold addresses");
    window.picture(robot, "journey-asked-column");
    robot.clickOn(window.button(robot, "Use “Office”"));
    theOfficeIsWrittenTo(robot);
  }

  @Test
  void theColumnOfTheAddressesIsPickedByKeys(FxRobot robot) throws Exception {
    file(robot, TWO_ADDRESSES);
    window.untilShown(robot, "Several columns hold addresses");
    window.tabTo(robot, "Use “Office”");
    robot.push(KeyCode.SPACE);
    theOfficeIsWrittenTo(robot);
  }

  /// The table is drawn anew, with the role at the head of the column.
  private void theOfficeIsWrittenTo(FxRobot robot) throws Exception {
    window.untilShown(robot, "2 people");
    window.button(robot, "Column Office, used as Address");
    window.until("it is saved", () -> "Office".equals(saved().addressColumn()));
    assertThat(window.model().listProperty().get().list().people().getFirst().key().value())
        .isEqualTo("a.alder@office.example");
    assertThat(robot.lookup("#list-questions").query().isVisible()).isFalse();
    window.picture(robot, "journey-column-picked");
  }

  @Test
  void whatCanBeDoneForSomebodyWhoIsNotWrittenToIsSaid(FxRobot robot) throws Exception {
    window.engine().suppressions().add("bob@people.example", "asked by telephone");
    file(robot, "Email,Name\nann@people.example,Ann\nbob@people.example,Bob\n");
    window.untilShown(robot, "1 person");
    robot.clickOn(window.button(robot, "1 left out"));
    robot.clickOn(window.button(robot, "What can be done"));
    window.untilShown(robot, "bob@people.example is not written to");
    window.picture(robot, "journey-suppressed-row");
    robot.clickOn(window.button(robot, "Open “Not written to”"));
    window.untilShown(robot, "bob@people.example");
    window.untilShown(robot, "asked by telephone");
  }

  @Test
  void anotherAddressIsWrittenDownByKeysForSomebodyWhoIsNotWrittenTo(FxRobot robot)
      throws Exception {
    window.engine().suppressions().add("bob@people.example", "this mailbox did not exist");
    file(robot, "Email,Name\nann@people.example,Ann\nbob@people.example,Bob\n");
    window.untilShown(robot, "1 person");
    robot.clickOn(window.button(robot, "1 left out"));
    select(robot, "#left-out-table", 0);
    robot.push(KeyCode.ENTER);
    window.untilShown(robot, "bob@people.example is not written to");
    assertThat(window.focused()).isEqualTo("Close");
    window.tabTo(robot, "Write another address");
    robot.push(KeyCode.SPACE);
    window.untilShown(robot, "Correct row 2");
    robot.write("bob@new.example");
    robot.push(KeyCode.ENTER);
    window.untilShown(robot, "2 people");
    window.until("it is saved", () -> !saved().corrections().isEmpty());
    assertThat(saved().corrections().getFirst().value()).isEqualTo("bob@new.example");
  }
}
