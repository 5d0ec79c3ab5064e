package org.postroom.ui;

import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.List;
import org.postroom.dispatch.StopSignal;
import org.postroom.dispatch.Waiting;

/// Time that goes on only when the test says so, for the engine and the window alike.
final class HandTime implements InstantSource, Waiting {
  private final List<Wait> waits = new ArrayList<>();
  private Instant now = Instant.parse("2026-11-21T14:26:00Z");

  private record Wait(StopSignal stop, Instant due) {}

  @Override
  public synchronized Instant instant() {
    return now;
  }

  @Override
  public boolean await(StopSignal stop, Duration time) throws InterruptedException {
    Wait mine = begin(stop, time);
    try {
      return stop.await(Duration.ofDays(1));
    } finally {
      end(mine);
    }
  }

  private synchronized Wait begin(StopSignal stop, Duration time) {
    Wait wait = new Wait(stop, now.plus(time));
    waits.add(wait);
    notifyAll();
    return wait;
  }

  private synchronized void end(Wait wait) {
    waits.remove(wait);
    notifyAll();
  }

  /// Blocks until somebody waits.
  synchronized void untilSomebodyWaits() throws InterruptedException {
    while (waits.isEmpty()) {
      wait();
    }
  }

  /// Lets time pass. Whoever waits no longer than that has gone on when this returns.
  synchronized void advance(Duration time) throws InterruptedException {
    now = now.plus(time);
    while (waits.stream().anyMatch(wait -> !wait.due().isAfter(now))) {
      waits.stream().filter(wait -> !wait.due().isAfter(now)).forEach(wait -> wait.stop().goOn());
      // Whoever was about to wait did not hear it: said again until they have gone on.
      wait(5);
    }
  }
}
