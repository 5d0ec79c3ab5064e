package org.postroom.dispatch;

import java.time.Duration;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;

/// What a person says to a run: Stop, pressed once and for good, to go on without waiting any
/// longer, or to go more slowly. Waiting ends at once in the first two cases.
public final class StopSignal {
  private volatile boolean pressed;
  private volatile int perMinute;

  /// Of the wait that is under way; "go on" puts another in its place for the next.
  private CountDownLatch wait = new CountDownLatch(1);

  public synchronized void press() {
    pressed = true;
    wait.countDown();
  }

  public boolean isPressed() {
    return pressed;
  }

  /// From the next letter on at most so many leave in a minute; never more than the account allows.
  ///
  /// @param most 1 or more; 0 takes it back
  public void slower(int most) {
    perMinute = most;
  }

  /// What was asked for with [#slower]; 0 for nothing.
  int perMinute() {
    return perMinute;
  }

  /// Ends the wait that is under way, be it the hold, a stage's pause or that before the next
  /// attempt. Where nothing waits it changes nothing: no later wait is shortened.
  public synchronized void goOn() {
    wait.countDown();
    wait = new CountDownLatch(1);
  }

  /// Waits up to `time`, until Stop is pressed or until a person says to go on.
  ///
  /// @return true where Stop was pressed meanwhile
  public boolean await(Duration time) throws InterruptedException {
    CountDownLatch mine = now();
    // Stop that is pressed after this line opens this latch, or "go on" has opened it already.
    if (!pressed) {
      boolean _ = mine.await(time.toNanos(), TimeUnit.NANOSECONDS);
    }
    return pressed;
  }

  private synchronized CountDownLatch now() {
    return wait;
  }
}
