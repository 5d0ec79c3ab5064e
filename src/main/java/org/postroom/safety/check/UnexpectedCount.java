package org.postroom.safety.check;

import java.util.Collections;
import java.util.List;
import java.util.OptionalInt;
import java.util.Set;
import java.util.function.Consumer;
import org.postroom.finding.Finding;
import org.postroom.finding.Place;
import org.postroom.finding.Severity;
import org.postroom.safety.Material;
import org.postroom.safety.SafetyCheck;

/// Far more or fewer people than the writer expects: more than a tenth and more than two. Where
/// nobody said what to expect: more than twice as many as any of the latest mailshots of this
/// workspace went to, once there are three.
public final class UnexpectedCount implements SafetyCheck {
  private static final String ID = "list.unexpected-count";
  private static final int SLACK = 2;
  private static final int ENOUGH_MAILSHOTS = 3;
  private static final int SMALL = 10;

  @Override
  public Set<String> ids() {
    return Set.of(ID);
  }

  @Override
  public void inspect(Material material, Consumer<Finding> findings) {
    int people = material.subject().list().people().size();
    Integer expected = material.subject().facts().expected();
    if (expected == null) {
      unusual(people, material.subject().memory().usualCounts())
          .ifPresent(most -> findings.accept(finding(people, most, 1)));
      return;
    }
    int off = Math.abs(people - expected);
    if (off > SLACK && off * 10L > expected) {
      findings.accept(finding(people, expected, 0));
    }
  }

  /// The most of the latest numbers, where `people` is far beyond it.
  private static OptionalInt unusual(int people, List<Integer> latest) {
    if (latest.size() < ENOUGH_MAILSHOTS) {
      return OptionalInt.empty();
    }
    int most = Collections.max(latest);
    return people > most * 2L && people > most + SMALL ? OptionalInt.of(most) : OptionalInt.empty();
  }

  private static Finding finding(int people, int reference, int unusual) {
    return Finding.of(ID, Severity.CONFIRM)
        .at(Place.part("list"), people + " of " + reference)
        .args(people, reference, unusual)
        .build();
  }
}
