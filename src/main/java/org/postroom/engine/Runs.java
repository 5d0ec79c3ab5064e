package org.postroom.engine;

import java.util.ArrayList;
import java.util.List;
import org.postroom.dispatch.StopSignal;

/// The runs that are under way in this process, so that all of them can be stopped when it is told
/// to end. Safe for several threads.
final class Runs {
  private final List<StopSignal> underWay = new ArrayList<>();
  private boolean over;

  /// What takes its time, and can be stopped.
  @FunctionalInterface
  interface Run<T> {
    T go() throws ProblemException;
  }

  /// Does it; counts as under way until it has ended, however it does.
  <T> T during(StopSignal stop, Run<T> run) throws ProblemException {
    enter(stop);
    try {
      return run.go();
    } finally {
      leave(stop);
    }
  }

  /// Presses Stop of every run, also of those that begin from now on, and waits until they have
  /// ended and said so.
  synchronized void stopAll() throws InterruptedException {
    over = true;
    underWay.forEach(StopSignal::press);
    while (!underWay.isEmpty()) {
      wait();
    }
  }

  private synchronized void enter(StopSignal stop) {
    underWay.add(stop);
    if (over) {
      stop.press();
    }
  }

  private synchronized void leave(StopSignal stop) {
    underWay.remove(stop);
    notifyAll();
  }
}
