package org.postroom.workspace;

/// A [WorkspaceException] on its way through a port that declares none.
public final class UncheckedWorkspaceException extends RuntimeException {
  private static final long serialVersionUID = 1L;
  private final WorkspaceException reason;

  UncheckedWorkspaceException(WorkspaceException reason) {
    super(reason.getMessage(), reason);
    this.reason = reason;
  }

  public WorkspaceException reason() {
    return reason;
  }
}
