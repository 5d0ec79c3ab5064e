package org.postroom.safety.check;

import java.util.Optional;
import java.util.Set;
import java.util.function.Consumer;
import org.postroom.finding.Finding;
import org.postroom.finding.Severity;
import org.postroom.safety.FinishedLetter;
import org.postroom.safety.Material;
import org.postroom.safety.SafetyCheck;

/// Finished letters without a word. A picture in the HTML says something.
public final class EmptyText implements SafetyCheck {
  private static final String ID = "text.empty";

  @Override
  public Set<String> ids() {
    return Set.of(ID);
  }

  @Override
  public Optional<LetterReader> letters(Material material) {
    return Optional.of(new Reader());
  }

  private static final class Reader implements LetterReader {
    private final Finding.Builder finding = Finding.of(ID, Severity.CONFIRM);

    @Override
    public void read(FinishedLetter letter) {
      for (Material.Words text : letter.texts()) {
        if (!text.part().equals("subject") && text.said()) {
          return;
        }
      }
      finding.at(letter.place("text"), "");
    }

    @Override
    public void finish(Consumer<Finding> findings) {
      if (!finding.isEmpty()) {
        findings.accept(finding.build());
      }
    }
  }
}
