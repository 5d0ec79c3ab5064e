package org.postroom.smtp;

import java.io.IOException;
import java.net.Socket;
import java.time.Duration;
import java.util.concurrent.Future;
import java.util.concurrent.ScheduledThreadPoolExecutor;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicBoolean;

/// A deadline for one step of a dialogue. A socket's own timeout starts again with every byte and
/// knows nothing of writing; this one closes the socket under whoever still waits on it.
final class Watchdog implements AutoCloseable {
  private static final ScheduledThreadPoolExecutor TIMER = timer();

  private final Future<?> bite;
  private final AtomicBoolean bitten = new AtomicBoolean();

  /// @param socket the TCP connection itself, not what is layered on it: closing that may wait
  Watchdog(Socket socket, Duration limit) {
    bite =
        TIMER.schedule(
            () -> {
              bitten.set(true);
              Closing.quietly(socket);
            },
            limit.toNanos(),
            TimeUnit.NANOSECONDS);
  }

  /// True where the time was up.
  boolean bit() {
    return bitten.get();
  }

  @Override
  public void close() {
    bite.cancel(false);
  }

  private static ScheduledThreadPoolExecutor timer() {
    ScheduledThreadPoolExecutor timer =
        new ScheduledThreadPoolExecutor(
            1, Thread.ofPlatform().daemon().name("smtp-deadlines").factory());
    timer.setRemoveOnCancelPolicy(true);
    return timer;
  }

  /// Closing what is of no more use.
  static final class Closing {
    private Closing() {}

    static void quietly(Socket socket) {
      try {
        socket.close();
      } catch (IOException e) {
        // It was to be of no more use, and it is.
        assert socket.isClosed();
      }
    }
  }
}
