package org.postroom.cli;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.postroom.finding.Acknowledgement;
import org.postroom.finding.Finding;
import org.postroom.safety.Clearing;
import org.postroom.safety.PlanDigest;
import org.postroom.safety.SafetyReview;

/// A review and what the acknowledgements make of it.
///
/// @param findings all of them, acknowledged or not, and acknowledgements that match none any more
/// @param blocks stand against sending and cannot be acknowledged
/// @param unconfirmed wait for a person
/// @param reasons why a person confirmed a finding
/// @param clear true where it may be sent
record Judgement(
    List<Finding> findings,
    List<Finding> blocks,
    List<Finding> unconfirmed,
    Map<Finding, String> reasons,
    int letters,
    @Nullable String planDigest,
    boolean clear) {

  static Judgement of(SafetyReview.Reviewed reviewed, List<Acknowledgement> acknowledgements) {
    List<Finding> findings = new ArrayList<>(reviewed.review().findings());
    Map<Finding, String> reasons = new HashMap<>();
    for (Finding found : findings) {
      reviewed
          .acknowledged(found, acknowledgements)
          .ifPresent(acknowledgement -> reasons.put(found, acknowledgement.reason()));
    }
    findings.addAll(reviewed.unused(acknowledgements));
    List<Finding> blocks = List.of();
    List<Finding> unconfirmed = List.of();
    boolean clear =
        switch (reviewed.clear(acknowledgements)) {
          case Clearing.Cleared _ -> true;
          case Clearing.Open open -> {
            blocks = open.blocks();
            unconfirmed = open.unconfirmed();
            yield false;
          }
          case Clearing.Changed _ -> false;
        };
    return new Judgement(
        findings,
        blocks,
        unconfirmed,
        reasons,
        reviewed.review().letters(),
        reviewed.review().digest().map(PlanDigest::hex).orElse(null),
        clear);
  }

  int exitCode() {
    if (!blocks.isEmpty()) {
      return ExitCode.BLOCKED;
    }
    return clear ? ExitCode.DONE : ExitCode.UNCONFIRMED;
  }

  /// Why a person confirmed this finding; null where nobody did.
  @Nullable String reason(Finding found) {
    return reasons.get(found);
  }
}
