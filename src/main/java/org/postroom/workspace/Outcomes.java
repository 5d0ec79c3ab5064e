package org.postroom.workspace;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collections;
import java.util.EnumMap;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.postroom.address.MailboxKey;
import org.postroom.dispatch.LetterState;
import org.postroom.dispatch.Phase;
import org.postroom.dispatch.Reply;
import org.postroom.message.MailshotId;
import org.postroom.safety.Memory;

/// Reads what became of a plan's people, and settles what a person decides.
final class Outcomes {
  /// Per person the last event about the whole letter, and the person's own one where it fared
  /// otherwise after that.
  private static final String PEOPLE_AS_THEY_STAND =
      " FROM person JOIN event whole ON whole.seq = (SELECT MAX(w.seq) FROM event w"
          + " WHERE w.mailshot = person.mailshot AND w.revision = person.revision"
          + " AND w.letter = person.letter AND w.place IS NULL)"
          + " LEFT JOIN event own ON own.seq = (SELECT MAX(o.seq) FROM event o"
          + " WHERE o.mailshot = person.mailshot AND o.revision = person.revision"
          + " AND o.letter = person.letter AND o.place = person.place AND o.seq > whole.seq)";

  /// With one statement; SQLite takes 999 parameters everywhere.
  private static final int MARKS_AT_ONCE = 500;

  private Outcomes() {}

  /// What a process that ended left behind: claimed goes back to planned, committing is in doubt.
  static Event afterTheEnd(Event last, Instant at) {
    boolean committing = last.state() == LetterState.COMMITTING;
    Reply reply = committing ? new Reply(Phase.FINAL_DOT, 0, "", noAnswer()) : null;
    return new Event(
        last.mailshot(),
        last.revision(),
        last.letter(),
        null,
        committing ? LetterState.IN_DOUBT : LetterState.PLANNED,
        at,
        reply,
        null,
        null,
        null,
        null,
        last.commitment());
  }

  private static String noAnswer() {
    return WorkspaceException.bundle().getString("reply.no-answer");
  }

  static List<PersonRecord> people(Connection connection, MailshotId mailshot, int revision)
      throws SQLException {
    Map<Integer, Standing> letters = Standing.ofPlan(connection, mailshot.toString(), revision);
    boolean blindCopy =
        PlanTables.find(connection, mailshot, revision).map(PlanRecord::blindCopy).orElse(false);
    List<PersonRecord> people = new ArrayList<>();
    try (PreparedStatement select =
        connection.prepareStatement(
            "SELECT letter, place, row_no, address, name FROM person WHERE mailshot = ? AND"
                + " revision = ? ORDER BY letter, place")) {
      select.setString(1, mailshot.toString());
      select.setInt(2, revision);
      try (ResultSet row = select.executeQuery()) {
        while (row.next()) {
          int letter = row.getInt("letter");
          Standing standing =
              Objects.requireNonNull(letters.get(letter), "planned with its people");
          people.add(person(row, letter, standing, blindCopy ? letter + 1 : null));
        }
      }
    }
    return people;
  }

  private static PersonRecord person(
      ResultSet row, int letter, Standing standing, @Nullable Integer envelope)
      throws SQLException {
    int place = row.getInt("place");
    String address = Objects.requireNonNullElse(row.getString("address"), "");
    LetterState state = standing.stateOf(place);
    return new PersonRecord(
        letter,
        row.getInt("row_no"),
        address,
        Objects.requireNonNullElse(row.getString("name"), ""),
        state,
        standing.messageId(),
        words(standing, place, address),
        state == LetterState.PLANNED ? null : standing.at(),
        standing.sha256(),
        standing.digest(),
        envelope);
  }

  private static @Nullable String words(Standing standing, int place, String address) {
    if (standing.stateOf(place) == LetterState.COMMITTING) {
      return noAnswer();
    }
    Reply reply = standing.replyTo(place);
    return reply == null ? standing.reason() : Masking.unmask(reply.shown(), place, address);
  }

  static Map<LetterState, Integer> counts(Connection connection, MailshotId mailshot, int revision)
      throws SQLException {
    Map<LetterState, Integer> counts = new EnumMap<>(LetterState.class);
    String select =
        "SELECT COALESCE(own.state, whole.state) AS state, COUNT(*) AS people"
            + PEOPLE_AS_THEY_STAND
            + " WHERE person.mailshot = ? AND person.revision = ?"
            + " GROUP BY COALESCE(own.state, whole.state)";
    try (PreparedStatement statement = connection.prepareStatement(select)) {
      statement.setString(1, mailshot.toString());
      statement.setInt(2, revision);
      try (ResultSet row = statement.executeQuery()) {
        while (row.next()) {
          counts.put(LetterState.valueOf(row.getString("state")), row.getInt("people"));
        }
      }
    }
    return counts;
  }

  static Records.Decided decide(
      Connection connection,
      MailshotId mailshot,
      int revision,
      MailboxKey person,
      Records.Decision decision,
      String reason,
      Instant at)
      throws SQLException {
    String id = mailshot.toString();
    Integer letter = null;
    int people = 0;
    try (PreparedStatement select =
        connection.prepareStatement(
            "SELECT letter, COUNT(*) AS people FROM person WHERE mailshot = ? AND revision = ?"
                + " AND letter = (SELECT p.letter FROM person p WHERE p.mailshot = ?"
                + " AND p.revision = ? AND p.mailbox_key = ?) GROUP BY letter")) {
      select.setString(1, id);
      select.setInt(2, revision);
      select.setString(3, id);
      select.setInt(4, revision);
      select.setString(5, person.value());
      try (ResultSet row = select.executeQuery()) {
        if (row.next()) {
          letter = row.getInt("letter");
          people = row.getInt("people");
        }
      }
    }
    Standing standing = letter == null ? null : Standing.ofLetter(connection, id, revision, letter);
    if (letter == null || standing == null) {
      return new Records.Decided.NobodyThere();
    }
    // Committing without a living process is in doubt: whoever decides holds the lock.
    switch (standing.state()) {
      case IN_DOUBT, COMMITTING -> {}
      case PLANNED, CLAIMED, ACCEPTED, DEFERRED, REFUSED, WITHDRAWN -> {
        return new Records.Decided.NotInDoubt(standing.state());
      }
    }
    LetterState to =
        switch (decision) {
          case COUNT_AS_ACCEPTED -> LetterState.ACCEPTED;
          case SEND_AGAIN -> LetterState.PLANNED;
        };
    EventLog.append(
        connection, List.of(byHand(id, revision, letter, to, reason, at, standing.commitment())));
    return new Records.Decided.Settled(people);
  }

  static int withdrawRest(
      Connection connection, MailshotId mailshot, int revision, String reason, Instant at)
      throws SQLException {
    String id = mailshot.toString();
    List<Event> events = new ArrayList<>();
    for (Map.Entry<Integer, Standing> letter :
        Standing.ofPlan(connection, id, revision).entrySet()) {
      Standing standing = letter.getValue();
      switch (standing.state()) {
        case PLANNED, CLAIMED, DEFERRED ->
            events.add(
                byHand(
                    id,
                    revision,
                    letter.getKey(),
                    LetterState.WITHDRAWN,
                    reason,
                    at,
                    standing.commitment()));
        case COMMITTING, ACCEPTED, REFUSED, IN_DOUBT, WITHDRAWN -> {}
      }
    }
    EventLog.append(connection, events);
    return events.size();
  }

  /// Where each of some contents may have arrived, in this mailshot before any other.
  static List<Optional<Memory.Earlier>> sentBefore(
      Connection connection, MailshotId current, List<String> marks) throws SQLException {
    Map<String, Memory.Earlier> known = new HashMap<>();
    for (int from = 0; from < marks.size(); from += MARKS_AT_ONCE) {
      List<String> some = marks.subList(from, Math.min(marks.size(), from + MARKS_AT_ONCE));
      sentBefore(connection, current, some, known);
    }
    return marks.stream().map(mark -> Optional.ofNullable(known.get(mark))).toList();
  }

  private static void sentBefore(
      Connection connection,
      MailshotId current,
      List<String> marks,
      Map<String, Memory.Earlier> known)
      throws SQLException {
    String mayHaveArrived =
        "SELECT person.content_mark, person.mailshot, plan.name"
            + PEOPLE_AS_THEY_STAND
            + " JOIN plan ON plan.mailshot = person.mailshot AND plan.revision = person.revision"
            + " WHERE person.content_mark IN ("
            + String.join(", ", Collections.nCopies(marks.size(), "?"))
            + ") AND COALESCE(own.state, whole.state)"
            + " IN ('ACCEPTED', 'IN_DOUBT', 'COMMITTING') ORDER BY plan.recorded_at DESC";
    try (PreparedStatement select = connection.prepareStatement(mayHaveArrived)) {
      for (int i = 0; i < marks.size(); i++) {
        select.setString(i + 1, marks.get(i));
      }
      try (ResultSet row = select.executeQuery()) {
        while (row.next()) {
          MailshotId mailshot = MailshotId.of(row.getString(2));
          boolean same = mailshot.equals(current);
          Memory.Earlier earlier = new Memory.Earlier(mailshot, row.getString(3), same);
          known.merge(
              row.getString(1),
              earlier,
              (latest, one) -> one.sameMailshot() && !latest.sameMailshot() ? one : latest);
        }
      }
    }
  }

  /// To how many people the latest mailshots but `current` were planned of which letters were
  /// accepted.
  static List<Integer> latestCounts(Connection connection, MailshotId current) throws SQLException {
    List<Integer> counts = new ArrayList<>();
    try (PreparedStatement select =
        connection.prepareStatement(
            "SELECT people FROM plan WHERE mailshot <> ? AND EXISTS (SELECT 1 FROM event"
                + " WHERE event.mailshot = plan.mailshot AND event.revision = plan.revision"
                + " AND event.state = 'ACCEPTED') ORDER BY recorded_at DESC LIMIT 12")) {
      select.setString(1, current.toString());
      try (ResultSet row = select.executeQuery()) {
        while (row.next()) {
          counts.add(row.getInt(1));
        }
      }
    }
    return counts;
  }

  private static Event byHand(
      String mailshot,
      int revision,
      int letter,
      LetterState state,
      String reason,
      Instant at,
      String commitment) {
    return new Event(
        mailshot, revision, letter, null, state, at, null, reason, null, null, null, commitment);
  }
}
