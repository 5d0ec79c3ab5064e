package org.postroom.ui.common;

import java.util.Map;
import javafx.scene.Node;
import javafx.scene.input.KeyCombination;
import javafx.scene.layout.Region;

/// What stands between rail, footer and strip. Made once for each mailshot that is opened, shown
/// and hidden many times.
public interface Screen {
  /// The content. Its `minHeight` is the height under which the content scrolls.
  Region node();

  /// Called each time the screen has become visible.
  default void shown() {}

  /// Called when another screen takes its place, or the mailshot is closed.
  default void hidden() {}

  /// Where the focus goes when the screen opens: its safe default or its first field.
  default Node firstFocus() {
    return node();
  }

  /// Escape was pressed and no panel was open.
  ///
  /// @return true where that meant something here
  default boolean escape() {
    return false;
  }

  /// The screen's own keys, for example Ctrl+O.
  default Map<KeyCombination, Runnable> keys() {
    return Map.of();
  }

  /// Asked before the mailshot or the window is closed. A screen that says no asks the person first
  /// and calls `goOn` where they want to leave all the same.
  default boolean mayLeave(Runnable goOn) {
    return true;
  }
}
