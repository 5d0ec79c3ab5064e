package org.postroom.ui.preview;

/// A page that can be looked at and reaches nothing. Only [SafeHtml] makes one.
public final class SafePage {
  private final String text;

  SafePage(String text) {
    this.text = text;
  }

  /// The whole page, in ASCII: what is not is written as a numeric entity, which every loader
  /// keeps.
  public String text() {
    return text;
  }
}
