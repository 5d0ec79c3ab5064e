package org.postroom.app;

import java.nio.file.Path;
import java.time.InstantSource;
import java.util.Map;
import org.postroom.dispatch.Waiting;
import org.postroom.engine.Passwords;
import org.postroom.engine.Postroom;
import org.postroom.engine.ProblemException;

/// The engine as the program puts it together, for tests outside this package.
public final class RealEngine {
  private RealEngine() {}

  /// @param workspace an empty folder
  public static Postroom open(Path workspace) {
    return open(workspace, InstantSource.system(), Waiting.REAL);
  }

  /// With the time in the test's hand.
  ///
  /// @param workspace an empty folder
  public static Postroom open(Path workspace, InstantSource clock, Waiting waiting) {
    return open(workspace, clock, waiting, Passwords.NONE);
  }

  /// @param passwords asked where none is kept
  public static Postroom open(
      Path workspace, InstantSource clock, Waiting waiting, Passwords passwords) {
    try {
      return new Wiring(Map.of(), clock, waiting).open(workspace, passwords);
    } catch (ProblemException e) {
      throw new AssertionError(e.problem().message(), e);
    }
  }
}
