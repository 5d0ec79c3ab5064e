package org.postroom.app;

import java.util.concurrent.CountDownLatch;
import java.util.logging.Level;
import java.util.logging.Logger;
import org.jspecify.annotations.Nullable;
import org.postroom.dispatch.StopSignal;

/// SIGINT and SIGTERM are Stop, and so is the end of the desktop's session, which is said by
/// SIGTERM: what is committing is finished and recorded before the process ends. Nobody is asked.
final class ToldToEnd {
  private static final int WRONG = 2;

  private final StopSignal stop = new StopSignal();
  private final CountDownLatch ended = new CountDownLatch(1);
  private volatile int code = WRONG;
  private volatile @Nullable Runs window;

  /// Everything that a window sends.
  @FunctionalInterface
  interface Runs {
    /// Presses Stop of each and waits until they have ended.
    void stop() throws InterruptedException;
  }

  /// From now on the process does not end before what it sends is recorded.
  void listen() {
    Runtime.getRuntime().addShutdownHook(new Thread(this::stopAndWait, "stop"));
  }

  /// Of the command line.
  StopSignal stop() {
    return stop;
  }

  /// While a window is open, its runs; the window itself goes with the process.
  ///
  /// @param runs null once it is closed
  void window(@Nullable Runs runs) {
    window = runs;
  }

  /// All is done; the process may end.
  ///
  /// @return `exit`
  int ended(int exit) {
    code = exit;
    ended.countDown();
    return exit;
  }

  private void stopAndWait() {
    stop.press();
    // The toolkit goes down meanwhile, and says of that what belongs in the log at most.
    Thread.setDefaultUncaughtExceptionHandler(
        (_, thrown) ->
            Logger.getLogger(ToldToEnd.class.getName()).log(Level.FINE, "at the end", thrown));
    Runs open = window;
    try {
      if (open != null) {
        open.stop();
        return;
      }
      ended.await();
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
    Runtime.getRuntime().halt(flushed(code));
  }

  static int flushed(int exit) {
    System.out.flush();
    System.err.flush();
    return exit;
  }
}
