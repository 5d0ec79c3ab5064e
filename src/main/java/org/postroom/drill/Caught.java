package org.postroom.drill;

/// What shows that the mistake of a drill was caught, or its way out was found.
sealed interface Caught {
  /// The review, or the question whether a file may be attached, answered with this finding.
  record Found(String finding) implements Caught {}

  /// A person did this.
  record Done(Act act) implements Caught {}

  enum Act {
    /// Pressed Stop while letters were leaving.
    STOPPED,
    /// Brought a mailshot back from the Bin.
    RESTORED,
    /// Wrote a correction to those who have the letter.
    CORRECTED,
    /// Asked whose canary an address is, and was told.
    CANARY_NAMED,
    /// Decided about a letter in doubt.
    SETTLED
  }
}
