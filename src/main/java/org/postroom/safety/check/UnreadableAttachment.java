package org.postroom.safety.check;

import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Consumer;
import org.postroom.finding.Finding;
import org.postroom.finding.Place;
import org.postroom.finding.Severity;
import org.postroom.finding.Word;
import org.postroom.safety.FinishedLetter;
import org.postroom.safety.Material;
import org.postroom.safety.ReadFile;
import org.postroom.safety.SafetyCheck;
import org.postroom.safety.TextExtractor.Extraction;

/// A file that could not be read through: encrypted, of an unknown kind, over the cap.
public final class UnreadableAttachment implements SafetyCheck {
  private static final String ID = "content.unreadable-attachment";

  @Override
  public Set<String> ids() {
    return Set.of(ID);
  }

  @Override
  public void inspect(Material material, Consumer<Finding> findings) {
    for (ReadFile file : material.files()) {
      if (file.size() > 0
          && file.extraction() instanceof Extraction.Unreadable(String why, var _)) {
        findings.accept(
            Finding.of(ID, Severity.CONFIRM)
                .at(Place.part(file.part()), file.sha256())
                .args(file.fileName(), new Word(why))
                .build());
      }
    }
  }

  @Override
  public Optional<LetterReader> letters(Material material) {
    return Optional.of(new Reader());
  }

  private static final class Reader implements LetterReader {
    /// By the reason: 300 scanned invoices are one question.
    private final Map<String, Finding.Builder> byReason = new LinkedHashMap<>();

    @Override
    public void read(FinishedLetter letter) {
      for (ReadFile file : letter.ownFiles()) {
        if (file.size() > 0
            && file.extraction() instanceof Extraction.Unreadable(String why, var _)) {
          Finding.Builder finding = byReason.get(why);
          if (finding == null) {
            finding = Finding.of(ID, Severity.CONFIRM).args(file.fileName(), new Word(why));
            byReason.put(why, finding);
          }
          finding.at(letter.place(file.part()), file.sha256());
        }
      }
    }

    @Override
    public void finish(Consumer<Finding> findings) {
      byReason.values().forEach(finding -> findings.accept(finding.build()));
    }
  }
}
