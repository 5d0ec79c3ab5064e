package org.postroom.dispatch;

import java.time.Duration;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;

/// Stop, pressed once and for good. Waiting ends at once when it is pressed.
public final class StopSignal {
  private final CountDownLatch pressed = new CountDownLatch(1);

  public void press() {
    pressed.countDown();
  }

  public boolean isPressed() {
    return pressed.getCount() == 0;
  }

  /// Waits up to `time`.
  ///
  /// @return true where Stop was pressed meanwhile
  public boolean await(Duration time) throws InterruptedException {
    return pressed.await(time.toNanos(), TimeUnit.NANOSECONDS);
  }
}
