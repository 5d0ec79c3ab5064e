package org.postroom.workspace;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.Collection;
import java.util.List;
import java.util.Locale;
import java.util.concurrent.CancellationException;
import java.util.function.BooleanSupplier;
import org.postroom.address.MailboxKey;

/// The table `list_print`: keyed fingerprints of the people of a list, which say nothing to whoever
/// has not the key.
final class ListPrints {
  /// 128 bits are enough to tell people apart, and halve the table.
  static final int PRINT_DIGITS = 32;

  /// Of larger lists that many people, about, are compared.
  private static final int SAMPLE = 1_000;

  private static final int BETWEEN_QUESTIONS = 1_000;

  private ListPrints() {}

  static void insert(
      Connection connection,
      byte[] key,
      String sha256,
      Collection<ListPerson> people,
      BooleanSupplier stop)
      throws SQLException {
    int count = 0;
    try (PreparedStatement insert =
        connection.prepareStatement(
            "INSERT INTO list_print (print, list_sha256, row_no, row_print)"
                + " VALUES (?, ?, ?, ?) ON CONFLICT (print, list_sha256) DO UPDATE"
                + " SET row_no = excluded.row_no, row_print = excluded.row_print")) {
      insert.setString(2, sha256);
      for (ListPerson person : people) {
        if (count++ % BETWEEN_QUESTIONS == 0 && stop.getAsBoolean()) {
          throw new CancellationException();
        }
        insert.setString(1, print(key, person.key()));
        insert.setInt(3, person.row());
        insert.setString(4, rowPrint(key, person));
        insert.executeUpdate();
      }
    }
  }

  static ListChange change(
      Connection connection,
      String sha256,
      byte[] key,
      List<ListPerson> now,
      List<ListPerson> others)
      throws SQLException {
    KeptPrints then = KeptPrints.read(connection, sha256);
    Picked came = new Picked();
    Picked changed = new Picked();
    for (int i = 0; i < now.size(); i++) {
      ListPerson person = now.get(i);
      int before = then.find(print(key, person.key()));
      if (before < 0) {
        came.add(i);
      } else {
        then.take(before);
        if (then.saysOtherThan(before, rowPrint(key, person))) {
          changed.add(i);
        }
      }
    }
    for (ListPerson person : others) {
      int before = then.find(print(key, person.key()));
      if (before >= 0) {
        then.take(before);
      }
    }
    return new ListChange(came.of(now), then.rowsNotTaken(), changed.of(now));
  }

  /// True where at least half of the people of each list are on the other: the same list, edited.
  ///
  /// @param people the number of people of the larger one
  static boolean overlap(Connection connection, String one, String other, int people)
      throws SQLException {
    // Fingerprints are evenly spread, so that those below a bound are a fair sample.
    String below =
        people <= SAMPLE ? "g" : String.format(Locale.ROOT, "%08x", ((long) SAMPLE << 32) / people);
    int both = 0;
    try (PreparedStatement select =
        connection.prepareStatement(
            "SELECT COUNT(*) FROM list_print a JOIN list_print b ON b.print = a.print"
                + " AND b.list_sha256 = ? WHERE a.list_sha256 = ? AND a.print < ?")) {
      select.setString(1, one);
      select.setString(2, other);
      select.setString(3, below);
      try (ResultSet row = select.executeQuery()) {
        both = row.next() ? row.getInt(1) : 0;
      }
    }
    return both > 0
        && both * 2 >= count(connection, one, below)
        && both * 2 >= count(connection, other, below);
  }

  private static int count(Connection connection, String sha256, String below) throws SQLException {
    try (PreparedStatement select =
        connection.prepareStatement(
            "SELECT COUNT(*) FROM list_print WHERE list_sha256 = ? AND print < ?")) {
      select.setString(1, sha256);
      select.setString(2, below);
      try (ResultSet row = select.executeQuery()) {
        return row.next() ? row.getInt(1) : 0;
      }
    }
  }

  /// Names a key without telling it.
  static String mark(byte[] key) {
    return Digests.hmac(key, "mark").substring(0, 16);
  }

  static String print(byte[] key, MailboxKey address) {
    return Digests.hmac(key, "address", address.value()).substring(0, PRINT_DIGITS);
  }

  private static String rowPrint(byte[] key, ListPerson person) {
    return Digests.hmac(key, "row", person.key().value(), person.data()).substring(0, PRINT_DIGITS);
  }
}
