package org.postroom.engine;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.concurrent.Callable;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.FutureTask;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;
import org.postroom.dispatch.StopSignal;

/// All runs of a process are stopped together.
class RunsTest {
  private final Runs runs = new Runs();

  @Test
  void whoeverStopsThemWaitsUntilEachHasEnded() throws Exception {
    CountDownLatch begun = new CountDownLatch(2);
    CountDownLatch recorded = new CountDownLatch(1);
    StopSignal first = new StopSignal();
    StopSignal second = new StopSignal();
    FutureTask<Boolean> one = run(first, begun, recorded);
    FutureTask<Boolean> other = run(second, begun, recorded);
    begun.await();

    FutureTask<Boolean> ending =
        begin(
            () -> {
              runs.stopAll();
              return recorded.getCount() == 0;
            });
    assertThat(first.await(Duration.ofMinutes(1))).isTrue();
    assertThat(second.await(Duration.ofMinutes(1))).isTrue();
    assertThat(ending.isDone()).isFalse();
    recorded.countDown();
    assertThat(ending.get(1, TimeUnit.MINUTES)).isTrue();
    assertThat(one.get(1, TimeUnit.MINUTES) && other.get(1, TimeUnit.MINUTES)).isTrue();
  }

  @Test
  void whatBeginsAfterThatIsStoppedAtOnce() throws Exception {
    runs.stopAll();
    StopSignal late = new StopSignal();
    assertThat(runs.during(late, late::isPressed)).isTrue();
  }

  @Test
  void aRunThatEndedIsLeftAlone() throws Exception {
    StopSignal over = new StopSignal();
    assertThat(runs.during(over, over::isPressed)).isFalse();
    runs.stopAll();
    assertThat(over.isPressed()).isFalse();
  }

  /// Ends when it is stopped and what was under way is recorded.
  private FutureTask<Boolean> run(StopSignal stop, CountDownLatch begun, CountDownLatch recorded) {
    return begin(
        () ->
            runs.during(
                stop,
                () -> {
                  begun.countDown();
                  try {
                    boolean pressed = stop.await(Duration.ofMinutes(1));
                    recorded.await();
                    return pressed;
                  } catch (InterruptedException e) {
                    throw new AssertionError(e);
                  }
                }));
  }

  private static FutureTask<Boolean> begin(Callable<Boolean> work) {
    FutureTask<Boolean> task = new FutureTask<>(work);
    Thread.ofVirtual().start(task);
    return task;
  }
}
