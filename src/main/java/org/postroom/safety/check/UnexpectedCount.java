package org.postroom.safety.check;

import java.util.Set;
import java.util.function.Consumer;
import org.postroom.finding.Finding;
import org.postroom.finding.Place;
import org.postroom.finding.Severity;
import org.postroom.safety.Material;
import org.postroom.safety.SafetyCheck;

/// Far more or fewer people than the writer expects: more than a tenth and more than two.
public final class UnexpectedCount implements SafetyCheck {
  private static final String ID = "list.unexpected-count";
  private static final int SLACK = 2;

  @Override
  public Set<String> ids() {
    return Set.of(ID);
  }

  @Override
  public void inspect(Material material, Consumer<Finding> findings) {
    Integer expected = material.subject().facts().expected();
    if (expected == null) {
      return;
    }
    int people = material.subject().list().people().size();
    int off = Math.abs(people - expected);
    if (off > SLACK && off * 10L > expected) {
      findings.accept(
          Finding.of(ID, Severity.CONFIRM)
              .at(Place.part("list"), people + " of " + expected)
              .args(people, expected)
              .build());
    }
  }
}
