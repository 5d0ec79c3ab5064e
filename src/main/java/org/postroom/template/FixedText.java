package org.postroom.template;

import java.util.List;

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

  /// The same text as one stretch.
  public List<Piece> pieces() {
    return List.of(new Piece(value, true));
  }

  public Markup markup() {
    return markup;
  }
}
