package org.postroom.plan;

import java.util.List;
import org.postroom.message.Mailshot;
import org.postroom.recipients.RecipientList;

/// Makes letters of a mailshot and a list. Pure.
public final class Planner {
  private Planner() {}

  /// @param perEnvelope most recipients of one envelope of a blind copy; at most 100 are used
  public static Planning plan(
      Mailshot mailshot, RecipientList list, int revision, int perEnvelope) {
    return new Planning.Unplannable(List.of());
  }
}
