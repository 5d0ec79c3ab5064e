package org.postroom.safety.check;

import java.util.Set;
import java.util.function.Consumer;
import org.postroom.finding.Finding;
import org.postroom.finding.Place;
import org.postroom.finding.Severity;
import org.postroom.safety.Material;
import org.postroom.safety.SafetyCheck;

/// Nobody said why these people may be written to (incident I6).
public final class NoBasis implements SafetyCheck {
  private static final String ID = "list.no-basis";

  @Override
  public Set<String> ids() {
    return Set.of(ID);
  }

  @Override
  public void inspect(Material material, Consumer<Finding> findings) {
    if (material.subject().facts().basis().isBlank()) {
      findings.accept(Finding.of(ID, Severity.CONFIRM).at(Place.part("list"), "").build());
    }
  }
}
