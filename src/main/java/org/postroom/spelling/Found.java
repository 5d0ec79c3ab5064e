package org.postroom.spelling;

import java.nio.file.Path;
import java.util.Locale;

/// A dictionary that there is.
public sealed interface Found {
  Locale language();

  /// British English (SCOWL, en_GB-ise; its licence lies beside it).
  record BroughtAlong() implements Found {
    @Override
    public Locale language() {
      return Locale.UK;
    }
  }

  /// One of this computer, of the platform or of an office program.
  ///
  /// @param affixes its `.aff` file
  /// @param words its `.dic` file
  record OfThisComputer(Locale language, Path affixes, Path words) implements Found {}
}
