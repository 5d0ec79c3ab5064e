package org.postroom.workspace;

import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.Statement;
import java.time.Instant;
import java.util.HashSet;
import java.util.Set;
import org.postroom.address.MailboxKey;
import org.postroom.dispatch.Reply;
import org.postroom.message.MailshotId;

/// Addresses that a server called non-existent (rule S6); they are left out of later lists. Only
/// real mail suppresses.
public final class Suppressions {
  private final Database database;

  Suppressions(Database database) {
    this.database = database;
  }

  public void suppress(MailboxKey address, Reply reply, MailshotId mailshot, Instant at)
      throws WorkspaceException {
    database.write(
        connection -> {
          try (PreparedStatement insert =
              connection.prepareStatement(
                  "INSERT INTO suppression (mailbox_key, reply, mailshot, at_utc)"
                      + " VALUES (?, ?, ?, ?) ON CONFLICT (mailbox_key) DO NOTHING")) {
            insert.setString(1, address.value());
            insert.setString(2, reply.shown());
            insert.setString(3, mailshot.toString());
            insert.setString(4, UtcText.of(at));
            return insert.executeUpdate();
          }
        });
  }

  public Set<MailboxKey> all() throws WorkspaceException {
    return database.read(
        connection -> {
          Set<MailboxKey> found = new HashSet<>();
          try (Statement select = connection.createStatement();
              ResultSet row = select.executeQuery("SELECT mailbox_key FROM suppression")) {
            while (row.next()) {
              found.add(new MailboxKey(row.getString(1)));
            }
          }
          return Set.copyOf(found);
        });
  }

  /// Writes to this address again.
  public void lift(MailboxKey address) throws WorkspaceException {
    database.write(
        connection -> {
          try (PreparedStatement delete =
              connection.prepareStatement("DELETE FROM suppression WHERE mailbox_key = ?")) {
            delete.setString(1, address.value());
            return delete.executeUpdate();
          }
        });
  }
}
