package org.postroom.ui;

import java.util.Map;
import javafx.scene.Scene;
import javafx.scene.input.KeyCode;
import javafx.scene.input.KeyCodeCombination;
import javafx.scene.input.KeyCombination;
import javafx.scene.input.KeyEvent;
import org.postroom.ui.common.Screen;
import org.postroom.ui.common.Step;

/// The window's keyboard map. The screen's own keys come first, a dialog takes all but Escape.
final class Keys {
  private final Scene scene;
  private final PostroomWindow window;
  private boolean taken;

  Keys(Scene scene, PostroomWindow window) {
    this.scene = scene;
    this.window = window;
  }

  void install() {
    scene.addEventFilter(
        KeyEvent.KEY_PRESSED,
        event -> {
          before(event);
          taken = event.isConsumed();
        });
    // A key that was taken must not arrive as a letter in the editor that it opened.
    scene.addEventFilter(
        KeyEvent.KEY_TYPED,
        event -> {
          if (taken) {
            event.consume();
          }
        });
    scene.addEventHandler(KeyEvent.KEY_PRESSED, this::after);
  }

  /// Keys that mean the same wherever the focus is.
  private void before(KeyEvent event) {
    if (window.dialogOpen()) {
      if (event.getCode() == KeyCode.ESCAPE) {
        window.escape();
        event.consume();
      }
      return;
    }
    if (event.isAltDown() && !event.isShortcutDown() && event.getCode().isDigitKey()) {
      Step.numbered(event.getCode().getCode() - KeyCode.DIGIT0.getCode())
          .ifPresent(
              step -> {
                window.step(step);
                event.consume();
              });
    } else if (event.isShortcutDown() && event.getCode() == KeyCode.ENTER) {
      window.continueByKey();
      event.consume();
    } else if (event.getCode() == KeyCode.F6) {
      window.nextRegion(event.isShiftDown());
      event.consume();
    } else if (event.getCode() == KeyCode.F1) {
      window.help();
      event.consume();
    } else if (event.getCode() == KeyCode.F2) {
      window.rename();
      event.consume();
    } else if (new KeyCodeCombination(KeyCode.N, KeyCombination.SHORTCUT_DOWN).match(event)) {
      window.newMailshot();
      event.consume();
    } else {
      own(event);
    }
  }

  private void own(KeyEvent event) {
    Screen screen = window.screen();
    if (screen == null) {
      return;
    }
    for (Map.Entry<KeyCombination, Runnable> key : screen.keys().entrySet()) {
      if (key.getKey().match(event)) {
        key.getValue().run();
        event.consume();
        return;
      }
    }
  }

  /// Escape, where nothing else wanted it (a menu, a field being edited).
  private void after(KeyEvent event) {
    if (event.getCode() == KeyCode.ESCAPE && !event.isConsumed()) {
      window.escape();
      event.consume();
    }
  }
}
