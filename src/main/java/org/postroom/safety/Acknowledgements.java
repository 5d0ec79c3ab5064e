package org.postroom.safety;

import java.util.List;
import java.util.Optional;
import org.postroom.finding.Acknowledgement;
import org.postroom.finding.Finding;
import org.postroom.finding.Place;
import org.postroom.finding.Severity;

/// Which findings of one review a person said yes to. A block never counts as acknowledged.
final class Acknowledgements {
  private final List<Finding> findings;

  Acknowledgements(List<Finding> findings) {
    this.findings = findings;
  }

  /// The acknowledgement that covers `finding`, if one does.
  Optional<Acknowledgement> covering(List<Acknowledgement> given, Finding finding) {
    return given.stream().filter(one -> covers(one, finding)).findFirst();
  }

  /// A note for each acknowledgement that matches nothing any more.
  List<Finding> unused(List<Acknowledgement> given) {
    return given.stream()
        .filter(one -> findings.stream().noneMatch(finding -> covers(one, finding)))
        .map(Acknowledgements::note)
        .toList();
  }

  private boolean covers(Acknowledgement given, Finding finding) {
    if (finding.severity() == Severity.BLOCK || !given.names(finding.id())) {
      return false;
    }
    if (given.evidence() != null || given.address() != null || given.part() != null) {
      return given.covers(finding);
    }
    // By id alone it is clear only where all places of that id are meant: one, or as many as it
    // says.
    int places = 0;
    for (Finding other : findings) {
      if (other.severity() != Severity.BLOCK && given.names(other.id())) {
        places += other.count();
      }
    }
    return given.count() == null ? places == 1 : given.count() == places || given.covers(finding);
  }

  private static Finding note(Acknowledgement unused) {
    return Finding.of("acknowledge.unused", Severity.NOTE)
        .at(new Place("acknowledge", null, unused.address()), unused.finding())
        .args(unused.finding(), unused.reason())
        .build();
  }
}
