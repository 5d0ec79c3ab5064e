package org.postroom.safety;

import java.util.List;
import java.util.Optional;
import org.postroom.finding.Finding;

/// The outcome of a review, bound to the letters it read.
///
/// @param findings worst first, in the order of the checks
/// @param checked what was looked at: ids of checks that found nothing
/// @param letters how many finished letters were read
/// @param digest of the plan; empty where no letters could be made
public record Review(
    List<Finding> findings, List<String> checked, int letters, Optional<PlanDigest> digest) {
  public Review {
    findings = List.copyOf(findings);
    checked = List.copyOf(checked);
  }
}
