package org.postroom.engine;

import java.util.List;
import java.util.Optional;
import org.postroom.finding.Finding;
import org.postroom.message.Mailshot;
import org.postroom.plan.DispatchPlan;
import org.postroom.recipients.RecipientList;
import org.postroom.safety.SendWay;

/// A mailshot read completely: its list imported, its files admitted or refused, its letters
/// planned. Immutable; a change of document, list or file makes a new one.
public interface Draft {
  MailshotFile file();

  RecipientList list();

  Mailshot mailshot();

  SendWay way();

  /// Empty where no letters can be made; [#findings()] says why.
  Optional<DispatchPlan> plan();

  /// What import, document and planning have to say.
  List<Finding> findings();

  /// The number of people who would be written to.
  int people();
}
