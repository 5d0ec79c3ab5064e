package org.postroom.ui;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Objects;
import javafx.scene.Node;
import javafx.scene.control.RadioButton;
import javafx.scene.control.TableView;
import javafx.scene.control.TextField;
import javafx.scene.input.KeyCode;
import javafx.stage.Stage;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.api.io.TempDir;
import org.postroom.engine.ListExporter.CanaryWish;
import org.postroom.engine.ListExporter.Export;
import org.postroom.engine.ListExporter.Order;
import org.postroom.engine.ListRequest;
import org.postroom.engine.MailshotFile;
import org.postroom.engine.WorkProgress;
import org.testfx.api.FxRobot;
import org.testfx.framework.junit5.ApplicationExtension;
import org.testfx.framework.junit5.Start;

/// A list is handed over with an address of the sender's own in it, and a leak is traced to it, by
/// mouse and by keyboard, on the real engine (incident I9).
@ExtendWith(ApplicationExtension.class)
class ExportJourney {
  @TempDir Path workspace;
  @TempDir Path office;
  private RealWindow window;
  private Path list;

  @Start
  void open(Stage stage) throws Exception {
    window = new RealWindow(stage, workspace);
    MailshotFile mailshot = window.engine().open(ChoirFolder.of(12).write(office));
    window.engine().importList(mailshot, WorkProgress.NONE);
    list = mailshot.folder().resolve("members.csv");
  }

  @AfterEach
  void close() {
    window.close();
  }

  private List<Export> made() throws Exception {
    return window.engine().exporter().all();
  }

  private static TextField field(FxRobot robot, String id) {
    return robot.lookup(id).queryAs(TextField.class);
  }

  private static int rows(FxRobot robot, String table) {
    return robot.lookup(table).queryAs(TableView.class).getItems().size();
  }

  private void begin(FxRobot robot) {
    robot.clickOn("#place-lists");
    robot.clickOn(window.button(robot, "Export the list members.csv"));
    window.untilShown(robot, "Export “members.csv”");
    window.until(
        "the first field has the focus", () -> field(robot, "#export-handed-to").isFocused());
  }

  @Test
  void aListIsExportedWithAnAddressThatIsMadeForIt(FxRobot robot) throws Exception {
    begin(robot);
    window.untilShown(robot, "12 people will stand in the file");
    robot.write("the printer, for the envelopes");
    robot.clickOn("#export-own");
    robot.write("helen@riverside.example");
    window.picture(robot, "journey-export");
    window.files().saveAs = office.resolve("for the printer");
    robot.clickOn(window.button(robot, "Choose where to write it"));
    window.untilShown(robot, "12 people stand in “for the printer.csv”");
    window.until("it is listed", () -> rows(robot, "#exports-table") == 1);
    window.picture(robot, "journey-exported");

    Export export = made().getFirst();
    String canary = Objects.requireNonNull(export.canary());
    assertThat(canary).startsWith("helen+").endsWith("@riverside.example");
    assertThat(export.handedTo()).isEqualTo("the printer, for the envelopes");
    assertThat(Files.readString(office.resolve("for the printer.csv"))).contains(canary);
    // Mail to it said which file leaked: the way back, however the address was written.
    robot.clickOn(window.button(robot, "1 list"));
    robot.clickOn(window.button(robot, "Whose is this address?"));
    robot.write(canary.replace("riverside", "RIVERSIDE"));
    robot.push(KeyCode.ENTER);
    window.untilShown(robot, "Whoever writes to it has it from that file.");
    window.until(
        "its row is chosen",
        () -> robot.lookup("#exports-table").queryAs(TableView.class).isFocused());
    window.picture(robot, "journey-export-whose");
    robot.push(KeyCode.ENTER);
    window.untilShown(robot, "the printer, for the envelopes");
    window.untilShown(robot, "Digest of the list");
    robot.push(KeyCode.ESCAPE);
  }

  @Test
  void whatIsMissingOrRefusedIsSaidAndNothingTypedIsLost(FxRobot robot) throws Exception {
    Files.writeString(office.resolve("there.xlsx"), "not to be replaced");
    begin(robot);
    // By keyboard alone.
    robot.push(KeyCode.ENTER);
    window.untilShown(robot, "Write a few words, so that everybody can see later where");
    robot.write("the theatre");
    robot.push(KeyCode.ENTER);
    window.untilShown(robot, "That is not one address yet");
    assertThat(field(robot, "#export-own").getAccessibleHelp()).startsWith("That is not one");
    window.until("the focus is there", () -> field(robot, "#export-own").isFocused());
    robot.write("helen@riverside.example");
    robot.push(KeyCode.TAB);
    window.until("the kinds have the focus", () -> focused(robot, "#exports-format-csv"));
    robot.push(KeyCode.DOWN);
    window.files().saveAs = office.resolve("there.xlsx");
    window.tabTo(robot, "Choose where to write it");
    robot.push(KeyCode.SPACE);
    window.until("it is refused", () -> robot.lookup("#export-refused").tryQuery().isPresent());
    window.picture(robot, "journey-export-refused");
    assertThat(Files.readString(office.resolve("there.xlsx"))).isEqualTo("not to be replaced");
    assertThat(field(robot, "#export-handed-to").getText()).isEqualTo("the theatre");
    assertThat(field(robot, "#export-own").getText()).isEqualTo("helen@riverside.example");
    assertThat(selected(robot, "#exports-format-xlsx")).isTrue();
    assertThat(made()).isEmpty();

    window.files().saveAs = office.resolve("free.xlsx");
    robot.push(KeyCode.ENTER);
    window.untilShown(robot, "12 people stand in “free.xlsx”");
    assertThat(made()).hasSize(1);
  }

  private static boolean focused(FxRobot robot, String id) {
    return robot.lookup(id).<Node>query().isFocused();
  }

  private static boolean selected(FxRobot robot, String id) {
    return robot.lookup(id).queryAs(RadioButton.class).isSelected();
  }

  @Test
  void anExportWithoutAnAddressIsMadeToo(FxRobot robot) throws Exception {
    begin(robot);
    robot.write("the archive");
    robot.clickOn("#exports-canary-none");
    assertThat(robot.lookup("#export-own").tryQuery()).isEmpty();
    window.files().saveAs = office.resolve("archive.csv");
    robot.clickOn(window.button(robot, "Choose where to write it"));
    window.untilShown(robot, "12 people stand in “archive.csv”");
    assertThat(made()).singleElement().extracting(Export::canary).isNull();
    robot.clickOn(window.button(robot, "Whose is this address?"));
    robot.write("somebody@people.example");
    robot.push(KeyCode.ENTER);
    window.untilShown(robot, "somebody@people.example was put into no export");
  }

  @Test
  void aFileThatChangedOrAsksSomethingSaysSoBeforeItIsWritten(FxRobot robot) throws Exception {
    Files.writeString(list, "ann@people.example,Ann\nbob@people.example,Bob\n");
    robot.clickOn("#place-lists");
    robot.clickOn(window.button(robot, "Export the list members.csv"));
    window.untilShown(robot, "This file has changed since it was read here");
    window.untilShown(robot, "The list seems to have no heading");
    window.picture(robot, "journey-export-changed");
    robot.push(KeyCode.ESCAPE);
    Files.delete(list);
    robot.clickOn(window.button(robot, "Export the list members.csv"));
    window.until("it is missed", () -> !robot.lookup("#lists .danger").queryAll().isEmpty());
    window.picture(robot, "journey-export-missing");
    assertThat(made()).isEmpty();
  }

  @Test
  void anExportIsFoundByWhomItWasFor(FxRobot robot) throws Exception {
    for (String to : List.of("printer", "theatre", "bank")) {
      window
          .engine()
          .exporter()
          .export(
              ListRequest.of(list),
              new Order(
                  office.resolve(to + ".csv"),
                  "the " + to,
                  new CanaryWish.Plus("helen@riverside.example")),
              WorkProgress.NONE);
    }
    robot.clickOn("#place-lists");
    robot.clickOn(window.button(robot, "3 exports"));
    robot.push(KeyCode.CONTROL, KeyCode.F);
    robot.write("theatre");
    window.until("one is found", () -> rows(robot, "#exports-table") == 1);
    robot.interact(() -> window.size(1000, 700));
    robot.interact(() -> window.dark(true));
    window.picture(robot, "journey-exports-small-dark");
  }
}
