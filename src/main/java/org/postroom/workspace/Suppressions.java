package org.postroom.workspace;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import org.postroom.address.MailboxKey;
import org.postroom.dispatch.Reply;
import org.postroom.message.MailshotId;

/// Who is not written to: people who asked for it, and addresses that a server called non-existent
/// (rule S6). Only real mail suppresses.
public final class Suppressions {
  private static final String BY_SERVER =
      "INSERT INTO suppression (mailbox_key, reply, mailshot, at_utc, reason)"
          + " VALUES (?, ?, ?, ?, '') ON CONFLICT (mailbox_key) DO NOTHING";

  /// What a person wishes holds longer than what a server said: the mailbox may come back.
  private static final String BY_PERSON =
      "INSERT INTO suppression (mailbox_key, reply, mailshot, at_utc, reason)"
          + " VALUES (?, '', '', ?, ?) ON CONFLICT (mailbox_key) DO UPDATE"
          + " SET at_utc = excluded.at_utc, reason = excluded.reason"
          + " WHERE suppression.reason = ''";

  private final Database database;

  Suppressions(Database database) {
    this.database = database;
  }

  /// A server called it non-existent. Who stands there already stays as it is.
  public void suppress(MailboxKey address, Reply reply, MailshotId mailshot, Instant at)
      throws WorkspaceException {
    database.write(
        connection -> {
          try (PreparedStatement insert = connection.prepareStatement(BY_SERVER)) {
            insert.setString(1, address.value());
            insert.setString(2, reply.shown());
            insert.setString(3, mailshot.toString());
            insert.setString(4, UtcText.of(at));
            return insert.executeUpdate();
          }
        });
  }

  /// Adds people by a person's word, all of them or none. Who stands there by a person's word
  /// already stays as it is.
  ///
  /// @param wishes none with an empty reason
  /// @return those that were added
  public Set<MailboxKey> add(List<Suppression> wishes) throws WorkspaceException {
    return database.write(
        connection -> {
          Set<MailboxKey> added = new HashSet<>();
          try (PreparedStatement insert = connection.prepareStatement(BY_PERSON)) {
            for (Suppression wish : wishes) {
              insert.setString(1, wish.address().value());
              insert.setString(2, UtcText.of(wish.since()));
              insert.setString(3, wish.reason());
              if (insert.executeUpdate() > 0) {
                added.add(wish.address());
              }
            }
          }
          return added;
        });
  }

  /// In the order of their addresses.
  public List<Suppression> all() throws WorkspaceException {
    return database.read(
        connection -> {
          List<Suppression> found = new ArrayList<>();
          try (Statement select = connection.createStatement();
              ResultSet row =
                  select.executeQuery(
                      "SELECT mailbox_key, reason, reply, at_utc FROM suppression"
                          + " ORDER BY mailbox_key")) {
            while (row.next()) {
              boolean byServer = row.getString(2).isEmpty();
              found.add(
                  new Suppression(
                      new MailboxKey(row.getString(1)),
                      row.getString(byServer ? 3 : 2),
                      byServer,
                      UtcText.read(row.getString(4))));
            }
          }
          return found;
        });
  }

  /// Asked at each letter just before it leaves, so that a wish of this minute counts.
  public boolean contains(MailboxKey address) throws WorkspaceException {
    return database.readAsideKept(
        (_, kept) -> {
          PreparedStatement select = kept.of("SELECT 1 FROM suppression WHERE mailbox_key = ?");
          select.setString(1, address.value());
          try (ResultSet row = select.executeQuery()) {
            return row.next();
          }
        });
  }

  /// Writes to this address again; why stays on record.
  ///
  /// @return false where it was not suppressed
  public boolean lift(MailboxKey address, String reason, Instant at) throws WorkspaceException {
    return database.write(
        connection -> {
          if (!delete(connection, address)) {
            return false;
          }
          try (PreparedStatement insert =
              connection.prepareStatement(
                  "INSERT INTO suppression_lifted (mailbox_key, reason, at_utc)"
                      + " VALUES (?, ?, ?)")) {
            insert.setString(1, address.value());
            insert.setString(2, reason);
            insert.setString(3, UtcText.of(at));
            return insert.executeUpdate() > 0;
          }
        });
  }

  private static boolean delete(Connection connection, MailboxKey address) throws SQLException {
    try (PreparedStatement delete =
        connection.prepareStatement("DELETE FROM suppression WHERE mailbox_key = ?")) {
      delete.setString(1, address.value());
      return delete.executeUpdate() > 0;
    }
  }
}
