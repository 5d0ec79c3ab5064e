package org.postroom.plan;

import java.util.List;
import org.postroom.finding.Finding;

/// What planning gave.
public sealed interface Planning {
  /// @param findings what planning has to say beside the letters; none is a block
  record Planned(DispatchPlan plan, List<Finding> findings) implements Planning {
    public Planned {
      findings = List.copyOf(findings);
    }
  }

  /// No letters can be made: nobody is left, a merge field in a blind copy, an unknown field. The
  /// findings are blocks.
  record Unplannable(List<Finding> findings) implements Planning {
    public Unplannable {
      findings = List.copyOf(findings);
      if (findings.isEmpty()) {
        throw new IllegalArgumentException("there is a reason why nothing can be planned");
      }
    }
  }
}
