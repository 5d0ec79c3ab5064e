package org.postroom.workspace;

/// A [WorkspaceException] on its way through a port that declares none.
public final class UncheckedWorkspaceException extends RuntimeException {
  private static final long serialVersionUID = 1L;
  private final WorkspaceException reason;

  private UncheckedWorkspaceException(WorkspaceException reason) {
    super(reason.getMessage(), reason);
    this.reason = reason;
  }

  public static UncheckedWorkspaceException of(WorkspaceException reason) {
    return new UncheckedWorkspaceException(reason);
  }

  public WorkspaceException reason() {
    return reason;
  }
}
