package org.postroom.dispatch;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.postroom.composition.MessageIdKey;
import org.postroom.composition.MimeComposer;
import org.postroom.message.Letter;
import org.postroom.message.Mailshot;
import org.postroom.plan.LetterId;

/// Test letters to the sender: who is told to the server, what counts, and what ends them.
class SelfTestRunTest {
  private static final Instant NOW = Instant.parse("2026-11-22T09:00:00Z");
  private static final Pace PACE = new Pace(2, 100, 1000);

  private final ScriptedCourier courier = new ScriptedCourier();
  private final List<Instant> counted = new ArrayList<>();
  private final List<Duration> waits = new ArrayList<>();
  private final StopSignal stop = new StopSignal();
  private boolean diskFull;
  private Instant now = NOW;

  @Test
  void everyTestGoesToTheSenderAndCountsOnce() {
    SelfTest.End end = send(2, List.of());
    assertThat(end.result()).isEqualTo(new DispatchResult.Completed());
    assertThat(courier.taken()).containsExactly("news@riverside.example", "news@riverside.example");
    assertThat(counted).hasSize(2);
    assertThat(courier.opened()).as("one connection").isEqualTo(1);
  }

  @Test
  void theMinutesLimitIsWaitedFor() {
    assertThat(send(3, List.of()).letters()).hasSize(3);
    assertThat(waits).containsExactly(Duration.ofMinutes(1));
  }

  @Test
  void theDaysLimitIsSaid() {
    SelfTest.End end = send(1, Collections.nCopies(1000, NOW.minusSeconds(7200)));
    assertThat(end.result())
        .isInstanceOfSatisfying(
            DispatchResult.Paused.class,
            paused -> assertThat(paused.cause()).isEqualTo(DispatchResult.Cause.LIMIT));
    assertThat(courier.opened()).as("nothing was connected to").isZero();
  }

  @Test
  void whatCannotBeCountedDoesNotLeave() {
    diskFull = true;
    SelfTest.End end = send(2, List.of());
    assertThat(end.result())
        .isInstanceOfSatisfying(
            DispatchResult.Paused.class,
            paused -> assertThat(paused.cause()).isEqualTo(DispatchResult.Cause.LEDGER));
    assertThat(courier.bodies()).isEmpty();
  }

  @Test
  void stopIsStop() {
    stop.press();
    assertThat(send(2, List.of()).result()).isEqualTo(new DispatchResult.Stopped());
    assertThat(courier.bodies()).isEmpty();
  }

  @Test
  void aRefusedSignInEndsIt() {
    courier.nextOpenings(Courier.OpeningFault.SIGN_IN, new Reply(Phase.AUTH, 535, "5.7.8", "no"));
    SelfTest.End end = send(2, List.of());
    assertThat(end.result())
        .isInstanceOfSatisfying(
            DispatchResult.Paused.class,
            paused -> assertThat(paused.cause()).isEqualTo(DispatchResult.Cause.SIGN_IN));
  }

  @Test
  void oneRefusalDoesNotKeepTheOthersBackAndIsNotTriedAgain() {
    courier.next(ScriptedCourier.Answer.afterTheDot(554, "5.7.1", "too large"));
    SelfTest.End end = send(2, List.of());
    assertThat(end.letters().get(0).outcome()).isInstanceOf(DeliveryOutcome.Refused.class);
    assertThat(end.letters().get(1).outcome()).isInstanceOf(DeliveryOutcome.Accepted.class);
    assertThat(courier.transactions()).isEqualTo(2);
  }

  private SelfTest.End send(int letters, List<Instant> before) {
    Letter.Personal real =
        org.postroom.composition.Letters.letter()
            .from("Choir", "news@riverside.example")
            .to("Ann", "ann@people.example");
    List<SelfTest.Test> tests = new ArrayList<>();
    for (int i = 0; i < letters; i++) {
      tests.add(
          new SelfTest.Test(
              i,
              new LetterId(mailshot().id(), 1, "test " + i),
              new Letter.ToMyself(real, "[Test for Ann]")));
    }
    SelfTest.Counting counting =
        at -> {
          if (diskFull) {
            throw new LedgerException("the disk is full", new java.io.IOException("full"));
          }
          counted.add(at);
        };
    Waiting waiting =
        (signal, time) -> {
          waits.add(time);
          now = now.plus(time);
          return signal.isPressed();
        };
    return new SelfTest(
            courier,
            new MimeComposer(new MessageIdKey(new byte[32])),
            () -> now,
            ZoneOffset.UTC,
            waiting,
            counting)
        .send(
            mailshot(),
            tests,
            new DispatchOptions(PACE, Duration.ZERO, Duration.ZERO, false).after(before),
            stop,
            DispatchListener.NONE);
  }

  private static Mailshot mailshot() {
    return Letters.cleared(1).plan().mailshot();
  }
}
