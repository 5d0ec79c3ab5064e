package org.postroom.ui.common;

import javafx.beans.value.ObservableValue;

/// A screen that is shown while no mailshot is open.
public interface HomePage extends Screen {
  /// What the strip says meanwhile.
  ObservableValue<StripState> strip();

  /// True where it wears the marks of practice.
  default boolean practice() {
    return false;
  }

  /// A part of the strip was pressed.
  default void evidence(StripState.About about) {}
}
