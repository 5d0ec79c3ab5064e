package org.postroom.workspace;

import java.nio.file.Path;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.postroom.message.MailshotId;

/// The documents that were met in this workspace, and where. One path for each id: whoever meets an
/// id at a second living path must ask before [#remember].
public final class KnownMailshots {
  private final Database database;

  KnownMailshots(Database database) {
    this.database = database;
  }

  public void remember(KnownMailshot mailshot) throws WorkspaceException {
    database.write(
        connection -> {
          try (PreparedStatement upsert =
              connection.prepareStatement(
                  "INSERT INTO mailshot (id, path, name, subject, people, changed)"
                      + " VALUES (?, ?, ?, ?, ?, ?) ON CONFLICT (id) DO UPDATE SET"
                      + " path = excluded.path, name = excluded.name, subject = excluded.subject,"
                      + " people = excluded.people, changed = excluded.changed")) {
            upsert.setString(1, mailshot.id().toString());
            upsert.setString(2, mailshot.path().toString());
            upsert.setString(3, mailshot.name());
            upsert.setString(4, mailshot.subject());
            upsert.setInt(5, mailshot.people());
            upsert.setString(6, UtcText.of(mailshot.changed()));
            return upsert.executeUpdate();
          }
        });
  }

  public Optional<KnownMailshot> find(MailshotId id) throws WorkspaceException {
    return database.read(
        connection -> {
          try (PreparedStatement select =
              connection.prepareStatement("SELECT * FROM mailshot WHERE id = ?")) {
            select.setString(1, id.toString());
            return read(select).stream().findFirst();
          }
        });
  }

  /// The latest first.
  public List<KnownMailshot> all() throws WorkspaceException {
    return database.read(
        connection -> {
          try (PreparedStatement select =
              connection.prepareStatement("SELECT * FROM mailshot ORDER BY changed DESC, id")) {
            return read(select);
          }
        });
  }

  /// The ledger keeps what it recorded.
  public void forget(MailshotId id) throws WorkspaceException {
    database.write(
        connection -> {
          try (PreparedStatement delete =
              connection.prepareStatement("DELETE FROM mailshot WHERE id = ?")) {
            delete.setString(1, id.toString());
            return delete.executeUpdate();
          }
        });
  }

  private static List<KnownMailshot> read(PreparedStatement select) throws SQLException {
    List<KnownMailshot> found = new ArrayList<>();
    try (ResultSet row = select.executeQuery()) {
      while (row.next()) {
        found.add(
            new KnownMailshot(
                MailshotId.of(row.getString("id")),
                Path.of(row.getString("path")),
                row.getString("name"),
                row.getString("subject"),
                row.getInt("people"),
                UtcText.read(row.getString("changed"))));
      }
    }
    return found;
  }
}
