package org.postroom.template;

/// A text without any field: the only text a blind copy can carry. Made by [MergeTemplate#fixed()]
/// or for the program's own fixed texts.
public final class FixedText {
  private final String value;
  private final Markup markup;

  FixedText(String value, Markup markup) {
    this.value = value;
    this.markup = markup;
  }

  public String value() {
    return value;
  }

  public Markup markup() {
    return markup;
  }
}
