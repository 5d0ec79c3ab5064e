package org.postroom.ui.common;

import java.time.Duration;
import java.util.concurrent.CancellationException;
import java.util.concurrent.Executor;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.concurrent.atomic.AtomicLong;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;
import org.postroom.engine.Problem;
import org.postroom.engine.ProblemException;
import org.postroom.engine.WorkProgress;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/// All work off the user-interface thread. Every outcome reaches a handler on that thread: success,
/// a [Problem], a cancellation; an unexpected exception becomes a problem and is logged.
///
/// Both executors are injected; tests run them by hand.
public final class Tasks {
  private static final Logger LOG = LoggerFactory.getLogger(Tasks.class);

  private final Executor background;
  private final Executor screen;
  private final Timer timer;
  private final Problem unexpected;

  /// @param background where work runs
  /// @param screen runs on the user-interface thread, in order
  /// @param timer for what is to happen later
  /// @param unexpected what a person reads where the program itself went wrong
  public Tasks(Executor background, Executor screen, Timer timer, Problem unexpected) {
    this.background = background;
    this.screen = screen;
    this.timer = timer;
    this.unexpected = unexpected;
  }

  /// Long work: may fail with a problem, and is told whether to go on by `progress`.
  @FunctionalInterface
  public interface Work<T> {
    T run(WorkProgress progress) throws ProblemException;
  }

  /// Work that gives nothing back.
  @FunctionalInterface
  public interface Act {
    void run(WorkProgress progress) throws ProblemException;
  }

  /// Told how far work is, on the user-interface thread; never more often than it can be shown.
  @FunctionalInterface
  public interface Progress {
    void at(long done, long of);
  }

  /// Work that may still be cancelled.
  public static final class Running {
    private final AtomicBoolean cancelled = new AtomicBoolean();

    /// On the user-interface thread alone. What was said before it ended may arrive after it.
    private boolean ended;

    private Running() {}

    /// Asks the work to end; its cancelled handler is called when it has, its other handlers never.
    public void cancel() {
      cancelled.set(true);
    }

    public boolean isCancelled() {
      return cancelled.get();
    }
  }

  /// Describes work and what happens after it.
  public final class Job<T> {
    private final Work<T> work;
    private Consumer<T> success = _ -> {};
    private Consumer<Problem> problem = Tasks.this::unhandled;
    private Runnable cancelled = () -> {};
    private Runnable end = () -> {};
    private Progress progress = (_, _) -> {};

    private Job(Work<T> work) {
      this.work = work;
    }

    public Job<T> onSuccess(Consumer<T> handler) {
      success = handler;
      return this;
    }

    public Job<T> onProblem(Consumer<Problem> handler) {
      problem = handler;
      return this;
    }

    public Job<T> onCancelled(Runnable handler) {
      cancelled = handler;
      return this;
    }

    /// Called last, whatever happened.
    public Job<T> onEnd(Runnable handler) {
      end = handler;
      return this;
    }

    public Job<T> onProgress(Progress handler) {
      progress = handler;
      return this;
    }

    public Running start() {
      Running running = new Running();
      background.execute(() -> run(running));
      return running;
    }

    private void run(Running running) {
      try {
        T result = work.run(new Told(running, progress));
        finish(running, () -> success.accept(result));
      } catch (ProblemException e) {
        finish(running, () -> problem.accept(e.problem()));
      } catch (CancellationException e) {
        screen.execute(() -> ended(running, cancelled));
      } catch (RuntimeException | Error e) {
        LOG.error("Work of the window failed", e);
        finish(running, () -> problem.accept(unexpected));
      }
    }

    private void finish(Running running, Runnable handler) {
      screen.execute(() -> ended(running, running.isCancelled() ? cancelled : handler));
    }

    private void ended(Running running, Runnable handler) {
      running.ended = true;
      try {
        handler.run();
      } finally {
        end.run();
      }
    }
  }

  /// Hands the latest progress over; one message at a time is under way.
  private final class Told implements WorkProgress {
    private final Running running;
    private final Progress progress;
    private final AtomicBoolean underWay = new AtomicBoolean();
    private final AtomicLong done = new AtomicLong();
    private final AtomicLong of = new AtomicLong();

    private Told(Running running, Progress progress) {
      this.running = running;
      this.progress = progress;
    }

    @Override
    public boolean at(long doneNow, long ofAll) {
      done.set(doneNow);
      of.set(ofAll);
      if (!running.isCancelled() && underWay.compareAndSet(false, true)) {
        screen.execute(
            () -> {
              underWay.set(false);
              if (!running.isCancelled() && !running.ended) {
                progress.at(done.get(), of.get());
              }
            });
      }
      return !running.isCancelled();
    }
  }

  public <T> Job<T> work(Work<T> work) {
    return new Job<>(work);
  }

  public Job<Boolean> act(Act act) {
    return new Job<>(
        progress -> {
          act.run(progress);
          return Boolean.TRUE;
        });
  }

  /// Something later, on the user-interface thread.
  ///
  /// @return ends the waiting
  public Runnable later(Duration delay, Runnable action) {
    return timer.after(delay, action);
  }

  /// Something on the user-interface thread, soon.
  public void onScreen(Runnable action) {
    screen.execute(action);
  }

  private @Nullable Consumer<Problem> otherProblems;

  /// Shows the problems of work that has no handler of its own.
  public void otherProblems(Consumer<Problem> handler) {
    otherProblems = handler;
  }

  private void unhandled(Problem problem) {
    if (otherProblems == null) {
      LOG.warn("Nobody was told: {}", problem.message());
    } else {
      otherProblems.accept(problem);
    }
  }
}
