package org.postroom.cli;

import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.postroom.finding.Acknowledgement;
import org.postroom.finding.Finding;
import org.postroom.safety.Clearing;
import org.postroom.safety.PlanDigest;
import org.postroom.safety.SafetyReview;

/// A review and what the acknowledgements make of it.
///
/// @param findings all of them, acknowledged or not
/// @param blocks stand against sending and cannot be acknowledged
/// @param unconfirmed wait for a person
/// @param acknowledged what was confirmed, with the reasons
record Judgement(
    List<Finding> findings,
    List<Finding> blocks,
    List<Finding> unconfirmed,
    List<Acknowledgement> acknowledged,
    int letters,
    @Nullable String planDigest,
    boolean clear) {

  static Judgement of(SafetyReview.Reviewed reviewed, List<Acknowledgement> acknowledgements) {
    List<Finding> findings = reviewed.review().findings();
    int letters = reviewed.review().letters();
    Optional<String> digest = reviewed.review().digest().map(PlanDigest::hex);
    return switch (reviewed.clear(acknowledgements)) {
      case Clearing.Cleared _ ->
          new Judgement(
              findings, List.of(), List.of(), acknowledgements, letters, digest.orElse(null), true);
      case Clearing.Open(List<Finding> blocks, List<Finding> unconfirmed) ->
          new Judgement(
              findings, blocks, unconfirmed, acknowledgements, letters, digest.orElse(null), false);
      case Clearing.Changed _ ->
          new Judgement(
              findings,
              List.of(),
              List.of(),
              acknowledgements,
              letters,
              digest.orElse(null),
              false);
    };
  }

  int exitCode() {
    if (!blocks.isEmpty()) {
      return ExitCode.BLOCKED;
    }
    return clear ? ExitCode.DONE : ExitCode.UNCONFIRMED;
  }

  /// Why a person confirmed this finding; null where nobody did.
  @Nullable String reason(Finding found) {
    if (unconfirmed.contains(found)) {
      return null;
    }
    return acknowledged.stream()
        .filter(acknowledgement -> acknowledgement.covers(found))
        .findFirst()
        .map(Acknowledgement::reason)
        .orElse(null);
  }
}
