package org.postroom.dispatch;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.Collections;
import java.util.List;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.IntRange;
import org.junit.jupiter.api.Test;

/// When it will be done, told before anything leaves: what the dispatcher then does.
class ForecastTest {
  private static final Instant NOW = Instant.parse("2026-11-21T14:26:00Z");
  private static final ZoneId ZONE = ZoneId.of("Europe/Berlin");

  private static DispatchOptions at(Pace pace) {
    return new DispatchOptions(pace, Duration.ZERO, Duration.ZERO, false);
  }

  private static Forecast of(int letters, DispatchOptions options) {
    return Forecast.of(letters, options, NOW, ZONE);
  }

  @Test
  void theChoirThroughMicrosoftIsDoneTenMinutesAndTwoPausesAfterTheHold() {
    Forecast forecast =
        of(
            312,
            new DispatchOptions(
                new Pace(30, 0, 10_000),
                Duration.ZERO,
                Duration.ofMinutes(10),
                true,
                Duration.ofMinutes(2)));

    assertThat(forecast.first()).isEqualTo("2026-11-21T14:36:00Z");
    assertThat(forecast.done()).isEqualTo("2026-11-21T14:50:00Z");
    assertThat(forecast.days()).containsExactly(new Forecast.Day(LocalDate.of(2026, 11, 21), 312));
    assertThat(forecast.fits()).isTrue();
  }

  @Test
  void whatTheDayDoesNotTakeLeavesTheNext() {
    Forecast forecast =
        of(562, at(new Pace(0, 0, 450)).within(Term.ANY.lasting(Duration.ofDays(1))));

    assertThat(forecast.days())
        .containsExactly(
            new Forecast.Day(LocalDate.of(2026, 11, 21), 450),
            new Forecast.Day(LocalDate.of(2026, 11, 22), 112));
    assertThat(forecast.done()).isEqualTo(NOW.plus(Duration.ofHours(24)));
    assertThat(forecast.fits()).isTrue();
  }

  @Test
  void whatOthersSentTodayCounts() {
    Forecast forecast =
        of(
            10,
            at(new Pace(0, 0, 450))
                .after(Collections.nCopies(445, NOW.minus(Duration.ofHours(3)))));

    assertThat(forecast.done()).isEqualTo(NOW.plus(Duration.ofHours(21)));
    assertThat(forecast.days()).hasSize(2);
  }

  @Test
  void whatCannotLeaveWhileTheClearanceIsGoodDoesNotFit() {
    Term day = Term.ANY.lasting(Duration.ofDays(1));
    assertThat(of(1441, at(new Pace(1, 0, 0)).within(day)).fits()).isTrue();
    assertThat(of(1442, at(new Pace(1, 0, 0)).within(day)).fits()).isFalse();
  }

  @Test
  void theChosenTimeIsWhenItBeginsAndFromWhenTheClearanceCounts() {
    Instant chosen = Instant.parse("2026-12-01T08:00:00Z");
    Forecast forecast =
        of(3, at(Pace.UNLIMITED).within(Term.notBefore(chosen).lasting(Duration.ofDays(1))));

    assertThat(forecast.first()).isEqualTo(chosen);
    assertThat(forecast.done()).isEqualTo(chosen);
    assertThat(forecast.expires()).isEqualTo("2026-12-02T08:00:00Z");
    assertThat(forecast.days()).containsExactly(new Forecast.Day(LocalDate.of(2026, 12, 1), 3));
  }

  @Test
  void theDayIsTheSendersDay() {
    Instant late = Instant.parse("2026-11-21T23:30:00Z");
    Forecast forecast = Forecast.of(1, at(Pace.UNLIMITED), late, ZONE);

    assertThat(forecast.days()).containsExactly(new Forecast.Day(LocalDate.of(2026, 11, 22), 1));
  }

  /// Against the dispatcher itself, whose server takes no time.
  @Property(tries = 60)
  void itIsWhatTheDispatcherDoes(
      @ForAll @IntRange(min = 1, max = 40) int letters,
      @ForAll @IntRange(max = 5) int perMinute,
      @ForAll @IntRange(max = 9) int perHour,
      @ForAll @IntRange(max = 15) int perDay,
      @ForAll boolean staged) {
    Bench bench = new Bench().pace(perMinute, perHour, perDay).stagePause(Duration.ofMinutes(2));
    bench = staged ? bench.staged() : bench;
    Instant begun = bench.instant();
    bench.send(Letters.cleared(letters));
    Forecast forecast =
        Forecast.of(
            letters,
            new DispatchOptions(
                new Pace(perMinute, perHour, perDay),
                Duration.ZERO,
                Duration.ZERO,
                staged,
                Duration.ofMinutes(2)),
            begun,
            ZONE);

    assertThat(forecast.done()).isEqualTo(bench.instant());
    assertThat(forecast.days().stream().mapToInt(Forecast.Day::letters).sum()).isEqualTo(letters);
    assertThat(List.copyOf(forecast.days())).isNotEmpty();
  }
}
