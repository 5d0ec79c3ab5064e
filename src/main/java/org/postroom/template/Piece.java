package org.postroom.template;

import java.util.List;

/// A stretch of a finished text. Stretches that the template wrote are the same in every letter
/// that took the same branch, so what is made of them can be kept.
///
/// @param text as it stands in the whole
/// @param fixed true where the template wrote it and nothing of it came from the list
public record Piece(String text, boolean fixed) {
  /// The whole text.
  public static String join(List<Piece> pieces) {
    if (pieces.size() == 1) {
      return pieces.getFirst().text();
    }
    int length = 0;
    for (Piece piece : pieces) {
      length += piece.text.length();
    }
    StringBuilder whole = new StringBuilder(length);
    for (Piece piece : pieces) {
      whole.append(piece.text);
    }
    return whole.toString();
  }
}
