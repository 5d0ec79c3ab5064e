package org.postroom.ui.common;

import java.util.Locale;

/// The states that a badge can show: icon, word and colour belong together.
public enum BadgeKind {
  DRAFT(Icons.DRAFT, "neutral"),
  BLOCKED(Icons.BLOCKED, "danger"),
  CLEARED(Icons.CHECKED, "success"),
  HELD(Icons.HELD, "warning"),
  SENDING(Icons.SEND, "accent"),
  PAUSED(Icons.HELD, "warning"),
  STOPPED(Icons.STOP, "neutral"),
  NEEDS_DECISION(Icons.QUESTION, "warning"),
  DONE(Icons.TICK, "success"),
  PRACTICE(Icons.PRACTICE, "practice");

  private final String icon;
  private final String tone;

  BadgeKind(String icon, String tone) {
    this.icon = icon;
    this.tone = tone;
  }

  /// The icon's name in the Feather pack.
  public String icon() {
    return icon;
  }

  /// The style class of the colour.
  public String tone() {
    return tone;
  }

  /// The text's key.
  public String key() {
    return "badge." + name().toLowerCase(Locale.ROOT).replace('_', '-');
  }
}
