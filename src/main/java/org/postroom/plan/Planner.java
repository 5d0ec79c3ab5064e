package org.postroom.plan;

import java.util.List;
import org.postroom.finding.Finding;
import org.postroom.finding.Place;
import org.postroom.finding.Severity;
import org.postroom.message.Delivery;
import org.postroom.message.Letter;
import org.postroom.message.Mailshot;
import org.postroom.recipients.RecipientList;

/// Makes letters of a mailshot and a list. Pure.
public final class Planner {
  private Planner() {}

  /// Empty values and missing personal files do not stand in the way of planning: the letter is
  /// made without them, so that it can be looked at, and the review blocks.
  ///
  /// @param revision 1 for the first plan of a mailshot
  /// @param perEnvelope most recipients of one envelope of a blind copy; at most 100 are used
  public static Planning plan(
      Mailshot mailshot, RecipientList list, int revision, int perEnvelope) {
    if (perEnvelope < 1) {
      throw new IllegalArgumentException("an envelope holds at least one recipient");
    }
    List<Finding> faults = PlanFaults.of(mailshot, list);
    if (!faults.isEmpty()) {
      return new Planning.Unplannable(faults);
    }
    return switch (mailshot.delivery()) {
      case INDIVIDUAL ->
          new Planning.Planned(new IndividualPlan(mailshot, list, revision), List.of());
      case BLIND_COPY -> blindCopy(mailshot, list, revision, perEnvelope);
    };
  }

  private static Planning blindCopy(
      Mailshot mailshot, RecipientList list, int revision, int perEnvelope) {
    int most = Math.min(Letter.BlindCopy.MOST, perEnvelope);
    BlindCopyPlan plan = new BlindCopyPlan(mailshot, list, revision, most);
    if (plan.size() == 1) {
      return new Planning.Planned(plan, List.of());
    }
    Finding split =
        Finding.of("blind-copy.too-many", Severity.CONFIRM)
            .at(Place.part("list"), list.people().size() + "/" + most)
            .args(list.people().size(), most, plan.size())
            .build();
    return new Planning.Planned(plan, List.of(split));
  }

  /// True where this mailshot is sent as a blind copy.
  static boolean hidesPeople(Mailshot mailshot) {
    return mailshot.delivery() == Delivery.BLIND_COPY;
  }
}
