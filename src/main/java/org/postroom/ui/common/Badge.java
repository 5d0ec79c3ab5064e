package org.postroom.ui.common;

import javafx.scene.control.Label;
import javafx.scene.layout.Region;

/// A state as icon, word and colour together.
public final class Badge extends Label {
  public Badge(BadgeKind kind, Texts texts) {
    this(kind.icon(), texts.get(kind.key()), kind.tone());
  }

  /// @param tone `neutral`, `accent`, `success`, `warning`, `danger` or `practice`
  public Badge(String icon, String text, String tone) {
    super(text, Icons.sized(icon, 13));
    getStyleClass().addAll("pr-badge", tone);
    setMinWidth(Region.USE_PREF_SIZE);
  }
}
