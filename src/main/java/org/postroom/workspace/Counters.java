package org.postroom.workspace;

import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;

/// What left through an account in the last 24 hours, for the providers' rolling limits. Only real
/// mail counts; letters in doubt count, because the server may have counted them.
public final class Counters {
  private static final Duration WINDOW = Duration.ofHours(24);
  private static final Duration MINUTE = Duration.ofMinutes(1);

  private final Database database;

  Counters(Database database) {
    this.database = database;
  }

  /// @param letters messages submitted
  /// @param people recipients of these
  public record Used(int letters, int people) {}

  /// @param account as in [org.postroom.safety.SendWay#account]
  public Used lastDay(String account, Instant now) throws WorkspaceException {
    bringBack(now);
    return database.read(
        connection -> {
          try (PreparedStatement select =
              connection.prepareStatement(
                  "SELECT COALESCE(SUM(letters), 0), COALESCE(SUM(people), 0) FROM counter"
                      + " WHERE account = ? AND minute_utc > ?")) {
            select.setString(1, account);
            select.setString(2, UtcText.minute(now.minus(WINDOW)));
            try (ResultSet row = select.executeQuery()) {
              return row.next() ? new Used(row.getInt(1), row.getInt(2)) : new Used(0, 0);
            }
          }
        });
  }

  /// When letters left in the last 24 hours, the oldest first, each at the end of its minute or
  /// now: a limit is rather waited for than overrun.
  public List<Instant> lettersOfLastDay(String account, Instant now) throws WorkspaceException {
    bringBack(now);
    return database.read(
        connection -> {
          List<Instant> left = new ArrayList<>();
          try (PreparedStatement select =
              connection.prepareStatement(
                  "SELECT minute_utc, letters FROM counter WHERE account = ? AND minute_utc > ?"
                      + " ORDER BY minute_utc")) {
            select.setString(1, account);
            select.setString(2, UtcText.minute(now.minus(WINDOW)));
            try (ResultSet row = select.executeQuery()) {
              while (row.next()) {
                Instant end = UtcText.read(row.getString(1)).plus(MINUTE);
                left.addAll(Collections.nCopies(row.getInt(2), end.isAfter(now) ? now : end));
              }
            }
          }
          return left;
        });
  }

  /// A clock that was ahead has been put right: what seems to leave later than now left now at the
  /// latest, and counts for a day from now on. Otherwise a limit would be used up until then.
  private void bringBack(Instant now) throws WorkspaceException {
    String minute = UtcText.minute(now);
    boolean ahead =
        database.read(
            connection -> {
              try (PreparedStatement select =
                  connection.prepareStatement("SELECT 1 FROM counter WHERE minute_utc > ?")) {
                select.setString(1, minute);
                try (ResultSet row = select.executeQuery()) {
                  return row.next();
                }
              }
            });
    if (ahead) {
      database.write(
          connection -> {
            try (PreparedStatement add =
                    connection.prepareStatement(
                        "INSERT INTO counter (account, minute_utc, letters, people) SELECT account,"
                            + " ?, SUM(letters), SUM(people) FROM counter WHERE minute_utc > ?"
                            + " GROUP BY account ON CONFLICT (account, minute_utc) DO UPDATE SET"
                            + " letters = counter.letters + excluded.letters,"
                            + " people = counter.people + excluded.people");
                PreparedStatement remove =
                    connection.prepareStatement("DELETE FROM counter WHERE minute_utc > ?")) {
              add.setString(1, minute);
              add.setString(2, minute);
              add.executeUpdate();
              remove.setString(1, minute);
              return remove.executeUpdate();
            }
          });
    }
  }

  /// Counts one letter, inside the transaction that records its outcome.
  static void add(KeptStatements kept, String account, Event event, int refused)
      throws SQLException {
    if (account.isEmpty()) {
      return;
    }
    PreparedStatement add =
        kept.of(
            "INSERT INTO counter (account, minute_utc, letters, people) SELECT ?, ?, 1,"
                + " COUNT(*) - ? FROM person WHERE mailshot = ? AND revision = ? AND letter = ?"
                + " ON CONFLICT (account, minute_utc) DO UPDATE SET"
                + " letters = counter.letters + 1, people = counter.people + excluded.people");
    add.setString(1, account);
    add.setString(2, UtcText.minute(event.at()));
    add.setInt(3, refused);
    add.setString(4, event.mailshot());
    add.setInt(5, event.revision());
    add.setInt(6, event.letter());
    add.executeUpdate();
  }

  /// Counts one letter to one person that stands in no ledger, such as a test to oneself.
  public void addOne(String account, Instant at) throws WorkspaceException {
    database.writeKept(
        (connection, kept) -> {
          try (PreparedStatement add =
              connection.prepareStatement(
                  "INSERT INTO counter (account, minute_utc, letters, people) VALUES (?, ?, 1, 1)"
                      + " ON CONFLICT (account, minute_utc) DO UPDATE SET"
                      + " letters = counter.letters + 1, people = counter.people + 1")) {
            add.setString(1, account);
            add.setString(2, UtcText.minute(at));
            add.executeUpdate();
          }
          prune(kept, at);
          return true;
        });
  }

  /// Forgets what no limit asks for any more; once for each write.
  static void prune(KeptStatements kept, Instant now) throws SQLException {
    PreparedStatement prune = kept.of("DELETE FROM counter WHERE minute_utc < ?");
    prune.setString(1, UtcText.minute(now.minus(WINDOW.multipliedBy(2))));
    prune.executeUpdate();
  }
}
