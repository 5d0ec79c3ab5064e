package org.postroom.safety.check;

import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.Consumer;
import org.postroom.finding.Finding;
import org.postroom.finding.Place;
import org.postroom.finding.Severity;
import org.postroom.safety.Material;
import org.postroom.safety.ReadFile;
import org.postroom.safety.SafetyCheck;
import org.postroom.safety.TextExtractor.Piece;
import org.postroom.safety.TextExtractor.Sort;

/// A spreadsheet with hidden sheets, rows or columns: everybody can show them. People in them are
/// found by the checks for people, which read hidden cells like any others.
public final class HiddenContent implements SafetyCheck {
  private static final String ID = "attachment.hidden-content";

  @Override
  public Set<String> ids() {
    return Set.of(ID);
  }

  @Override
  public void inspect(Material material, Consumer<Finding> findings) {
    for (ReadFile file : material.files()) {
      Optional<Piece> hidden = file.first(Sort.HIDDEN);
      hidden.ifPresent(
          piece ->
              findings.accept(
                  Finding.of(ID, Severity.CONFIRM)
                      .at(Place.part(file.part()), file.sha256())
                      .args(file.fileName(), piece.text())
                      .quote(piece.text())
                      .build()));
    }
  }

  @Override
  public Optional<LetterReader> letters(Material material) {
    return Optional.of(
        new OwnFileReader(
            ID,
            file ->
                file.first(Sort.HIDDEN)
                    .map(
                        piece ->
                            new OwnFileReader.Told(
                                file.sha256(),
                                piece.text(),
                                List.of(file.fileName(), piece.text())))
                    .orElse(null)));
  }
}
