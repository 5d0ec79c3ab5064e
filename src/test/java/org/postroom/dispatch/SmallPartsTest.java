package org.postroom.dispatch;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.SplittableRandom;
import java.util.concurrent.atomic.AtomicReference;
import org.junit.jupiter.api.Test;
import org.postroom.composition.GuardVerdict;
import org.postroom.dispatch.ScriptedCourier.Answer;
import org.postroom.safety.ClearedPlan;

/// Edges of the dispatcher's parts.
class SmallPartsTest {
  private final Bench bench = new Bench();

  @Test
  void aLetterThatWasCommittedButWhoseDotStayedBackGoesAgain() {
    ClearedPlan plan = Letters.cleared(1);
    bench.courier.next(
        new Answer(
            new DeliveryOutcome.Deferred(new Reply(Phase.BODY, 0, "", "no reply")), false, true));

    assertThat(bench.send(plan)).isInstanceOf(DispatchResult.Completed.class);
    assertThat(bench.ledger.log())
        .containsExactly(
            "claim p0@d0.example",
            "committing p0@d0.example",
            "deferred p0@d0.example",
            "claim p0@d0.example",
            "committing p0@d0.example",
            "accepted p0@d0.example");
  }

  @Test
  void whereItCannotBeToldWhoIsSuppressedNothingLeaves() {
    Dispatcher dispatcher =
        new Dispatcher(
            bench.ledger,
            bench.courier,
            bench,
            ZoneOffset.UTC,
            _ -> {
              throw new LedgerException("The list cannot be read.", new IOException("locked"));
            });
    DispatchResult result =
        dispatcher.send(
            Letters.cleared(2),
            new DispatchOptions(Pace.UNLIMITED, Duration.ZERO, Duration.ZERO, false),
            bench.stop,
            DispatchListener.NONE);

    assertThat(result)
        .isInstanceOfSatisfying(
            DispatchResult.Paused.class,
            paused -> {
              assertThat(paused.cause()).isEqualTo(DispatchResult.Cause.LEDGER);
              assertThat(paused.reply().text()).contains("The list cannot be read.");
            });
    assertThat(bench.courier.opened()).isZero();
    assertThat(bench.ledger.log()).isEmpty();
  }

  @Test
  void stopWhileConnectingSendsNothing() {
    List<String> said = new ArrayList<>();
    Courier slow =
        () -> {
          bench.stop.press();
          said.add("open");
          return bench.courier.open();
        };
    Dispatcher dispatcher =
        new Dispatcher(
            bench.ledger,
            slow,
            bench,
            ZoneOffset.UTC,
            _ -> false,
            Waiting.REAL,
            new SplittableRandom(1),
            (_, _, _) -> new GuardVerdict.Pass());
    DispatchResult result =
        dispatcher.send(
            Letters.cleared(2),
            new DispatchOptions(Pace.UNLIMITED, Duration.ZERO, Duration.ZERO, false),
            bench.stop,
            DispatchListener.NONE);

    assertThat(result).isInstanceOf(DispatchResult.Stopped.class);
    assertThat(said).hasSize(1);
    assertThat(bench.ledger.log()).isEmpty();
  }

  @Test
  void theRealGuardStandsInTheWayOfBytesThatAreNoLetter() {
    Dispatcher dispatcher =
        new Dispatcher(bench.ledger, bench.courier, InstantSource.system(), ZoneOffset.UTC);
    DispatchResult result =
        dispatcher.send(
            Letters.cleared(1),
            new DispatchOptions(Pace.CAREFUL, Duration.ZERO, Duration.ZERO, false),
            new StopSignal(),
            DispatchListener.NONE);

    assertThat(result)
        .isInstanceOfSatisfying(
            DispatchResult.Paused.class,
            paused -> assertThat(paused.cause()).isEqualTo(DispatchResult.Cause.GUARD));
  }

  @Test
  void stopEndsAWaitAtOnceAndWithoutStopTheTimePasses() throws InterruptedException {
    StopSignal stop = new StopSignal();
    assertThat(stop.await(Duration.ofMillis(1))).isFalse();
    stop.press();
    assertThat(stop.await(Duration.ofDays(1))).isTrue();
  }

  @Test
  void goOnEndsTheWaitThatIsUnderWayAndIsNotStop() throws InterruptedException {
    StopSignal stop = new StopSignal();
    AtomicReference<Boolean> stopped = new AtomicReference<>();
    Thread waits =
        Thread.ofPlatform()
            .start(
                () -> {
                  try {
                    stopped.set(stop.await(Duration.ofDays(1)));
                  } catch (InterruptedException e) {
                    Thread.currentThread().interrupt();
                  }
                });
    while (waits.isAlive()) {
      stop.goOn();
      waits.join(1);
    }

    assertThat(stopped.get()).isFalse();
    assertThat(stop.isPressed()).isFalse();
  }

  @Test
  void goOnWhereNothingWaitsShortensNoLaterWait() throws InterruptedException {
    StopSignal stop = new StopSignal();
    stop.goOn();
    long before = System.nanoTime();

    assertThat(stop.await(Duration.ofMillis(5))).isFalse();
    assertThat(System.nanoTime() - before).isGreaterThanOrEqualTo(5_000_000);
    stop.press();
    stop.goOn();
    assertThat(stop.await(Duration.ofDays(1))).isTrue();
  }

  @Test
  void whoInterruptsEndsTheRun() {
    StopSignal stop = new StopSignal();
    Pauses pauses =
        new Pauses(
            stop,
            (_, _) -> {
              throw new InterruptedException();
            },
            DispatchListener.NONE);

    assertThat(pauses.await("hold", Duration.ofSeconds(1))).isTrue();
    assertThat(Thread.interrupted()).isTrue();
  }

  @Test
  void aPressedStopEndsEvenAWaitOfNoLength() {
    bench.stop.press();
    Pauses pauses = new Pauses(bench.stop, Waiting.REAL, bench);

    assertThat(pauses.await("pace", Duration.ZERO)).isTrue();
    assertThat(bench.waits()).isEmpty();
  }

  @Test
  void aReplyIsShownWithItsCodesAndWithoutThemWhereThereAreNone() {
    assertThat(new Reply(Phase.RCPT, 550, "5.1.1", "who?").shown()).isEqualTo("550 5.1.1 who?");
    assertThat(new Reply(Phase.RCPT, 550, "", "who?").shown()).isEqualTo("550 who?");
    assertThat(Reply.local("not sent").shown()).isEqualTo("not sent");
  }

  @Test
  void aMinutesWaitKeepsTheConnectionAndALongerOneClosesIt() {
    bench.pace(1, 0, 0);
    bench.send(Letters.cleared(2));
    assertThat(bench.courier.opened()).isEqualTo(1);

    Bench slower = new Bench().pace(0, 1, 0);
    slower.send(Letters.cleared(2));
    assertThat(slower.courier.opened()).isEqualTo(2);
    assertThat(slower.courier.closed()).isEqualTo(2);
  }

  @Test
  void whenTheClockIsSetBackTheWaitIsNoLongerThanTheWindow() {
    PaceKeeper pace = new PaceKeeper(new Pace(1, 0, 0), List.of());
    Instant noon = Instant.parse("2026-11-21T12:00:00Z");
    pace.sent(noon);

    assertThat(pace.delay(noon.minus(Duration.ofHours(5)), 0)).isEqualTo(Duration.ofMinutes(1));
    assertThat(pace.delay(noon.plusSeconds(59), 0)).isEqualTo(Duration.ofSeconds(1));
    assertThat(pace.delay(noon.plusSeconds(60), 0)).isZero();
    assertThat(pace.delay(noon.plusSeconds(600), 0).isPositive()).isFalse();
  }

  @Test
  void lettersOfOtherMailshotsCountForTheLimits() {
    Instant noon = Instant.parse("2026-11-21T12:00:00Z");
    List<Instant> before = List.of(noon.minusSeconds(7200), noon.minusSeconds(50), noon);

    assertThat(new PaceKeeper(new Pace(3, 0, 0), before).delay(noon, 0)).isZero();
    assertThat(new PaceKeeper(new Pace(2, 0, 0), before).delay(noon, 0)).hasSeconds(10);
    assertThat(new PaceKeeper(new Pace(0, 2, 0), before).delay(noon, 0)).hasSeconds(3550);
    assertThat(new PaceKeeper(new Pace(0, 0, 3), before).delay(noon, 0)).hasHours(22);
    assertThat(new PaceKeeper(Pace.UNLIMITED, before).delay(noon, 0)).isZero();
  }

  @Test
  void aRunWaitsUntilTheLimitOfTheDayHasRoomAgain() {
    bench.pace(0, 0, 2).before(bench.instant().minusSeconds(3600), bench.instant());
    bench.send(Letters.cleared(1));

    assertThat(bench.waits()).containsExactly("pace " + 23 * 3600);
  }

  @Test
  void anInDoubtLetterClosesTheOldConnectionBeforeANewOneIsMade() {
    bench.courier.next(Answer.lostAfterTheDot());
    bench.send(Letters.cleared(2));

    assertThat(bench.courier.closed()).isEqualTo(2);
  }

  @Test
  void aGreetingOfFiveHundredEndsTheRunAtOnce() {
    Reply never = new Reply(Phase.GREETING, 500, "", "no");
    bench.courier.always(
        (_, _) -> {
          bench.courier.nextOpenings(Courier.OpeningFault.REFUSED, never);
          return Answer.lostBeforeTheDot();
        });
    bench.send(Letters.cleared(1));

    assertThat(bench.courier.opened()).isEqualTo(2);
  }

  @Test
  void refusalsInDifferentWordsWithoutEnhancedCodesAreNotARow() {
    bench.courier.next(
        Answer.atRcpt(550, "", "no such user"),
        Answer.atRcpt(550, "", "mailbox disabled"),
        Answer.atRcpt(550, "", "policy"));

    assertThat(bench.send(Letters.cleared(10))).isInstanceOf(DispatchResult.Completed.class);
  }

  @Test
  void refusalsWithOneEnhancedCodeAreARowWhateverTheirWords() {
    bench.courier.next(
        Answer.atRcpt(550, "5.7.1", "go away"),
        Answer.atRcpt(550, "5.7.1", "not you"),
        Answer.atRcpt(550, "5.7.1", "never"));

    assertThat(bench.send(Letters.cleared(10))).isInstanceOf(DispatchResult.Paused.class);
    assertThat(bench.courier.transactions()).isEqualTo(3);
  }
}
