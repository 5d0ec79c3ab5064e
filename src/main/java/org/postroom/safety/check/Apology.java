package org.postroom.safety.check;

import java.util.Optional;
import java.util.Set;
import java.util.function.Consumer;
import org.postroom.finding.Finding;
import org.postroom.finding.Place;
import org.postroom.finding.Severity;
import org.postroom.safety.Material;
import org.postroom.safety.SafetyCheck;
import org.postroom.safety.check.ShownAgain.Shown;

/// A correction or an apology that shows once more what it is about (incident I2): the first
/// letter, the file that should not have gone out, people of the list. One that says what was wrong
/// and what is right is nothing to ask about.
public final class Apology implements SafetyCheck {
  private static final String ID = "text.recall";

  @Override
  public Set<String> ids() {
    return Set.of(ID);
  }

  @Override
  public void inspect(Material material, Consumer<Finding> findings) {
    if (Recall.isOne(material)) {
      return; // It is asked about in any case, and says this as well.
    }
    for (Corrections.Words words : Corrections.in(material)) {
      Optional<Shown> shown = shown(words, ShownAgain.in(material));
      if (shown.isPresent()) {
        findings.accept(
            Finding.of(ID, Severity.CONFIRM)
                .at(Place.part(words.part()), words.said())
                .args(shown.get().args().toArray())
                .quote(words.said())
                .build());
        return;
      }
    }
  }

  private static Optional<Shown> shown(Corrections.Words words, ShownAgain again) {
    if (again.isOld(words.folded())) {
      return Optional.empty();
    }
    return again
        .letter()
        .or(() -> words.ofFile() ? again.file() : Optional.empty())
        .or(() -> again.people(words.said()));
  }
}
