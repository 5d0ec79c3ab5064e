package org.postroom.ui.common;

/// What the rail shows for a step.
///
/// @param mark what stands in the circle
/// @param line one line of state; empty where there is nothing to say
/// @param open false where the step cannot be opened yet; `line` then says why
public record StepState(Mark mark, String line, boolean open) {
  /// What stands in the circle.
  public enum Mark {
    /// The step's number.
    NUMBER,
    /// A green tick.
    DONE,
    /// An amber exclamation mark.
    ATTENTION,
    /// A red exclamation mark.
    BLOCKED
  }
}
