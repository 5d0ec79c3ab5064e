package org.postroom.dispatch;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.SplittableRandom;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.postroom.composition.GuardVerdict;
import org.postroom.composition.LetterDigest;
import org.postroom.plan.LetterId;
import org.postroom.safety.ClearedPlan;

/// Several connections at once.
class ConnectionsTest {
  /// What a connection does with a letter; the first one has the number 1.
  private interface Server {
    DeliveryOutcome take(int connection, String to);
  }

  private static final DeliveryOutcome FINE =
      new DeliveryOutcome.Accepted(new Reply(Phase.FINAL_DOT, 250, "2.0.0", "Ok"));

  private final AtomicInteger opened = new AtomicInteger();
  private final List<String> taken = new CopyOnWriteArrayList<>();
  private final Guarded ledger = new Guarded();
  private final StopSignal stop = new StopSignal();
  private Courier.Opening.Failed refusal = refused(Courier.OpeningFault.REFUSED, 421);
  private Runnable atDeferral = () -> {};
  private int most = Integer.MAX_VALUE;

  private static Courier.Opening.Failed refused(Courier.OpeningFault fault, int code) {
    return new Courier.Opening.Failed(fault, new Reply(Phase.GREETING, code, "", "no"));
  }

  private DispatchResult send(ClearedPlan plan, int connections, boolean staged, Server server) {
    Courier courier =
        () -> {
          int number = opened.incrementAndGet();
          return number > most
              ? refusal
              : new Courier.Opening.Opened(new Connection(number, server));
        };
    return new Dispatcher(
            ledger,
            courier,
            InstantSource.fixed(Instant.parse("2026-11-21T09:00:00Z")),
            ZoneOffset.UTC,
            _ -> false,
            (signal, _) -> signal.isPressed(),
            new SplittableRandom(1),
            (_, _, _) -> new GuardVerdict.Pass())
        .send(
            plan,
            new DispatchOptions(Pace.UNLIMITED, Duration.ZERO, Duration.ZERO, staged)
                .through(connections),
            stop,
            new DispatchListener() {
              @Override
              public void settled(int index, DeliveryOutcome outcome) {
                if (outcome instanceof DeliveryOutcome.Deferred) {
                  atDeferral.run();
                }
              }

              @Override
              public void waiting(String why, long seconds) {}

              @Override
              public void leaving() {}
            });
  }

  private static void await(CountDownLatch latch) {
    try {
      assertThat(latch.await(20, TimeUnit.SECONDS)).isTrue();
    } catch (InterruptedException e) {
      throw new AssertionError(e);
    }
  }

  private static String[] everybody(int people) {
    return IntStream.range(0, people).mapToObj(Letters::address).toArray(String[]::new);
  }

  @Test
  void aDeadConnectionHoldsOnlyTheLettersThatItHas() {
    CountDownLatch othersAreDone = new CountDownLatch(28);
    DispatchResult result =
        send(
            Letters.cleared(30),
            4,
            false,
            (connection, _) -> {
              if (connection == 1) {
                await(othersAreDone);
              }
              othersAreDone.countDown();
              return FINE;
            });

    assertThat(result).isInstanceOf(DispatchResult.Completed.class);
    assertThat(taken).containsExactlyInAnyOrder(everybody(30));
  }

  @Test
  void connectionsAreUsedAtTheSameTime() {
    CountDownLatch all = new CountDownLatch(3);
    send(
        Letters.cleared(9),
        3,
        false,
        (_, _) -> {
          all.countDown();
          await(all);
          return FINE;
        });

    assertThat(taken).containsExactlyInAnyOrder(everybody(9));
  }

  @Test
  void aServerThatTakesFewerConnectionsGetsFewer() {
    most = 2;
    assertThat(send(Letters.cleared(20), 5, false, (_, _) -> FINE))
        .isInstanceOf(DispatchResult.Completed.class);
    assertThat(taken).containsExactlyInAnyOrder(everybody(20));
  }

  @Test
  void aConnectionThatIsLostLeavesItsLettersToTheOthers() {
    most = 2;
    CountDownLatch bothTalk = new CountDownLatch(2);
    DispatchResult result =
        send(
            Letters.cleared(20),
            2,
            false,
            (connection, _) -> {
              bothTalk.countDown();
              await(bothTalk);
              return connection == 1
                  ? FINE
                  : new DeliveryOutcome.Deferred(new Reply(Phase.BODY, 0, "", "lost"));
            });

    assertThat(result).isInstanceOf(DispatchResult.Completed.class);
    assertThat(taken).containsExactlyInAnyOrder(everybody(20));
  }

  @Test
  void aRefusedPasswordIsTriedOnce() {
    most = 0;
    refusal = refused(Courier.OpeningFault.SIGN_IN, 535);
    assertThat(send(Letters.cleared(20), 8, false, (_, _) -> FINE))
        .isInstanceOfSatisfying(
            DispatchResult.Paused.class,
            paused -> assertThat(paused.cause()).isEqualTo(DispatchResult.Cause.SIGN_IN));
    assertThat(opened.get()).isEqualTo(1);
  }

  @Test
  void tooManyConnectionsLeavesOne() {
    CountDownLatch all = new CountDownLatch(3);
    CountDownLatch told = new CountDownLatch(1);
    atDeferral = told::countDown;
    AtomicInteger refusals = new AtomicInteger(1);
    List<Integer> afterwards = new CopyOnWriteArrayList<>();
    DispatchResult result =
        send(
            Letters.cleared(60),
            3,
            false,
            (connection, _) -> {
              all.countDown();
              await(all);
              if (connection == 1 && refusals.getAndDecrement() > 0) {
                return new DeliveryOutcome.Deferred(
                    new Reply(Phase.MAIL, 432, "4.3.2", "too many"));
              }
              await(told);
              afterwards.add(connection);
              return FINE;
            });

    assertThat(result).isInstanceOf(DispatchResult.Completed.class);
    assertThat(afterwards).hasSize(59);
    // What the others had begun with or announced they end; then one goes on alone.
    assertThat(IntStream.of(1, 2, 3).map(each -> Collections.frequency(afterwards, each)))
        .anyMatch(letters -> letters >= 54);
  }

  @Test
  void aStageWaitsForTheOutcomesOfTheOneBefore() {
    AtomicInteger begun = new AtomicInteger();
    AtomicInteger ended = new AtomicInteger();
    List<Integer> openAtSixth = new ArrayList<>();
    DispatchResult result =
        send(
            Letters.cleared(20),
            8,
            true,
            (_, _) -> {
              if (begun.incrementAndGet() == 6) {
                openAtSixth.add(ended.get());
              }
              ended.incrementAndGet();
              return FINE;
            });

    assertThat(result).isInstanceOf(DispatchResult.Completed.class);
    assertThat(openAtSixth).containsExactly(5);
  }

  @Test
  void afterStopEachConnectionSendsAtMostTheLetterThatItHas() {
    CountDownLatch all = new CountDownLatch(3);
    DispatchResult result =
        send(
            Letters.cleared(50),
            3,
            false,
            (_, _) -> {
              all.countDown();
              await(all);
              stop.press();
              return FINE;
            });

    assertThat(result).isInstanceOf(DispatchResult.Stopped.class);
    assertThat(taken).hasSize(3);
  }

  @Test
  void oneRefusalTooManyStopsAllConnections() {
    DispatchResult result =
        send(
            Letters.cleared(500),
            4,
            false,
            (_, _) -> new DeliveryOutcome.Refused(new Reply(Phase.RCPT, 550, "5.7.1", "no")));

    assertThat(result)
        .isInstanceOfSatisfying(
            DispatchResult.Paused.class,
            paused -> assertThat(paused.cause()).isEqualTo(DispatchResult.Cause.SAME_REFUSAL));
    assertThat(ledger.settled()).isBetween(3L, 8L);
  }

  private final class Connection implements Courier.Session {
    private final int number;
    private final Server server;
    private boolean usable = true;

    Connection(int number, Server server) {
      this.number = number;
      this.server = server;
    }

    @Override
    public boolean pipelines() {
      return number % 2 == 0;
    }

    @Override
    public Courier.Delivery deliver(Courier.Parcel parcel, Courier.Gate gate) {
      if (!gate.mayCommit()) {
        usable = false;
        return new Courier.Delivery.HeldBack();
      }
      String to = parcel.rcptTo().getFirst().wire();
      DeliveryOutcome outcome = server.take(number, to);
      switch (outcome) {
        case DeliveryOutcome.Accepted _ -> taken.add(to);
        case DeliveryOutcome.Deferred(Reply reply) -> usable = reply.code() != 0;
        case DeliveryOutcome.Refused _, DeliveryOutcome.InDoubt _ -> {}
      }
      return new Courier.Delivery.Done(outcome, List.of());
    }

    @Override
    public boolean usable() {
      return usable;
    }

    @Override
    public long maxSize() {
      return 0;
    }

    @Override
    public boolean offersSmtpUtf8() {
      return false;
    }

    @Override
    public void close() {
      usable = false;
    }
  }

  /// For several threads.
  private static final class Guarded implements Ledger {
    private final MemoryLedger ledger = new MemoryLedger();

    synchronized long settled() {
      return ledger.log().stream().filter(entry -> entry.startsWith("refused ")).count();
    }

    @Override
    public synchronized LetterState state(LetterId letter) {
      return ledger.state(letter);
    }

    @Override
    public synchronized void claim(LetterId letter, LetterDigest digest, Instant at)
        throws LedgerException {
      ledger.claim(letter, digest, at);
    }

    @Override
    public synchronized void committing(
        LetterId letter, String messageId, String sha256, Instant at) throws LedgerException {
      ledger.committing(letter, messageId, sha256, at);
    }

    @Override
    public synchronized void record(
        LetterId letter,
        DeliveryOutcome outcome,
        List<Courier.RefusedRecipient> refusedRecipients,
        Instant at)
        throws LedgerException {
      ledger.record(letter, outcome, refusedRecipients, at);
    }

    @Override
    public synchronized void withdraw(LetterId letter, String reason, Instant at)
        throws LedgerException {
      ledger.withdraw(letter, reason, at);
    }
  }
}
