package org.postroom.workspace;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import org.postroom.composition.LetterDigest;
import org.postroom.dispatch.Courier;
import org.postroom.dispatch.DeliveryOutcome;
import org.postroom.dispatch.Ledger;
import org.postroom.dispatch.LedgerException;
import org.postroom.dispatch.LetterState;
import org.postroom.dispatch.Phase;
import org.postroom.dispatch.Reply;
import org.postroom.plan.LetterId;

/// The ledger of one plan, held by whoever holds the mailshot's lock. A step that does not follow
/// from the letter's state, or comes after the lock was let go, is refused, so that no final dot
/// leaves on it. Safe for several threads.
public final class SqliteLedger implements Ledger {
  private static final class Entry {
    final int number;
    final String digest;
    final String commitment;
    LetterState state;

    Entry(int number, Standing standing) {
      this.number = number;
      this.digest = Objects.requireNonNullElse(standing.digest(), "");
      this.commitment = standing.commitment();
      this.state = standing.state();
    }
  }

  private final Database database;
  private final MailshotLock lock;
  private final PlanRecord plan;
  private final String account;
  private final Map<String, Entry> letters;

  private SqliteLedger(
      Database database,
      MailshotLock lock,
      PlanRecord plan,
      String account,
      Map<String, Entry> letters) {
    this.database = database;
    this.lock = lock;
    this.plan = plan;
    this.account = account;
    this.letters = letters;
  }

  static SqliteLedger load(
      Database database, Connection connection, MailshotLock lock, PlanRecord plan, String account)
      throws SQLException {
    String mailshot = plan.mailshot().toString();
    Map<Integer, Standing> standings = Standing.ofPlan(connection, mailshot, plan.revision());
    Map<String, Entry> letters = new HashMap<>();
    if (plan.blindCopy()) {
      standings.forEach(
          (number, standing) -> letters.put("#" + (number + 1), new Entry(number, standing)));
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
              letters.put(mailbox, new Entry(number, standing));
            }
          }
        }
      }
    }
    return new SqliteLedger(database, lock, plan, account, letters);
  }

  /// @throws IllegalArgumentException where the plan has no such letter
  @Override
  public synchronized LetterState state(LetterId letter) {
    Entry entry = belongs(letter) ? letters.get(letter.recipient()) : null;
    if (entry == null) {
      throw new IllegalArgumentException("not a letter of this plan: " + letter);
    }
    return entry.state;
  }

  @Override
  public synchronized void claim(LetterId letter, LetterDigest digest, Instant at)
      throws LedgerException {
    Entry entry = entry(letter);
    if (!entry.digest.equals(digest.hex())) {
      throw refused("not the letter that was cleared: " + letter);
    }
    // A letter that was held back before its dot is still claimed.
    require(entry, LetterState.PLANNED, LetterState.CLAIMED, LetterState.DEFERRED);
    append(entry, event(entry, LetterState.CLAIMED, at, null, null, null, null), List.of());
  }

  @Override
  public synchronized void committing(LetterId letter, String messageId, String sha256, Instant at)
      throws LedgerException {
    Entry entry = entry(letter);
    require(entry, LetterState.CLAIMED);
    append(
        entry, event(entry, LetterState.COMMITTING, at, null, null, messageId, sha256), List.of());
  }

  @Override
  public synchronized void record(
      LetterId letter,
      DeliveryOutcome outcome,
      List<Courier.RefusedRecipient> refusedRecipients,
      Instant at)
      throws LedgerException {
    Entry entry = entry(letter);
    switch (outcome) {
      case DeliveryOutcome.Accepted(Reply reply) -> {
        require(entry, LetterState.COMMITTING);
        settle(entry, LetterState.ACCEPTED, LetterState.REFUSED, reply, refusedRecipients, at);
      }
      case DeliveryOutcome.Deferred(Reply reply) -> {
        requireNotSettled(entry);
        settle(entry, LetterState.DEFERRED, LetterState.DEFERRED, reply, refusedRecipients, at);
      }
      case DeliveryOutcome.Refused(Reply reply) -> {
        requireNotSettled(entry);
        settle(entry, LetterState.REFUSED, LetterState.REFUSED, reply, refusedRecipients, at);
      }
      case DeliveryOutcome.InDoubt(String what) -> {
        require(entry, LetterState.CLAIMED, LetterState.COMMITTING);
        Reply reply = new Reply(Phase.FINAL_DOT, 0, "", what);
        settle(entry, LetterState.IN_DOUBT, LetterState.IN_DOUBT, reply, List.of(), at);
      }
    }
  }

  @Override
  public synchronized void withdraw(LetterId letter, String reason, Instant at)
      throws LedgerException {
    Entry entry = entry(letter);
    require(entry, LetterState.PLANNED, LetterState.CLAIMED, LetterState.DEFERRED);
    append(entry, event(entry, LetterState.WITHDRAWN, at, null, reason, null, null), List.of());
  }

  private void settle(
      Entry entry,
      LetterState state,
      LetterState ofRefused,
      Reply reply,
      List<Courier.RefusedRecipient> refused,
      Instant at)
      throws LedgerException {
    List<PersonEvent> own =
        refused.stream()
            .map(one -> new PersonEvent(one.address().key().value(), ofRefused, one.reply()))
            .toList();
    append(entry, event(entry, state, at, reply, null, null, null), own);
  }

  /// What one person of an envelope got, when it is not what the letter got.
  private record PersonEvent(String mailboxKey, LetterState state, Reply reply) {}

  private Event event(
      Entry entry,
      LetterState state,
      Instant at,
      @Nullable Reply reply,
      @Nullable String reason,
      @Nullable String messageId,
      @Nullable String sha256) {
    return new Event(
        plan.mailshot().toString(),
        plan.revision(),
        entry.number,
        null,
        state,
        at,
        reply,
        reason,
        null,
        messageId,
        sha256,
        entry.commitment);
  }

  private void append(Entry entry, Event event, List<PersonEvent> own) throws LedgerException {
    if (!lock.isHeld()) {
      throw refused("the mailshot's lock was let go");
    }
    try {
      database.write(
          connection -> {
            List<Event> events = new ArrayList<>();
            events.add(masked(connection, event));
            for (PersonEvent one : own) {
              events.add(ownEvent(connection, event, one));
            }
            EventLog.append(connection, events);
            if (event.state() == LetterState.ACCEPTED || event.state() == LetterState.IN_DOUBT) {
              Counters.add(connection, account, event, own.size());
            }
            return true;
          });
    } catch (WorkspaceException e) {
      throw new LedgerException(e.happened(), e);
    }
    entry.state = event.state();
  }

  private Event ownEvent(Connection connection, Event letter, PersonEvent one) throws SQLException {
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

  private boolean belongs(LetterId letter) {
    return letter.mailshot().equals(plan.mailshot()) && letter.revision() == plan.revision();
  }

  private Entry entry(LetterId letter) throws LedgerException {
    Entry entry = belongs(letter) ? letters.get(letter.recipient()) : null;
    if (entry == null) {
      throw refused("not a letter of this plan: " + letter);
    }
    return entry;
  }

  private static LedgerException refused(String why) {
    return new LedgerException(why, new IllegalStateException(why));
  }

  /// Refused and deferred may also be decided here, before a letter was claimed.
  private static void requireNotSettled(Entry entry) throws LedgerException {
    require(
        entry,
        LetterState.PLANNED,
        LetterState.CLAIMED,
        LetterState.COMMITTING,
        LetterState.DEFERRED);
  }

  private static void require(Entry entry, LetterState... before) throws LedgerException {
    if (!List.of(before).contains(entry.state)) {
      throw refused("letter " + entry.number + " is " + entry.state);
    }
  }
}
