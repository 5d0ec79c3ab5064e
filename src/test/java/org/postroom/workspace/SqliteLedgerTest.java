package org.postroom.workspace;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.postroom.dispatch.DeliveryOutcome;
import org.postroom.dispatch.LedgerEntry;
import org.postroom.dispatch.LedgerException;
import org.postroom.dispatch.LetterState;
import org.postroom.dispatch.Phase;
import org.postroom.dispatch.Reply;
import org.postroom.plan.LetterId;

class SqliteLedgerTest {
  @TempDir Path folder;
  private Workspace workspace;
  private MailshotLock lock;

  @BeforeEach
  void open() throws Exception {
    workspace = Workspace.open(folder);
    lock = Fixture.lock(workspace);
  }

  @AfterEach
  void close() {
    lock.close();
    workspace.close();
  }

  /// As a process that ended and another that begins.
  private SqliteLedger afterRestart() throws Exception {
    close();
    open();
    return Fixture.ledger(workspace, lock);
  }

  private Records records() throws WorkspaceException {
    return workspace.records(false);
  }

  private PersonRecord person(int number) throws WorkspaceException {
    return records().people(Fixture.SHOT, 1).get(number);
  }

  @Test
  void aRecordedPlanIsWholeAndAllItsPeopleAreNotYetSent() throws Exception {
    Fixture.plan(records(), lock, 1, 3);

    assertThat(records().latest(Fixture.SHOT).orElseThrow().people()).isEqualTo(3);
    assertThat(records().nextRevision(Fixture.SHOT)).isEqualTo(2);
    assertThat(records().clearance(Fixture.SHOT, 1)).contains(Fixture.CLEARED);
    assertThat(records().counts(Fixture.SHOT, 1)).isEqualTo(Map.of(LetterState.PLANNED, 3));
    assertThat(person(2))
        .isEqualTo(
            new PersonRecord(
                2,
                3,
                "p2@club.example",
                "Person 2",
                LetterState.PLANNED,
                null,
                null,
                null,
                null,
                Fixture.digest(2).hex(),
                null));
    assertThat(records().isFinished(Fixture.SHOT, 1)).isFalse();
  }

  @Test
  void aPlanWhoseNumbersDifferFromItsLettersIsNotRecordedAtAll() throws Exception {
    PlanRecord wrong =
        new PlanRecord(Fixture.SHOT, 1, "Spring", false, 2, 2, 0, "", Fixture.AT, null);
    PlannedLetter one =
        new PlannedLetter(
            Fixture.digest(0), List.of(new PlannedLetter.Person(1, Fixture.address(0), "", "c")));

    assertThatThrownBy(() -> records().record(lock, wrong, Fixture.CLEARED, List.of(one)))
        .isInstanceOf(IllegalArgumentException.class);

    assertThat(records().latest(Fixture.SHOT)).isEmpty();
    assertThat(records().headHash()).isEmpty();
  }

  @Test
  void theStepsOfThreeLettersAreWrittenTogetherOrNotAtAll() throws Exception {
    Fixture.plan(records(), lock, 1, 3);
    SqliteLedger ledger = Fixture.ledger(workspace, lock);
    Fixture.commit(ledger, 0);
    ledger.claim(Fixture.id(1), Fixture.digest(1), Fixture.AT);
    String before = records().headHash();
    LedgerEntry accepted =
        new LedgerEntry.Outcome(Fixture.id(0), Fixture.accepted(), List.of(), Fixture.AT);
    LedgerEntry committing =
        new LedgerEntry.Committing(Fixture.id(1), "<m1@club.example>", "cd", Fixture.AT);

    assertThatThrownBy(
            () ->
                ledger.append(
                    List.of(
                        accepted,
                        committing,
                        new LedgerEntry.Claim(Fixture.id(2), Fixture.digest(1), Fixture.AT))))
        .isInstanceOf(LedgerException.class);

    assertThat(records().headHash()).isEqualTo(before);
    assertThat(ledger.state(Fixture.id(0))).isEqualTo(LetterState.COMMITTING);
    assertThat(ledger.state(Fixture.id(1))).isEqualTo(LetterState.CLAIMED);

    ledger.append(
        List.of(
            accepted,
            committing,
            new LedgerEntry.Claim(Fixture.id(2), Fixture.digest(2), Fixture.AT)));

    assertThat(records().counts(Fixture.SHOT, 1))
        .isEqualTo(
            Map.of(LetterState.ACCEPTED, 1, LetterState.COMMITTING, 1, LetterState.CLAIMED, 1));
    assertThat(records().firstBrokenEvent()).isEmpty();
  }

  @Test
  void oneLetterMayTakeTwoStepsAtOnce() throws Exception {
    Fixture.plan(records(), lock, 1, 1);
    SqliteLedger ledger = Fixture.ledger(workspace, lock);

    ledger.append(
        List.of(
            new LedgerEntry.Claim(Fixture.id(0), Fixture.digest(0), Fixture.AT),
            new LedgerEntry.Committing(Fixture.id(0), "<m0@club.example>", "cd", Fixture.AT)));

    assertThat(ledger.state(Fixture.id(0))).isEqualTo(LetterState.COMMITTING);
  }

  @Test
  void anAcceptedLetterKeepsItsReplyMessageIdAndDigests() throws Exception {
    Fixture.plan(records(), lock, 1, 2);
    SqliteLedger ledger = Fixture.ledger(workspace, lock);

    Fixture.accept(ledger, 1);

    assertThat(ledger.state(Fixture.id(1))).isEqualTo(LetterState.ACCEPTED);
    PersonRecord person = person(1);
    assertThat(person.state()).isEqualTo(LetterState.ACCEPTED);
    assertThat(person.reply()).isEqualTo("250 2.0.0 queued");
    assertThat(person.messageId()).isEqualTo("<m1@club.example>");
    assertThat(person.sha256()).isEqualTo("cd".repeat(32));
    assertThat(person.at()).isEqualTo(Fixture.AT.plusSeconds(3));
    assertThat(workspace.counters().lastDay("account", Fixture.AT.plusSeconds(9)))
        .isEqualTo(new Counters.Used(1, 1));
    assertThat(workspace.counters().lastDay("account", Fixture.AT.plusSeconds(90_000)))
        .isEqualTo(new Counters.Used(0, 0));
  }

  @Test
  void whenLettersLeftIsKnownByTheMinuteForADay() throws Exception {
    Fixture.plan(records(), lock, 1, 2);
    SqliteLedger ledger = Fixture.ledger(workspace, lock);
    Fixture.accept(ledger, 0);
    Fixture.accept(ledger, 1);
    Instant soon = Fixture.AT.plusSeconds(9);
    Instant end = Fixture.AT.truncatedTo(ChronoUnit.MINUTES).plusSeconds(60);

    Counters counters = workspace.counters();
    assertThat(counters.lettersOfLastDay("account", soon)).containsExactly(soon, soon);
    assertThat(counters.lettersOfLastDay("account", end.plusSeconds(5))).containsExactly(end, end);
    assertThat(counters.lettersOfLastDay("another", soon)).isEmpty();
    assertThat(counters.lettersOfLastDay("account", soon.plusSeconds(90_000))).isEmpty();
  }

  /// A clock that was years ahead used to leave a limit used up for years.
  @Test
  void whatLeftWhileTheClockWasAheadCountsForADayFromWhenItWasPutRight() throws Exception {
    Fixture.plan(records(), lock, 1, 2);
    SqliteLedger ledger = Fixture.ledger(workspace, lock);
    Fixture.accept(ledger, 0);
    Fixture.accept(ledger, 1);
    Instant right = Fixture.AT.minus(1_500, ChronoUnit.DAYS);

    Counters counters = workspace.counters();
    assertThat(counters.lastDay("account", right)).isEqualTo(new Counters.Used(2, 2));
    assertThat(counters.lettersOfLastDay("account", right)).containsExactly(right, right);
    Instant later = right.plus(23, ChronoUnit.HOURS);
    assertThat(counters.lastDay("account", later)).isEqualTo(new Counters.Used(2, 2));
    Instant next = right.plus(25, ChronoUnit.HOURS);
    assertThat(counters.lastDay("account", next)).isEqualTo(new Counters.Used(0, 0));
    assertThat(counters.lettersOfLastDay("account", next)).isEmpty();
  }

  @Test
  void afterARestartClaimedIsPlannedAndCommittingIsInDoubt() throws Exception {
    Fixture.plan(records(), lock, 1, 4);
    SqliteLedger ledger = Fixture.ledger(workspace, lock);
    Fixture.accept(ledger, 0);
    ledger.claim(Fixture.id(1), Fixture.digest(1), Fixture.AT);
    Fixture.commit(ledger, 2);

    SqliteLedger next = afterRestart();

    assertThat(next.state(Fixture.id(0))).isEqualTo(LetterState.ACCEPTED);
    assertThat(next.state(Fixture.id(1))).isEqualTo(LetterState.PLANNED);
    assertThat(next.state(Fixture.id(2))).isEqualTo(LetterState.IN_DOUBT);
    assertThat(next.state(Fixture.id(3))).isEqualTo(LetterState.PLANNED);
    assertThat(person(2).reply()).contains("may have arrived");
    assertThat(person(2).messageId()).isEqualTo("<m2@club.example>");
    assertThat(records().firstBrokenEvent()).isEmpty();
  }

  @Test
  void aLetterInDoubtOrSettledIsNeverClaimedAgain() throws Exception {
    Fixture.plan(records(), lock, 1, 2);
    SqliteLedger ledger = Fixture.ledger(workspace, lock);
    Fixture.accept(ledger, 0);
    Fixture.commit(ledger, 1);
    ledger.record(
        Fixture.id(1), new DeliveryOutcome.InDoubt("connection lost"), List.of(), Fixture.AT);

    for (int letter = 0; letter < 2; letter++) {
      LetterId id = Fixture.id(letter);
      var digest = Fixture.digest(letter);
      assertThatThrownBy(() -> ledger.claim(id, digest, Fixture.AT))
          .isInstanceOf(LedgerException.class);
      assertThatThrownBy(() -> ledger.committing(id, "<x@y>", "", Fixture.AT))
          .isInstanceOf(LedgerException.class);
    }
  }

  @Test
  void aLetterWithAnotherDigestThanTheClearedOneIsNotClaimed() throws Exception {
    Fixture.plan(records(), lock, 1, 2);
    SqliteLedger ledger = Fixture.ledger(workspace, lock);

    assertThatThrownBy(() -> ledger.claim(Fixture.id(0), Fixture.digest(1), Fixture.AT))
        .isInstanceOf(LedgerException.class)
        .hasMessageNotContaining("p0@");
    assertThat(ledger.state(Fixture.id(0))).isEqualTo(LetterState.PLANNED);
  }

  @Test
  void aLetterOfAnotherRevisionOrMailshotIsRefused() throws Exception {
    Fixture.plan(records(), lock, 1, 1);
    SqliteLedger ledger = Fixture.ledger(workspace, lock);

    assertThatThrownBy(
            () -> ledger.claim(Fixture.id(Fixture.SHOT, 2, 0), Fixture.digest(0), Fixture.AT))
        .isInstanceOf(LedgerException.class);
  }

  @Test
  void afterTheLockWasLetGoNothingIsCommitted() throws Exception {
    Fixture.plan(records(), lock, 1, 1);
    SqliteLedger ledger = Fixture.ledger(workspace, lock);
    ledger.claim(Fixture.id(0), Fixture.digest(0), Fixture.AT);
    lock.close();

    assertThatThrownBy(() -> ledger.committing(Fixture.id(0), "<x@y>", "", Fixture.AT))
        .isInstanceOf(LedgerException.class);
  }

  @Test
  void aDeferredLetterMayBeClaimedAgainAndEndsAccepted() throws Exception {
    Fixture.plan(records(), lock, 1, 1);
    SqliteLedger ledger = Fixture.ledger(workspace, lock);
    ledger.claim(Fixture.id(0), Fixture.digest(0), Fixture.AT);
    Reply later = new Reply(Phase.RCPT, 451, "4.7.1", "greylisted");
    ledger.record(Fixture.id(0), new DeliveryOutcome.Deferred(later), List.of(), Fixture.AT);
    assertThat(records().isFinished(Fixture.SHOT, 1)).isFalse();

    Fixture.accept(ledger, 0);

    assertThat(records().isFinished(Fixture.SHOT, 1)).isTrue();
  }

  @Test
  void inABlindCopyThoseWhomTheServerRefusedAreRefusedAndTheOthersAccepted() throws Exception {
    Fixture.planEnvelope(records(), lock, 4);
    SqliteLedger ledger = Fixture.ledger(workspace, lock);
    LetterId envelope = new LetterId(Fixture.SHOT, 1, "#1");
    ledger.claim(envelope, Fixture.digest(0), Fixture.AT);
    ledger.committing(envelope, "<b@club.example>", "ef".repeat(32), Fixture.AT);
    ledger.record(
        envelope,
        Fixture.accepted(),
        List.of(Fixture.refused(1), Fixture.refused(3)),
        Fixture.AT.plusSeconds(3));

    List<PersonRecord> people = records().people(Fixture.SHOT, 1);
    assertThat(people)
        .extracting(PersonRecord::state)
        .containsExactly(
            LetterState.ACCEPTED, LetterState.REFUSED, LetterState.ACCEPTED, LetterState.REFUSED);
    assertThat(people.get(3).reply()).isEqualTo("550 5.1.1 <p3@club.example>: no such user");
    assertThat(people).extracting(PersonRecord::envelope).containsOnly(1);
    assertThat(records().counts(Fixture.SHOT, 1))
        .isEqualTo(Map.of(LetterState.ACCEPTED, 2, LetterState.REFUSED, 2));
    assertThat(records().isFinished(Fixture.SHOT, 1)).isTrue();
    assertThat(workspace.counters().lastDay("account", Fixture.AT.plusSeconds(9)))
        .isEqualTo(new Counters.Used(1, 2));
  }

  @Test
  void decidingSettlesWhatIsInDoubtAndNothingElse() throws Exception {
    Fixture.plan(records(), lock, 1, 3);
    SqliteLedger ledger = Fixture.ledger(workspace, lock);
    Fixture.commit(ledger, 0);
    Fixture.commit(ledger, 1);
    afterRestart();

    assertThat(decide(0, Records.Decision.COUNT_AS_ACCEPTED))
        .isEqualTo(new Records.Decided.Settled(1));
    assertThat(decide(1, Records.Decision.SEND_AGAIN)).isEqualTo(new Records.Decided.Settled(1));
    assertThat(decide(2, Records.Decision.SEND_AGAIN))
        .isEqualTo(new Records.Decided.NotInDoubt(LetterState.PLANNED));
    assertThat(decide(7, Records.Decision.SEND_AGAIN)).isEqualTo(new Records.Decided.NobodyThere());

    assertThat(person(0).state()).isEqualTo(LetterState.ACCEPTED);
    assertThat(person(0).reply()).isEqualTo("she has it");
    SqliteLedger ledger2 = Fixture.ledger(workspace, lock);
    Fixture.accept(ledger2, 1);
    assertThat(person(1).state()).isEqualTo(LetterState.ACCEPTED);
  }

  private Records.Decided decide(int number, Records.Decision decision) throws Exception {
    return records()
        .decide(lock, 1, Fixture.address(number).key(), decision, "she has it", Fixture.AT);
  }

  @Test
  void endingAPlanWithdrawsWhatWasNotSentAndLeavesTheRestAlone() throws Exception {
    Fixture.plan(records(), lock, 1, 4);
    SqliteLedger ledger = Fixture.ledger(workspace, lock);
    Fixture.accept(ledger, 0);
    Fixture.commit(ledger, 1);
    ledger.withdraw(Fixture.id(2), "suppressed", Fixture.AT);
    afterRestart();

    assertThat(records().withdrawRest(lock, 1, "no longer needed", Fixture.AT)).isEqualTo(1);

    assertThat(records().people(Fixture.SHOT, 1))
        .extracting(PersonRecord::state)
        .containsExactly(
            LetterState.ACCEPTED,
            LetterState.IN_DOUBT,
            LetterState.WITHDRAWN,
            LetterState.WITHDRAWN);
    assertThat(person(3).reply()).isEqualTo("no longer needed");
  }

  @Test
  void theEventsHoldNobodysAddressSoThatPeopleCanBeErased() throws Exception {
    Fixture.plan(records(), lock, 1, 1);
    SqliteLedger ledger = Fixture.ledger(workspace, lock);
    ledger.claim(Fixture.id(0), Fixture.digest(0), Fixture.AT);
    ledger.record(
        Fixture.id(0), new DeliveryOutcome.Refused(Fixture.noSuchUser(0)), List.of(), Fixture.AT);
    assertThat(person(0).reply()).contains("<p0@club.example>");

    assertThat(records().erasePeople(Fixture.AT.plusSeconds(1))).isEqualTo(1);

    assertThat(person(0).address()).isEmpty();
    assertThat(person(0).reply()).isEqualTo("550 5.1.1 <…>: no such user");
    assertThat(records().firstBrokenEvent()).isEmpty();
    close();
    for (String file : List.of("postroom.db", "postroom.db-wal")) {
      Path path = folder.resolve(file);
      String bytes = Files.exists(path) ? Files.readString(path, StandardCharsets.ISO_8859_1) : "";
      assertThat(bytes).doesNotContain("p0@club.example").doesNotContain("Person 0");
    }
    open();
  }
}
