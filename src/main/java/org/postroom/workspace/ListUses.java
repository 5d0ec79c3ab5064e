package org.postroom.workspace;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.postroom.message.MailshotId;

/// What lists were used for, which the plans of real mail say.
final class ListUses {
  /// So many states of one list are looked at.
  private static final int STATES = 12;

  private ListUses() {}

  /// @param since what was planned before belongs to a list that was forgotten; as it is stored
  static Optional<ListUse> ofTheseBytes(Connection connection, String sha256, String since)
      throws SQLException {
    try (PreparedStatement select =
        connection.prepareStatement(
            "SELECT mailshot, name, sender, kind, recorded_at FROM plan WHERE list_sha256 = ?"
                + " AND recorded_at >= ? ORDER BY recorded_at DESC, revision DESC LIMIT 1")) {
      select.setString(1, sha256);
      select.setString(2, since);
      try (ResultSet row = select.executeQuery()) {
        return row.next()
            ? Optional.of(
                new ListUse(
                    MailshotId.of(row.getString(1)),
                    row.getString(2),
                    row.getString(3),
                    row.getString(4),
                    UtcText.read(row.getString(5))))
            : Optional.empty();
      }
    }
  }

  /// These bytes or an earlier state of the list: a file of the same name that has at least half of
  /// the people of each.
  static Optional<ListUse> ofTheList(Connection connection, String sha256) throws SQLException {
    @Nullable ListUse latest = null;
    try (PreparedStatement select =
        connection.prepareStatement(
            "SELECT o.sha256, o.people, n.people, o.first_seen FROM list_seen n JOIN list_seen o"
                + " ON LOWER(o.file_name) = LOWER(n.file_name) WHERE n.sha256 = ?"
                + " ORDER BY o.last_seen DESC LIMIT ?")) {
      select.setString(1, sha256);
      select.setInt(2, STATES);
      try (ResultSet row = select.executeQuery()) {
        while (row.next()) {
          String state = row.getString(1);
          int larger = Math.max(row.getInt(2), row.getInt(3));
          ListUse use = ofTheseBytes(connection, state, row.getString(4)).orElse(null);
          boolean later = use != null && (latest == null || latest.at().isBefore(use.at()));
          if (later
              && (state.equals(sha256) || ListPrints.overlap(connection, sha256, state, larger))) {
            latest = use;
          }
        }
      }
    }
    return Optional.ofNullable(latest);
  }
}
