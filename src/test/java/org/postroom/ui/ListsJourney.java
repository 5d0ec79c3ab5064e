package org.postroom.ui;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.Charset;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import javafx.scene.control.RadioButton;
import javafx.scene.control.TextField;
import javafx.scene.input.Clipboard;
import javafx.scene.input.ClipboardContent;
import javafx.scene.input.DataFormat;
import javafx.scene.input.KeyCode;
import javafx.stage.Stage;
import org.junit.jupiter.api.Test;
import org.postroom.document.MailshotDocument.Duplicate;
import org.postroom.document.MailshotDocument.Include;
import org.postroom.engine.MailshotFile;
import org.postroom.engine.Through;
import org.postroom.tabular.Books;
import org.postroom.ui.common.Step;
import org.testfx.api.FxRobot;
import org.testfx.framework.junit5.Start;

/// Lists as offices have them, read in the window by the real engine.
class ListsJourney extends ListJourney {
  @Start
  void open(Stage stage) throws Exception {
    begin(stage);
  }

  @Test
  void aFileOfAGermanExcel(FxRobot robot) throws Exception {
    Path list =
        Files.write(
            office.resolve("mitglieder.csv"),
            "E-Mail;Name\r\njorg@people.example;Jörg Müller\r\nzoe@people.example;Zoë\r\n"
                .getBytes(Charset.forName("windows-1252")));
    choose(robot, list);
    window.untilShown(robot, "Windows-1252, semicolon");
    window.untilShown(robot, "2 people");
    window.untilShown(robot, "Jörg Müller");
    window.picture(robot, "journey-lists-semicolon");
    window.until("the list is saved", () -> !saved().file().isEmpty());
  }

  @Test
  void aWorkbookWithHiddenRowsAndAHiddenSheet(FxRobot robot) throws Exception {
    String head = Books.row(1, "", "Email", "Name");
    Path list =
        Files.write(
            office.resolve("members.xlsx"),
            Books.xlsx(
                java.util.List.of(
                    new Books.Tab(
                        "Members",
                        "",
                        "<sheetData>"
                            + head
                            + Books.row(2, "", "ann@people.example", "Ann")
                            + Books.row(3, "hidden=\"1\"", "bob@people.example", "Bob")
                            + "</sheetData>"),
                    new Books.Tab(
                        "Old",
                        "hidden",
                        "<sheetData>"
                            + head
                            + Books.row(2, "", "cyd@people.example", "Cyd")
                            + "</sheetData>"))));
    choose(robot, list);
    window.untilShown(robot, "A hidden sheet holds addresses");
    window.untilShown(robot, "1 row is hidden in the list");
    window.untilShown(robot, "sheet “Members”");
    window.picture(robot, "journey-lists-hidden");
    robot.clickOn(window.button(robot, "Show them"));
    robot.clickOn(window.button(robot, "Include it"));
    window.untilShown(robot, "2 people");
    window.untilShown(robot, "0 left out");
    window.until("the choice is saved", () -> !saved().include().isEmpty());
    assertThat(saved().include()).containsExactly(new Include(2, "bob@people.example"));
  }

  @Test
  void aListWithoutHeadingsLosesNobody(FxRobot robot) throws Exception {
    Path list =
        Files.writeString(
            office.resolve("members.csv"), "ann@people.example,Ann\nbob@people.example,Bob\n");
    choose(robot, list);
    window.untilShown(robot, "The list seems to have no heading");
    robot.interact(() -> robot.lookup("#change-asked").queryButton().fire());
    window.button(robot, "Read it like this");
    robot.interact(() -> robot.lookup("#heading-row").queryAs(TextField.class).setText("0"));
    robot.interact(
        () -> robot.lookup("#heading-row").queryAs(TextField.class).getOnAction().handle(null));
    window.untilShown(robot, "It would then read as 2 people");
    window.picture(robot, "journey-lists-headings");
    robot.clickOn(window.button(robot, "Read it like this"));
    window.untilShown(robot, "2 people");
    window.until("the choice is saved", () -> saved().headingRow() != null);
    assertThat(saved().headingRow()).isZero();
  }

  @Test
  void aConflictIsDecided(FxRobot robot) throws Exception {
    Path list =
        Files.writeString(
            office.resolve("members.csv"),
            """
            Email,Name
            ann@people.example,Ann Alder
            ann@people.example,Anna Alder
            bob@people.example,Bob Birch
            """);
    choose(robot, list);
    window.untilShown(robot, "1 person");
    robot.clickOn(window.button(robot, "2 left out"));
    robot.clickOn(window.button(robot, "Compare 2"));
    robot.interact(
        () ->
            robot
                .lookup((RadioButton radio) -> radio.getText().startsWith("Row 2"))
                .queryAs(RadioButton.class)
                .fire());
    window.picture(robot, "journey-lists-conflict");
    robot.interact(() -> robot.lookup("#row-take").queryButton().fire());
    window.untilShown(robot, "2 people");
    window.until("the decision is saved", () -> !saved().duplicates().isEmpty());
    assertThat(saved().duplicates()).containsExactly(new Duplicate("ann@people.example", 2));
  }

  @Test
  void aConflictIsDecidedByKeysAndDecidedAgain(FxRobot robot) throws Exception {
    Path list =
        Files.writeString(
            office.resolve("members.csv"),
            """
            Email,Name
            ann@people.example,Ann Alder
            ann@people.example,Anna Alder
            bob@people.example,Bob Birch
            """);
    choose(robot, list);
    window.untilShown(robot, "1 address stands in several rows with different data");
    robot.clickOn(window.button(robot, "Show them"));
    select(robot, "#left-out-table", 1);
    robot.push(KeyCode.ENTER);
    // The focus is on the row at which it was asked, and nothing is chosen yet.
    window.untilShown(robot, "Which row is meant?");
    assertThat(window.focused()).isEqualTo("Row 2, this one");
    assertThat(robot.lookup("#row-take").query().isDisabled()).isTrue();
    robot.push(KeyCode.SPACE);
    window.untilShown(robot, "Keep row 2");
    robot.push(KeyCode.LEFT);
    assertThat(window.focused()).isEqualTo("Row 1, the first");
    robot.interact(() -> robot.lookup("#row-take").queryButton().fire());
    window.until("the decision is saved", () -> !saved().duplicates().isEmpty());
    assertThat(saved().duplicates()).containsExactly(new Duplicate("ann@people.example", 1));

    // Taken again: now nobody of them is written to.
    robot.clickOn(window.button(robot, "Decide again"));
    assertThat(window.focused()).isEqualTo("Row 1, the first");
    robot.interact(() -> robot.lookup("#keep-nobody").queryAs(RadioButton.class).fire());
    assertThat(window.focused()).isEqualTo("Leave all of them out");
    robot.clickOn(window.button(robot, "Leave them out"));
    window.untilShown(robot, "Left out by you: several rows have this address");
    window.until("both are out", () -> saved().leaveOut().size() == 2);
  }

  @Test
  void theAddressFieldOfAMessageIsPasted(FxRobot robot) throws Exception {
    show(robot);
    robot.interact(
        () -> {
          ClipboardContent content = new ClipboardContent();
          content.putAll(
              Map.of(
                  DataFormat.PLAIN_TEXT,
                  "\"Alder, Ann\" <ann@people.example>; bob@people.example"));
          Clipboard.getSystemClipboard().setContent(content);
        });
    robot.push(KeyCode.CONTROL, KeyCode.V);
    window.untilShown(robot, "2 people");
    window.untilShown(robot, "Alder, Ann");
    window.picture(robot, "journey-lists-pasted");
    window.until("the list is saved", () -> !saved().file().isEmpty());
    assertThat(Files.readString(mailshot.folder().resolve(saved().file())))
        .isEqualTo("Name\tEmail\nAlder, Ann\tann@people.example\n\tbob@people.example\n");
  }

  @Test
  void aListFromBeforeIsUsedAgainAndNothingPastedOverItUnasked(FxRobot robot) throws Exception {
    Path list =
        Files.writeString(office.resolve("members.csv"), "Email,Name\nann@people.example,Ann\n");
    choose(robot, list);
    window.untilShown(robot, "1 person");
    window.untilSaved();
    MailshotFile next = window.engine().create("Summer");
    robot.interact(() -> window.window().open(next, new Through.Practice(null), Step.PEOPLE));
    robot.clickOn(window.button(robot, "Use a list from before"));
    window.untilShown(robot, "members.csv, 1 person");
    window.picture(robot, "journey-lists-before");
    robot.push(KeyCode.ENTER);
    window.untilShown(robot, "1 row in the file");
    robot.interact(
        () ->
            Clipboard.getSystemClipboard()
                .setContent(
                    Map.of(DataFormat.PLAIN_TEXT, "bob@people.example, cyd@people.example")));
    robot.push(KeyCode.CONTROL, KeyCode.V);
    window.untilShown(robot, "Use what you copied instead of members.csv?");
    // The safe way has the focus.
    robot.push(KeyCode.ENTER);
    window.untilShown(robot, "1 person");
    robot.push(KeyCode.CONTROL, KeyCode.V);
    robot.clickOn(window.button(robot, "Use what I copied"));
    window.untilShown(robot, "2 people");
  }
}
