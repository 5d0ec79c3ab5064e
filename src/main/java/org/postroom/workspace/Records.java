package org.postroom.workspace;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.postroom.address.MailboxKey;
import org.postroom.dispatch.LetterState;
import org.postroom.message.MailshotId;
import org.postroom.safety.Clearance;
import org.postroom.safety.EarlierCells;
import org.postroom.safety.ListCells;
import org.postroom.safety.Memory;
import org.postroom.safety.Said;

/// The ledger's plans and outcomes: one for real mail, another, in a file of its own, for practice.
/// Safe for several threads. Every write is durable when the method returns.
public final class Records {
  private final Database database;
  private final byte[] key;
  private final boolean practice;

  Records(Database database, byte[] key, boolean practice) {
    this.database = database;
    this.key = key.clone();
    this.practice = practice;
  }

  /// The newest plan of a mailshot.
  public Optional<PlanRecord> latest(MailshotId mailshot) throws WorkspaceException {
    return database.read(connection -> PlanTables.latest(connection, mailshot));
  }

  /// The revision that a new plan would have.
  public int nextRevision(MailshotId mailshot) throws WorkspaceException {
    return latest(mailshot).map(plan -> plan.revision() + 1).orElse(1);
  }

  /// Records a plan, all in one transaction: its letters as planned, its people, its clearance.
  ///
  /// @param plan its numbers must be those of `letters`
  /// @throws IllegalStateException where the lock is not held or belongs to another mailshot
  /// @throws IllegalArgumentException where the plan's numbers differ from the letters'
  public void record(
      MailshotLock lock, PlanRecord plan, Clearance clearance, Iterable<PlannedLetter> letters)
      throws WorkspaceException {
    requireHeld(lock, plan.mailshot());
    if (clearance.way().practice() != practice) {
      throw new IllegalArgumentException("practice and real mail are recorded apart");
    }
    database.write(
        connection -> {
          PlanTables.insert(connection, key, plan, clearance, letters);
          return true;
        });
  }

  /// When the letters of plans may leave.
  public Departures departures() {
    return new Departures(database);
  }

  /// What was looked at before a plan was cleared.
  public LookedAt lookedAt() {
    return new LookedAt(database);
  }

  /// What plans said to everybody.
  public Sayings sayings() {
    return new Sayings(database, key);
  }

  /// What was cleared.
  public Optional<Clearance> clearance(MailshotId mailshot, int revision)
      throws WorkspaceException {
    return database.read(connection -> PlanTables.clearance(connection, mailshot, revision));
  }

  /// The ledger of a recorded plan, for sending. What a process that ended left half-way is settled
  /// first: claimed counts as planned, committing without an outcome is in doubt.
  ///
  /// @param account whose rolling counter grows with what leaves; empty or practice: none
  /// @throws IllegalStateException where the lock is not held or belongs to another mailshot
  /// @throws IllegalArgumentException where no such plan was recorded
  public SqliteLedger ledger(MailshotLock lock, int revision, String account, Instant at)
      throws WorkspaceException {
    requireHeld(lock, lock.mailshot());
    String mailshot = lock.mailshot().toString();
    return database.write(
        connection -> {
          PlanRecord plan =
              PlanTables.find(connection, lock.mailshot(), revision)
                  .orElseThrow(() -> new IllegalArgumentException("no plan " + revision));
          recover(connection, mailshot, revision, at);
          return SqliteLedger.load(database, connection, lock, plan, practice ? "" : account);
        });
  }

  /// How many people of a plan are in each state; states that nobody is in are absent.
  public Map<LetterState, Integer> counts(MailshotId mailshot, int revision)
      throws WorkspaceException {
    return database.read(connection -> Outcomes.counts(connection, mailshot, revision));
  }

  /// True where nothing of the plan is left to send, deferred or in doubt (rule S5).
  public boolean isFinished(MailshotId mailshot, int revision) throws WorkspaceException {
    Map<LetterState, Integer> counts = counts(mailshot, revision);
    return counts.keySet().stream()
        .allMatch(
            state ->
                switch (state) {
                  case ACCEPTED, REFUSED, WITHDRAWN -> true;
                  case PLANNED, CLAIMED, COMMITTING, DEFERRED, IN_DOUBT -> false;
                });
  }

  /// What happened to each person, in the order of the plan.
  public List<PersonRecord> people(MailshotId mailshot, int revision) throws WorkspaceException {
    return database.read(connection -> Outcomes.people(connection, mailshot, revision));
  }

  /// Settles the letter of one person, which must be in doubt. In a blind copy that is the
  /// envelope.
  public Decided decide(
      MailshotLock lock,
      int revision,
      MailboxKey person,
      Decision decision,
      String reason,
      Instant at)
      throws WorkspaceException {
    requireHeld(lock, lock.mailshot());
    return database.write(
        connection ->
            Outcomes.decide(connection, lock.mailshot(), revision, person, decision, reason, at));
  }

  /// Ends a plan: what is planned, claimed or deferred is withdrawn.
  ///
  /// @return the number of letters withdrawn
  public int withdrawRest(MailshotLock lock, int revision, String reason, Instant at)
      throws WorkspaceException {
    requireHeld(lock, lock.mailshot());
    return database.write(
        connection -> Outcomes.withdrawRest(connection, lock.mailshot(), revision, reason, at));
  }

  /// The last hash of the chain of events, or empty where there is none.
  public String headHash() throws WorkspaceException {
    return database.read(EventLog::head);
  }

  /// Reads the whole chain of events.
  ///
  /// @return the number of the first event that is not what was written, or empty where all are
  public Optional<Integer> firstBrokenEvent() throws WorkspaceException {
    int broken = database.read(EventLog::verify);
    return broken == 0 ? Optional.empty() : Optional.of(broken);
  }

  /// Erases address, name and salt of the people of plans recorded before `before`; the events
  /// stay, and so does the answer to "was this sent to that address before?".
  ///
  /// @return the number of people erased
  public int erasePeople(Instant before) throws WorkspaceException {
    int erased =
        database.write(
            connection -> {
              try (PreparedStatement erase =
                  connection.prepareStatement(
                      "UPDATE person SET address = NULL, name = NULL, mailbox_key = NULL,"
                          + " salt = NULL WHERE address IS NOT NULL AND EXISTS (SELECT 1 FROM plan"
                          + " WHERE plan.mailshot = person.mailshot"
                          + " AND plan.revision = person.revision AND plan.recorded_at < ?)")) {
                erase.setString(1, UtcText.of(before));
                return erase.executeUpdate();
              }
            });
    database.emptyLog();
    return erased;
  }

  /// What the review asks about earlier letters and lists.
  ///
  /// @param at the mailshot that is being reviewed
  /// @param list SHA-256 of its list, which is not an earlier one
  Memory memory(MailshotId at, String list, ListsSeen lists) {
    return new Memory() {
      @Override
      public boolean onAnEarlierList(MailboxKey address) {
        return unchecked(() -> lists.onAnotherList(address, list));
      }

      @Override
      public EarlierCells earlierCells() {
        return unchecked(() -> lists.cellsOfOthers(list));
      }

      @Override
      public int notComparable() {
        return unchecked(lists::notComparable);
      }

      @Override
      public List<Optional<Earlier>> sentBefore(List<Content> contents) {
        List<String> marks =
            contents.stream()
                .map(one -> PlanTables.contentMark(key, one.person().value(), one.digest()))
                .toList();
        return unchecked(
            () -> database.read(connection -> Outcomes.sentBefore(connection, at, marks)));
      }

      @Override
      public List<Integer> usualCounts() {
        return unchecked(() -> database.read(connection -> Outcomes.latestCounts(connection, at)));
      }

      @Override
      public List<Repeated> repeated(Said said) {
        return unchecked(() -> sayings().repeated(said));
      }

      @Override
      public List<Slip> slips(ListCells now) {
        return unchecked(() -> lists.slips(list, now));
      }
    };
  }

  interface Asking<T> {
    T ask() throws WorkspaceException;
  }

  static <T> T unchecked(Asking<T> asking) {
    try {
      return asking.ask();
    } catch (WorkspaceException e) {
      throw UncheckedWorkspaceException.of(e);
    }
  }

  private static void recover(Connection connection, String mailshot, int revision, Instant at)
      throws SQLException {
    List<Event> events = new ArrayList<>();
    try (PreparedStatement select =
        connection.prepareStatement(
            "SELECT * FROM event WHERE mailshot = ? AND revision = ? AND state IN"
                + " ('CLAIMED', 'COMMITTING') AND seq = (SELECT MAX(last.seq) FROM event last"
                + " WHERE last.mailshot = event.mailshot AND last.revision = event.revision"
                + " AND last.letter = event.letter) ORDER BY letter")) {
      select.setString(1, mailshot);
      select.setInt(2, revision);
      try (ResultSet rows = select.executeQuery()) {
        while (rows.next()) {
          events.add(Outcomes.afterTheEnd(EventLog.read(rows), at));
        }
      }
    }
    EventLog.append(connection, events);
  }

  static void requireHeld(MailshotLock lock, MailshotId mailshot) {
    if (!lock.isHeld() || !lock.mailshot().equals(mailshot)) {
      throw new IllegalStateException("the mailshot's lock is not held");
    }
  }

  /// What a person decides about a letter in doubt.
  public enum Decision {
    COUNT_AS_ACCEPTED,
    SEND_AGAIN
  }

  /// What came of deciding.
  public sealed interface Decided {
    /// @param people how many were settled: one, or everybody in the envelope
    record Settled(int people) implements Decided {}

    /// The letter is not in doubt.
    record NotInDoubt(LetterState state) implements Decided {}

    /// The plan has no such person.
    record NobodyThere() implements Decided {}
  }
}
