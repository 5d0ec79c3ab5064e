package org.postroom.ui.common;

import java.time.Duration;

/// Runs something later, on the user-interface thread. Injected, so that tests run time by hand.
public interface Timer {
  /// @return ends the waiting; nothing happens where it ran already
  Runnable after(Duration delay, Runnable action);
}
