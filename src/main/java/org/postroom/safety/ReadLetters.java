package org.postroom.safety;

import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.concurrent.Callable;
import java.util.concurrent.CancellationException;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.ThreadFactory;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.function.IntFunction;
import java.util.function.ObjIntConsumer;

/// Makes things by number on two threads and hands them over in order on the caller's, a few ahead
/// at most: letters may carry large files.
final class ReadLetters {
  /// The date that reviewed letters carry; their digest does not cover it.
  static final OffsetDateTime DATE = OffsetDateTime.of(2026, 1, 1, 12, 0, 0, 0, ZoneOffset.UTC);

  private static final int THREADS = 2;
  private static final int AHEAD = 4;
  private static final int BETWEEN_QUESTIONS = 50;
  private static final ThreadFactory FACTORY =
      Thread.ofPlatform().name("review-", 0).daemon().factory();

  private ReadLetters() {}

  /// @throws CancellationException where the calling thread was interrupted
  static <T> void inOrder(int size, IntFunction<T> make, ObjIntConsumer<T> take) {
    Deque<Future<T>> ahead = new ArrayDeque<>();
    ExecutorService threads = Executors.newFixedThreadPool(THREADS, FACTORY);
    try {
      int next = 0;
      for (int index = 0; index < size; index++) {
        while (next < size && next <= index + AHEAD) {
          int number = next++;
          Callable<T> work = () -> make.apply(number);
          ahead.addLast(threads.submit(work));
        }
        take.accept(await(ahead.removeFirst()), index);
      }
    } finally {
      threads.shutdownNow();
    }
  }

  /// Does something long by itself on another thread, and asks now and then whether to go on.
  ///
  /// @param goOn throws [CancellationException] to stop; the work's thread is then interrupted
  static <T> T meanwhile(Callable<T> work, Runnable goOn) {
    ExecutorService thread = Executors.newSingleThreadExecutor(FACTORY);
    try {
      Future<T> future = thread.submit(work);
      while (!future.isDone()) {
        goOn.run();
        wait(future);
      }
      return await(future);
    } finally {
      thread.shutdownNow();
    }
  }

  private static void wait(Future<?> future) {
    try {
      future.get(BETWEEN_QUESTIONS, TimeUnit.MILLISECONDS);
    } catch (TimeoutException | ExecutionException _) {
      // Not done yet, or done badly: both are seen by the caller.
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new CancellationException();
    }
  }

  private static <T> T await(Future<T> future) {
    try {
      return future.get();
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new CancellationException();
    } catch (ExecutionException e) {
      switch (e.getCause()) {
        case RuntimeException cause -> throw cause;
        case Error cause -> throw cause;
        case null, default -> throw new IllegalStateException(e);
      }
    }
  }
}
