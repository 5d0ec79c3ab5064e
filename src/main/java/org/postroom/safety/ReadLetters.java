package org.postroom.safety;

import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.List;
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
import org.postroom.composition.Composer;
import org.postroom.message.AttachmentSlot;
import org.postroom.plan.DispatchPlan;

/// Makes things by number on two threads and hands them over in order on the caller's, a few pieces
/// of work ahead at most: letters may carry large files.
final class ReadLetters {
  /// The date that reviewed letters carry; their digest does not cover it.
  static final OffsetDateTime DATE = OffsetDateTime.of(2026, 1, 1, 12, 0, 0, 0, ZoneOffset.UTC);

  private static final int THREADS = 2;
  private static final int AHEAD = 4;
  private static final long PIECE = 1 << 20;
  private static final int MOST_TOGETHER = 32;
  private static final int BETWEEN_QUESTIONS = 50;
  private static final ThreadFactory FACTORY =
      Thread.ofPlatform().name("review-", 0).daemon().factory();

  private ReadLetters() {}

  /// @param together how many are one piece of work: to hand one over takes as long as to make a
  ///   small letter
  /// @throws CancellationException where the calling thread was interrupted
  static <T> void inOrder(int size, int together, IntFunction<T> make, ObjIntConsumer<T> take) {
    Deque<Future<List<T>>> ahead = new ArrayDeque<>();
    ExecutorService threads = Executors.newFixedThreadPool(THREADS, FACTORY);
    try {
      int next = 0;
      int index = 0;
      while (index < size) {
        while (next < size && ahead.size() <= AHEAD) {
          int first = next;
          next = Math.min(size, first + together);
          int end = next;
          Callable<List<T>> work = () -> made(first, end, make);
          ahead.addLast(threads.submit(work));
        }
        for (T one : await(ahead.removeFirst())) {
          take.accept(one, index++);
        }
      }
    } finally {
      threads.shutdownNow();
    }
  }

  private static <T> List<T> made(int first, int end, IntFunction<T> make) {
    List<T> all = new ArrayList<>();
    for (int number = first; number < end; number++) {
      if (Thread.currentThread().isInterrupted()) {
        throw new CancellationException();
      }
      all.add(make.apply(number));
    }
    return all;
  }

  /// How many letters of a plan are one piece of work: together no more than a large letter, and
  /// one by one where each may have large files of its own.
  static int together(DispatchPlan plan, Composer composer) {
    if (plan.size() == 0) {
      return 1;
    }
    boolean ownFiles =
        plan.mailshot().slots().stream().anyMatch(slot -> slot instanceof AttachmentSlot.PerPerson);
    long size = Math.max(1, composer.compose(plan.id(0), plan.letter(0)).size());
    return ownFiles ? 1 : Math.clamp(PIECE / size, 1, MOST_TOGETHER);
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
