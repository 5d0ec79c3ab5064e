package org.postroom.safety;

import java.util.Optional;
import java.util.Set;
import java.util.function.Consumer;
import org.postroom.finding.Finding;

/// One check: one small class, one idea. It looks once at the mailshot, and may look at each
/// finished letter. Adding a check is: this class, its line in [Checks], its texts, its table of
/// cases.
public interface SafetyCheck {
  /// The ids of the findings it can make; the first names the check itself.
  Set<String> ids();

  /// Looks at the mailshot, the list and the files. Called once, before any letter.
  default void inspect(Material material, Consumer<Finding> findings) {}

  /// A reader of finished letters for this review, where the check needs them.
  default Optional<LetterReader> letters(Material material) {
    return Optional.empty();
  }

  /// Reads every finished letter of one review, in order; then says what it found.
  interface LetterReader {
    void read(FinishedLetter letter);

    void finish(Consumer<Finding> findings);
  }
}
