package org.postroom.ui;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import javafx.scene.Node;
import javafx.scene.control.MenuButton;
import javafx.scene.control.MenuItem;
import javafx.scene.control.ToggleButton;
import javafx.scene.input.KeyCode;
import javafx.scene.shape.Path;
import javafx.stage.Stage;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.postroom.engine.Through;
import org.postroom.ui.common.Step;
import org.testfx.api.FxRobot;
import org.testfx.framework.junit5.ApplicationExtension;
import org.testfx.framework.junit5.Start;
import org.testfx.util.WaitForAsyncUtils;

/// Slips of the pen: seen as waves, said in words, and mended with the keyboard alone.
@ExtendWith(ApplicationExtension.class)
class SpellingJourney {
  private final FakePostroom engine = new FakePostroom();
  private TestWindow.Opened opened;

  @Start
  void start(Stage stage) {
    opened = TestWindow.open(stage, engine);
    opened.show();
    opened.size(1000, 760);
    Through real =
        new Through.Server(
            "smtp.office.example", 587, Through.Security.STARTTLS, "news", false, 1, 30);
    opened.window().open(FakePostroom.christmas(), real, Step.MESSAGE);
  }

  @Test
  void aSlipIsSeenSaidAndMendedByKeyboard(FxRobot robot) {
    write(robot, "Dear ");
    robot.write("{{");
    robot.write("first");
    robot.type(KeyCode.ENTER);
    robot.write(", the rehersal is on wensday. Hello Okaforr, see https://choir.example/wensday");
    robot.interact(opened::passTime);
    WaitForAsyncUtils.waitForFxEvents();

    assertThat(bar(robot).getText()).isEqualTo("3 words unknown");
    assertThat(bar(robot).getAccessibleText()).isEqualTo("Spelling: 3 words unknown");
    assertThat(waves(robot)).isEqualTo(3);
    robot.interact(() -> opened.picture("06-spelling"));

    // F7 goes round: from the end of the text to its first slip.
    robot.type(KeyCode.F7);
    robot.type(KeyCode.ENTER);
    robot.interact(opened::passTime);
    WaitForAsyncUtils.waitForFxEvents();
    assertThat(engine.bodies.get("letter.md")).contains("the rehearsal is on wensday.");
    assertThat(bar(robot).getText()).isEqualTo("2 words unknown");

    // A name that is right is not asked about again, in this workspace.
    robot.type(KeyCode.F7, KeyCode.ESCAPE, KeyCode.F7);
    robot.interact(() -> menuItem(robot, "spelling-add").fire());
    WaitForAsyncUtils.waitForFxEvents();
    assertThat(bar(robot).getText()).isEqualTo("1 word unknown");
    assertThat(engine.setting("spelling.words")).contains("Okaforr");
    assertThat(waves(robot)).isEqualTo(1);
  }

  /// A German letter is not a letter full of slips.
  @Test
  void aTextOfAnotherLanguageIsNotFullOfSlips(FxRobot robot) {
    write(robot, "Liebe Freunde, wir treffen uns wieder am kommenden Samstag und singen gemeinsam");
    robot.interact(opened::passTime);
    WaitForAsyncUtils.waitForFxEvents();

    assertThat(bar(robot).getText()).isEqualTo("Not English (United Kingdom)?");
    assertThat(waves(robot)).isZero();
  }

  @Test
  void whoWantsNoneHasNone(FxRobot robot) {
    write(robot, "the rehersal is");
    robot.interact(opened::passTime);
    assertThat(bar(robot).getText()).isEqualTo("1 word unknown");
    robot.interact(
        () -> {
          bar(robot).show();
          bar(robot).getItems().getLast().fire();
          bar(robot).hide();
          opened.passTime();
        });
    WaitForAsyncUtils.waitForFxEvents();

    assertThat(bar(robot).getText()).isEqualTo("No spell check");
    assertThat(waves(robot)).isZero();
  }

  /// They were only looked at where the text is shown formatted.
  @Test
  void slipsAreSeenInTheOtherViewsAsWell(FxRobot robot) {
    write(robot, "Dear ");
    robot.write("{{");
    robot.write("first");
    robot.type(KeyCode.ENTER);
    robot.write(", the rehersal is at Postroom");
    robot.interact(opened::passTime);
    for (String view : List.of("markdown", "html", "plain")) {
      robot.interact(() -> robot.lookup("#view-" + view).queryAs(ToggleButton.class).fire());
      robot.interact(opened::passTime);
      WaitForAsyncUtils.waitForFxEvents();
      assertThat(bar(robot).isVisible()).as(view).isTrue();
      assertThat(bar(robot).getText()).as(view).isEqualTo("1 word unknown");
      // Of a page in HTML the head is seen first.
      assertThat(waves(robot)).as(view).isEqualTo(view.equals("html") ? 0 : 1);
    }
    robot.interact(() -> robot.lookup("#view-markdown").queryAs(ToggleButton.class).fire());
    robot.interact(opened::passTime);
    // At 1000 points the sentence did not fit, and was cut in the middle of a word.
    assertThat(robot.lookup("made by itself").tryQuery()).isPresent();
    robot.interact(() -> opened.picture("06-spelling-markdown"));
    robot.type(KeyCode.F7);
    robot.type(KeyCode.ENTER);
    robot.interact(opened::passTime);
    WaitForAsyncUtils.waitForFxEvents();

    assertThat(engine.bodies.get("letter.md")).contains("the rehearsal is at Postroom");
    assertThat(bar(robot).getText()).isEqualTo("No unknown word");
    assertThat(waves(robot)).isZero();
  }

  private void write(FxRobot robot, String text) {
    robot.interact(() -> robot.lookup("#body").queryAs(Node.class).requestFocus());
    robot.press(KeyCode.CONTROL).type(KeyCode.A).release(KeyCode.CONTROL);
    robot.type(KeyCode.BACK_SPACE);
    robot.write(text);
  }

  private static MenuButton bar(FxRobot robot) {
    return robot.lookup("#spelling").queryAs(MenuButton.class);
  }

  private static MenuItem menuItem(FxRobot robot, String id) {
    return robot.listWindows().stream()
        .filter(javafx.scene.control.ContextMenu.class::isInstance)
        .map(javafx.scene.control.ContextMenu.class::cast)
        .flatMap(menu -> menu.getItems().stream())
        .filter(item -> id.equals(item.getId()))
        .findFirst()
        .orElseThrow();
  }

  private static long waves(FxRobot robot) {
    return robot.lookup(".pr-unknown-word").queryAllAs(Path.class).stream()
        .filter(drawn -> drawn.getParent().isVisible())
        .flatMap(drawn -> drawn.getElements().stream())
        .filter(javafx.scene.shape.MoveTo.class::isInstance)
        .count();
  }
}
