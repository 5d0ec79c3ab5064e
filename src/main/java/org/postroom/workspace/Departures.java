package org.postroom.workspace;

import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.time.Instant;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.postroom.message.MailshotId;

/// When the letters of a plan may leave, where a person chose a time.
public final class Departures {
  private final Database database;

  Departures(Database database) {
    this.database = database;
  }

  /// Empty where nobody chose a time.
  public Optional<Instant> of(MailshotId mailshot, int revision) throws WorkspaceException {
    return database.read(
        connection -> {
          try (PreparedStatement select =
              connection.prepareStatement(
                  "SELECT not_before_utc FROM departure WHERE mailshot = ? AND revision = ?")) {
            select.setString(1, mailshot.toString());
            select.setInt(2, revision);
            try (ResultSet row = select.executeQuery()) {
              return row.next() ? Optional.of(UtcText.read(row.getString(1))) : Optional.empty();
            }
          }
        });
  }

  /// In place of what was chosen before. Written before the plan is, so that no process can find
  /// the plan without it.
  ///
  /// @param time null for none
  public void put(MailshotLock lock, int revision, @Nullable Instant time)
      throws WorkspaceException {
    Records.requireHeld(lock, lock.mailshot());
    database.write(
        connection -> {
          try (PreparedStatement remove =
              connection.prepareStatement(
                  "DELETE FROM departure WHERE mailshot = ? AND revision = ?")) {
            remove.setString(1, lock.mailshot().toString());
            remove.setInt(2, revision);
            remove.executeUpdate();
          }
          if (time == null) {
            return false;
          }
          try (PreparedStatement insert =
              connection.prepareStatement(
                  "INSERT INTO departure (mailshot, revision, not_before_utc) VALUES (?, ?, ?)")) {
            insert.setString(1, lock.mailshot().toString());
            insert.setInt(2, revision);
            insert.setString(3, UtcText.of(time));
            return insert.executeUpdate() > 0;
          }
        });
  }
}
