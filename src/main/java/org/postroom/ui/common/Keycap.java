package org.postroom.ui.common;

import javafx.scene.AccessibleRole;
import javafx.scene.control.Label;
import javafx.scene.layout.Region;

/// A key, drawn as a keycap: a hint for the eye, not part of any accessible name.
public final class Keycap extends Label {
  public Keycap(String keys) {
    super(keys);
    getStyleClass().add("pr-keycap");
    setAccessibleRole(AccessibleRole.NODE);
    setMinWidth(Region.USE_PREF_SIZE);
  }
}
