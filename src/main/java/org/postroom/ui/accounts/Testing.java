package org.postroom.ui.accounts;

import java.time.Duration;
import java.util.EnumMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.postroom.engine.ConnectionCheck;
import org.postroom.engine.ConnectionStep;

/// How far a connection test has come.
///
/// @param stage where the test as a whole stands
/// @param took how long each step took that has passed
/// @param failed what the failed step came to, or null
record Testing(
    Stage stage, Map<ConnectionStep, Duration> took, ConnectionCheck.@Nullable Failed failed) {
  static final Testing NOT_TESTED = new Testing(Stage.NOT_TESTED, Map.of(), null);

  enum Stage {
    NOT_TESTED,
    RUNNING,
    PASSED,
    FAILED
  }

  /// Where one step stands.
  enum Step {
    WAITING,
    RUNNING,
    DONE,
    FAILED,
    NOT_TRIED
  }

  Testing {
    took = Map.copyOf(took);
  }

  static Testing started() {
    return new Testing(Stage.RUNNING, Map.of(), null);
  }

  Testing passed(ConnectionStep step, Duration after) {
    Map<ConnectionStep, Duration> more = new EnumMap<>(ConnectionStep.class);
    more.putAll(took);
    more.put(step, after);
    return new Testing(Stage.RUNNING, more, null);
  }

  Testing ended(ConnectionCheck check) {
    return switch (check) {
      case ConnectionCheck.Passed() -> new Testing(Stage.PASSED, took, null);
      case ConnectionCheck.Failed failure -> new Testing(Stage.FAILED, took, failure);
    };
  }

  Step step(ConnectionStep step) {
    if (took.containsKey(step)) {
      return Step.DONE;
    }
    return switch (stage) {
      case NOT_TESTED, PASSED -> Step.WAITING;
      case RUNNING -> next() == step ? Step.RUNNING : Step.WAITING;
      case FAILED -> failed != null && failed.step() == step ? Step.FAILED : Step.NOT_TRIED;
    };
  }

  private @Nullable ConnectionStep next() {
    for (ConnectionStep step : ConnectionStep.values()) {
      if (!took.containsKey(step)) {
        return step;
      }
    }
    return null;
  }
}
