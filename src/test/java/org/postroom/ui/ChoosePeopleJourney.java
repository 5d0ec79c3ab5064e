package org.postroom.ui;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import javafx.scene.control.ComboBox;
import javafx.scene.control.Labeled;
import javafx.scene.control.ListView;
import javafx.scene.control.MenuButton;
import javafx.scene.control.TableView;
import javafx.scene.control.TextField;
import javafx.scene.control.ToggleButton;
import javafx.scene.input.KeyCode;
import javafx.stage.Stage;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.api.io.TempDir;
import org.postroom.document.MailshotDocument.Include;
import org.postroom.document.MailshotDocument.LeaveOut;
import org.postroom.document.MailshotDocument.Recipients;
import org.postroom.engine.MailshotFile;
import org.postroom.engine.Through;
import org.postroom.recipients.LeftOut;
import org.postroom.recipients.Recipient;
import org.postroom.ui.common.Step;
import org.testfx.api.FxRobot;
import org.testfx.framework.junit5.ApplicationExtension;
import org.testfx.framework.junit5.Start;

/// Some of a list are chosen, by a column's values and one by one; people are found and sorted.
@ExtendWith(ApplicationExtension.class)
class ChoosePeopleJourney {
  private static final String[] SECTIONS = {"Alto", "Bass", "Soprano", "Tenor"};

  @TempDir Path workspace;
  @TempDir Path office;
  private RealWindow window;
  private MailshotFile mailshot;

  @Start
  void open(Stage stage) throws Exception {
    window = new RealWindow(stage, workspace);
    mailshot = window.engine().create("Spring");
  }

  @AfterEach
  void close() {
    window.untilSaved();
    window.close();
  }

  private void choose(FxRobot robot, int people) throws Exception {
    StringBuilder rows = new StringBuilder("Email,Name,Section,Owed\r\n");
    for (int i = 1; i <= people; i++) {
      rows.append(
          "member%d@people.example,Mé Member %d,%s,%d\r\n"
              .formatted(i, i, SECTIONS[i % 4], (i * 7) % 100));
    }
    rows.append(",Nobody yet,Alto,\r\nno address,Wanda,Bass,\r\n");
    window.files().list = Files.writeString(office.resolve("members.csv"), rows);
    robot.interact(() -> window.window().open(mailshot, new Through.Practice(null), Step.PEOPLE));
    robot.clickOn(window.button(robot, "Choose a file"));
    window.untilShown(robot, people == 40 ? "40 people" : "100,000 people");
  }

  private Recipients saved() throws Exception {
    return window.engine().open(mailshot.path()).document().recipients();
  }

  private void menu(FxRobot robot, int item) {
    robot.interact(
        () ->
            robot
                .lookup("#choose-people-menu")
                .queryAs(MenuButton.class)
                .getItems()
                .get(item)
                .fire());
  }

  @Test
  void aSectionIsChosenSavedAndReadAgainAndEverybodyComesBack(FxRobot robot) throws Exception {
    choose(robot, 40);
    menu(robot, 0);
    window.untilShown(robot, "Write only to some of them");
    // By keyboard: the value is found, ticked with Space, and taken.
    robot.interact(() -> robot.lookup("#choose-find").queryAs(TextField.class).requestFocus());
    robot.write("alt");
    robot.push(KeyCode.DOWN);
    robot.push(KeyCode.SPACE);
    window.untilShown(robot, "Write to 10 people");
    window.picture(robot, "journey-choose-value");
    robot.clickOn(window.button(robot, "Write to 10 people"));
    window.untilShown(robot, "10 of 40 chosen: Section = Alto");
    window.untilShown(robot, "10 people");
    window.picture(robot, "journey-chosen");
    window.until("the choice is saved", () -> !saved().where().isEmpty());
    assertThat(saved().where()).isEqualTo(Map.of("Section", List.of("Alto")));

    robot.interact(() -> window.window().home());
    robot.interact(() -> open(mailshot));
    window.untilShown(robot, "10 of 40 chosen: Section = Alto");
    // Two values, the second ticked beside the first.
    robot.clickOn(window.button(robot, "Change who is chosen"));
    window.untilShown(robot, "Write to 10 people");
    robot.interact(
        () -> {
          ListView<?> values = robot.lookup("#choose-values").queryListView();
          values.requestFocus();
          values.getSelectionModel().clearAndSelect(3);
        });
    robot.push(KeyCode.SPACE);
    robot.clickOn(window.button(robot, "Write to 20 people"));
    window.untilShown(robot, "20 of 40 chosen: Section = Alto or Tenor");

    robot.clickOn(window.button(robot, "Write to all 40"));
    window.untilShown(robot, "40 people");
    window.until("the choice is gone", () -> saved().where().isEmpty());
    assertThat(robot.lookup("#chosen").query().isVisible()).isFalse();
  }

  private void open(MailshotFile file) {
    try {
      window
          .window()
          .open(window.engine().open(file.path()), new Through.Practice(null), Step.PEOPLE);
    } catch (org.postroom.engine.ProblemException e) {
      throw new AssertionError(e);
    }
  }

  @Test
  void aSampleIsChosenOneByOne(FxRobot robot) throws Exception {
    choose(robot, 40);
    menu(robot, 1);
    window.untilShown(robot, "Choose people one by one");
    robot.write("member7@");
    robot.push(KeyCode.DOWN);
    robot.push(KeyCode.SPACE);
    window.untilShown(robot, "Write to 1 person");
    window.picture(robot, "journey-choose-by-hand");
    robot.clickOn(window.button(robot, "Write to 1 person"));
    window.untilShown(robot, "1 of 40 chosen: one by one");
    window.until("the choice is saved", () -> !saved().only().isEmpty());
    assertThat(saved().only()).containsExactly(new Include(7, "member7@people.example"));
    window.untilShown(robot, "41 left out");
    menu(robot, 2);
    window.untilShown(robot, "40 people");
  }

  @SuppressWarnings("unchecked") // The combo box holds one private type.
  private static void reason(FxRobot robot, String words) {
    ComboBox<Object> reasons = robot.lookup("#reason").queryAs(ComboBox.class);
    reasons.show();
    Labeled row =
        robot
            .lookup(
                (javafx.scene.Node node) ->
                    node instanceof javafx.scene.control.ListCell<?> cell
                        && cell.getText() != null
                        && cell.getText().startsWith(words))
            .queryAs(Labeled.class);
    reasons.setValue(((javafx.scene.control.ListCell<?>) row).getItem());
    reasons.hide();
  }

  @SuppressWarnings("unchecked") // Asserted by what is read from it.
  private static TableView<LeftOut> leftOut(FxRobot robot) {
    return robot.lookup("#left-out-table").queryAs(TableView.class);
  }

  @SuppressWarnings("unchecked") // Asserted by what is read from it.
  private static TableView<Recipient> people(FxRobot robot) {
    return robot.lookup("#people-table").queryAs(TableView.class);
  }

  @Test
  void bothTabsAreSearchedAndSorted(FxRobot robot) throws Exception {
    choose(robot, 40);
    robot.push(KeyCode.CONTROL, KeyCode.F);
    robot.write("me member33@");
    window.until("one is found", () -> people(robot).getItems().size() == 1);
    window.untilShown(robot, "1 found");
    robot.interact(() -> robot.lookup("#find-person").queryAs(TextField.class).setText("wanda"));
    robot.clickOn(window.button(robot, "2 left out"));
    window.until("the row is found", () -> leftOut(robot).getItems().size() == 1);
    assertThat(leftOut(robot).getItems().getFirst().at().row()).isEqualTo(42);
    window.picture(robot, "journey-left-out-found");
    robot.interact(() -> robot.lookup("#find-person").queryAs(TextField.class).clear());
    robot.interact(() -> reason(robot, "No address"));
    window.until("one reason is shown", () -> leftOut(robot).getItems().size() == 1);
    assertThat(leftOut(robot).getItems().getFirst().at().row()).isEqualTo(41);
    robot.interact(() -> robot.lookup("#people-tab").queryAs(ToggleButton.class).fire());

    // Numbers are sorted as numbers; a click on the heading, and once more for the other way.
    robot.clickOn(heading(robot, "Owed"));
    window.until("sorted up", () -> first(robot).equals("3"));
    robot.clickOn(heading(robot, "Owed"));
    window.until("sorted down", () -> first(robot).equals("98"));
    window.picture(robot, "journey-sorted");
  }

  private static String first(FxRobot robot) {
    return people(robot).getItems().getFirst().cell(3);
  }

  private static Labeled heading(FxRobot robot, String name) {
    return robot
        .lookup(
            (javafx.scene.Node node) ->
                node instanceof Labeled label
                    && name.equals(label.getText())
                    && label.getStyleClass().contains("pr-head-name"))
        .queryAs(Labeled.class);
  }

  @Test
  void aHundredThousandPeopleAreFoundAndSortedWhileTheWindowGoesOn(FxRobot robot) throws Exception {
    choose(robot, 100_000);
    robot.push(KeyCode.CONTROL, KeyCode.F);
    robot.write("member99999@");
    window.until("one is found", () -> people(robot).getItems().size() == 1);
    robot.interact(() -> robot.lookup("#find-person").queryAs(TextField.class).clear());
    window.until("all are back", () -> people(robot).getItems().size() == 100_000);
    robot.clickOn(heading(robot, "Owed"));
    window.until("sorted", () -> people(robot).getItems().get(500).cell(3).equals("0"));
    assertThat(people(robot).getItems().get(1000).cell(3)).isEqualTo("1");
    assertThat(people(robot).getItems().get(99_999).cell(3)).isEqualTo("99");
  }

  @Test
  void aPersonLeftOutByHandIsKeptByTheAddressOfTheFile(FxRobot robot) throws Exception {
    choose(robot, 40);
    robot.interact(() -> people(robot).getSelectionModel().clearAndSelect(4));
    robot.interact(() -> people(robot).requestFocus());
    robot.push(KeyCode.DELETE);
    window.untilShown(robot, "Leave out Mé Member 5");
    robot.write("moved away");
    robot.push(KeyCode.ENTER);
    window.untilShown(robot, "39 people");
    window.until("it is saved", () -> !saved().leaveOut().isEmpty());
    assertThat(saved().leaveOut())
        .containsExactly(new LeaveOut(5, "member5@people.example", "moved away"));
  }
}
