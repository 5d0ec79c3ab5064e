package org.postroom.dispatch;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

/// A chosen time: nothing is connected to before it, whatever the wall clock does meanwhile, and
/// where it went by unseen a person is asked. The bench begins at 09:00 UTC.
class ScheduleTest {
  private static final Instant NOON = Instant.parse("2026-11-21T12:00:00Z");
  private final Bench bench = new Bench();

  @Test
  void nothingIsConnectedToBeforeTheChosenTimeAndThenItLeavesByItself() {
    List<Instant> opened = new ArrayList<>();
    bench.within(Term.notBefore(NOON)).courier.whenOpened(() -> opened.add(bench.instant()));

    assertThat(bench.send(Letters.cleared(3))).isInstanceOf(DispatchResult.Completed.class);
    assertThat(opened).containsExactly(NOON);
    assertThat(bench.waits().getFirst()).isEqualTo("schedule 10800");
    assertThat(bench.leavings()).isEqualTo(1);
  }

  @Test
  void stopBeforeTheTimeSendsNothing() {
    bench.within(Term.notBefore(NOON)).stopDuringWait(7);

    assertThat(bench.send(Letters.cleared(3))).isInstanceOf(DispatchResult.Stopped.class);
    assertThat(bench.courier.opened()).isZero();
    assertThat(bench.ledger.log()).isEmpty();
  }

  @Test
  void aClockThatIsSetBackMakesItWaitLonger() {
    bench
        .within(Term.notBefore(NOON))
        .drift(wait -> wait == 100 ? Duration.ofHours(-2) : Duration.ZERO);

    assertThat(bench.send(Letters.cleared(1))).isInstanceOf(DispatchResult.Completed.class);
    assertThat(bench.slept()).isEqualTo(Duration.ofHours(5));
    assertThat(bench.instant()).isEqualTo(NOON);
  }

  @Test
  void aClockThatIsSetForwardButNotPastTheTimeIsBelieved() {
    bench
        .within(Term.notBefore(NOON))
        .drift(wait -> wait == 100 ? Duration.ofHours(1) : Duration.ZERO);

    assertThat(bench.send(Letters.cleared(1))).isInstanceOf(DispatchResult.Completed.class);
    assertThat(bench.slept()).isEqualTo(Duration.ofHours(2));
    assertThat(bench.instant()).isEqualTo(NOON);
  }

  @Test
  void aSleepPastTheTimeAsksAPerson() {
    bench
        .within(Term.notBefore(NOON))
        .drift(wait -> wait == 100 ? Duration.ofHours(9) : Duration.ZERO);

    assertThat(bench.send(Letters.cleared(1)))
        .isInstanceOfSatisfying(
            DispatchResult.Paused.class,
            paused -> assertThat(paused.cause()).isEqualTo(DispatchResult.Cause.MISSED));
    assertThat(bench.courier.opened()).isZero();
    assertThat(bench.leavings()).isZero();
  }

  @Test
  void aNapThatEndsBeforeTheTimeChangesNothing() {
    bench
        .within(Term.notBefore(NOON))
        .drift(wait -> wait == 10 ? Duration.ofMinutes(90) : Duration.ZERO);

    assertThat(bench.send(Letters.cleared(1))).isInstanceOf(DispatchResult.Completed.class);
    assertThat(bench.instant()).isEqualTo(NOON);
  }

  @Test
  void theHourOfDaylightSavingTimeIsInTheOffsetAndNowhereElse() {
    // Chosen while clocks stood at +02:00, due when they stand at +01:00.
    Instant due = OffsetDateTime.parse("2026-11-21T12:00:00+01:00").toInstant();
    bench.within(Term.notBefore(due));

    assertThat(bench.send(Letters.cleared(1))).isInstanceOf(DispatchResult.Completed.class);
    assertThat(bench.instant()).isEqualTo(Instant.parse("2026-11-21T11:00:00Z"));
  }

  @Test
  void aHoldThatEndsLaterThanTheTimeCounts() {
    bench.within(Term.notBefore(NOON)).hold(Duration.ofHours(4));

    assertThat(bench.send(Letters.cleared(1))).isInstanceOf(DispatchResult.Completed.class);
    assertThat(bench.waits()).containsExactly("hold 14400");
  }

  @Test
  void aTimeThatIsPastIsNoObstacleForWhoeverSendsNow() {
    bench.within(Term.notBefore(Instant.parse("2026-11-20T12:00:00Z")));

    assertThat(bench.send(Letters.cleared(1))).isInstanceOf(DispatchResult.Completed.class);
    assertThat(bench.waits()).isEmpty();
  }

  @Test
  void whatCannotLeaveWhileTheClearanceIsGoodAsksAPersonInsteadOfWaiting() {
    bench.pace(0, 0, 2).within(Term.ANY.lasting(Duration.ofHours(20)));

    assertThat(bench.send(Letters.cleared(3)))
        .isInstanceOfSatisfying(
            DispatchResult.Paused.class,
            paused -> assertThat(paused.cause()).isEqualTo(DispatchResult.Cause.EXPIRED));
    assertThat(bench.settled()).hasSize(2);
    assertThat(bench.slept()).isZero();
  }

  @Test
  void itGoesOnTheNextDayWhereTheClearanceIsGoodForTwo() {
    bench.pace(0, 0, 2).within(Term.ANY.lasting(Duration.ofDays(2)));

    assertThat(bench.send(Letters.cleared(3))).isInstanceOf(DispatchResult.Completed.class);
    assertThat(bench.slept()).isEqualTo(Duration.ofHours(24));
  }

  @Test
  void aPersonCanMakeItSlowerAtAnyTime() {
    bench.pace(30, 0, 0);
    bench.onSettled(3, () -> bench.stop.slower(1));

    assertThat(bench.send(Letters.cleared(6))).isInstanceOf(DispatchResult.Completed.class);
    assertThat(bench.waits()).containsExactly("pace 60", "pace 60", "pace 60");
  }

  @Test
  void slowerIsNeverFasterThanTheAccountAllows() {
    bench.pace(2, 0, 0);
    bench.stop.slower(500);

    assertThat(bench.send(Letters.cleared(4))).isInstanceOf(DispatchResult.Completed.class);
    assertThat(bench.waits()).containsExactly("pace 60");
  }
}
