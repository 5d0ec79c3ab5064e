package org.postroom.workspace;

import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.postroom.address.MailboxKey;

/// The lists that were written out, and the canaries in them.
public final class ListExports {
  private final Database database;

  ListExports(Database database) {
    this.database = database;
  }

  /// Remembers an export, before its file is written: a canary that is nowhere does no harm, one
  /// that nobody knows would be written to.
  ///
  /// @return false where another export has this canary
  public boolean add(ListExport export) throws WorkspaceException {
    return database.write(
        connection -> {
          try (PreparedStatement insert =
              connection.prepareStatement(
                  "INSERT INTO list_export (id, list_file, list_sha256, export_path,"
                      + " export_sha256, people, handed_to, made_by, at_utc, canary_key, canary)"
                      + " VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)"
                      + " ON CONFLICT (canary_key) DO NOTHING")) {
            ListExport.Canary canary = export.canary();
            insert.setString(1, export.id().toString());
            insert.setString(2, export.listFile());
            insert.setString(3, export.listSha256());
            insert.setString(4, export.path());
            insert.setString(5, export.sha256());
            insert.setInt(6, export.people());
            insert.setString(7, export.handedTo());
            insert.setString(8, export.by());
            insert.setString(9, UtcText.of(export.at()));
            EventLog.setNullable(insert, 10, canary == null ? null : canary.key().value());
            EventLog.setNullable(insert, 11, canary == null ? null : canary.address());
            return insert.executeUpdate() > 0;
          }
        });
  }

  /// For an export whose file could not be written.
  public void remove(UUID id) throws WorkspaceException {
    database.write(
        connection -> {
          try (PreparedStatement delete =
              connection.prepareStatement("DELETE FROM list_export WHERE id = ?")) {
            delete.setString(1, id.toString());
            return delete.executeUpdate();
          }
        });
  }

  /// The latest first.
  public List<ListExport> all() throws WorkspaceException {
    return database.read(
        connection -> {
          try (PreparedStatement select =
              connection.prepareStatement("SELECT * FROM list_export ORDER BY at_utc DESC, id")) {
            return read(select);
          }
        });
  }

  /// The export in which this canary stands.
  public Optional<ListExport> find(MailboxKey canary) throws WorkspaceException {
    return database.read(
        connection -> {
          try (PreparedStatement select =
              connection.prepareStatement("SELECT * FROM list_export WHERE canary_key = ?")) {
            select.setString(1, canary.value());
            return read(select).stream().findFirst();
          }
        });
  }

  private static List<ListExport> read(PreparedStatement select) throws SQLException {
    List<ListExport> found = new ArrayList<>();
    try (ResultSet row = select.executeQuery()) {
      while (row.next()) {
        found.add(
            new ListExport(
                UUID.fromString(row.getString("id")),
                row.getString("list_file"),
                row.getString("list_sha256"),
                row.getString("export_path"),
                row.getString("export_sha256"),
                row.getInt("people"),
                row.getString("handed_to"),
                row.getString("made_by"),
                UtcText.read(row.getString("at_utc")),
                canary(row)));
      }
    }
    return found;
  }

  private static ListExport.@Nullable Canary canary(ResultSet row) throws SQLException {
    String key = EventLog.nullable(row, "canary_key");
    return key == null ? null : new ListExport.Canary(new MailboxKey(key), row.getString("canary"));
  }
}
