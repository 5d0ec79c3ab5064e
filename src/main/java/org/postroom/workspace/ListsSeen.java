package org.postroom.workspace;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.postroom.address.MailboxKey;

/// The recipient lists that were imported in this workspace: the digest of the file, and keyed
/// fingerprints of its addresses, which say nothing to whoever has not the key.
public final class ListsSeen {
  /// 128 bits are enough to tell people apart, and halve the table.
  private static final int PRINT_DIGITS = 32;

  private final Database database;
  private final List<byte[]> keys;

  /// @param keys at least one; the first prints, all look up
  ListsSeen(Database database, List<byte[]> keys) {
    this.database = database;
    this.keys = keys;
  }

  /// A list as it was read.
  ///
  /// @param sha256 of the file's bytes
  /// @param fileKey identity of the file on disk, see [org.postroom.message.FileCandidate#fileKey]
  /// @param sender From's address of the mailshot it was imported for
  /// @param kind `personal` or `newsletter`
  public record Seen(
      String sha256,
      String fileKey,
      String fileName,
      int people,
      int leftOut,
      String sender,
      String kind,
      Instant at) {}

  /// A list as it is remembered.
  ///
  /// @param firstSeen when it was first imported
  /// @param last its latest import
  public record Remembered(Seen last, Instant firstSeen) {}

  /// Registers a list with people in it, or refreshes what is known of it.
  public void register(Seen seen, Collection<ListPerson> people) throws WorkspaceException {
    if (people.isEmpty()) {
      return;
    }
    database.write(
        connection -> {
          upsert(connection, seen);
          try (PreparedStatement insert =
              connection.prepareStatement(
                  "INSERT INTO list_print (print, list_sha256, row_no, row_print)"
                      + " VALUES (?, ?, ?, ?) ON CONFLICT (print, list_sha256) DO UPDATE"
                      + " SET row_no = excluded.row_no, row_print = excluded.row_print")) {
            insert.setString(2, seen.sha256());
            for (ListPerson person : people) {
              insert.setString(1, print(keys.getFirst(), person.key()));
              insert.setInt(3, person.row());
              insert.setString(4, rowPrint(keys.getFirst(), person));
              insert.executeUpdate();
            }
          }
          return true;
        });
  }

  /// The list with these very bytes.
  public Optional<Remembered> find(String sha256) throws WorkspaceException {
    return database.read(
        connection -> {
          try (PreparedStatement select =
              connection.prepareStatement(
                  "SELECT * FROM list_seen WHERE sha256 = ? AND forgotten_at IS NULL")) {
            select.setString(1, sha256);
            return read(select).stream().findFirst();
          }
        });
  }

  /// Every list that was not forgotten, the latest first.
  public List<Remembered> all() throws WorkspaceException {
    return database.read(
        connection -> {
          try (PreparedStatement select =
              connection.prepareStatement(
                  "SELECT * FROM list_seen WHERE forgotten_at IS NULL ORDER BY last_seen DESC")) {
            return read(select);
          }
        });
  }

  /// What has changed since the list with the bytes `sha256` was imported; empty where it never
  /// was, or where its fingerprints cannot be compared any more.
  public Optional<ListChange> changeSince(String sha256, Collection<ListPerson> now)
      throws WorkspaceException {
    return database.read(
        connection -> {
          Optional<byte[]> key = keyOf(connection, sha256);
          return key.isEmpty()
              ? Optional.empty()
              : Optional.of(change(connection, sha256, key.get(), now));
        });
  }

  /// The key with which a list was fingerprinted, as far as it is still there.
  private Optional<byte[]> keyOf(Connection connection, String sha256) throws SQLException {
    try (PreparedStatement select =
        connection.prepareStatement(
            "SELECT key_mark FROM list_seen WHERE sha256 = ? AND forgotten_at IS NULL")) {
      select.setString(1, sha256);
      try (ResultSet row = select.executeQuery()) {
        String mark = row.next() ? row.getString(1) : "";
        return keys.stream().filter(key -> mark(key).equals(mark)).findFirst();
      }
    }
  }

  private static ListChange change(
      Connection connection, String sha256, byte[] key, Collection<ListPerson> now)
      throws SQLException {
    Map<String, Then> then = new HashMap<>();
    try (PreparedStatement select =
        connection.prepareStatement(
            "SELECT print, row_no, row_print FROM list_print WHERE list_sha256 = ?")) {
      select.setString(1, sha256);
      try (ResultSet row = select.executeQuery()) {
        while (row.next()) {
          then.put(row.getString(1), new Then(row.getInt(2), row.getString(3)));
        }
      }
    }
    List<ListPerson> came = new ArrayList<>();
    List<ListPerson> changed = new ArrayList<>();
    for (ListPerson person : now) {
      Then before = then.remove(print(key, person.key()));
      if (before == null) {
        came.add(person);
      } else if (before.print() != null && !before.print().equals(rowPrint(key, person))) {
        changed.add(person);
      }
    }
    return new ListChange(came, then.values().stream().map(Then::row).sorted().toList(), changed);
  }

  /// @param row 0 where it was not kept
  private record Then(int row, @Nullable String print) {}

  /// True where a list other than `sha256` has this address.
  public boolean onAnotherList(MailboxKey address, String sha256) throws WorkspaceException {
    return database.read(
        connection -> {
          try (PreparedStatement select =
              connection.prepareStatement(
                  "SELECT 1 FROM list_print WHERE print = ? AND list_sha256 <> ? LIMIT 1")) {
            select.setString(2, sha256);
            for (byte[] key : keys) {
              select.setString(1, print(key, address));
              try (ResultSet row = select.executeQuery()) {
                if (row.next()) {
                  return true;
                }
              }
            }
            return false;
          }
        });
  }

  /// How many lists were fingerprinted with a key that is not there any more, so that they cannot
  /// be compared.
  public int notComparable() throws WorkspaceException {
    return database.read(
        connection -> {
          Set<String> marks = keys.stream().map(ListsSeen::mark).collect(Collectors.toSet());
          int others = 0;
          try (PreparedStatement select =
                  connection.prepareStatement(
                      "SELECT key_mark FROM list_seen WHERE forgotten_at IS NULL");
              ResultSet row = select.executeQuery()) {
            while (row.next()) {
              others += marks.contains(row.getString(1)) ? 0 : 1;
            }
          }
          return others;
        });
  }

  /// Forgets a list; its fingerprints are erased, the reason is kept.
  ///
  /// @throws IllegalArgumentException without a reason
  public void forget(String sha256, String reason, Instant at) throws WorkspaceException {
    if (reason.isBlank()) {
      throw new IllegalArgumentException("forgetting a list has a reason");
    }
    database.write(
        connection -> {
          try (PreparedStatement mark =
                  connection.prepareStatement(
                      "UPDATE list_seen SET forgotten_at = ?, forgotten_why = ?"
                          + " WHERE sha256 = ?");
              PreparedStatement erase =
                  connection.prepareStatement("DELETE FROM list_print WHERE list_sha256 = ?")) {
            mark.setString(1, UtcText.of(at));
            mark.setString(2, reason);
            mark.setString(3, sha256);
            mark.executeUpdate();
            erase.setString(1, sha256);
            erase.executeUpdate();
          }
          return true;
        });
    database.emptyLog();
  }

  private void upsert(Connection connection, Seen seen) throws SQLException {
    try (PreparedStatement upsert =
        connection.prepareStatement(
            "INSERT INTO list_seen (sha256, file_key, file_name, people, left_out, sender, kind,"
                + " key_mark, first_seen, last_seen) VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?)"
                + " ON CONFLICT (sha256) DO UPDATE SET file_key = excluded.file_key,"
                + " file_name = excluded.file_name, people = excluded.people,"
                + " left_out = excluded.left_out, sender = excluded.sender, kind = excluded.kind,"
                + " key_mark = excluded.key_mark, last_seen = excluded.last_seen,"
                + " forgotten_at = NULL, forgotten_why = NULL")) {
      upsert.setString(1, seen.sha256());
      upsert.setString(2, seen.fileKey());
      upsert.setString(3, seen.fileName());
      upsert.setInt(4, seen.people());
      upsert.setInt(5, seen.leftOut());
      upsert.setString(6, seen.sender());
      upsert.setString(7, seen.kind());
      upsert.setString(8, mark(keys.getFirst()));
      upsert.setString(9, UtcText.of(seen.at()));
      upsert.setString(10, UtcText.of(seen.at()));
      upsert.executeUpdate();
    }
  }

  private static List<Remembered> read(PreparedStatement select) throws SQLException {
    List<Remembered> found = new ArrayList<>();
    try (ResultSet row = select.executeQuery()) {
      while (row.next()) {
        Seen seen =
            new Seen(
                row.getString("sha256"),
                row.getString("file_key"),
                row.getString("file_name"),
                row.getInt("people"),
                row.getInt("left_out"),
                row.getString("sender"),
                row.getString("kind"),
                UtcText.read(row.getString("last_seen")));
        found.add(new Remembered(seen, UtcText.read(row.getString("first_seen"))));
      }
    }
    return found;
  }

  /// Names a key without telling it.
  private static String mark(byte[] key) {
    return Digests.hmac(key, "mark").substring(0, 16);
  }

  private static String print(byte[] key, MailboxKey address) {
    return Digests.hmac(key, "address", address.value()).substring(0, PRINT_DIGITS);
  }

  private static String rowPrint(byte[] key, ListPerson person) {
    return Digests.hmac(key, "row", person.key().value(), person.data()).substring(0, PRINT_DIGITS);
  }
}
