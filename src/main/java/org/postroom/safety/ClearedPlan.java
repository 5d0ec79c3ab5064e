package org.postroom.safety;

import java.util.List;
import org.postroom.composition.Composer;
import org.postroom.composition.LetterDigest;
import org.postroom.plan.DispatchPlan;

/// A plan whose finished letters were reviewed and cleared. [SafetyReview] alone makes one, and
/// sending takes nothing else.
public final class ClearedPlan {
  private final DispatchPlan plan;
  private final Composer composer;
  private final List<LetterDigest> digests;
  private final Clearance clearance;

  private ClearedPlan(
      DispatchPlan plan, Composer composer, List<LetterDigest> digests, Clearance clearance) {
    this.plan = plan;
    this.composer = composer;
    this.digests = List.copyOf(digests);
    this.clearance = clearance;
  }

  /// For [SafetyReview] only.
  static ClearedPlan of(
      DispatchPlan plan, Composer composer, List<LetterDigest> digests, Clearance clearance) {
    return new ClearedPlan(plan, composer, digests, clearance);
  }

  public DispatchPlan plan() {
    return plan;
  }

  public Composer composer() {
    return composer;
  }

  /// The digest that letter `index` must have when it leaves.
  public LetterDigest digest(int index) {
    return digests.get(index);
  }

  public Clearance clearance() {
    return clearance;
  }
}
