package org.postroom.workspace;

import java.nio.file.Path;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import org.postroom.address.AddrSpec;
import org.postroom.composition.LetterDigest;
import org.postroom.dispatch.Courier;
import org.postroom.dispatch.DeliveryOutcome;
import org.postroom.dispatch.Phase;
import org.postroom.dispatch.Reply;
import org.postroom.finding.Acknowledgement;
import org.postroom.message.MailshotId;
import org.postroom.plan.LetterId;
import org.postroom.safety.Clearance;
import org.postroom.safety.PlanDigest;
import org.postroom.safety.SendWay;

/// A mailshot for a few people in a workspace, for tests.
final class Fixture {
  static final Instant AT = Instant.parse("2026-11-21T10:00:00Z");
  static final MailshotId SHOT = new MailshotId(new UUID(1, 2));
  static final Clearance CLEARED =
      new Clearance(
          new PlanDigest("ab".repeat(32)),
          List.of(new Acknowledgement("list.no-basis", null, null, 3, null, "asked them all")),
          new SendWay(false, "news@club.example:587", "unknown", 100, 450, 1_000));

  private Fixture() {}

  static AddrSpec address(int number) {
    return AddrSpec.of("p" + number + "@club.example");
  }

  static LetterDigest digest(int number) {
    return new LetterDigest(Digests.sha256("letter", Integer.toString(number)));
  }

  static LetterId id(int number) {
    return id(SHOT, 1, number);
  }

  static LetterId id(MailshotId mailshot, int revision, int number) {
    return new LetterId(mailshot, revision, address(number).key().value());
  }

  static String content(int number) {
    return "content of " + number;
  }

  /// Records letters 0 … people - 1, one for each person.
  static void plan(Records records, MailshotLock lock, int revision, int people)
      throws WorkspaceException {
    List<PlannedLetter> letters = new ArrayList<>();
    for (int i = 0; i < people; i++) {
      letters.add(
          new PlannedLetter(
              digest(i),
              List.of(new PlannedLetter.Person(i + 1, address(i), "Person " + i, content(i)))));
    }
    PlanRecord plan =
        new PlanRecord(
            lock.mailshot(), revision, "Spring", false, people, people, 2, "inputs", AT, null);
    records.record(lock, plan, CLEARED, letters);
  }

  /// Records one envelope with `people` people.
  static void planEnvelope(Records records, MailshotLock lock, int people)
      throws WorkspaceException {
    List<PlannedLetter.Person> inside = new ArrayList<>();
    for (int i = 0; i < people; i++) {
      inside.add(new PlannedLetter.Person(i + 1, address(i), "", "same"));
    }
    PlanRecord plan =
        new PlanRecord(lock.mailshot(), 1, "Blind", true, 1, people, 0, "inputs", AT, null);
    records.record(lock, plan, CLEARED, List.of(new PlannedLetter(digest(0), inside)));
  }

  static MailshotLock lock(Workspace workspace) throws WorkspaceException {
    return workspace.lock(SHOT).orElseThrow();
  }

  static SqliteLedger ledger(Workspace workspace, MailshotLock lock) throws WorkspaceException {
    return workspace.records(false).ledger(lock, 1, "account", AT.plusSeconds(5));
  }

  static void accept(SqliteLedger ledger, int number) throws Exception {
    commit(ledger, number);
    ledger.record(id(number), accepted(), List.of(), AT.plusSeconds(3));
  }

  static void commit(SqliteLedger ledger, int number) throws Exception {
    ledger.claim(id(number), digest(number), AT.plusSeconds(1));
    ledger.committing(
        id(number), "<m" + number + "@club.example>", "cd".repeat(32), AT.plusSeconds(2));
  }

  static DeliveryOutcome accepted() {
    return new DeliveryOutcome.Accepted(new Reply(Phase.FINAL_DOT, 250, "2.0.0", "queued"));
  }

  static Courier.RefusedRecipient refused(int number) {
    return new Courier.RefusedRecipient(address(number), noSuchUser(number));
  }

  static Reply noSuchUser(int number) {
    return new Reply(Phase.RCPT, 550, "5.1.1", "<" + address(number) + ">: no such user");
  }

  static Workspace open(Path folder) throws WorkspaceException {
    return Workspace.open(folder);
  }
}
