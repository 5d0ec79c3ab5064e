package org.postroom.workspace;

import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.time.Instant;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import org.postroom.composition.LetterDigest;
import org.postroom.message.MailshotId;

/// Which letters somebody has looked at before they are sent. Of a letter only its place and its
/// digest are kept, nobody's name or address.
public final class LookedAt {
  private final Database database;

  LookedAt(Database database) {
    this.database = database;
  }

  /// What was looked at when a plan was cleared: kinds of letter, and letters unlike the others.
  public record Share(int kinds, int kindsSeen, int odd, int oddSeen) {}

  /// A letter was looked at as it is now; what it said before counts no more.
  ///
  /// @param place the row's number, or `#` and the envelope's
  public void add(MailshotId mailshot, String place, LetterDigest digest, Instant at)
      throws WorkspaceException {
    database.write(
        connection -> {
          try (PreparedStatement add =
              connection.prepareStatement(
                  "INSERT INTO looked_at (mailshot, place, digest, at_utc) VALUES (?, ?, ?, ?) ON"
                      + " CONFLICT (mailshot, place) DO UPDATE SET digest = excluded.digest,"
                      + " at_utc = excluded.at_utc")) {
            add.setString(1, mailshot.toString());
            add.setString(2, place);
            add.setString(3, digest.hex());
            add.setString(4, UtcText.of(at));
            return add.executeUpdate() > 0;
          }
        });
  }

  /// The digests of what was looked at, by place.
  public Map<String, LetterDigest> of(MailshotId mailshot) throws WorkspaceException {
    return database.read(
        connection -> {
          Map<String, LetterDigest> found = new HashMap<>();
          try (PreparedStatement select =
              connection.prepareStatement(
                  "SELECT place, digest FROM looked_at WHERE mailshot = ?")) {
            select.setString(1, mailshot.toString());
            try (ResultSet row = select.executeQuery()) {
              while (row.next()) {
                found.put(row.getString(1), new LetterDigest(row.getString(2)));
              }
            }
          }
          return found;
        });
  }

  /// Keeps with a clearance what was looked at.
  public void cleared(MailshotId mailshot, int revision, Share share) throws WorkspaceException {
    database.write(
        connection -> {
          try (PreparedStatement put =
              connection.prepareStatement(
                  "INSERT INTO clearance_looked (mailshot, revision, kinds, kinds_seen, odd,"
                      + " odd_seen) VALUES (?, ?, ?, ?, ?, ?) ON CONFLICT (mailshot, revision) DO"
                      + " UPDATE SET kinds = excluded.kinds, kinds_seen = excluded.kinds_seen, odd"
                      + " = excluded.odd, odd_seen = excluded.odd_seen")) {
            put.setString(1, mailshot.toString());
            put.setInt(2, revision);
            put.setInt(3, share.kinds());
            put.setInt(4, share.kindsSeen());
            put.setInt(5, share.odd());
            put.setInt(6, share.oddSeen());
            return put.executeUpdate() > 0;
          }
        });
  }

  /// What had been looked at when a plan was cleared; empty where nobody was asked to look, as on
  /// the command line.
  public Optional<Share> cleared(MailshotId mailshot, int revision) throws WorkspaceException {
    return database.read(
        connection -> {
          try (PreparedStatement select =
              connection.prepareStatement(
                  "SELECT kinds, kinds_seen, odd, odd_seen FROM clearance_looked WHERE mailshot ="
                      + " ? AND revision = ?")) {
            select.setString(1, mailshot.toString());
            select.setInt(2, revision);
            try (ResultSet row = select.executeQuery()) {
              return row.next()
                  ? Optional.of(
                      new Share(row.getInt(1), row.getInt(2), row.getInt(3), row.getInt(4)))
                  : Optional.empty();
            }
          }
        });
  }
}
