package org.postroom.ui;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import javafx.scene.Node;
import javafx.scene.input.KeyCode;
import javafx.stage.Stage;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.testfx.api.FxRobot;
import org.testfx.framework.junit5.ApplicationExtension;
import org.testfx.framework.junit5.Start;

/// The list of mailshots, by mouse and by keyboard.
@ExtendWith(ApplicationExtension.class)
class HomeJourney {
  private final FakePostroom engine = new FakePostroom().withMailshots();
  private TestWindow.Opened opened;

  @Start
  void start(Stage stage) {
    opened = TestWindow.open(stage, engine);
    opened.show();
    opened.size(1000, 760);
  }

  @Test
  void theListLooksAsDrawnInLightAndDark(FxRobot robot) {
    robot.interact(() -> opened.size(1180, 760));
    robot.interact(() -> opened.picture("01-home"));
    robot.interact(() -> opened.dark(true));
    robot.interact(() -> opened.picture("01-home-dark"));
    robot.interact(() -> opened.size(1000, 700));
    robot.interact(() -> opened.picture("01-home-small-dark"));

    assertThat(robot.lookup("#strip").queryAs(javafx.scene.Node.class).getAccessibleText())
        .startsWith("No mailshot yet, always one message each, nobody sees anyone else");
  }

  @Test
  void theBinShowsWhatWasMovedThereAndPutsItBack(FxRobot robot) throws Exception {
    engine.moveToBin(engine.entries.getFirst().id());
    robot.clickOn("#place-bin");
    assertThat(backs(robot)).containsExactly("Put “Christmas concert newsletter” back");
    robot.interact(() -> opened.picture("bin"));
    // The focus is on it.
    robot.type(KeyCode.SPACE);

    assertThat(engine.calls).contains("restoreFromBin");
    assertThat(backs(robot)).isEmpty();
    assertThat(robot.lookup("The Bin is empty.").tryQuery()).isPresent();
    assertThat(engine.entries).hasSize(6);
  }

  private static List<String> backs(FxRobot robot) {
    return robot.lookup("#bin .button").<Node>queryAll().stream()
        .map(Node::getAccessibleText)
        .toList();
  }

  @Test
  void enterOpensADraftAtItsFirstStepAndNeverAtSend(FxRobot robot) {
    robot.interact(
        () ->
            robot.lookup(".pr-mailshot").<javafx.scene.Node>queryAll().stream()
                .filter(row -> row.getAccessibleText().startsWith("Christmas"))
                .findFirst()
                .orElseThrow()
                .requestFocus());
    robot.type(KeyCode.ENTER);

    assertThat(engine.calls).contains("open 1.mailshot");
  }
}
