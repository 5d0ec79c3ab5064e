package org.postroom.workspace;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.BooleanSupplier;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.postroom.address.MailboxKey;
import org.postroom.safety.EarlierCells;
import org.postroom.safety.ListCells;
import org.postroom.safety.Memory;

/// The recipient lists that were imported in this workspace: the digest of the file, where it came
/// from, and keyed fingerprints of its people (see [ListPrints]).
public final class ListsSeen {
  /// Their fingerprints fill whatever memory there is for pages, which are not asked for soon.
  private static final int MANY = 10_000;

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
  /// @param origin where it came from
  public record Seen(
      String sha256,
      String fileKey,
      String fileName,
      int people,
      int leftOut,
      String sender,
      String kind,
      Instant at,
      Origin origin) {}

  /// Where a list came from (incident I6).
  ///
  /// @param sheet that was read, where there are sheets
  /// @param path of the file, absolute; empty where unknown
  /// @param modified when the file was last changed, as its disk says
  /// @param basis why these people may be written to; empty where nobody said
  /// @param by who imports it; empty where unknown
  public record Origin(
      @Nullable String sheet, String path, @Nullable Instant modified, String basis, String by) {
    public static final Origin UNKNOWN = new Origin(null, "", null, "", "");
  }

  /// A list as it is remembered.
  ///
  /// @param last its latest import; `modified` is the earliest time that was ever met with these
  ///   bytes, since copying a file makes it look newer, and `by` is who imported it first
  /// @param firstSeen when it was first imported
  /// @param lastUse the last plan of real mail for these bytes since then
  public record Remembered(Seen last, Instant firstSeen, Optional<ListUse> lastUse) {}

  /// Registers a list with people in it, or refreshes what is known of it.
  ///
  /// @param people also those of rows that this mailshot, or this workspace, leaves out
  public void register(Seen seen, List<ListPerson> people) throws WorkspaceException {
    register(seen, people, ListCells.NONE, () -> false);
  }

  /// As [#register(Seen, List)], which takes a while for many people.
  ///
  /// @param cells what singles these people out, besides their addresses
  /// @param stop asked now and then; true to stop, and nothing of it is kept
  /// @throws java.util.concurrent.CancellationException where `stop` said so
  public void register(Seen seen, List<ListPerson> people, ListCells cells, BooleanSupplier stop)
      throws WorkspaceException {
    if (seen.people() == 0) {
      return;
    }
    FreshPrints prints = FreshPrints.of(keys.getFirst(), people, stop);
    FreshCells fresh = FreshCells.of(keys.getFirst(), cells, stop);
    database.write(
        connection -> {
          upsert(connection, seen);
          prints.insert(connection, seen.sha256(), stop);
          fresh.insert(connection, seen.sha256(), stop);
          return true;
        });
    if (people.size() > MANY) {
      database.forgetPages();
    }
  }

  /// What is known of a list besides its people, which are registered and the same.
  ///
  /// @return false where it is not registered, or is forgotten; nothing is kept then
  public boolean refresh(Seen seen) throws WorkspaceException {
    return database.write(
        connection -> {
          try (PreparedStatement select =
              connection.prepareStatement("SELECT 1 FROM list_seen WHERE sha256 = ?")) {
            select.setString(1, seen.sha256());
            try (ResultSet row = select.executeQuery()) {
              if (!row.next()) {
                return false;
              }
            }
          }
          upsert(connection, seen);
          return true;
        });
  }

  /// The list with these very bytes.
  public Optional<Remembered> find(String sha256) throws WorkspaceException {
    return database.read(
        connection -> {
          try (PreparedStatement select =
              connection.prepareStatement("SELECT * FROM list_seen WHERE sha256 = ?")) {
            select.setString(1, sha256);
            return read(connection, select).stream().findFirst();
          }
        });
  }

  /// Every list that was not forgotten, the latest first.
  public List<Remembered> all() throws WorkspaceException {
    return database.read(
        connection -> {
          try (PreparedStatement select =
              connection.prepareStatement("SELECT * FROM list_seen ORDER BY last_seen DESC")) {
            return read(connection, select);
          }
        });
  }

  /// What the list was last used for: these bytes, or an earlier state of the same list, which has
  /// the same file name and at least half of the people of each.
  public Optional<ListUse> lastUse(String sha256) throws WorkspaceException {
    return database.read(connection -> ListUses.ofTheList(connection, sha256));
  }

  /// What has changed since the list with the bytes `sha256` was imported; empty where it never
  /// was, or where its fingerprints cannot be compared any more.
  ///
  /// @param now who is written to
  /// @param others who stands in the list all the same
  public Optional<ListChange> changeSince(
      String sha256, List<ListPerson> now, List<ListPerson> others) throws WorkspaceException {
    return database.read(
        connection -> {
          Optional<byte[]> key = keyOf(connection, sha256);
          return key.isEmpty()
              ? Optional.empty()
              : Optional.of(ListPrints.change(connection, sha256, key.get(), now, others));
        });
  }

  /// The key with which a list was fingerprinted, as far as it is still there.
  private Optional<byte[]> keyOf(Connection connection, String sha256) throws SQLException {
    try (PreparedStatement select =
        connection.prepareStatement("SELECT key_mark FROM list_seen WHERE sha256 = ?")) {
      select.setString(1, sha256);
      try (ResultSet row = select.executeQuery()) {
        String mark = row.next() ? row.getString(1) : "";
        return keys.stream().filter(key -> ListPrints.mark(key).equals(mark)).findFirst();
      }
    }
  }

  /// True where a list other than `sha256` has this address.
  public boolean onAnotherList(MailboxKey address, String sha256) throws WorkspaceException {
    return database.read(
        connection -> {
          try (PreparedStatement select =
              connection.prepareStatement(
                  "SELECT 1 FROM list_seen s JOIN list_print p ON p.list_no = s.number"
                      + " AND p.print_upper = ? AND p.print_lower = ?"
                      + " WHERE s.sha256 <> ? LIMIT 1")) {
            select.setString(3, sha256);
            for (byte[] key : keys) {
              Fingerprints.Print print = new Fingerprints(key).of(address);
              select.setLong(1, print.upper());
              select.setLong(2, print.lower());
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

  /// The cells of all lists but `sha256`.
  public EarlierCells cellsOfOthers(String sha256) throws WorkspaceException {
    return database.readAside(connection -> KeptCells.read(database, connection, sha256, keys));
  }

  /// Where cells of the list `sha256` stand beside another person than in earlier lists.
  List<Memory.Slip> slips(String sha256, ListCells now) throws WorkspaceException {
    return database.readAside(
        connection -> {
          Optional<byte[]> key = keyOf(connection, sha256);
          return key.isEmpty() ? List.of() : ListSlips.of(connection, sha256, key.get(), now);
        });
  }

  /// How many lists were fingerprinted with a key that is not there any more, so that they cannot
  /// be compared.
  public int notComparable() throws WorkspaceException {
    return database.read(
        connection -> {
          Set<String> marks = keys.stream().map(ListPrints::mark).collect(Collectors.toSet());
          int others = 0;
          try (PreparedStatement select =
                  connection.prepareStatement("SELECT key_mark FROM list_seen");
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
  /// @return false where there is no such list
  /// @throws IllegalArgumentException without a reason
  public boolean forget(String sha256, String reason, Instant at) throws WorkspaceException {
    if (reason.isBlank()) {
      throw new IllegalArgumentException("forgetting a list has a reason");
    }
    boolean known =
        database.write(
            connection -> {
              try (PreparedStatement keep =
                      connection.prepareStatement(
                          "INSERT INTO list_forgotten (sha256, file_name, reason, at_utc)"
                              + " SELECT sha256, file_name, ?, ? FROM list_seen WHERE sha256 = ?");
                  PreparedStatement erase =
                      connection.prepareStatement(
                          "DELETE FROM list_print WHERE list_no ="
                              + " (SELECT number FROM list_seen WHERE sha256 = ?)");
                  PreparedStatement forget =
                      connection.prepareStatement("DELETE FROM list_seen WHERE sha256 = ?")) {
                keep.setString(1, reason);
                keep.setString(2, UtcText.of(at));
                keep.setString(3, sha256);
                keep.executeUpdate();
                erase.setString(1, sha256);
                erase.executeUpdate();
                FreshCells.erase(connection, sha256);
                forget.setString(1, sha256);
                return forget.executeUpdate() > 0;
              }
            });
    database.emptyLog();
    return known;
  }

  private void upsert(Connection connection, Seen seen) throws SQLException {
    try (PreparedStatement upsert =
        connection.prepareStatement(
            "INSERT INTO list_seen (sha256, file_key, file_name, people, left_out, sender,"
                + " kind, key_mark, first_seen, last_seen, sheet, path, modified, basis,"
                + " first_by, number) VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?,"
                + " (SELECT COALESCE(MAX(number), 0) + 1 FROM list_seen))"
                + " ON CONFLICT (sha256) DO UPDATE SET file_key = excluded.file_key,"
                + " file_name = excluded.file_name, people = excluded.people,"
                + " left_out = excluded.left_out, sender = excluded.sender,"
                + " kind = excluded.kind, key_mark = excluded.key_mark,"
                + " last_seen = excluded.last_seen, sheet = excluded.sheet,"
                + " path = excluded.path, basis = excluded.basis,"
                + " modified = CASE WHEN excluded.modified IS NULL"
                + " OR list_seen.modified < excluded.modified"
                + " THEN list_seen.modified ELSE excluded.modified END")) {
      Instant modified = seen.origin().modified();
      upsert.setString(1, seen.sha256());
      upsert.setString(2, seen.fileKey());
      upsert.setString(3, seen.fileName());
      upsert.setInt(4, seen.people());
      upsert.setInt(5, seen.leftOut());
      upsert.setString(6, seen.sender());
      upsert.setString(7, seen.kind());
      upsert.setString(8, ListPrints.mark(keys.getFirst()));
      upsert.setString(9, UtcText.of(seen.at()));
      upsert.setString(10, UtcText.of(seen.at()));
      EventLog.setNullable(upsert, 11, seen.origin().sheet());
      upsert.setString(12, seen.origin().path());
      EventLog.setNullable(upsert, 13, modified == null ? null : UtcText.of(modified));
      upsert.setString(14, seen.origin().basis());
      upsert.setString(15, seen.origin().by());
      upsert.executeUpdate();
    }
  }

  private static List<Remembered> read(Connection connection, PreparedStatement select)
      throws SQLException {
    List<Remembered> found = new ArrayList<>();
    try (ResultSet row = select.executeQuery()) {
      while (row.next()) {
        String modified = EventLog.nullable(row, "modified");
        Origin origin =
            new Origin(
                EventLog.nullable(row, "sheet"),
                row.getString("path"),
                modified == null ? null : UtcText.read(modified),
                row.getString("basis"),
                row.getString("first_by"));
        Seen seen =
            new Seen(
                row.getString("sha256"),
                row.getString("file_key"),
                row.getString("file_name"),
                row.getInt("people"),
                row.getInt("left_out"),
                row.getString("sender"),
                row.getString("kind"),
                UtcText.read(row.getString("last_seen")),
                origin);
        String first = row.getString("first_seen");
        found.add(
            new Remembered(
                seen,
                UtcText.read(first),
                ListUses.ofTheseBytes(connection, seen.sha256(), first)));
      }
    }
    return found;
  }
}
