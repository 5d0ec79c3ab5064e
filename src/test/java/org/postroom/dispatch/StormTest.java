package org.postroom.dispatch;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;

import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.time.ZoneOffset;
import java.util.EnumSet;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.SplittableRandom;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.IntRange;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.postroom.composition.GuardVerdict;
import org.postroom.safety.ClearedPlan;

/// A simulated bad day: at every call of a port the process may be killed, the ledger may fail, the
/// line may break and the server may say anything. The server keeps an account of its own. Each run
/// starts from what the ledger holds; the last runs are calm.
class StormTest {
  private static final int STORMS = Integer.getInteger("postroom.storms", 300);

  /// Takes the process down.
  private static final class Killed extends RuntimeException {
    private static final long serialVersionUID = 1L;
  }

  /// One day, decided by its seed.
  private static final class Day implements InstantSource, Courier, MemoryLedger.Weather {
    private static final List<OpeningFault> FAULTS = List.of(OpeningFault.values());
    private final SplittableRandom random;
    private final MemoryLedger ledger = new MemoryLedger();
    private final Map<String, Integer> taken = new HashMap<>();
    private Instant now = Instant.parse("2026-03-28T23:59:00Z");
    private Instant due = Instant.MIN;
    private boolean opened;
    private boolean calm;
    private int kills;
    private int lostAfterTheDot;
    private int ledgerFaults;

    Day(long seed) {
      this.random = new SplittableRandom(seed);
      ledger.weather(this);
    }

    private boolean strikes(int oneIn) {
      return !calm && random.nextInt(oneIn) == 0;
    }

    private void maybeKilled() {
      if (strikes(25)) {
        kills++;
        throw new Killed();
      }
    }

    @Override
    public void before(String call) throws LedgerException {
      maybeKilled();
      if (strikes(40)) {
        ledgerFaults++;
        throw new LedgerException("disk full", new IllegalStateException());
      }
    }

    @Override
    public void after(String call) {
      maybeKilled();
    }

    @Override
    public Opening open() {
      if (!opened) {
        opened = true;
        assertThat(now).as("nothing is connected to before the chosen time").isAfterOrEqualTo(due);
      }
      maybeKilled();
      if (strikes(8)) {
        return new Opening.Failed(
            FAULTS.get(random.nextInt(FAULTS.size())), new Reply(Phase.CONNECT, 0, "", "storm"));
      }
      return new Opening.Opened(new Connection());
    }

    private final class Connection implements Session {
      private final boolean pipelines = random.nextBoolean();
      private boolean usable = true;
      private @Nullable Parcel announced;

      @Override
      public boolean pipelines() {
        return pipelines;
      }

      @Override
      public Delivery deliver(Parcel parcel, Gate gate) {
        assertThat(usable).isTrue();
        assertThat(announced).as("what was announced follows").isIn(null, parcel);
        announced = null;
        maybeKilled();
        if (strikes(8)) {
          return said(Phase.RCPT);
        }
        if (strikes(10)) {
          usable = false;
          return done(new DeliveryOutcome.Deferred(new Reply(Phase.BODY, 0, "", "lost")));
        }
        if (!gate.mayCommit()) {
          usable = false;
          return new Delivery.HeldBack();
        }
        announced = pipelines ? gate.next() : null;
        maybeKilled();
        if (strikes(10)) {
          usable = false;
          lostAfterTheDot++;
          return done(new DeliveryOutcome.InDoubt("lost, and it was not taken"));
        }
        if (strikes(10)) {
          return said(Phase.FINAL_DOT);
        }
        taken.merge(parcel.rcptTo().getFirst().wire(), 1, Integer::sum);
        maybeKilled();
        if (strikes(10)) {
          usable = false;
          lostAfterTheDot++;
          return done(new DeliveryOutcome.InDoubt("lost, and it was taken"));
        }
        return done(new DeliveryOutcome.Accepted(new Reply(Phase.FINAL_DOT, 250, "", "Ok")));
      }

      private Delivery said(Phase phase) {
        int[] codes = {421, 432, 450, 451, 530, 535, 550, 552, 554};
        int code = codes[random.nextInt(codes.length)];
        Reply reply = new Reply(phase, code, code == 550 ? "5.1.1" : "", "storm");
        usable = code != 421;
        return done(
            code < 500 ? new DeliveryOutcome.Deferred(reply) : new DeliveryOutcome.Refused(reply));
      }

      private static Delivery done(DeliveryOutcome outcome) {
        return new Delivery.Done(outcome, List.of());
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

    @Override
    public Instant instant() {
      return now;
    }

    private Term term() {
      due = !calm && random.nextInt(3) == 0 ? now.plusSeconds(random.nextInt(900)) : Instant.MIN;
      return new Term(
          due.equals(Instant.MIN) ? null : due,
          calm || random.nextBoolean() ? null : Duration.ofHours(1 + random.nextInt(30)));
    }

    /// One process, from its start to its end.
    void run(ClearedPlan plan) {
      StopSignal stop = new StopSignal();
      Dispatcher dispatcher =
          new Dispatcher(
              ledger,
              this,
              this,
              ZoneOffset.UTC,
              _ -> false,
              (signal, time) -> {
                maybeKilled();
                // Clocks are set back, and computers sleep.
                now = strikes(10) ? now.minus(Duration.ofHours(2)) : now.plus(time);
                now = strikes(30) ? now.plus(Duration.ofHours(7)) : now;
                if (strikes(10)) {
                  signal.press();
                }
                return signal.isPressed();
              },
              random.split(),
              (_, _, _) -> new GuardVerdict.Pass());
      DispatchOptions options =
          new DispatchOptions(
                  calm ? Pace.UNLIMITED : new Pace(7, 50, 0),
                  Duration.ofMinutes(calm ? 0 : random.nextInt(30)),
                  Duration.ofSeconds(random.nextInt(3)),
                  !calm && random.nextBoolean())
              .within(term());
      opened = false;
      try {
        DispatchResult result = dispatcher.send(plan, options, stop, DispatchListener.NONE);
        assertThat(result).isNotNull();
      } catch (Killed e) {
        // The next process starts from what the ledger holds.
        assertThat(kills).isPositive();
      }
    }
  }

  @Property(tries = 400)
  void nobodyTwiceNobodyLostAndWhatIsNotKnownIsCalledInDoubt(
      @ForAll long seed, @ForAll @IntRange(min = 1, max = 40) int people) {
    storm(seed, people);
  }

  /// The same days in every run: a failure names its seed. `mvn -Pkill verify` plays 100,000.
  @Test
  void theDaysThatAreAlwaysPlayed() {
    for (int seed = 1; seed <= STORMS; seed++) {
      int one = seed;
      assertThatCode(() -> storm(one, 1 + one % 40)).as("seed %d", one).doesNotThrowAnyException();
    }
  }

  private static void storm(long seed, int people) {
    Day day = new Day(seed);
    ClearedPlan plan = Letters.cleared(people);
    for (int run = 0; run < 12; run++) {
      day.run(plan);
    }
    day.calm = true;
    day.run(plan);
    day.run(plan);
    List<String> settled = day.ledger.log();
    day.run(plan);
    day.run(plan);
    assertThat(day.ledger.log()).as("two more restarts change nothing").isEqualTo(settled);

    assertThat(day.taken.values()).as("nobody twice").allMatch(times -> times == 1);
    Set<String> inDoubt = new HashSet<>();
    for (int i = 0; i < people; i++) {
      String address = Letters.address(i);
      LetterState state = day.ledger.state(plan.plan().id(i));
      assertThat(state)
          .isIn(
              EnumSet.of(
                  LetterState.ACCEPTED,
                  LetterState.REFUSED,
                  LetterState.COMMITTING,
                  LetterState.IN_DOUBT));
      boolean taken = day.taken.containsKey(address);
      if (state.code().equals("in-doubt")) {
        inDoubt.add(address);
      } else {
        assertThat(taken).as(address).isEqualTo(state == LetterState.ACCEPTED);
      }
    }
    assertThat(inDoubt.size())
        .isLessThanOrEqualTo(day.kills + day.lostAfterTheDot + day.ledgerFaults);
  }
}
