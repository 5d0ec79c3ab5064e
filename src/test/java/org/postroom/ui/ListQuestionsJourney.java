package org.postroom.ui;

import static org.assertj.core.api.Assertions.assertThat;

import com.sun.javafx.scene.input.DragboardHelper;
import com.sun.javafx.tk.TKClipboard;
import java.lang.reflect.Proxy;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Set;
import javafx.event.Event;
import javafx.event.EventType;
import javafx.scene.Node;
import javafx.scene.control.ComboBox;
import javafx.scene.control.TableView;
import javafx.scene.input.DataFormat;
import javafx.scene.input.DragEvent;
import javafx.scene.input.Dragboard;
import javafx.scene.input.KeyCode;
import javafx.scene.input.TransferMode;
import javafx.stage.Stage;
import org.junit.jupiter.api.Test;
import org.postroom.document.MailshotDocument.Correction;
import org.postroom.document.MailshotDocument.LeaveOut;
import org.postroom.tabular.Books;
import org.testfx.api.FxRobot;
import org.testfx.framework.junit5.Start;

/// What reading a list leaves open is asked in the window, and one click answers it.
class ListQuestionsJourney extends ListJourney {
  @Start
  void open(Stage stage) throws Exception {
    begin(stage);
  }

  private static Books.Tab tab(String name, String state, String... rows) {
    return new Books.Tab(
        name,
        state,
        "<sheetData>" + Books.row(1, "", "Email", "Name") + String.join("", rows) + "</sheetData>");
  }

  @Test
  void aBrokenNameIsReadWithTheCharsetThatIsOffered(FxRobot robot) throws Exception {
    Path list =
        Files.write(
            office.resolve("members.csv"),
            "Email,Name\r\njose@people.example,José Núñez\r\n".getBytes(StandardCharsets.UTF_8));
    choose(robot, list);
    window.untilShown(robot, "José Núñez");
    robot.interact(
        () -> robot.lookup("#change-reading").queryAs(javafx.scene.control.Hyperlink.class).fire());
    window.untilShown(robot, "It would then read as 1 person");
    robot.interact(() -> charset(robot).setValue("windows-1252"));
    window.until("it is redrawn", () -> firstRow(robot).contains("JosÃ© NÃºÃ±ez"));
    window.picture(robot, "journey-reading-charset");
    robot.clickOn(window.button(robot, "Read it like this"));
    window.untilShown(robot, "JosÃ© NÃºÃ±ez");
    window.untilShown(robot, "Letters seem to come out wrong in the list");
    window.picture(robot, "journey-asked-charset");
    robot.clickOn(window.button(robot, "Read as UTF-8"));
    window.untilShown(robot, "José Núñez");
    window.until("the choice is saved", () -> "UTF-8".equals(saved().charset()));
    assertThat(robot.lookup("#list-questions").query().isVisible()).isFalse();
  }

  @SuppressWarnings("unchecked") // Asserted by what is read from it.
  private static ComboBox<String> charset(FxRobot robot) {
    return robot.lookup("#charset").queryAs(ComboBox.class);
  }

  @SuppressWarnings("unchecked") // Asserted by what is read from it.
  private static String firstRow(FxRobot robot) {
    return robot
        .lookup(".pr-dialog .table-view")
        .tryQueryAs(TableView.class)
        .map(table -> table.getItems().isEmpty() ? "" : table.getItems().getFirst().toString())
        .orElse("");
  }

  @Test
  void theSheetIsPickedAndHiddenRowsAreDecided(FxRobot robot) throws Exception {
    Path list =
        Files.write(
            office.resolve("members.xlsx"),
            Books.xlsx(
                List.of(
                    tab("Altos", "", Books.row(2, "", "ann@people.example", "Ann")),
                    tab(
                        "Basses",
                        "",
                        Books.row(2, "", "bob@people.example", "Bob"),
                        Books.row(3, "hidden=\"1\"", "ben@people.example", "Ben")),
                    tab("Old", "hidden", Books.row(2, "", "cyd@people.example", "Cyd")))));
    choose(robot, list);
    window.untilShown(robot, "Several sheets hold addresses");
    window.untilShown(robot, "A hidden sheet holds addresses");
    window.picture(robot, "journey-asked-sheets");
    robot.clickOn(window.button(robot, "Read “Basses”"));
    window.untilShown(robot, "sheet “Basses”");
    window.untilShown(robot, "1 row is hidden in the list");
    robot.clickOn(window.button(robot, "Leave it out"));
    window.until("it is decided", () -> !saved().leaveOut().isEmpty());
    assertThat(saved().leaveOut())
        .containsExactly(new LeaveOut(2, "ben@people.example", "hidden in the spreadsheet"));
    // Another sheet, from the list of them; its rows are not those that were decided about.
    robot.interact(
        () -> robot.lookup("#change-reading").queryAs(javafx.scene.control.Hyperlink.class).fire());
    window.untilShown(robot, "It would then read as 1 person");
    assertThat(sheets(robot).getItems()).containsExactly("", "Altos", "Basses", "Old");
    robot.interact(() -> sheets(robot).setValue("Old"));
    window.until("it is redrawn", () -> firstRow(robot).contains("cyd@people.example"));
    window.picture(robot, "journey-reading-sheets");
    robot.push(KeyCode.ESCAPE);
    window.untilShown(robot, "sheet “Basses”");
  }

  @SuppressWarnings("unchecked") // Asserted by what is read from it.
  private static ComboBox<String> sheets(FxRobot robot) {
    return robot.lookup("#sheet").queryAs(ComboBox.class);
  }

  @Test
  void aMistypedAddressIsCorrectedByOneClickAndNeverByItself(FxRobot robot) throws Exception {
    Path list =
        Files.writeString(
            office.resolve("members.csv"),
            """
            Email,Name
            ann@gmial.com,Ann
            bob@people.example,Bob
            cyd@hotmail.con,Cyd
            """);
    choose(robot, list);
    window.untilShown(robot, "2 addresses look mistyped");
    assertThat(saved().corrections()).isEmpty();
    robot.clickOn(window.button(robot, "Look at them"));
    window.untilShown(robot, "Addresses that look mistyped");
    window.picture(robot, "journey-suggestions");
    robot.push(KeyCode.ENTER);
    window.until(
        "one is left", () -> robot.lookup("#suggestions").queryListView().getItems().size() == 1);
    robot.clickOn(window.button(robot, "Leave the others as they are"));
    window.untilShown(robot, "ann@gmail.com");
    window.untilShown(robot, "1 address looks mistyped");
    window.until("it is saved", () -> !saved().corrections().isEmpty());
    assertThat(saved().corrections())
        .containsExactly(new Correction(1, "Email", "ann@gmial.com", "ann@gmail.com"));
    robot.clickOn(window.button(robot, "Use cyd@hotmail.com"));
    window.untilShown(robot, "cyd@hotmail.com");
    window.until("both are saved", () -> saved().corrections().size() == 2);
  }

  @Test
  void aFileIsDroppedOnThePage(FxRobot robot) throws Exception {
    Path list =
        Files.writeString(office.resolve("dropped.csv"), "Email,Name\nann@people.example,Ann\n");
    show(robot);
    Node page = robot.lookup("#people").query();
    robot.interact(() -> drag(page, DragEvent.DRAG_OVER, list));
    window.picture(robot, "journey-drop-over");
    robot.interact(() -> drag(page, DragEvent.DRAG_DROPPED, list));
    window.untilShown(robot, "dropped.csv");
    window.untilShown(robot, "1 person");
    window.until("it is saved", () -> saved().file().endsWith("dropped.csv"));
    // Where it came from stands beside it.
    window.untilShown(robot, "Digest (SHA-256)");
  }

  /// As the platform says it when a file is dragged from its file manager.
  private static void drag(Node page, EventType<DragEvent> type, Path file) {
    TKClipboard platform =
        (TKClipboard)
            Proxy.newProxyInstance(
                TKClipboard.class.getClassLoader(),
                new Class<?>[] {TKClipboard.class},
                (_, method, args) ->
                    switch (method.getName()) {
                      case "hasContent" -> DataFormat.FILES.equals(args[0]);
                      case "getContent" ->
                          DataFormat.FILES.equals(args[0]) ? List.of(file.toFile()) : null;
                      case "getContentTypes" -> Set.of(DataFormat.FILES);
                      case "getTransferModes" -> Set.of(TransferMode.COPY);
                      default -> null;
                    });
    Dragboard board = DragboardHelper.createDragboard(platform);
    Event.fireEvent(
        page, new DragEvent(type, board, 10, 10, 10, 10, TransferMode.COPY, null, page, null));
  }

  @Test
  void aReadingThatIsStoppedKeepsTheFormerList(FxRobot robot) throws Exception {
    Path small =
        Files.writeString(office.resolve("small.csv"), "Email,Name\nann@people.example,Ann\n");
    StringBuilder rows = new StringBuilder("Email,Name\r\n");
    for (int i = 0; i < 400_000; i++) {
      rows.append("member").append(i).append("@people.example,Member ").append(i).append("\r\n");
    }
    Path large = Files.writeString(office.resolve("large.csv"), rows);
    choose(robot, small);
    window.untilShown(robot, "1 person");
    window.untilSaved();
    window.files().list = large;
    robot.clickOn(window.button(robot, "Replace list"));
    robot.clickOn(window.button(robot, "Stop reading"));
    window.until("it is stopped", () -> window.model().readingProperty().get() == null);
    window.untilShown(robot, "small.csv");
    assertThat(window.model().document().recipients().file()).endsWith("small.csv");
    window.untilSaved();
    assertThat(saved().file()).endsWith("small.csv");
  }

  @Test
  void aListThatChangedIsComparedAndDecisionsThatFitNoMoreAreTakenBack(FxRobot robot)
      throws Exception {
    Path list =
        Files.writeString(
            office.resolve("members.csv"),
            """
            Email,Name
            ann@people.example,Ann
            bob@people.example,Bob
            """);
    choose(robot, list);
    window.untilShown(robot, "2 people");
    window.until("the list is known", () -> saved().sha256() != null);
    Files.writeString(
        list,
        """
        Email,Name
        ann@people.example,Anna
        cyd@people.example,Cyd
        """);
    robot.clickOn(window.button(robot, "Read again"));
    window.untilShown(robot, "The list has changed since the mailshot was saved");
    window.untilShown(robot, "1 person came (cyd@people.example)");
    window.picture(robot, "journey-list-changed");
    robot.clickOn(window.button(robot, "Use the list as it is now"));
    window.until(
        "nothing is asked any more", () -> !robot.lookup("#list-questions").query().isVisible());

    select(robot, "#people-table", 1);
    robot.push(KeyCode.DELETE);
    window.untilShown(robot, "Leave out Cyd");
    robot.write("moved away");
    robot.push(KeyCode.ENTER);
    window.untilShown(robot, "1 person");
    Files.writeString(list, "Email,Name\nzoe@people.example,Zoe\nyan@people.example,Yan\n");
    robot.clickOn(window.button(robot, "Read again"));
    window.untilShown(robot, "The mailshot no longer fits its list");
    window.picture(robot, "journey-decisions-fit-no-more");
    robot.clickOn(window.button(robot, "Take back what was decided"));
    window.untilShown(robot, "2 people");
    window.until("they are taken back", () -> saved().leaveOut().isEmpty());
  }
}
