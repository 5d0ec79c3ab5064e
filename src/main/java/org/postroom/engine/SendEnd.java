package org.postroom.engine;

import java.util.List;
import org.postroom.dispatch.DispatchResult;
import org.postroom.finding.Finding;

/// How a send or resume ended.
public sealed interface SendEnd {
  /// The review stopped it; nothing was connected to.
  record NotCleared(List<Finding> blocks, List<Finding> unconfirmed) implements SendEnd {}

  /// The count that was typed is not the number of people.
  record WrongCount(int typed, int people) implements SendEnd {}

  /// On resuming: document or list changed since the clearance, and that was not accepted.
  record ChangedSince(List<String> what) implements SendEnd {}

  /// It ran; the report has what happened.
  record Ran(DispatchResult result, Report report) implements SendEnd {}
}
