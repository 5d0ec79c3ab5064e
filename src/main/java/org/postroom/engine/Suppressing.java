package org.postroom.engine;

import java.util.Set;
import org.postroom.dispatch.DeliveryOutcome;
import org.postroom.dispatch.DispatchListener;
import org.postroom.dispatch.Phase;
import org.postroom.dispatch.Reply;
import org.postroom.plan.DispatchPlan;
import org.postroom.recipients.Recipient;
import org.postroom.workspace.WorkspaceException;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/// Remembers addresses that do not exist (rule S6): only those that were refused at RCPT with a
/// code that says so, since any other refusal may be about the sender.
final class Suppressing implements DispatchListener {
  private static final Logger LOG = LoggerFactory.getLogger(Suppressing.class);
  private static final Set<String> NO_SUCH_MAILBOX =
      Set.of("5.1.1", "5.1.2", "5.1.3", "5.1.6", "5.1.10");
  private final Parts parts;
  private final DispatchPlan plan;
  private final DispatchListener next;

  Suppressing(Parts parts, DispatchPlan plan, DispatchListener next) {
    this.parts = parts;
    this.plan = plan;
    this.next = next;
  }

  @Override
  public void settled(int index, DeliveryOutcome outcome) {
    if (outcome instanceof DeliveryOutcome.Refused(Reply reply)
        && reply.phase() == Phase.RCPT
        && NO_SUCH_MAILBOX.contains(reply.enhanced())
        && plan.people(index).size() == 1) {
      suppress(plan.people(index).getFirst(), reply);
    }
    next.settled(index, outcome);
  }

  @Override
  public void waiting(String why, long seconds) {
    next.waiting(why, seconds);
  }

  @Override
  public void leaving() {
    next.leaving();
  }

  @Override
  public void remarked(String text) {
    next.remarked(text);
  }

  private void suppress(Recipient person, Reply reply) {
    try {
      parts
          .workspace()
          .suppressions()
          .suppress(person.key(), reply, plan.mailshot().id(), parts.clock().instant());
    } catch (WorkspaceException e) {
      // The refusal itself is in the ledger; at worst the address is tried once more.
      LOG.warn("an address could not be suppressed", e);
    }
  }
}
