package org.postroom.safety.check;

import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.Consumer;
import org.postroom.finding.Finding;
import org.postroom.finding.Place;
import org.postroom.finding.Severity;
import org.postroom.safety.Material;
import org.postroom.safety.SafetyCheck;
import org.postroom.safety.TextExtractor.Sort;

/// Pictures that say where they were taken, in the text or attached. A hall is no secret and a home
/// may be one; that only a person knows, so it is told and not asked.
public final class TakenAt implements SafetyCheck {
  private static final String ID = "image.taken-at";

  @Override
  public Set<String> ids() {
    return Set.of(ID);
  }

  @Override
  public void inspect(Material material, Consumer<Finding> findings) {
    Finding.Builder finding = Finding.of(ID, Severity.NOTE);
    for (var file : material.files()) {
      file.first(Sort.TAKEN_AT)
          .ifPresent(
              piece -> {
                if (finding.isEmpty()) {
                  finding.args(file.fileName(), piece.text());
                }
                finding.at(Place.part(file.part()), file.sha256());
              });
    }
    if (!finding.isEmpty()) {
      findings.accept(finding.build());
    }
  }

  @Override
  public Optional<LetterReader> letters(Material material) {
    return Optional.of(
        new OwnFileReader(
            ID,
            Severity.NOTE,
            file ->
                file.first(Sort.TAKEN_AT)
                    .map(
                        piece ->
                            new OwnFileReader.Told(
                                file.sha256(), "", List.of(file.fileName(), piece.text())))
                    .orElse(null)));
  }
}
