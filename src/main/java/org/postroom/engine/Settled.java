package org.postroom.engine;

import java.io.IOException;
import org.postroom.files.Outbox;
import org.postroom.workspace.PlanRecord;
import org.postroom.workspace.Records;
import org.postroom.workspace.WorkspaceException;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/// When nothing of a plan is left to do, the frozen letters are not needed any more.
final class Settled {
  private static final Logger LOG = LoggerFactory.getLogger(Settled.class);
  private final Parts parts;

  Settled(Parts parts) {
    this.parts = parts;
  }

  void tidy(Records records, PlanRecord plan, boolean practice) throws WorkspaceException {
    if (!records.isFinished(plan.mailshot(), plan.revision())) {
      return;
    }
    try {
      new Outbox(parts.workspace(), practice).delete(plan.mailshot(), plan.revision());
    } catch (IOException e) {
      // It is only in the way; the next start finds it again.
      LOG.warn("the frozen letters of a settled mailshot could not be deleted", e);
    }
  }
}
