package org.postroom.safety;

import java.util.List;
import org.postroom.finding.Acknowledgement;

/// What was cleared, as it is stored: the plan digest, the acknowledgements, the account, real or
/// practice.
public record Clearance(PlanDigest digest, List<Acknowledgement> acknowledgements, SendWay way) {
  public Clearance {
    acknowledgements = List.copyOf(acknowledgements);
  }
}
