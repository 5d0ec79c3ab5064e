package org.postroom.ui.common;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.postroom.engine.Problem;
import org.postroom.engine.ProblemException;
import org.postroom.engine.WorkProgress;

/// Both executors are run by hand: what happens before what is in the test's hand.
class TasksTest {
  private static final Problem UNEXPECTED = problem("unexpected");
  private final Deque<Runnable> background = new ArrayDeque<>();
  private final Deque<Runnable> screen = new ArrayDeque<>();
  private final List<String> told = new ArrayList<>();
  private final Tasks tasks =
      new Tasks(background::add, screen::add, (_, _) -> () -> {}, UNEXPECTED);

  private static Problem problem(String happened) {
    return new Problem(Problem.Kind.FILE, happened, "kept", "next");
  }

  private static void run(Deque<Runnable> queue) {
    for (Runnable next = queue.poll(); next != null; next = queue.poll()) {
      next.run();
    }
  }

  private Tasks.Running start(Tasks.Work<String> work) {
    return tasks
        .work(work)
        .onProgress((done, of) -> told.add(done + "/" + of))
        .onSuccess(told::add)
        .onProblem(wrong -> told.add("problem " + wrong.happened()))
        .onCancelled(() -> told.add("cancelled"))
        .onEnd(() -> told.add("end"))
        .start();
  }

  @Test
  void aResultReachesTheScreenOnlyThroughItsOwnThread() {
    start(_ -> "result");
    run(background);
    assertThat(told).isEmpty();
    run(screen);

    assertThat(told).containsExactly("result", "end");
  }

  @Test
  void aProblemReachesItsHandler() {
    start(
        _ -> {
          throw new ProblemException(problem("no such file"));
        });
    run(background);
    run(screen);

    assertThat(told).containsExactly("problem no such file", "end");
  }

  /// It would bring back what the end took away.
  @Test
  void progressThatArrivesAfterTheEndIsNotShown() {
    WorkProgress[] kept = new WorkProgress[1];
    start(
        progress -> {
          kept[0] = progress;
          return "result";
        });
    run(background);
    kept[0].at(3, 3);
    run(screen);
    kept[0].at(3, 3);
    run(screen);

    assertThat(told).containsExactly("result", "end");
  }

  @Test
  void progressThatTheScreenHasNotShownYetIsNotQueuedAgain() {
    start(
        progress -> {
          progress.at(1, 3);
          progress.at(2, 3);
          progress.at(3, 3);
          return "done";
        });
    run(background);
    run(screen);

    assertThat(told).containsExactly("3/3", "done", "end");
  }

  @Test
  void cancelledWorkIsToldToStopAndItsResultIsNotShown() {
    Tasks.Running running = start(progress -> progress.at(1, 2) ? "went on" : "stopped");
    running.cancel();
    run(background);
    run(screen);

    assertThat(told).containsExactly("cancelled", "end");
  }

  @Test
  void workThatIsCancelledAfterItEndedShowsNothingEither() {
    Tasks.Running running = start(_ -> "too late");
    run(background);
    running.cancel();
    run(screen);

    assertThat(told).containsExactly("cancelled", "end");
  }
}
