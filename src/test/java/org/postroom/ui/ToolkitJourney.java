package org.postroom.ui;

import static org.assertj.core.api.Assertions.assertThat;

import javafx.scene.Scene;
import javafx.scene.control.Button;
import javafx.scene.input.KeyCode;
import javafx.scene.layout.StackPane;
import javafx.stage.Stage;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.testfx.api.FxRobot;
import org.testfx.framework.junit5.ApplicationExtension;
import org.testfx.framework.junit5.Start;

/// Every journey stands on this: a real stage shows, and mouse and keys reach it, without X or GTK.
@ExtendWith(ApplicationExtension.class)
class ToolkitJourney {
  private int presses;

  @Start
  void show(Stage stage) {
    Button button = new Button("Not yet");
    button.setOnAction(event -> button.setText("Pressed " + ++presses));
    stage.setScene(new Scene(new StackPane(button), 320, 200));
    stage.show();
  }

  @Test
  void theMouseReachesAButton(FxRobot robot) {
    robot.clickOn("Not yet");

    assertThat(robot.lookup(".button").queryButton().getText()).isEqualTo("Pressed 1");
  }

  @Test
  void theKeyboardReachesAButton(FxRobot robot) {
    robot.type(KeyCode.SPACE);

    assertThat(robot.lookup(".button").queryButton().getText()).isEqualTo("Pressed 1");
  }
}
