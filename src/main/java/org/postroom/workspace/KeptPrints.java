package org.postroom.workspace;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.Arrays;
import java.util.BitSet;
import java.util.List;
import java.util.stream.IntStream;
import org.postroom.workspace.Fingerprints.Print;

/// The fingerprints that were kept of one list, found by the address's: 48 bytes each, since a list
/// may have a million of them.
final class KeptPrints {
  private static final int EMPTY = -1;

  private final long[] upper;
  private final long[] lower;
  private final long[] upperOfRow;
  private final long[] lowerOfRow;
  private final int[] rows;
  private final int[] slots;
  private final BitSet silent = new BitSet();
  private final BitSet taken = new BitSet();
  private int size;

  private KeptPrints(int most) {
    upper = new long[most];
    lower = new long[most];
    upperOfRow = new long[most];
    lowerOfRow = new long[most];
    rows = new int[most];
    slots = new int[Math.max(2, Integer.highestOneBit(Math.max(1, most)) * 4)];
    Arrays.fill(slots, EMPTY);
  }

  static KeptPrints read(Connection connection, String sha256) throws SQLException {
    KeptPrints prints = new KeptPrints(count(connection, sha256));
    try (PreparedStatement select =
        connection.prepareStatement(
            "SELECT print_upper, print_lower, row_no, row_upper, row_lower FROM list_print"
                + " WHERE list_no = (SELECT number FROM list_seen WHERE sha256 = ?)")) {
      select.setString(1, sha256);
      try (ResultSet row = select.executeQuery()) {
        while (row.next()) {
          prints.add(row);
        }
      }
    }
    return prints;
  }

  private static int count(Connection connection, String sha256) throws SQLException {
    try (PreparedStatement select =
        connection.prepareStatement(
            "SELECT COUNT(*) FROM list_print"
                + " WHERE list_no = (SELECT number FROM list_seen WHERE sha256 = ?)")) {
      select.setString(1, sha256);
      try (ResultSet row = select.executeQuery()) {
        return row.next() ? row.getInt(1) : 0;
      }
    }
  }

  private void add(ResultSet row) throws SQLException {
    upper[size] = row.getLong(1);
    lower[size] = row.getLong(2);
    rows[size] = row.getInt(3);
    upperOfRow[size] = row.getLong(4);
    silent.set(size, row.wasNull());
    lowerOfRow[size] = row.getLong(5);
    slots[slot(upper[size], lower[size])] = size;
    size++;
  }

  /// The number of one that was not taken yet, or -1.
  ///
  /// @param print of an address
  int find(Print print) {
    int found = slots[slot(print.upper(), print.lower())];
    return found == EMPTY || taken.get(found) ? EMPTY : found;
  }

  void take(int number) {
    taken.set(number);
  }

  /// False where nothing was kept to compare with.
  boolean saysOtherThan(int number, Print row) {
    return !silent.get(number)
        && (upperOfRow[number] != row.upper() || lowerOfRow[number] != row.lower());
  }

  /// In order; 0 where the row was not kept.
  List<Integer> rowsNotTaken() {
    return IntStream.range(0, size)
        .filter(number -> !taken.get(number))
        .map(number -> rows[number])
        .sorted()
        .boxed()
        .toList();
  }

  /// Where it stands, or the free place where it belongs. Fingerprints are evenly spread by
  /// themselves.
  private int slot(long above, long below) {
    int slot = (int) below & (slots.length - 1);
    while (slots[slot] != EMPTY && (upper[slots[slot]] != above || lower[slots[slot]] != below)) {
      slot = (slot + 1) & (slots.length - 1);
    }
    return slot;
  }
}
