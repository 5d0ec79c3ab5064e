package org.postroom.safety;

import java.util.List;
import java.util.concurrent.CancellationException;
import org.postroom.composition.Composer;
import org.postroom.finding.Acknowledgement;
import org.postroom.plan.DispatchPlan;

/// Reads every finished letter with every check, and clears.
public final class SafetyReview {
  private final List<SafetyCheck> checks;

  public SafetyReview(List<SafetyCheck> checks) {
    this.checks = List.copyOf(checks);
  }

  /// Composes and reads every letter once; keeps their digests for [Reviewed#clear].
  ///
  /// @throws java.util.concurrent.CancellationException where `progress` says stop
  public Reviewed review(ReviewSubject subject, Composer composer, ReviewProgress progress) {
    if (!progress.at(0, checks.size())) {
      throw new CancellationException();
    }
    throw new IllegalStateException("not written yet");
  }

  /// A review that was done, and the letters it read.
  public interface Reviewed {
    Review review();

    /// Clears where nothing blocks and everything to confirm is acknowledged.
    Clearing clear(List<Acknowledgement> acknowledgements);
  }

  /// For resuming: composes every letter again and compares with what was cleared.
  public static Clearing again(DispatchPlan plan, Composer composer, Clearance clearance) {
    return new Clearing.Changed(clearance.digest(), clearance.digest());
  }
}
