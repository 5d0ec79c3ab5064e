package org.postroom.safety;

import java.util.List;
import org.postroom.composition.Composer;
import org.postroom.composition.LetterDigest;
import org.postroom.plan.DispatchPlan;

/// Cleared plans for tests of what comes after clearing.
public final class ClearedPlans {
  private ClearedPlans() {}

  public static ClearedPlan of(DispatchPlan plan, Composer composer, List<LetterDigest> digests) {
    return ClearedPlan.of(
        plan,
        composer,
        digests,
        new Clearance(new PlanDigest("0".repeat(64)), List.of(), SendWay.toPractice()));
  }
}
