package org.postroom.engine;

import java.util.List;
import org.postroom.dispatch.DeliveryOutcome;
import org.postroom.dispatch.DispatchResult;
import org.postroom.finding.Finding;

/// How a test to oneself ended.
public sealed interface TestEnd {
  /// Nothing was connected to: these stand against each of the chosen letters.
  record Blocked(List<Finding> blocks) implements TestEnd {
    public Blocked {
      blocks = List.copyOf(blocks);
    }
  }

  /// @param to the sender's address, the only one that anything went to
  /// @param result how it ended
  /// @param letters those that the server was shown, in order
  record Ran(String to, DispatchResult result, List<Tested> letters) implements TestEnd {
    public Ran {
      letters = List.copyOf(letters);
    }
  }

  /// One letter that was tested.
  ///
  /// @param index its place in the plan
  /// @param subject as it was sent, with its mark
  record Tested(int index, String subject, DeliveryOutcome outcome) {}
}
