package org.postroom.plan;

import java.util.List;
import org.postroom.message.Letter;
import org.postroom.message.Mailshot;
import org.postroom.recipients.Recipient;
import org.postroom.recipients.RecipientList;

/// Which letters there are, in the order of the list. Immutable. Letters are made on demand and
/// come out the same each time, so that a plan for 100,000 people does not hold 100,000 texts.
public interface DispatchPlan {
  Mailshot mailshot();

  RecipientList list();

  int revision();

  /// Number of letters (in a blind copy: of envelopes).
  int size();

  LetterId id(int index);

  Letter letter(int index);

  /// The people of letter `index`: exactly one, or everybody in that envelope.
  List<Recipient> people(int index);
}
