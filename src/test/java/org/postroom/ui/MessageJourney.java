package org.postroom.ui;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.util.List;
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

/// The Message step: a text with fields, an attachment, and a list that is refused as one.
@ExtendWith(ApplicationExtension.class)
class MessageJourney {
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
  void theMessageLooksAsDrawnAndTheListIsRefused(FxRobot robot) {
    opened.files().attachments = List.of(Path.of("/choir/members.csv"));
    robot.interact(() -> robot.lookup("#attach").queryButton().fire());
    robot.interact(() -> opened.size(1180, 760));
    robot.interact(() -> opened.picture("03-message"));
    robot.interact(() -> robot.lookup("#insert-field").queryButton().fire());
    robot.interact(() -> opened.picture("03-message-field"));
    robot.interact(() -> opened.dark(true));
    robot.interact(() -> opened.size(1000, 700));
    robot.interact(() -> opened.picture("03-message-small-dark"));

    assertThat(robot.lookup("#refused").queryAs(Node.class).getAccessibleText())
        .startsWith("Not attached: members.csv. This is the list you are writing to.")
        .contains("312 people");
    assertThat(
            java.util.Objects.requireNonNull(opened.window().mailshot())
                .model()
                .document()
                .attachments())
        .hasSize(1);
  }

  @Test
  void aFieldIsInsertedByKeyboardAloneAndWrittenToTheFile(FxRobot robot) {
    robot.interact(() -> robot.lookup("#body").queryAs(Node.class).requestFocus());
    robot.press(KeyCode.CONTROL).type(KeyCode.J).release(KeyCode.CONTROL);
    robot.write("voi");
    robot.type(KeyCode.ENTER);
    robot.interact(opened::passTime);

    assertThat(engine.bodies.get("letter.md")).startsWith("{{Voice}}Dear {{First name|friend}},");
  }

  @Test
  void backspaceSelectsAFieldBeforeItDeletesIt(FxRobot robot) {
    robot.interact(() -> robot.lookup("#subject").queryAs(Node.class).requestFocus());
    robot.type(KeyCode.END);
    robot.type(KeyCode.BACK_SPACE);
    robot.type(KeyCode.BACK_SPACE);
    assertThat(subject()).isEqualTo("See you on 12 December, {{First name|friend}}");
    robot.type(KeyCode.BACK_SPACE);

    assertThat(subject()).isEqualTo("See you on 12 December, ");
  }

  private String subject() {
    return java.util.Objects.requireNonNull(opened.window().mailshot())
        .model()
        .document()
        .subject();
  }
}
