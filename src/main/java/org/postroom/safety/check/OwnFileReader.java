package org.postroom.safety.check;

import java.util.List;
import java.util.function.Consumer;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;
import org.postroom.finding.Finding;
import org.postroom.finding.Severity;
import org.postroom.safety.FinishedLetter;
import org.postroom.safety.ReadFile;
import org.postroom.safety.SafetyCheck.LetterReader;

/// Looks at each file that not everybody gets, as a check looks at those for all: one finding for
/// all of them, since 300 invoices out of one program have one mark.
final class OwnFileReader implements LetterReader {
  private final String id;
  private final Severity severity;
  private final Function<ReadFile, @Nullable Told> look;
  private Finding.@Nullable Builder finding;

  /// What was found in a file.
  ///
  /// @param words that bind the evidence
  /// @param quote the words to be shown
  /// @param args of the finding's sentences
  record Told(String words, String quote, List<Object> args) {
    Told(String words, String quote) {
      this(words, quote, List.of());
    }
  }

  /// @param look what a file has; null for nothing
  OwnFileReader(String id, Function<ReadFile, @Nullable Told> look) {
    this(id, Severity.CONFIRM, look);
  }

  OwnFileReader(String id, Severity severity, Function<ReadFile, @Nullable Told> look) {
    this.id = id;
    this.severity = severity;
    this.look = look;
  }

  @Override
  public void read(FinishedLetter letter) {
    for (ReadFile file : letter.ownFiles()) {
      Told told = look.apply(file);
      if (told != null) {
        Finding.Builder all = finding;
        if (all == null) {
          all = Finding.of(id, severity).args(told.args().toArray()).quote(told.quote());
          finding = all;
        }
        all.at(letter.place(file.part()), told.words());
      }
    }
  }

  @Override
  public void finish(Consumer<Finding> findings) {
    if (finding != null) {
      findings.accept(finding.build());
    }
  }
}
