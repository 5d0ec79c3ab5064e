package org.postroom.dispatch;

import java.time.Duration;

/// Waits, says why, and notices Stop.
final class Pauses {
  private final StopSignal stop;
  private final Waiting waiting;
  private final DispatchListener listener;

  Pauses(StopSignal stop, Waiting waiting, DispatchListener listener) {
    this.stop = stop;
    this.waiting = waiting;
    this.listener = listener;
  }

  /// @return true where the run is to stop
  boolean await(String why, Duration time) {
    return await(why, time, time);
  }

  /// @param all what is told: the waiting goes on in pieces
  boolean await(String why, Duration time, Duration all) {
    if (stop.isPressed()) {
      return true;
    }
    if (!time.isPositive()) {
      return false;
    }
    listener.waiting(why, all.plusMillis(999).toSeconds());
    try {
      return waiting.await(stop, time);
    } catch (InterruptedException e) {
      // Whoever interrupts wants it to end; what is not sent stays planned.
      Thread.currentThread().interrupt();
      return true;
    }
  }
}
