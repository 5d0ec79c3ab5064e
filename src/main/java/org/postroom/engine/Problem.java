package org.postroom.engine;

/// Something that went wrong, in three sentences for a volunteer.
///
/// @param kind decides the command line's exit code
/// @param happened what happened
/// @param kept what was not lost
/// @param next the next step
public record Problem(Kind kind, String happened, String kept, String next) {
  /// With the exit code of the command line.
  public enum Kind {
    /// The command line or the document is wrong.
    DOCUMENT(2),
    /// A list or file cannot be read.
    FILE(2),
    /// A confirmation is missing.
    UNCONFIRMED(4),
    /// Server, account or network.
    CONNECTION(6),
    /// Another process holds this mailshot.
    BUSY(7),
    /// The workspace cannot be written.
    WORKSPACE(2);

    private final int exitCode;

    Kind(int exitCode) {
      this.exitCode = exitCode;
    }

    public int exitCode() {
      return exitCode;
    }
  }

  public String message() {
    return String.join(" ", happened, kept, next).strip();
  }
}
