package org.postroom.safety.check;

import java.time.LocalDate;
import java.time.format.DateTimeFormatter;
import java.util.Locale;
import java.util.Set;
import java.util.function.Consumer;
import org.postroom.finding.Finding;
import org.postroom.finding.Place;
import org.postroom.finding.Severity;
import org.postroom.safety.Material;
import org.postroom.safety.SafetyCheck;

/// The list has been what it is now for more than a year (incident I6): people have moved since and
/// changed their minds.
public final class OldList implements SafetyCheck {
  static final DateTimeFormatter DAY = DateTimeFormatter.ofPattern("d MMMM uuuu", Locale.UK);
  private static final String ID = "list.old";

  @Override
  public Set<String> ids() {
    return Set.of(ID);
  }

  @Override
  public void inspect(Material material, Consumer<Finding> findings) {
    LocalDate since = material.subject().facts().provenance().since();
    if (since != null && since.plusYears(1).isBefore(material.subject().today())) {
      findings.accept(
          Finding.of(ID, Severity.CONFIRM)
              .at(Place.part("list"), material.subject().list().origin().sha256())
              .args(DAY.format(since))
              .build());
    }
  }
}
