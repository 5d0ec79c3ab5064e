package org.postroom.safety.check;

import java.util.Set;
import java.util.function.Consumer;
import org.postroom.finding.Finding;
import org.postroom.finding.Place;
import org.postroom.finding.Severity;
import org.postroom.safety.Material;
import org.postroom.safety.SafetyCheck;

/// Lists that were imported earlier and cannot be compared, since the key of their fingerprints is
/// not there: a keychain that is locked, or a folder from another computer.
public final class NotComparable implements SafetyCheck {
  private static final String ID = "list.not-comparable";

  @Override
  public Set<String> ids() {
    return Set.of(ID);
  }

  @Override
  public void inspect(Material material, Consumer<Finding> findings) {
    int lists = material.subject().memory().notComparable();
    if (lists > 0) {
      findings.accept(
          Finding.of(ID, Severity.NOTE)
              .at(Place.part("list"), Integer.toString(lists))
              .args(lists)
              .build());
    }
  }
}
