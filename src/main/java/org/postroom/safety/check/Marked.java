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

/// A check for marks in what everybody gets: one finding for the text, and one for each file.
abstract class Marked implements SafetyCheck {
  private final String id;
  private final MarkSearch search;

  Marked(String id, MarkSearch search) {
    this.id = id;
    this.search = search;
  }

  /// What is searched of one part of the text.
  abstract String of(Material.Words text);

  /// How a mark is shown in the finding.
  abstract String shown(String mark);

  @Override
  public Set<String> ids() {
    return Set.of(id);
  }

  @Override
  public void inspect(Material material, Consumer<Finding> findings) {
    for (Material.Words text : material.texts()) {
      if (tell(text.part(), List.of(of(text)), findings)) {
        // Text and HTML mostly say the same.
        break;
      }
    }
    for (ReadFile file : material.files()) {
      tell(file.part(), file.texts(), findings);
    }
  }

  @Override
  public Optional<LetterReader> letters(Material material) {
    return Optional.of(
        new OwnFileReader(
            id,
            file ->
                search
                    .first(file.texts())
                    .map(mark -> new OwnFileReader.Told(mark, shown(mark)))
                    .orElse(null)));
  }

  private boolean tell(String part, List<String> texts, Consumer<Finding> findings) {
    Optional<String> mark = search.first(texts);
    mark.ifPresent(
        words ->
            findings.accept(
                Finding.of(id, Severity.CONFIRM)
                    .at(Place.part(part), words)
                    .quote(shown(words))
                    .build()));
    return mark.isPresent();
  }
}
