package org.postroom.ui;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Objects;
import javafx.scene.Node;
import javafx.scene.input.KeyCode;
import javafx.stage.Stage;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.postroom.engine.Through;
import org.postroom.ui.common.Step;
import org.testfx.api.FxRobot;
import org.testfx.framework.junit5.ApplicationExtension;
import org.testfx.framework.junit5.Start;

/// The frame: the strip on every screen, practice, the keyboard map, the first start.
@ExtendWith(ApplicationExtension.class)
class FrameJourney {
  private final FakePostroom engine = new FakePostroom();
  private TestWindow.Opened opened;

  @Start
  void start(Stage stage) {
    opened = TestWindow.open(stage, engine);
    opened.show();
    opened.size(1000, 760);
  }

  private void practice(FxRobot robot) {
    robot.interact(
        () ->
            opened
                .window()
                .open(FakePostroom.christmas(), new Through.Practice(null), Step.PEOPLE));
  }

  private Step step() {
    OpenMailshot open = Objects.requireNonNull(opened.window().mailshot());
    return Objects.requireNonNull(open.current()).step();
  }

  @Test
  void theFirstStartLeadsToTheSampleInPracticeByEnterAlone(FxRobot robot) {
    robot.interact(() -> opened.size(1180, 760));
    robot.interact(() -> opened.picture("01b-home-first-start"));
    robot.type(KeyCode.ENTER);

    assertThat(engine.calls).contains("createSample");
    assertThat(robot.lookup("#practice-stripe").queryAs(Node.class).isVisible()).isTrue();
    assertThat(robot.lookup("#strip").queryAs(Node.class).getAccessibleText())
        .isEqualTo(
            "312 people, one message each, nobody sees anyone else."
                + " Practice account: nothing leaves this computer");
  }

  @Test
  void aStepsKeyOpensItAndWritesNothingIntoTheEditor(FxRobot robot) {
    practice(robot);
    robot.press(KeyCode.ALT).type(KeyCode.DIGIT2).release(KeyCode.ALT);
    robot.interact(opened::passTime);

    assertThat(step()).isEqualTo(Step.MESSAGE);
    assertThat(engine.bodies).isEmpty();
  }

  @Test
  void aStepThatCannotBeOpenedYetStaysClosedAndSaysWhy(FxRobot robot) {
    practice(robot);
    robot.press(KeyCode.ALT).type(KeyCode.DIGIT5).release(KeyCode.ALT);

    assertThat(step()).isEqualTo(Step.PEOPLE);
    assertThat(robot.lookup("#step-send").queryAs(Node.class).getAccessibleText())
        .isEqualTo("Send, step 5 of 6, After the review");
  }

  @Test
  void ctrlEnterGoesOnAndF6GoesFromRegionToRegion(FxRobot robot) {
    practice(robot);
    robot.press(KeyCode.CONTROL).type(KeyCode.ENTER).release(KeyCode.CONTROL);
    assertThat(step()).isEqualTo(Step.MESSAGE);
    robot.type(KeyCode.F6);

    assertThat(opened.window().scene().getFocusOwner().getId()).isEqualTo("back");
  }

  @Test
  void theNameIsEditedInPlaceAndSaved(FxRobot robot) {
    practice(robot);
    robot.type(KeyCode.F2);
    robot.write("Carols");
    robot.type(KeyCode.ENTER);
    robot.interact(opened::passTime);

    assertThat(engine.saves.getLast().document().name()).isEqualTo("Carols");
  }

  @Test
  void escapeClosesADialogAndTheFocusGoesBack(FxRobot robot) {
    practice(robot);
    Node before = opened.window().scene().getFocusOwner();
    robot.type(KeyCode.F1);
    robot.interact(() -> opened.picture("help"));
    assertThat(opened.window().dialogOpen()).isTrue();
    robot.type(KeyCode.ESCAPE);

    assertThat(opened.window().dialogOpen()).isFalse();
    assertThat(opened.window().scene().getFocusOwner()).isEqualTo(before);
  }
}
