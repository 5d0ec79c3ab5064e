package org.postroom.engine;

import org.postroom.workspace.MailshotLock;
import org.postroom.workspace.WorkspaceException;

/// One process per mailshot.
final class Locks {
  private Locks() {}

  /// @throws ProblemException of the kind BUSY where somebody else holds it
  static MailshotLock take(Parts parts, MailshotFile file) throws ProblemException {
    try {
      return parts
          .workspace()
          .lock(file.id())
          .orElseThrow(() -> Problems.of(Problem.Kind.BUSY, "send.busy", Documents.name(file)));
    } catch (WorkspaceException e) {
      throw Problems.of(e);
    }
  }
}
