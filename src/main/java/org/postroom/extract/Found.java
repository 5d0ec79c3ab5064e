package org.postroom.extract;

import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.postroom.safety.TextExtractor.Extraction;
import org.postroom.safety.TextExtractor.Piece;
import org.postroom.safety.TextExtractor.Sort;

/// Collects what is read in one file and the files inside it.
final class Found {
  private final List<Piece> pieces = new ArrayList<>();
  private final Budget budget;
  private @Nullable String unreadable;
  private boolean picture;

  Found(Budget budget) {
    this.budget = budget;
  }

  void text(String inside, String text) {
    if (!text.isBlank()) {
      pieces.add(new Piece(inside, text));
    }
  }

  /// Something about the file that its words do not show.
  void mark(String inside, String text, Sort sort) {
    pieces.add(new Piece(inside, text, sort));
  }

  /// A part that could not be read; the first reason is told.
  void unreadable(String why) {
    if (unreadable == null) {
      unreadable = why;
    }
  }

  void picture() {
    picture = true;
  }

  Budget budget() {
    return budget;
  }

  Extraction extraction() {
    if (unreadable != null) {
      return new Extraction.Unreadable(unreadable, List.copyOf(pieces));
    }
    return pieces.isEmpty() && picture
        ? new Extraction.Picture()
        : new Extraction.Text(List.copyOf(pieces));
  }
}
