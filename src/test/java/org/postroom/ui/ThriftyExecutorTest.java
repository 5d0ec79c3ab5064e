package org.postroom.ui;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

class ThriftyExecutorTest {
  private static final long MUCH = ThriftyExecutor.MUCH.toNanos();

  private long now;
  private int given;
  private final List<Runnable> later = new ArrayList<>();
  private final ThriftyExecutor atOnce = new ThriftyExecutor(Runnable::run, () -> now, this::give);

  private void give() {
    given++;
  }

  @Test
  void afterMuchWorkOnce() {
    atOnce.execute(() -> now += MUCH);
    assertThat(given).isEqualTo(1);
    atOnce.execute(() -> now += 1);
    assertThat(given).isEqualTo(1);
  }

  @Test
  void littleWorkAddsUp() {
    atOnce.execute(() -> now += MUCH / 2);
    assertThat(given).isZero();
    atOnce.execute(() -> now += MUCH / 2);
    assertThat(given).isEqualTo(1);
  }

  @Test
  void notWhileOtherWorkRuns() {
    atOnce.execute(
        () -> {
          atOnce.execute(() -> now += MUCH);
          assertThat(given).isZero();
        });
    assertThat(given).isEqualTo(1);
  }

  @Test
  void alsoWhereWorkFails() {
    assertThatThrownBy(
            () ->
                atOnce.execute(
                    () -> {
                      now += MUCH;
                      throw new IllegalStateException("broken");
                    }))
        .hasMessage("broken");
    assertThat(given).isEqualTo(1);
  }

  @Test
  void theWorkersDoTheWork() {
    new ThriftyExecutor(later::add, () -> now, this::give).execute(() -> now += MUCH);
    assertThat(now).isZero();
    later.getFirst().run();
    assertThat(given).isEqualTo(1);
  }
}
