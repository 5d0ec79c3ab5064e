package org.postroom.ui;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Objects;
import javafx.scene.control.ComboBox;
import javafx.scene.control.RadioButton;
import javafx.scene.input.KeyCode;
import javafx.stage.Stage;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
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

/// Files on the real engine: each is read through before anybody says that nothing was found in it;
/// a file of their own for each person is counted before it is taken. And the basis that nobody
/// knows, which the review asks about.
@ExtendWith(ApplicationExtension.class)
class AttachmentJourney {
  private static final int PEOPLE = 12;

  @TempDir Path folder;
  private Path here;
  private RealWindow window;

  @BeforeEach
  void writeTheChoir() throws Exception {
    here = Files.createDirectories(folder.resolve("choir"));
    Path invoices = Files.createDirectories(here.resolve("invoices"));
    StringBuilder list = new StringBuilder("Email,Name,Invoice\r\n");
    for (int i = 1; i <= PEOPLE; i++) {
      // The last two would share a file, and the two before them have none.
      String file = i <= 8 ? "invoice-" + i + ".txt" : i <= 10 ? "gone-" + i + ".txt" : "both.txt";
      list.append("member").append(i).append("@choir.example,Member ").append(i);
      list.append(',').append(file).append("\r\n");
      if (i <= 8) {
        Files.writeString(invoices.resolve(file), "Invoice " + i + "\n");
      }
    }
    Files.writeString(invoices.resolve("both.txt"), "Invoice for two\n");
    Files.writeString(here.resolve("members.csv"), list);
    Files.writeString(here.resolve("letter.txt"), "Dear {{Name}},\n\nwe sing on Thursday.\n");
    Files.writeString(here.resolve("programme.txt"), "Programme\n\nElgar, Fauré, Holst\n");
    Files.write(
        here.resolve("recording.xyz"),
        "\u0000\u0001\u0002 not a format that anybody knows".getBytes(StandardCharsets.ISO_8859_1));
    Files.writeString(
        here.resolve("seating.csv"),
        """
        Seat,Who
        1,member1@choir.example
        2,member2@choir.example
        3,member3@choir.example
        4,member4@choir.example
        """);
    Files.writeString(
        here.resolve("concert.mailshot"),
        """
        {
          "postroom": 1,
          "name": "Concert",
          "from": "Riverside Choir <news@riverside.example>",
          "recipients": { "file": "members.csv" },
          "subject": "See you on 12 December",
          "text": "letter.txt"
        }
        """);
  }

  @Start
  void open(Stage stage) {
    window = new RealWindow(stage, folder.resolve("workspace"));
  }

  @AfterEach
  void close() {
    window.close();
  }

  @Test
  void aFileIsReadThroughBeforeNothingWasFound(FxRobot robot) throws Exception {
    MailshotFile file = open(robot, Step.MESSAGE);
    attach(robot, "programme.txt");
    window.untilShown(robot, "Read through, nothing personal found");
    attach(robot, "recording.xyz");
    window.untilShown(robot, "Attached, but could not be read through.");
    window.files().attachments = List.of(here.resolve("seating.csv"));
    robot.push(KeyCode.CONTROL, KeyCode.SHIFT, KeyCode.A);
    window.untilShown(robot, "Not attached: seating.csv");
    window.picture(robot, "attachments-read");
    assertThat(entries(file))
        .containsExactly(
            new AttachmentEntry.ForAll("programme.txt"),
            new AttachmentEntry.ForAll("recording.xyz"));
  }

  @Test
  void aFileOfTheirOwnIsCountedBeforeItIsTaken(FxRobot robot) throws Exception {
    MailshotFile file = open(robot, Step.MESSAGE);
    window.files().folder = here.resolve("invoices");
    window.until("the list is read", () -> !window.model().columnsProperty().get().isEmpty());
    robot.clickOn("#per-person");
    window.untilShown(robot, "A different file for each person");
    ComboBox<String> column = robot.lookup("#file-column").queryComboBox();
    robot.interact(() -> column.setValue("Invoice"));
    robot.clickOn(window.button(robot, "Choose the folder"));
    window.untilShown(robot, "10 found, 2 missing, 2 shared.");
    window.picture(robot, "attachments-per-person");
    robot.clickOn(window.button(robot, "Attach these files"));
    window.untilShown(robot, "A file of their own");
    assertThat(entries(file)).containsExactly(new AttachmentEntry.PerPerson("Invoice", "invoices"));
  }

  @Test
  void whoDoesNotKnowIsAskedByTheReview(FxRobot robot) throws Exception {
    MailshotFile file = open(robot, Step.PEOPLE);
    window.untilShown(robot, "I do not know");
    robot.clickOn("#basis-unknown");
    window.until(
        "it is written",
        () -> "unknown".equals(window.engine().open(file.path()).document().recipients().basis()));
    robot.interact(() -> window.window().open(read(file), new Through.Practice(null), Step.PEOPLE));
    window.until(
        "it is chosen",
        () -> robot.lookup("#basis-unknown").queryAs(RadioButton.class).isSelected());
    window.picture(robot, "people-basis-unknown");
    robot.push(KeyCode.ALT, KeyCode.DIGIT4);
    window.untilShown(robot, "Nobody said why we may write to these people");
  }

  private MailshotFile read(MailshotFile file) {
    try {
      return window.engine().open(file.path());
    } catch (org.postroom.engine.ProblemException e) {
      throw new AssertionError(e);
    }
  }

  private MailshotFile open(FxRobot robot, Step step) throws Exception {
    MailshotFile file = window.engine().open(here.resolve("concert.mailshot"));
    robot.interact(() -> window.window().open(file, new Through.Practice(null), step));
    window.until("the letters are planned", () -> window.model().draftProperty().get() != null);
    return file;
  }

  private void attach(FxRobot robot, String name) {
    window.files().attachments = List.of(here.resolve(name));
    robot.clickOn(window.button(robot, "Attach a file"));
    window.until(
        "it is in the draft",
        () ->
            Objects.requireNonNull(window.model().draftProperty().get()).mailshot().slots().size()
                    == window.model().document().attachments().size()
                && !window.model().document().attachments().isEmpty());
  }

  private List<AttachmentEntry> entries(MailshotFile file) {
    window.until(
        "it is written",
        () -> window.engine().open(file.path()).document().equals(window.model().document()));
    return window.model().document().attachments();
  }
}
