package org.postroom.ui;

import java.time.Duration;
import java.util.concurrent.Executor;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.atomic.AtomicLong;
import java.util.function.LongSupplier;

/// Runs the window's work. When much of it is over and nothing else runs, the memory that it needed
/// is given back: a window that waits for a person has no use for what reading a large list took,
/// and the other programs of a small computer have.
final class ThriftyExecutor implements Executor {
  /// Less work than this needs little memory.
  static final Duration MUCH = Duration.ofSeconds(1);

  private final Executor workers;
  private final LongSupplier nanos;
  private final Runnable giveBack;
  private final AtomicInteger running = new AtomicInteger();
  private final AtomicLong worked = new AtomicLong();

  /// @param nanos a clock that only goes on, as [System#nanoTime()]
  /// @param giveBack called by the last worker; may take a tenth of a second
  ThriftyExecutor(Executor workers, LongSupplier nanos, Runnable giveBack) {
    this.workers = workers;
    this.nanos = nanos;
    this.giveBack = giveBack;
  }

  @Override
  public void execute(Runnable work) {
    workers.execute(() -> run(work));
  }

  private void run(Runnable work) {
    running.incrementAndGet();
    long start = nanos.getAsLong();
    try {
      work.run();
    } finally {
      worked.addAndGet(nanos.getAsLong() - start);
      if (running.decrementAndGet() == 0 && worked.get() >= MUCH.toNanos()) {
        worked.set(0);
        giveBack.run();
      }
    }
  }
}
