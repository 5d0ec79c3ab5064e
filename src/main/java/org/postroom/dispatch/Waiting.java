package org.postroom.dispatch;

import java.time.Duration;

/// Port: lets time pass. Tests let a clock of their own go on instead.
public interface Waiting {
  /// Waits on the stop signal itself.
  Waiting REAL = StopSignal::await;

  /// Waits up to `time`.
  ///
  /// @return true where Stop was pressed meanwhile
  boolean await(StopSignal stop, Duration time) throws InterruptedException;
}
