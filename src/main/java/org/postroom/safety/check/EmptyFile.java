package org.postroom.safety.check;

import java.util.Optional;
import java.util.Set;
import java.util.function.Consumer;
import org.postroom.finding.Finding;
import org.postroom.finding.Place;
import org.postroom.finding.Severity;
import org.postroom.safety.FinishedLetter;
import org.postroom.safety.Material;
import org.postroom.safety.ReadFile;
import org.postroom.safety.SafetyCheck;

/// A file of 0 bytes. Personal ones block, as the planner says too.
public final class EmptyFile implements SafetyCheck {
  private static final String ID = "attachment.empty";

  @Override
  public Set<String> ids() {
    return Set.of(ID);
  }

  @Override
  public void inspect(Material material, Consumer<Finding> findings) {
    for (ReadFile file : material.files()) {
      if (file.size() == 0) {
        findings.accept(
            Finding.of(ID, Severity.CONFIRM)
                .at(Place.part(file.part()), "")
                .args(file.fileName())
                .build());
      }
    }
  }

  @Override
  public Optional<LetterReader> letters(Material material) {
    return Optional.of(new Reader());
  }

  private static final class Reader implements LetterReader {
    private final Finding.Builder finding = Finding.of(ID, Severity.BLOCK);

    @Override
    public void read(FinishedLetter letter) {
      for (ReadFile file : letter.ownFiles()) {
        if (file.size() == 0) {
          if (finding.isEmpty()) {
            finding.args(file.fileName());
          }
          finding.at(letter.place(file.part()), "");
        }
      }
    }

    @Override
    public void finish(Consumer<Finding> findings) {
      if (!finding.isEmpty()) {
        findings.accept(finding.build());
      }
    }
  }
}
