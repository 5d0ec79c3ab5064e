package org.postroom.dispatch;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.postroom.dispatch.ScriptedCourier.Answer;
import org.postroom.safety.ClearedPlan;

/// What an outcome means for the letters after it: reconnecting, backing off, pausing, pacing.
class OutcomesTest {
  private static final Reply NO_ANSWER = new Reply(Phase.CONNECT, 0, "", "no answer");

  private final Bench bench = new Bench();

  private static void assertPaused(DispatchResult result, DispatchResult.Cause cause) {
    assertThat(result)
        .isInstanceOfSatisfying(
            DispatchResult.Paused.class, paused -> assertThat(paused.cause()).isEqualTo(cause));
  }

  private static Answer unknown(String text) {
    return Answer.atRcpt(550, "5.1.1", text);
  }

  // --- connections

  @Test
  void aConnectionLostBeforeTheDotIsMadeAgainAndTheSameLetterGoes() {
    bench.courier.next(
        Answer.lostBeforeTheDot(), Answer.lostBeforeTheDot(), Answer.lostBeforeTheDot());

    assertThat(bench.send(Letters.cleared(2))).isInstanceOf(DispatchResult.Completed.class);
    assertThat(bench.slept()).isEqualTo(Duration.ofMillis(4200));
    assertThat(bench.waits()).containsExactly("reconnect 1", "reconnect 1", "reconnect 3");
    assertThat(bench.courier.taken()).containsExactly("p0@d0.example", "p1@d1.example");
    assertThat(bench.courier.opened()).isEqualTo(4);
  }

  @Test
  void afterTheFourthLossTheRunEndsAndTheLetterIsStillToBeSent() {
    ClearedPlan plan = Letters.cleared(2);
    bench.courier.always((_, _) -> Answer.lostBeforeTheDot());

    assertPaused(bench.send(plan), DispatchResult.Cause.UNREACHABLE);
    assertThat(bench.courier.transactions()).isEqualTo(4);
    assertThat(bench.ledger.state(plan.plan().id(0)).code()).isEqualTo("not-yet-sent");
    assertThat(bench.settled()).isEmpty();
  }

  @Test
  void anAnsweredLetterStartsTheCountAnew() {
    bench.courier.always((_, number) -> number % 4 == 0 ? null : Answer.lostBeforeTheDot());

    assertThat(bench.send(Letters.cleared(3))).isInstanceOf(DispatchResult.Completed.class);
    assertThat(bench.courier.transactions()).isEqualTo(12);
  }

  @Test
  void aServerThatWasNeverReachedIsNotAskedAgain() {
    bench.courier.nextOpenings(Courier.OpeningFault.UNREACHABLE, NO_ANSWER);

    assertPaused(bench.send(Letters.cleared(2)), DispatchResult.Cause.UNREACHABLE);
    assertThat(bench.slept()).isZero();
    assertThat(bench.ledger.log()).isEmpty();
  }

  @Test
  void aServerThatIsGoneForAWhileIsFoundAgain() {
    bench.courier.next(Answer.lostBeforeTheDot());
    bench.courier.always(
        (_, number) -> {
          if (number == 1) {
            bench.courier.nextOpenings(Courier.OpeningFault.UNREACHABLE, NO_ANSWER, NO_ANSWER);
            return Answer.lostBeforeTheDot();
          }
          return null;
        });
    assertThat(bench.send(Letters.cleared(1))).isInstanceOf(DispatchResult.Completed.class);
    assertThat(bench.slept()).isLessThanOrEqualTo(Duration.ofMillis(4200));
  }

  @Test
  void aServerThatStaysAwayEndsTheRun() {
    bench.courier.always(
        (_, _) -> {
          bench.courier.nextOpenings(
              Courier.OpeningFault.UNREACHABLE, NO_ANSWER, NO_ANSWER, NO_ANSWER, NO_ANSWER);
          return Answer.lostBeforeTheDot();
        });

    assertPaused(bench.send(Letters.cleared(1)), DispatchResult.Cause.UNREACHABLE);
    assertThat(bench.slept()).isEqualTo(Duration.ofMillis(4200));
    assertThat(bench.courier.opened()).isEqualTo(4);
  }

  @Test
  void stopEndsTheWaitForANewConnection() {
    bench.courier.always((_, _) -> Answer.lostBeforeTheDot());
    bench.stopDuringWait(1);

    assertThat(bench.send(Letters.cleared(1))).isInstanceOf(DispatchResult.Stopped.class);
    assertThat(bench.courier.opened()).isEqualTo(1);
  }

  @Test
  void connectionsThatEndAfterEveryDotEndTheRunBeforeAllAreInDoubt() {
    bench.courier.always((_, _) -> Answer.lostAfterTheDot());

    assertPaused(bench.send(Letters.cleared(50)), DispatchResult.Cause.UNREACHABLE);
    assertThat(bench.settled()).containsExactly("0 InDoubt", "1 InDoubt", "2 InDoubt", "3 InDoubt");
  }

  @Test
  void tlsAndSignInFaultsEndTheRunAtOnceWheneverTheyCome() {
    for (Courier.OpeningFault fault :
        List.of(Courier.OpeningFault.TLS, Courier.OpeningFault.SIGN_IN)) {
      Bench fresh = new Bench();
      fresh.courier.always(
          (_, _) -> {
            fresh.courier.nextOpenings(fault, new Reply(Phase.AUTH, 535, "5.7.8", "no"));
            return Answer.lostBeforeTheDot();
          });
      assertPaused(fresh.send(Letters.cleared(2)), DispatchResult.Cause.valueOf(fault.name()));
      assertThat(fresh.courier.opened()).isEqualTo(2);
    }
  }

  @Test
  void aServerThatRefusesUsForGoodEndsTheRunAndOneThatIsBusyIsAskedAgain() {
    Reply busy = new Reply(Phase.GREETING, 421, "4.3.2", "busy");
    Reply never = new Reply(Phase.GREETING, 554, "5.7.1", "go away");
    bench.courier.always(
        (_, number) -> {
          if (number == 1) {
            bench.courier.nextOpenings(Courier.OpeningFault.REFUSED, busy, never);
            return Answer.lostBeforeTheDot();
          }
          return null;
        });

    assertPaused(bench.send(Letters.cleared(1)), DispatchResult.Cause.REFUSED_BY_SERVER);
    assertThat(bench.courier.opened()).isEqualTo(3);
  }

  // --- deferred letters

  @Test
  void aDeferredLetterIsRecordedAndTheRunEndsWithoutPatience() {
    ClearedPlan plan = Letters.cleared(3);
    bench.courier.next(Answer.atRcpt(450, "4.2.0", "greylisted"));

    assertThat(bench.send(plan)).isInstanceOf(DispatchResult.Completed.class);
    assertThat(bench.ledger.state(plan.plan().id(0))).isEqualTo(LetterState.DEFERRED);
    assertThat(bench.courier.taken()).containsExactly("p1@d1.example", "p2@d2.example");
    assertThat(bench.slept()).isZero();
  }

  @Test
  void aMinutesPatienceIsEnoughForTheFirstBackOff() {
    bench.courier.next(Answer.atRcpt(450, "4.2.0", "greylisted"));
    bench.patience(Duration.ofSeconds(60));

    assertThat(bench.send(Letters.cleared(2))).isInstanceOf(DispatchResult.Completed.class);
    assertThat(bench.courier.taken()).containsExactly("p1@d1.example", "p0@d0.example");
    assertThat(bench.slept()).isBetween(Duration.ofSeconds(48), Duration.ofSeconds(60));
  }

  @Test
  void backOffsGrowToAnHourAndStayThere() {
    bench.courier.always((_, _) -> Answer.afterTheDot(451, "4.3.0", "later"));
    bench.patience(Duration.ofHours(4));

    assertThat(bench.send(Letters.cleared(1))).isInstanceOf(DispatchResult.Completed.class);
    List<Long> waited =
        bench.waits().stream().map(wait -> Long.parseLong(wait.split(" ", -1)[1])).toList();
    assertThat(waited).hasSizeBetween(6, 7);
    assertThat(waited.get(0)).isBetween(48L, 60L);
    assertThat(waited.get(1)).isBetween(240L, 300L);
    assertThat(waited.get(2)).isBetween(720L, 900L);
    assertThat(waited.get(3)).isBetween(2880L, 3600L);
    assertThat(waited.getLast()).isBetween(2880L, 3600L);
    assertThat(bench.slept()).isLessThanOrEqualTo(Duration.ofHours(4));
  }

  @Test
  void beforeALongWaitTheConnectionIsClosed() {
    bench.courier.next(
        Answer.atRcpt(450, "4.2.0", "greylisted"), Answer.atRcpt(450, "4.2.0", "greylisted"));
    bench.patience(Duration.ofMinutes(10));
    bench.send(Letters.cleared(1));

    assertThat(bench.courier.opened()).isEqualTo(2);
  }

  @Test
  void aServerThatClosesWith421IsAskedAgainForTheNextLetter() {
    ClearedPlan plan = Letters.cleared(2);
    bench.courier.next(Answer.atRcpt(421, "4.7.0", "try again later"));

    assertThat(bench.send(plan)).isInstanceOf(DispatchResult.Completed.class);
    assertThat(bench.ledger.state(plan.plan().id(0))).isEqualTo(LetterState.DEFERRED);
    assertThat(bench.courier.taken()).containsExactly("p1@d1.example");
    assertThat(bench.courier.opened()).isEqualTo(2);
  }

  @Test
  void aServerThatAnswers421ToEverybodyEndsTheRun() {
    bench.courier.always((_, _) -> Answer.atRcpt(421, "4.7.0", "try again later"));

    assertPaused(bench.send(Letters.cleared(50)), DispatchResult.Cause.REFUSED_BY_SERVER);
    assertThat(bench.courier.transactions()).isEqualTo(4);
  }

  // --- the account

  @Test
  void signInTroubleInsideATransactionStopsAtOnceAndIsNobodysRefusal() {
    ClearedPlan plan = Letters.cleared(3);
    bench.courier.next(Answer.atRcpt(530, "5.7.0", "Authentication required"));

    assertPaused(bench.send(plan), DispatchResult.Cause.SIGN_IN);
    assertThat(bench.ledger.state(plan.plan().id(0)).code()).isEqualTo("not-yet-sent");
    assertThat(bench.courier.transactions()).isEqualTo(1);
  }

  @Test
  void aQuotaAfterTheDotIsRecordedAsDeferredAndStops() {
    ClearedPlan plan = Letters.cleared(3);
    bench.courier.next(Answer.afterTheDot(550, "5.4.5", "Daily user sending limit exceeded."));

    assertPaused(bench.send(plan), DispatchResult.Cause.LIMIT);
    assertThat(bench.ledger.state(plan.plan().id(0))).isEqualTo(LetterState.DEFERRED);
    assertThat(bench.settled()).containsExactly("0 Deferred");
  }

  // --- too many refusals

  @Test
  void threeDomainsInARowWithTheSameRefusalPause() {
    bench.courier.always((_, number) -> number > 4 ? unknown("who?") : null);

    assertPaused(bench.send(Letters.cleared(30)), DispatchResult.Cause.SAME_REFUSAL);
    assertThat(bench.courier.transactions()).isEqualTo(7);
  }

  @Test
  void refusalsWithoutEnhancedCodesAreTheSameWhereTheirWordsAre() {
    bench.courier.always((to, number) -> Answer.atRcpt(550, "", "<" + to + ">: go away " + number));

    assertPaused(bench.send(Letters.cleared(30)), DispatchResult.Cause.SAME_REFUSAL);
  }

  @Test
  void anAcceptanceBetweenThemBreaksTheRow() {
    bench.courier.always(
        (_, number) -> number == 2 || number == 3 || number == 5 ? unknown("who?") : null);

    assertThat(bench.send(Letters.cleared(19))).isInstanceOf(DispatchResult.Completed.class);
  }

  @Test
  void differentRefusalsAreNotARow() {
    bench.courier.next(
        unknown("a"), Answer.atRcpt(550, "5.7.1", "b"), Answer.atRcpt(554, "5.7.1", "c"));

    assertThat(bench.send(Letters.cleared(19))).isInstanceOf(DispatchResult.Completed.class);
  }

  @Test
  void whatWeRefuseOurselvesSaysNothingAboutTheServer() {
    Reply tooBig = new Reply(Phase.LOCAL, 552, "5.3.4", "too big");
    bench.courier.always((_, number) -> number < 4 ? Answer.atRcpt(tooBig) : null);

    assertThat(bench.send(Letters.cleared(19))).isInstanceOf(DispatchResult.Completed.class);
  }

  @Test
  void threeOfTwentyRefusedPauseAtTheTwentieth() {
    bench.courier.always((_, number) -> number % 4 == 1 && number < 10 ? unknown("who?") : null);

    assertPaused(bench.send(Letters.cleared(40)), DispatchResult.Cause.TOO_MANY_REFUSALS);
    assertThat(bench.courier.transactions()).isEqualTo(20);
  }

  @Test
  void twoOfTwentyDoNot() {
    bench.courier.always((_, number) -> number == 1 || number == 5 ? unknown("who?") : null);

    assertThat(bench.send(Letters.cleared(40))).isInstanceOf(DispatchResult.Completed.class);
  }

  @Test
  void threeOfAHundredAreUnderFivePercent() {
    bench.courier.always((_, number) -> number % 25 == 24 && number < 90 ? unknown("who?") : null);
    // 24, 49, 74: the third is the 74th letter, 4 %.
    assertThat(bench.send(Letters.cleared(100))).isInstanceOf(DispatchResult.Completed.class);
  }

  @Test
  void whereNothingIsLeftThereIsNothingToPause() {
    bench.courier.always((_, number) -> number % 4 == 1 && number < 10 ? unknown("who?") : null);

    assertThat(bench.send(Letters.cleared(20))).isInstanceOf(DispatchResult.Completed.class);
  }

  @Test
  void theNextRunGoesOnAndCountsAnew() {
    ClearedPlan plan = Letters.cleared(30);
    bench.courier.always((_, number) -> number <= 3 ? unknown("who?") : null);
    bench.send(plan);

    assertThat(bench.send(plan)).isInstanceOf(DispatchResult.Completed.class);
    assertThat(bench.courier.taken()).hasSize(27);
  }

  // --- stages

  @Test
  void oneRefusalAmongTheFirstFiveWaitsForAPerson() {
    bench.staged();
    bench.courier.always((_, number) -> number == 5 ? unknown("who?") : null);

    assertPaused(bench.send(Letters.cleared(300)), DispatchResult.Cause.TOO_MANY_REFUSALS);
    assertThat(bench.courier.transactions()).isEqualTo(5);
  }

  @Test
  void oneRefusalAtTheSixthDoesNot() {
    bench.staged();
    bench.courier.always((_, number) -> number == 6 ? unknown("who?") : null);

    assertThat(bench.send(Letters.cleared(50))).isInstanceOf(DispatchResult.Completed.class);
  }

  @Test
  void theFirstFiveOfEarlierRunsCount() {
    bench.staged();
    ClearedPlan plan = Letters.cleared(50);
    for (int i = 0; i < 5; i++) {
      bench.ledger.put(plan.plan().id(i), LetterState.ACCEPTED);
    }
    bench.courier.next(unknown("who?"));

    assertThat(bench.send(plan)).isInstanceOf(DispatchResult.Completed.class);
  }

  @Test
  void theSecondStageOfOnePercentEndsWithALook() {
    bench.staged();
    bench.courier.always(
        (_, number) -> number == 6 || number == 8 || number == 10 ? unknown("who?") : null);

    assertPaused(bench.send(Letters.cleared(900)), DispatchResult.Cause.TOO_MANY_REFUSALS);
    assertThat(bench.courier.transactions()).isEqualTo(14);
  }

  @Test
  void nothingLeavesForAWhileAfterTheFirstFiveAndAfterOnePercent() {
    bench.staged().stagePause(Duration.ofMinutes(2));

    assertThat(bench.send(Letters.cleared(312))).isInstanceOf(DispatchResult.Completed.class);
    assertThat(bench.waits()).containsExactly("stage 120", "stage 120");
    assertThat(bench.leavings()).isEqualTo(3);
  }

  @Test
  void under200LettersThereIsOnePause() {
    bench.staged().stagePause(Duration.ofMinutes(2));

    assertThat(bench.send(Letters.cleared(150))).isInstanceOf(DispatchResult.Completed.class);
    assertThat(bench.waits()).containsExactly("stage 120");
  }

  @Test
  void stopBetweenTheStagesIsStop() {
    bench.staged().stagePause(Duration.ofMinutes(2)).stopDuringWait(1);

    assertThat(bench.send(Letters.cleared(312))).isInstanceOf(DispatchResult.Stopped.class);
    assertThat(bench.courier.transactions()).isEqualTo(5);
  }

  @Test
  void aStageThatEndedInAnEarlierRunIsNotWaitedForAgain() {
    bench.staged().stagePause(Duration.ofMinutes(2));
    ClearedPlan plan = Letters.cleared(150);
    for (int i = 0; i < 5; i++) {
      bench.ledger.put(plan.plan().id(i), LetterState.ACCEPTED);
    }

    assertThat(bench.send(plan)).isInstanceOf(DispatchResult.Completed.class);
    assertThat(bench.waits()).isEmpty();
  }

  // --- hold

  @Test
  void aHoldThatWasSleptThroughSendsNothingAndAsks() {
    bench.hold(Duration.ofMinutes(10)).asleep(Duration.ofHours(7));

    assertPaused(bench.send(Letters.cleared(12)), DispatchResult.Cause.SLEPT);
    assertThat(bench.leavings()).isZero();
    assertThat(bench.courier.transactions()).isZero();
  }

  // --- pace

  @Test
  void noMoreThanSoManyInAnyMinute() {
    bench.pace(20, 0, 0);

    assertThat(bench.send(Letters.cleared(50))).isInstanceOf(DispatchResult.Completed.class);
    assertThat(bench.waits()).containsExactly("pace 60", "pace 60");
  }

  @Test
  void hourAndDayAreRollingWindows() {
    bench.pace(20, 30, 50);

    assertThat(bench.send(Letters.cleared(51))).isInstanceOf(DispatchResult.Completed.class);
    assertThat(bench.slept()).isEqualTo(Duration.ofHours(24));
    assertThat(bench.waits()).containsExactly("pace 60", "pace 3540", "pace 82800");
  }

  @Test
  void stopEndsTheWaitForThePace() {
    bench.pace(1, 0, 0).stopDuringWait(1);

    assertThat(bench.send(Letters.cleared(3))).isInstanceOf(DispatchResult.Stopped.class);
    assertThat(bench.courier.taken()).hasSize(1);
  }
}
