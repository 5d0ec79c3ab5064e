package org.postroom.ui.send;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.postroom.dispatch.Pace;
import org.postroom.document.MailshotDocument.SendSettings;

/// Friction grows with risk: a small number goes with one click, a large or an unusual one is typed
/// and held.
class SendPlanTest {
  private static SendPlan plan(int people, boolean unusual, boolean practice) {
    return SendPlan.of(people, unusual, practice, Pace.UNLIMITED, null);
  }

  @ParameterizedTest
  @CsvSource({
    "1, false, 0, false",
    "5, false, 0, false",
    "10, false, 0, false",
    "11, true, 60, false",
    "100, true, 60, false",
    "101, true, 600, true",
    "5000, true, 600, true",
  })
  void theMoreGetItTheMoreIsAsked(int people, boolean typed, long held, boolean staged) {
    SendPlan plan = plan(people, false, false);
    assertThat(plan.typed()).isEqualTo(typed);
    assertThat(plan.hold()).isEqualTo(Duration.ofSeconds(held));
    assertThat(plan.staged()).isEqualTo(staged);
    assertThat(plan(people, false, true).typed()).as("in practice alike").isEqualTo(typed);
    assertThat(plan(people, false, true).hold()).as("nobody waits for practice").isZero();
    assertThat(plan.unheld().typed()).isEqualTo(typed);
  }

  @Test
  void anUnusualNumberIsTypedHoweverSmall() {
    for (int people : new int[] {1, 3, 10}) {
      assertThat(plan(people, true, false).typed()).isTrue();
      assertThat(plan(people, true, true).typed()).isTrue();
      assertThat(plan(people, true, false).hold()).isZero();
    }
  }

  @ParameterizedTest
  @CsvSource({"10, 0, 0", "11, 0, 60", "10, 30, 30", "101, 0, 600", "101, 5, 5", "101, 9000, 7200"})
  void aHoldMayBeChosenButIsNeverNoneForMany(int people, int chosen, long held) {
    SendSettings settings = new SendSettings(chosen, false, null);
    SendPlan plan = SendPlan.of(people, false, false, Pace.UNLIMITED, settings);
    assertThat(plan.hold()).isEqualTo(Duration.ofSeconds(held));
    assertThat(plan.staged()).isFalse();
  }

  @ParameterizedTest
  @CsvSource({"5, true, false", "6, true, true", "6, , false", "101, , true", "101, false, false"})
  void stagesMayBeChosenFromSixOn(int people, @Nullable Boolean chosen, boolean staged) {
    SendSettings settings = new SendSettings(null, chosen, null);
    assertThat(SendPlan.of(people, false, false, Pace.UNLIMITED, settings).staged())
        .isEqualTo(staged);
  }
}
