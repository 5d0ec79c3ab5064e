package org.postroom.workspace;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import org.postroom.composition.LetterDigest;
import org.postroom.dispatch.Courier;
import org.postroom.dispatch.DeliveryOutcome;
import org.postroom.dispatch.Ledger;
import org.postroom.dispatch.LedgerEntry;
import org.postroom.dispatch.LedgerException;
import org.postroom.dispatch.LetterState;
import org.postroom.dispatch.Reply;
import org.postroom.plan.LetterId;

/// The ledger of one plan, held by whoever holds the mailshot's lock. A step that does not follow
/// from the letter's state, or comes after the lock was let go, is refused, so that no final dot
/// leaves on it. Safe for several threads.
public final class SqliteLedger implements Ledger {
  private final Database database;
  private final MailshotLock lock;
  private final PlanRecord plan;
  private final String account;
  private final LedgerSteps steps;
  private final GroupCommit<List<Wanted>> group;

  private SqliteLedger(
      Database database, MailshotLock lock, PlanRecord plan, String account, LedgerSteps steps) {
    this.database = database;
    this.lock = lock;
    this.plan = plan;
    this.account = account;
    this.steps = steps;
    this.group = new GroupCommit<>(this::writeAll);
  }

  static SqliteLedger load(
      Database database, Connection connection, MailshotLock lock, PlanRecord plan, String account)
      throws SQLException {
    String mailshot = plan.mailshot().toString();
    Map<Integer, Standing> standings = Standing.ofPlan(connection, mailshot, plan.revision());
    Map<String, LedgerSteps.Entry> letters = new HashMap<>();
    if (plan.blindCopy()) {
      standings.forEach(
          (number, standing) ->
              letters.put("#" + (number + 1), new LedgerSteps.Entry(number, standing)));
    } else {
      try (PreparedStatement select =
          connection.prepareStatement(
              "SELECT letter, mailbox_key FROM person WHERE mailshot = ? AND revision = ?")) {
        select.setString(1, mailshot);
        select.setInt(2, plan.revision());
        try (ResultSet row = select.executeQuery()) {
          while (row.next()) {
            int number = row.getInt(1);
            String mailbox = row.getString(2);
            if (mailbox != null) {
              Standing standing = Objects.requireNonNull(standings.get(number), "was planned");
              letters.put(mailbox, new LedgerSteps.Entry(number, standing));
            }
          }
        }
      }
    }
    return new SqliteLedger(database, lock, plan, account, new LedgerSteps(plan, letters));
  }

  /// @throws IllegalArgumentException where the plan has no such letter
  @Override
  public synchronized LetterState state(LetterId letter) {
    return steps.state(letter);
  }

  @Override
  public void claim(LetterId letter, LetterDigest digest, Instant at) throws LedgerException {
    append(List.of(new LedgerEntry.Claim(letter, digest, at)));
  }

  @Override
  public void committing(LetterId letter, String messageId, String sha256, Instant at)
      throws LedgerException {
    append(List.of(new LedgerEntry.Committing(letter, messageId, sha256, at)));
  }

  @Override
  public void record(
      LetterId letter,
      DeliveryOutcome outcome,
      List<Courier.RefusedRecipient> refusedRecipients,
      Instant at)
      throws LedgerException {
    append(List.of(new LedgerEntry.Outcome(letter, outcome, refusedRecipients, at)));
  }

  @Override
  public void withdraw(LetterId letter, String reason, Instant at) throws LedgerException {
    group.write(List.of(() -> steps.withdrawal(letter, reason, at)));
  }

  /// All of it or nothing, in one forced write, together with what other connections have to write
  /// at that time.
  @Override
  public void append(List<LedgerEntry> entries) throws LedgerException {
    group.write(entries.stream().<Wanted>map(entry -> () -> steps.step(entry)).toList());
  }

  /// A step, judged just before it is written, when all before it stand.
  private interface Wanted {
    LedgerSteps.Step step() throws LedgerException;
  }

  /// Where one step of a caller's does not follow, all of that caller's are left out; the rest is
  /// written, or nothing.
  private synchronized List<@Nullable LedgerException> writeAll(List<List<Wanted>> all)
      throws LedgerException {
    List<@Nullable LedgerException> faults = new ArrayList<>();
    Deque<LedgerSteps.Step> taken = new ArrayDeque<>();
    boolean written = false;
    try {
      for (List<Wanted> wanted : all) {
        faults.add(take(wanted, taken));
      }
      if (!taken.isEmpty()) {
        write(taken);
      }
      written = true;
      return faults;
    } finally {
      if (!written) {
        takeBack(taken, 0);
      }
    }
  }

  private static @Nullable LedgerException take(
      List<Wanted> wanted, Deque<LedgerSteps.Step> taken) {
    int before = taken.size();
    try {
      for (Wanted one : wanted) {
        LedgerSteps.Step step = one.step();
        step.take();
        taken.addLast(step);
      }
      return null;
    } catch (LedgerException e) {
      takeBack(taken, before);
      return e;
    }
  }

  private static void takeBack(Deque<LedgerSteps.Step> taken, int left) {
    while (taken.size() > left) {
      taken.removeLast().takeBack();
    }
  }

  private void write(Iterable<LedgerSteps.Step> taken) throws LedgerException {
    if (!lock.isHeld()) {
      throw LedgerSteps.refused("the mailshot's lock was let go");
    }
    try {
      database.writeKept(
          (connection, kept) -> {
            List<Event> events = new ArrayList<>();
            for (LedgerSteps.Step step : taken) {
              events.add(masked(connection, step.event()));
              for (LedgerSteps.PersonEvent one : step.own()) {
                events.add(ownEvent(connection, step.event(), one));
              }
              LetterState state = step.event().state();
              if (state == LetterState.ACCEPTED || state == LetterState.IN_DOUBT) {
                Counters.add(kept, account, step.event(), step.own().size());
              }
            }
            EventLog.append(kept, events);
            Counters.prune(kept, events.getLast().at());
            return true;
          });
    } catch (WorkspaceException e) {
      throw new LedgerException(e.happened(), e);
    }
  }

  private Event ownEvent(Connection connection, Event letter, LedgerSteps.PersonEvent one)
      throws SQLException {
    int place = place(connection, letter.letter(), one.mailboxKey());
    Event own =
        new Event(
            letter.mailshot(),
            letter.revision(),
            letter.letter(),
            place,
            one.state(),
            letter.at(),
            one.reply(),
            null,
            null,
            null,
            null,
            letter.commitment());
    return masked(connection, own);
  }

  private int place(Connection connection, int letter, String mailboxKey) throws SQLException {
    try (PreparedStatement select =
        connection.prepareStatement(
            "SELECT place FROM person WHERE mailshot = ? AND revision = ? AND letter = ?"
                + " AND mailbox_key = ?")) {
      select.setString(1, plan.mailshot().toString());
      select.setInt(2, plan.revision());
      select.setInt(3, letter);
      select.setString(4, mailboxKey);
      try (ResultSet row = select.executeQuery()) {
        if (!row.next()) {
          throw new IllegalArgumentException("nobody of this letter was refused under that name");
        }
        return row.getInt(1);
      }
    }
  }

  private Event masked(Connection connection, Event event) throws SQLException {
    Reply reply = event.reply();
    return reply == null
        ? event
        : event.with(
            Masking.mask(connection, event.mailshot(), event.revision(), event.letter(), reply));
  }
}
