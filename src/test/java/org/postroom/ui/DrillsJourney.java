package org.postroom.ui;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Objects;
import javafx.scene.control.Button;
import javafx.scene.input.KeyCode;
import javafx.stage.Stage;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.api.io.TempDir;
import org.postroom.drill.Drill;
import org.testfx.api.FxRobot;
import org.testfx.framework.junit5.ApplicationExtension;
import org.testfx.framework.junit5.Start;

/// The founding incidents, each walked into in the window and seen caught.
@ExtendWith(ApplicationExtension.class)
class DrillsJourney {
  @TempDir Path workspace;
  private @Nullable Stage given;
  private @Nullable RealWindow drill;
  private @Nullable Drill started;

  @Start
  void keep(Stage stage) {
    given = stage;
  }

  @AfterEach
  void close() {
    if (drill != null) {
      drill.close();
    }
  }

  @Test
  void everybodysAddressInOneLetter(FxRobot robot) {
    RealWindow window = start(robot, Drill.I1);
    toTheReview(robot);
    window.untilShown(robot, "One thing to fix");
    caught(robot, "There is no field for other people’s addresses");
  }

  @Test
  void theRecall(FxRobot robot) {
    RealWindow window = start(robot, Drill.I2);
    window.untilShown(robot, "All 40 are settled");
    robot.clickOn(window.button(robot, "Write a correction to those who got it"));
    caught(robot, "What has left cannot be called back");
    window.untilShown(robot, "What do you want to say?");
    window.until(
        "the text has the focus",
        () -> "body".equals(window.window().scene().getFocusOwner().getId()));
  }

  @Test
  void theListInsteadOfTheProgramme(FxRobot robot) {
    RealWindow window = start(robot, Drill.I3);
    window.files().attachments = List.of(window.model().file().folder().resolve("people.csv"));
    robot.clickOn(window.button(robot, "Attach a file"));
    window.untilShown(robot, "Not attached: people.csv");
    caught(robot, "The list is never attached");
  }

  @Test
  void haltedHalfWay(FxRobot robot) throws Exception {
    RealWindow window = start(robot, Drill.I4);
    window.until("a draft", () -> !window.model().countingProperty().get());
    robot.push(KeyCode.ALT, KeyCode.DIGIT4);
    window.untilShown(robot, "Ready.");
    robot.clickOn(window.button(robot, "Continue to Send"));
    window.untilShown(robot, "How many people");
    robot.clickOn(".send-number").write("40");
    robot.clickOn(window.button(robot, "Send 40 messages to practice"));
    window.button(robot, "Stop sending");
    window.until(
        "a letter has left",
        () ->
            window.engine().report(window.model().file(), true).orElseThrow().counts().accepted()
                > 0);
    robot.clickOn(window.button(robot, "Stop sending"));
    caught(robot, "After Stop at most one more letter leaves");
    window.untilShown(robot, "Stopped.");
  }

  @Test
  void theDraftThatWasSent(FxRobot robot) {
    RealWindow window = start(robot, Drill.I5);
    toTheReview(robot);
    window.untilShown(robot, "Must fix");
    caught(robot, "Marks of a draft stop a letter");
  }

  @Test
  void whereDidTheyGetMyAddress(FxRobot robot) {
    RealWindow window = start(robot, Drill.I6);
    robot.push(KeyCode.ALT, KeyCode.DIGIT4);
    window.untilShown(robot, "One thing to confirm");
    caught(robot, "Every list carries where it came from");
  }

  @Test
  void theTestAddressThatStayedIn(FxRobot robot) {
    start(robot, Drill.I7);
    caught(robot, "One address with the data of forty people");
  }

  @Test
  void thrownAway(FxRobot robot) throws Exception {
    RealWindow window = start(robot, Drill.I8);
    robot.rightClickOn("Summer concert");
    robot.clickOn("Move to the Bin");
    window.untilShown(robot, "“Summer concert” was moved to the Bin");
    assertThat(window.engine().mailshots()).isEmpty();
    robot.clickOn("#place-bin");
    robot.clickOn(window.button(robot, "Put “Summer concert” back"));
    caught(robot, "Nothing deletes by itself");
    assertThat(window.engine().mailshots()).hasSize(1);
  }

  @Test
  void theListThatLeaked(FxRobot robot) throws Exception {
    RealWindow window = start(robot, Drill.I9);
    robot.clickOn(window.button(robot, "Export the list people.csv"));
    window.untilShown(robot, "40 people will stand in the file");
    robot.write("the printer");
    robot.clickOn("#export-own");
    robot.write("helen@riverside.example");
    window.files().saveAs = workspace.resolve("for the printer.csv");
    robot.clickOn(window.button(robot, "Choose where to write it"));
    window.untilShown(robot, "40 people stand in");
    String canary = Objects.requireNonNull(window.engine().exporter().all().getFirst().canary());
    robot.clickOn(window.button(robot, "1 list"));
    robot.clickOn(window.button(robot, "Whose is this address?"));
    robot.write(canary);
    robot.push(KeyCode.ENTER);
    caught(robot, "Each export can carry one address");
  }

  @Test
  void somebodyElsesList(FxRobot robot) throws Exception {
    RealWindow window = start(robot, Drill.I10);
    toTheReview(robot);
    window.untilShown(robot, "One thing to fix");
    caught(robot, "A file with the data of several people");
    // What the committee wants to see: the review as a page that any browser prints.
    Path page = workspace.resolve("review.html");
    window.files().saveAs = page;
    robot.push(KeyCode.CONTROL, KeyCode.P);
    window.until("the page", () -> Files.exists(page));
    window.until("it is opened", () -> window.opened().contains(page.toUri().toString()));
    assertThat(Files.readString(page))
        .contains("<title>Review of “Summer concert”</title>")
        .contains("30 people are named in the file “table-plan.csv”");
  }

  @Test
  void theNextPersonsBill(FxRobot robot) {
    RealWindow window = start(robot, Drill.I11);
    toTheReview(robot);
    window.untilShown(robot, "Must fix");
    caught(robot, "A letter to one person that carries");
  }

  @Test
  void fiveTimesOrNever(FxRobot robot) {
    RealWindow window = start(robot, Drill.I12);
    window.untilShown(robot, "1 letter is in doubt.");
    robot.clickOn(window.button(robot, "Leave it: count as arrived"));
    robot.write("she rang and has it");
    robot.push(KeyCode.ENTER);
    caught(robot, "Whoever was accepted is never written to again");
    window.untilShown(robot, "All 40 are settled");
  }

  @Test
  void aDrillIsStartedFromHelpByKeyboardAloneAndLeavesNothing(FxRobot robot) throws Exception {
    robot.interact(() -> drill = new RealWindow(Objects.requireNonNull(given), workspace));
    RealWindow window = Objects.requireNonNull(drill);
    window.untilShown(robot, "Write once.");
    robot.push(KeyCode.F1);
    window.tabTo(robot, "Practice drills…");
    robot.push(KeyCode.SPACE);
    window.untilShown(robot, "Twelve mistakes");
    window.picture(robot, "drills");
    window.tabTo(robot, "Start the drill: The list instead of the programme");
    robot.push(KeyCode.SPACE);
    window.until("the drill's window", () -> window.window().drill() != null);
    PostroomWindow started = Objects.requireNonNull(window.window().drill());
    window.untilShown(robot, "Drill 3 of 12");
    Path folder = Objects.requireNonNull(started.mailshot()).model().file().folder();
    assertThat(folder.resolve("people.csv")).exists();
    robot.interact(() -> ((Button) started.scene().lookup("#end-drill")).fire());
    window.until("the drill is gone", () -> !Files.exists(folder));
    assertThat(window.engine().mailshots()).as("the person's own workspace").isEmpty();
    assertThat(window.engine().seenLists().all()).isEmpty();
  }

  private RealWindow start(FxRobot robot, Drill which) {
    started = which;
    robot.interact(() -> drill = new RealWindow(new Stage(), which));
    RealWindow window = Objects.requireNonNull(drill);
    window.untilShown(robot, "Drill " + which.number() + " of 12");
    return window;
  }

  private void toTheReview(FxRobot robot) {
    RealWindow window = Objects.requireNonNull(drill);
    window.until("a draft", () -> !window.model().countingProperty().get());
    robot.push(KeyCode.ALT, KeyCode.DIGIT4);
  }

  private void caught(FxRobot robot, String words) {
    RealWindow window = Objects.requireNonNull(drill);
    window.untilShown(robot, "Caught");
    window.untilShown(robot, words);
    window.picture(robot, "drill-" + started);
  }
}
