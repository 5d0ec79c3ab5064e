package org.postroom.safety.check;

import java.util.Optional;
import java.util.Set;
import java.util.function.Consumer;
import org.postroom.finding.Finding;
import org.postroom.finding.Place;
import org.postroom.finding.Severity;
import org.postroom.safety.Material;
import org.postroom.safety.SafetyCheck;
import org.postroom.safety.text.SaidFacts;

/// The text and the HTML text say different things: mostly one of them is last month's. A text that
/// is only shorter is not.
public final class PartsDiffer implements SafetyCheck {
  private static final String ID = "text.parts-differ";

  @Override
  public Set<String> ids() {
    return Set.of(ID);
  }

  @Override
  public void inspect(Material material, Consumer<Finding> findings) {
    Optional<String> text = words(material, "text");
    Optional<String> html = words(material, "html");
    if (text.isPresent() && html.isPresent()) {
      SaidFacts.difference(text.get(), html.get())
          .ifPresent(
              words ->
                  findings.accept(
                      Finding.of(ID, Severity.CONFIRM)
                          .at(Place.part("text"), words)
                          .quote(words)
                          .build()));
    }
  }

  private static Optional<String> words(Material material, String part) {
    return material.texts().stream()
        .filter(text -> text.part().equals(part))
        .map(Material.Words::words)
        .findFirst();
  }
}
