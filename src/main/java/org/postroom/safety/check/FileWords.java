package org.postroom.safety.check;

import org.postroom.safety.TextExtractor.Piece;

/// What of a file is looked at for marks. They stand at its beginning or not at all, and a pattern
/// over a table of ten megabytes takes minutes; people are searched for in all of it.
final class FileWords {
  private static final int MOST = 100_000;

  private FileWords() {}

  static String of(Piece piece) {
    return piece.text().substring(0, Math.min(MOST, piece.text().length()));
  }
}
