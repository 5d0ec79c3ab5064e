package org.postroom.workspace;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.sql.Types;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.postroom.dispatch.LetterState;
import org.postroom.dispatch.Phase;
import org.postroom.dispatch.Reply;

/// The append-only table of events. Each entry carries the hash of the one before it, so that an
/// entry that was changed, removed or put in between is found by [#verify].
final class EventLog {
  /// The hash before the first entry.
  static final String START = "0".repeat(64);

  private static final String COLUMNS =
      "seq, mailshot, revision, letter, place, state, at_utc, phase, code, enhanced, reply,"
          + " reason, digest, message_id, sha256, commitment, previous, hash";

  private static final String INSERT =
      "INSERT INTO event ("
          + COLUMNS
          + ") VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)";

  private static final String LAST = "SELECT seq, hash FROM event ORDER BY seq DESC LIMIT 1";

  private EventLog() {}

  /// Appends to the chain, inside the caller's transaction.
  static final class Appender implements AutoCloseable {
    private final KeptStatements statements;
    private final PreparedStatement insert;
    private int seq;
    private String previous = START;

    /// Reads where the chain ends; nobody else can append until the transaction ends.
    Appender(Connection connection) throws SQLException {
      this(new KeptStatements(connection));
    }

    private Appender(KeptStatements statements) throws SQLException {
      this.statements = statements;
      try (ResultSet last = statements.of(LAST).executeQuery()) {
        if (last.next()) {
          seq = last.getInt(1);
          previous = last.getString(2);
        }
      }
      insert = statements.of(INSERT);
    }

    void append(Event event) throws SQLException {
      seq++;
      String hash = event.hash(seq, previous);
      bind(insert, seq, event, previous, hash);
      insert.executeUpdate();
      previous = hash;
    }

    @Override
    public void close() throws SQLException {
      statements.close();
    }
  }

  static void append(Connection connection, List<Event> events) throws SQLException {
    try (KeptStatements statements = new KeptStatements(connection)) {
      append(statements, events);
    }
  }

  /// The same with statements that stay prepared.
  static void append(KeptStatements kept, List<Event> events) throws SQLException {
    Appender log = new Appender(kept);
    for (Event event : events) {
      log.append(event);
    }
  }

  /// The last hash of the chain, or empty where nothing was recorded yet.
  static String head(Connection connection) throws SQLException {
    try (Statement statement = connection.createStatement();
        ResultSet last =
            statement.executeQuery("SELECT hash FROM event ORDER BY seq DESC LIMIT 1")) {
      return last.next() ? last.getString(1) : "";
    }
  }

  /// Reads the whole chain.
  ///
  /// @return the number of the first entry that is not what was written, or 0 where all are
  static int verify(Connection connection) throws SQLException {
    int expected = 0;
    String previous = START;
    try (Statement statement = connection.createStatement();
        ResultSet rows = statement.executeQuery("SELECT " + COLUMNS + " FROM event ORDER BY seq")) {
      while (rows.next()) {
        expected++;
        Event event = read(rows);
        boolean whole =
            rows.getInt("seq") == expected
                && rows.getString("previous").equals(previous)
                && rows.getString("hash").equals(event.hash(expected, previous));
        if (!whole) {
          return expected;
        }
        previous = rows.getString("hash");
      }
    }
    return 0;
  }

  static Event read(ResultSet row) throws SQLException {
    String phase = row.getString("phase");
    Reply reply =
        phase == null
            ? null
            : new Reply(
                Phase.valueOf(phase),
                row.getInt("code"),
                row.getString("enhanced"),
                row.getString("reply"));
    int number = row.getInt("place");
    Integer place = row.wasNull() ? null : Integer.valueOf(number);
    return new Event(
        row.getString("mailshot"),
        row.getInt("revision"),
        row.getInt("letter"),
        place,
        LetterState.valueOf(row.getString("state")),
        UtcText.read(row.getString("at_utc")),
        reply,
        nullable(row, "reason"),
        nullable(row, "digest"),
        nullable(row, "message_id"),
        nullable(row, "sha256"),
        row.getString("commitment"));
  }

  static @Nullable String nullable(ResultSet row, String column) throws SQLException {
    return row.getString(column);
  }

  private static void bind(
      PreparedStatement insert, int seq, Event event, String previous, String hash)
      throws SQLException {
    Reply reply = event.reply();
    insert.setInt(1, seq);
    insert.setString(2, event.mailshot());
    insert.setInt(3, event.revision());
    insert.setInt(4, event.letter());
    if (event.place() == null) {
      insert.setNull(5, Types.INTEGER);
    } else {
      insert.setInt(5, event.place());
    }
    insert.setString(6, event.state().name());
    insert.setString(7, UtcText.of(event.at()));
    if (reply == null) {
      insert.setNull(8, Types.VARCHAR);
      insert.setNull(9, Types.INTEGER);
      insert.setNull(10, Types.VARCHAR);
      insert.setNull(11, Types.VARCHAR);
    } else {
      insert.setString(8, reply.phase().name());
      insert.setInt(9, reply.code());
      insert.setString(10, reply.enhanced());
      insert.setString(11, reply.text());
    }
    setNullable(insert, 12, event.reason());
    setNullable(insert, 13, event.digest());
    setNullable(insert, 14, event.messageId());
    setNullable(insert, 15, event.sha256());
    insert.setString(16, event.commitment());
    insert.setString(17, previous);
    insert.setString(18, hash);
  }

  static void setNullable(PreparedStatement statement, int index, @Nullable String value)
      throws SQLException {
    if (value == null) {
      statement.setNull(index, Types.VARCHAR);
    } else {
      statement.setString(index, value);
    }
  }
}
