package org.postroom.recipients;

import java.util.List;
import org.postroom.finding.Finding;

/// What importing a table gave.
public sealed interface ImportReading {
  /// @param list everybody, and every row that is left out
  /// @param findings what the import has to say
  record Imported(RecipientList list, List<Finding> findings) implements ImportReading {
    public Imported {
      findings = List.copyOf(findings);
    }
  }

  /// What was said about the list does not fit it any more; nothing is guessed.
  record Mistaken(List<ImportMistake> mistakes) implements ImportReading {
    public Mistaken {
      mistakes = List.copyOf(mistakes);
    }
  }
}
