package org.postroom.cli;

import org.postroom.dispatch.DispatchResult;
import org.postroom.engine.Counts;
import org.postroom.engine.SendEnd;

/// The exit codes of the command line. They are part of its contract.
final class ExitCode {
  static final int DONE = 0;
  static final int SOME_NOT_ACCEPTED = 1;
  static final int WRONG = 2;
  static final int BLOCKED = 3;
  static final int UNCONFIRMED = 4;
  static final int IN_DOUBT = 5;
  static final int PAUSED = 6;
  static final int STOPPED = 130;

  private ExitCode() {}

  /// Where several apply, before anything is sent: blocked, then unconfirmed; afterwards: in doubt,
  /// stopped, paused, some not accepted.
  static int of(SendEnd end) {
    return switch (end) {
      case SendEnd.NotCleared notCleared -> notCleared.blocks().isEmpty() ? UNCONFIRMED : BLOCKED;
      case SendEnd.WrongCount _, SendEnd.ChangedSince _ -> UNCONFIRMED;
      case SendEnd.Ran ran -> of(ran.result(), ran.report().counts());
    };
  }

  private static int of(DispatchResult result, Counts counts) {
    if (counts.inDoubt() > 0) {
      return IN_DOUBT;
    }
    return switch (result) {
      case DispatchResult.Stopped _ -> STOPPED;
      case DispatchResult.Paused _ -> PAUSED;
      case DispatchResult.Completed _ ->
          counts.refused() + counts.deferred() > 0 ? SOME_NOT_ACCEPTED : DONE;
    };
  }
}
