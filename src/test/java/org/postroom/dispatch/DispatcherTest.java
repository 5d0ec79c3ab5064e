package org.postroom.dispatch;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.time.Duration;
import java.time.OffsetDateTime;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HexFormat;
import java.util.List;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.Test;
import org.postroom.address.AddrSpec;
import org.postroom.composition.ComposedLetter;
import org.postroom.composition.GuardOrder;
import org.postroom.composition.GuardVerdict;
import org.postroom.composition.LetterDigest;
import org.postroom.dispatch.ScriptedCourier.Answer;
import org.postroom.message.BlobChangedException;
import org.postroom.message.Envelope;
import org.postroom.message.Letter;
import org.postroom.message.WireBytes;
import org.postroom.plan.LetterId;
import org.postroom.safety.ClearedPlan;

/// The order of the steps for each letter, and what ends a run.
class DispatcherTest {
  private final Bench bench = new Bench();

  private static void assertPaused(
      DispatchResult result, DispatchResult.Cause cause, String words) {
    assertThat(result).isInstanceOf(DispatchResult.Paused.class);
    DispatchResult.Paused paused = (DispatchResult.Paused) result;
    assertThat(paused.cause()).isEqualTo(cause);
    assertThat(paused.reply().shown()).contains(words);
  }

  @Test
  void eachLetterIsClaimedCommittedAndRecordedInThisOrder() {
    DispatchResult result = bench.send(Letters.cleared(2));

    assertThat(result).isInstanceOf(DispatchResult.Completed.class);
    assertThat(bench.ledger.log())
        .containsExactly(
            "claim p0@d0.example",
            "committing p0@d0.example",
            "accepted p0@d0.example",
            "claim p1@d1.example",
            "committing p1@d1.example",
            "accepted p1@d1.example");
    assertThat(bench.courier.taken()).containsExactly("p0@d0.example", "p1@d1.example");
    assertThat(bench.settled()).containsExactly("0 Accepted", "1 Accepted");
    assertThat(bench.courier.opened()).isEqualTo(1);
    assertThat(bench.courier.closed()).isEqualTo(1);
    assertThat(bench.waits()).isEmpty();
  }

  @Test
  void whatIsCommittedIsTheDigestOfTheBytesAsSentWithTheLocalOffset()
      throws NoSuchAlgorithmException {
    ClearedPlan plan = Letters.cleared(1);
    bench.send(plan);

    byte[] sent = bench.courier.bodies().getFirst();
    assertThat(new String(sent, StandardCharsets.UTF_8)).contains("Date: 2026-11-21T10:00+01:00");
    assertThat(bench.ledger.sha256(plan.plan().id(0)))
        .isEqualTo(HexFormat.of().formatHex(MessageDigest.getInstance("SHA-256").digest(sent)));
  }

  @Test
  void onlyPlannedClaimedAndDeferredLettersAreSentAndTheClaimedOneLast() {
    ClearedPlan plan = Letters.cleared(8);
    LetterState[] states = LetterState.values();
    for (int i = 0; i < states.length; i++) {
      bench.ledger.put(plan.plan().id(i), states[i]);
    }
    bench.send(plan);

    assertThat(states)
        .containsExactly(
            LetterState.PLANNED,
            LetterState.CLAIMED,
            LetterState.COMMITTING,
            LetterState.ACCEPTED,
            LetterState.DEFERRED,
            LetterState.REFUSED,
            LetterState.IN_DOUBT,
            LetterState.WITHDRAWN);
    assertThat(bench.courier.taken())
        .containsExactly("p0@d0.example", "p4@d4.example", "p1@d1.example");
  }

  @Test
  void aSecondRunSendsNothing() {
    ClearedPlan plan = Letters.cleared(5);
    bench.send(plan);
    assertThat(bench.send(plan)).isInstanceOf(DispatchResult.Completed.class);

    assertThat(bench.courier.transactions()).isEqualTo(5);
    assertThat(bench.courier.opened()).isEqualTo(1);
  }

  @Test
  void aLetterThatChangedIsNotSent() {
    Letters.Plan plan = new Letters.Plan(3, false);
    ClearedPlan cleared =
        Letters.cleared(
            plan,
            new Letters.PlainComposer() {
              @Override
              public ComposedLetter compose(LetterId id, Letter letter) {
                ComposedLetter same = super.compose(id, letter);
                return id.equals(plan.id(1))
                    ? new Letters.Plain(id, letter.envelope(), new LetterDigest("f".repeat(64)))
                    : same;
              }
            });

    assertPaused(bench.send(cleared), DispatchResult.Cause.CHANGED, "Review again");
    assertThat(bench.courier.taken()).containsExactly("p0@d0.example");
    assertThat(bench.ledger.state(plan.id(1))).isEqualTo(LetterState.PLANNED);
    assertThat(bench.courier.closed()).isEqualTo(1);
  }

  @Test
  void aFileThatChangedMeanwhileIsNamed() {
    ClearedPlan cleared =
        Letters.cleared(
            new Letters.Plan(1, false),
            new Letters.PlainComposer() {
              @Override
              public ComposedLetter compose(LetterId id, Letter letter) {
                throw new BlobChangedException("programme.pdf", new IllegalStateException("gone"));
              }
            });

    assertPaused(bench.send(cleared), DispatchResult.Cause.CHANGED, "programme.pdf");
    assertThat(bench.courier.opened()).isZero();
  }

  @Test
  void whatTheGuardStopsIsNotSentAndNotClaimed() {
    bench.guard((_, _, _) -> new GuardVerdict.Stop("to", "a second To"));

    assertPaused(bench.send(Letters.cleared(2)), DispatchResult.Cause.GUARD, "a second To");
    assertThat(bench.courier.opened()).isZero();
    assertThat(bench.ledger.log()).isEmpty();
  }

  @Test
  void theGuardReadsTheBytesThatAreSentAndIsToldThePlanAlone() {
    List<GuardOrder> orders = new ArrayList<>();
    List<WireBytes> read = new ArrayList<>();
    bench.guard(
        (letter, envelope, order) -> {
          orders.add(order);
          read.add(letter);
          assertThat(envelope.rcptTo()).hasSize(1);
          return new GuardVerdict.Pass();
        });
    bench.send(Letters.cleared(2));

    assertThat(read).containsExactlyElementsOf(bench.courier.letters());
    assertThat(orders.getLast().cleared()).containsExactly(AddrSpec.of("p1@d1.example"));
    assertThat(orders.getLast().from()).isEqualTo(AddrSpec.of("news@riverside.example"));
    assertThat(orders.getLast().blindCopy()).isFalse();
    assertThat(orders.getLast().alsoVisible())
        .containsExactly(AddrSpec.of("secretary@riverside.example"));
  }

  @Test
  void aBlindCopyIsOneEnvelopeAndWhoWasRefusedIsKept() {
    ClearedPlan plan = Letters.blindCopy(3);
    List<GuardOrder> orders = new ArrayList<>();
    bench.guard(
        (_, _, order) -> {
          orders.add(order);
          return new GuardVerdict.Pass();
        });
    bench.courier.doesNotKnow("p1@d1.example");
    bench.send(plan);

    assertThat(orders).hasSize(1);
    assertThat(orders.getFirst().blindCopy()).isTrue();
    assertThat(orders.getFirst().cleared()).hasSize(3);
    assertThat(bench.courier.taken()).containsExactly("p0@d0.example", "p2@d2.example");
    assertThat(bench.ledger.refused(plan.plan().id(0)))
        .map(Courier.RefusedRecipient::address)
        .containsExactly(AddrSpec.of("p1@d1.example"));
  }

  @Test
  void bytesWithoutALastLineEndAreNotSent() {
    ClearedPlan cleared =
        Letters.cleared(
            new Letters.Plan(1, false),
            new Letters.PlainComposer() {
              @Override
              public ComposedLetter compose(LetterId id, Letter letter) {
                return new Cut(super.compose(id, letter));
              }
            });

    assertPaused(bench.send(cleared), DispatchResult.Cause.GUARD, "line end");
    assertThat(bench.courier.bodies()).isEmpty();
  }

  @Test
  void theDotIsNotSentWhereTheLedgerCannotBeWritten() {
    ClearedPlan plan = Letters.cleared(2);
    bench.ledger.weather(failing("committing"));

    assertPaused(bench.send(plan), DispatchResult.Cause.LEDGER, "disk full");
    assertThat(bench.courier.bodies()).isEmpty();
    assertThat(bench.ledger.state(plan.plan().id(0))).isEqualTo(LetterState.CLAIMED);
    assertThat(bench.courier.transactions()).isEqualTo(1);
  }

  @Test
  void nothingIsSaidToTheServerWhereTheClaimCannotBeWritten() {
    bench.ledger.weather(failing("claim"));

    assertPaused(bench.send(Letters.cleared(2)), DispatchResult.Cause.LEDGER, "disk full");
    assertThat(bench.courier.transactions()).isZero();
  }

  @Test
  void anOutcomeThatCannotBeWrittenLeavesTheLetterInDoubtAndEndsTheRun() {
    ClearedPlan plan = Letters.cleared(2);
    bench.ledger.weather(failing("accepted"));

    assertPaused(bench.send(plan), DispatchResult.Cause.LEDGER, "disk full");
    assertThat(bench.ledger.state(plan.plan().id(0)).code()).isEqualTo("in-doubt");
    assertThat(bench.courier.taken()).containsExactly("p0@d0.example");

    bench.ledger.weather(MemoryLedger.Weather.FINE);
    bench.send(plan);
    assertThat(bench.courier.taken()).containsExactly("p0@d0.example", "p1@d1.example");
  }

  @Test
  void anOutcomeThatCouldNotBeWrittenAtFirstIsWrittenBeforeTheRunEnds() {
    ClearedPlan plan = Letters.cleared(2);
    AtomicInteger left = new AtomicInteger(1);
    MemoryLedger.Weather always = failing("accepted");
    bench.ledger.weather(
        new MemoryLedger.Weather() {
          @Override
          public void before(String call) throws LedgerException {
            if (call.equals("accepted") && left.getAndDecrement() > 0) {
              always.before(call);
            }
          }

          @Override
          public void after(String call) {}
        });

    assertPaused(bench.send(plan), DispatchResult.Cause.LEDGER, "disk full");
    assertThat(bench.ledger.state(plan.plan().id(0))).isEqualTo(LetterState.ACCEPTED);
    assertThat(bench.courier.taken()).containsExactly("p0@d0.example");
  }

  @Test
  void stopBeforeTheStartSendsNothingAndConnectsNowhere() {
    bench.stop.press();

    assertThat(bench.send(Letters.cleared(2))).isInstanceOf(DispatchResult.Stopped.class);
    assertThat(bench.courier.opened()).isZero();
  }

  @Test
  void stopBetweenBodyAndDotHoldsTheLetterBack() {
    ClearedPlan plan = Letters.cleared(3);
    bench.courier.always(
        (_, number) -> {
          if (number == 2) {
            bench.stop.press();
          }
          return null;
        });

    assertThat(bench.send(plan)).isInstanceOf(DispatchResult.Stopped.class);
    assertThat(bench.courier.taken()).containsExactly("p0@d0.example");
    assertThat(bench.ledger.state(plan.plan().id(1)).code()).isEqualTo("not-yet-sent");
  }

  @Test
  void stopWhileALetterIsCommittedLetsThatOneLetterLeave() {
    ClearedPlan plan = Letters.cleared(3);
    bench.ledger.weather(
        new MemoryLedger.Weather() {
          @Override
          public void before(String call) {}

          @Override
          public void after(String call) {
            if (call.equals("committing")) {
              bench.stop.press();
            }
          }
        });

    assertThat(bench.send(plan)).isInstanceOf(DispatchResult.Stopped.class);
    assertThat(bench.courier.taken()).containsExactly("p0@d0.example");
    assertThat(bench.ledger.state(plan.plan().id(0))).isEqualTo(LetterState.ACCEPTED);
  }

  @Test
  void duringTheHoldNothingLeavesAndNothingIsConnectedTo() {
    bench.hold(Duration.ofMinutes(10)).stopDuringWait(1);

    assertThat(bench.send(Letters.cleared(2))).isInstanceOf(DispatchResult.Stopped.class);
    assertThat(bench.waits()).containsExactly("hold 600");
    assertThat(bench.courier.opened()).isZero();
    assertThat(bench.ledger.log()).isEmpty();
  }

  @Test
  void afterTheHoldItGoes() {
    bench.hold(Duration.ofSeconds(60));
    bench.send(Letters.cleared(2));
    assertThat(bench.slept()).isEqualTo(Duration.ofSeconds(60));
    assertThat(bench.courier.taken()).hasSize(2);
  }

  @Test
  void whoWasSuppressedMeanwhileIsWithdrawn() {
    ClearedPlan plan = Letters.cleared(3);
    bench.suppressed.add("p1@d1.example");

    assertThat(bench.send(plan)).isInstanceOf(DispatchResult.Completed.class);
    assertThat(bench.ledger.state(plan.plan().id(1))).isEqualTo(LetterState.WITHDRAWN);
    assertThat(bench.courier.taken()).containsExactly("p0@d0.example", "p2@d2.example");
  }

  @Test
  void aBlindCopyWithASuppressedPersonIsReviewedAgain() {
    bench.suppressed.add("p1@d1.example");

    assertPaused(
        bench.send(Letters.blindCopy(3)), DispatchResult.Cause.CHANGED, "asked to be left out");
    assertThat(bench.courier.opened()).isZero();
  }

  @Test
  void aLetterInDoubtIsRecordedAndNeverSentAgain() {
    ClearedPlan plan = Letters.cleared(3);
    bench.courier.next(Answer.lostAfterTheDot());

    assertThat(bench.send(plan)).isInstanceOf(DispatchResult.Completed.class);
    assertThat(bench.ledger.state(plan.plan().id(0))).isEqualTo(LetterState.IN_DOUBT);
    assertThat(bench.courier.taken()).containsExactly("p1@d1.example", "p2@d2.example");
    bench.send(plan);
    assertThat(bench.courier.transactions()).isEqualTo(3);
  }

  private static MemoryLedger.Weather failing(String which) {
    return new MemoryLedger.Weather() {
      @Override
      public void before(String call) throws LedgerException {
        if (call.equals(which)) {
          throw new LedgerException("disk full", new IllegalStateException("ENOSPC"));
        }
      }

      @Override
      public void after(String call) {}
    };
  }

  /// Without its last two bytes.
  private record Cut(ComposedLetter whole) implements ComposedLetter {
    @Override
    public LetterId id() {
      return whole.id();
    }

    @Override
    public Envelope envelope() {
      return whole.envelope();
    }

    @Override
    public LetterDigest digest() {
      return whole.digest();
    }

    @Override
    public String messageId() {
      return whole.messageId();
    }

    @Override
    public String contentDigest() {
      return whole.contentDigest();
    }

    @Override
    public long size() {
      return whole.size() - 2;
    }

    @Override
    public WireBytes wire(OffsetDateTime date) {
      byte[] bytes = whole.bytes(date);
      return WireBytes.of(Arrays.copyOf(bytes, bytes.length - 2));
    }
  }
}
