package org.postroom.app;

import java.time.InstantSource;
import java.util.Map;
import org.postroom.dispatch.Waiting;
import org.postroom.drill.Drills;

/// Drills as the program sets them up, for tests outside this package.
public final class RealDrills {
  private RealDrills() {}

  public static Drills drills() {
    return new Wiring(Map.of(), InstantSource.system(), Waiting.REAL).drills();
  }
}
