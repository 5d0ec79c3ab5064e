package org.postroom.plan;

import java.util.List;
import org.postroom.finding.Finding;

/// What planning gave.
public sealed interface Planning {
  record Planned(DispatchPlan plan) implements Planning {}

  /// No letters can be made: nobody is left, a merge field in a blind copy, an unknown field. The
  /// findings are blocks.
  record Unplannable(List<Finding> findings) implements Planning {}
}
