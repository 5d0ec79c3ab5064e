package org.postroom.dispatch;

/// The ledger could not be written: disk full, read-only, locked. The final dot is not sent (S2).
public final class LedgerException extends Exception {
  private static final long serialVersionUID = 1L;

  public LedgerException(String message, Throwable cause) {
    super(message, cause);
  }
}
