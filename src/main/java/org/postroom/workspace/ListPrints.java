package org.postroom.workspace;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.List;

/// The table `list_print`: keyed fingerprints of the people of a list, which say nothing to whoever
/// has not the key.
final class ListPrints {
  /// Of larger lists that many people, about, are compared.
  private static final int SAMPLE = 1_000;

  private ListPrints() {}

  static ListChange change(
      Connection connection,
      String sha256,
      byte[] key,
      List<ListPerson> now,
      List<ListPerson> others)
      throws SQLException {
    KeptPrints then = KeptPrints.read(connection, sha256);
    Fingerprints prints = new Fingerprints(key);
    Picked came = new Picked();
    Picked changed = new Picked();
    for (int i = 0; i < now.size(); i++) {
      ListPerson person = now.get(i);
      int before = then.find(prints.of(person.key()));
      if (before < 0) {
        came.add(i);
      } else {
        then.take(before);
        if (then.saysOtherThan(before, prints.ofRow(person))) {
          changed.add(i);
        }
      }
    }
    for (ListPerson person : others) {
      int before = then.find(prints.of(person.key()));
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
    long below =
        people <= SAMPLE
            ? Long.MAX_VALUE
            : Long.MIN_VALUE + ((((long) SAMPLE << Integer.SIZE) / people) << Integer.SIZE);
    int both = 0;
    try (PreparedStatement select =
        connection.prepareStatement(
            "SELECT COUNT(*) FROM list_seen o JOIN list_print a ON a.list_no = o.number"
                + " JOIN list_seen n ON n.sha256 = ?"
                + " JOIN list_print b ON b.list_no = n.number"
                + " AND b.print_upper = a.print_upper AND b.print_lower = a.print_lower"
                + " WHERE o.sha256 = ? AND a.print_upper <= ?")) {
      select.setString(1, one);
      select.setString(2, other);
      select.setLong(3, below);
      try (ResultSet row = select.executeQuery()) {
        both = row.next() ? row.getInt(1) : 0;
      }
    }
    return both > 0
        && both * 2 >= count(connection, one, below)
        && both * 2 >= count(connection, other, below);
  }

  private static int count(Connection connection, String sha256, long below) throws SQLException {
    try (PreparedStatement select =
        connection.prepareStatement(
            "SELECT COUNT(*) FROM list_print WHERE list_no ="
                + " (SELECT number FROM list_seen WHERE sha256 = ?) AND print_upper <= ?")) {
      select.setString(1, sha256);
      select.setLong(2, below);
      try (ResultSet row = select.executeQuery()) {
        return row.next() ? row.getInt(1) : 0;
      }
    }
  }

  /// Names a key without telling it.
  static String mark(byte[] key) {
    return Digests.hmac(key, "mark").substring(0, 16);
  }
}
