package org.postroom.safety;

import java.util.List;
import org.postroom.finding.Finding;

/// The answer to "may this be sent?".
public sealed interface Clearing {
  record Cleared(ClearedPlan plan) implements Clearing {}

  /// @param blocks cannot be acknowledged
  /// @param unconfirmed wait for a person
  record Open(List<Finding> blocks, List<Finding> unconfirmed) implements Clearing {}

  /// The letters are no longer those that were cleared (on resuming).
  record Changed(PlanDigest cleared, PlanDigest now) implements Clearing {}
}
