package org.postroom.workspace;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.Collections;
import java.util.List;
import java.util.concurrent.CancellationException;
import java.util.function.BooleanSupplier;
import java.util.stream.IntStream;
import org.postroom.recipients.StableOrder;
import org.postroom.workspace.Fingerprints.Print;

/// The fingerprints of a list that is to be remembered. They are made before the database is asked
/// to wait for them, and go in in the order of its index: a million in any other order would touch
/// a page each.
final class FreshPrints implements StableOrder.Keys {
  private static final int BETWEEN_QUESTIONS = 1_000;
  private static final int AT_ONCE = 100;
  private static final int PIECE = 1_000;
  private static final int PIECES = 8;

  private final long[] upper;
  private final long[] lower;
  private final long[] upperOfRow;
  private final long[] lowerOfRow;
  private final int[] rows;
  private final int[] order;

  private FreshPrints(byte[] key, List<ListPerson> people, BooleanSupplier stop) {
    int size = people.size();
    upper = new long[size];
    lower = new long[size];
    upperOfRow = new long[size];
    lowerOfRow = new long[size];
    rows = new int[size];
    for (int start = 0; start < size; start += PIECE * PIECES) {
      ask(start, stop);
      int first = start;
      IntStream.range(0, Math.ceilDiv(Math.min(PIECE * PIECES, size - start), PIECE))
          .parallel()
          .forEach(piece -> print(key, people, first + piece * PIECE));
    }
    order = StableOrder.of(size, this, stop);
  }

  /// Those of one piece; one thread has a code of its own.
  private void print(byte[] key, List<ListPerson> people, int start) {
    Fingerprints prints = new Fingerprints(key);
    for (int i = start; i < Math.min(start + PIECE, upper.length); i++) {
      ListPerson person = people.get(i);
      Print address = prints.of(person.key());
      Print row = prints.ofRow(person);
      upper[i] = address.upper();
      lower[i] = address.lower();
      upperOfRow[i] = row.upper();
      lowerOfRow[i] = row.lower();
      rows[i] = person.row();
    }
  }

  @Override
  public long at(int number, int depth) {
    // The database compares them as signed numbers.
    return (depth == 0 ? upper[number] : lower[number]) ^ Long.MIN_VALUE;
  }

  @Override
  public boolean goesOn(long key, int depth) {
    return depth == 0;
  }

  /// @param people each once
  /// @param stop asked now and then; true to stop
  /// @throws CancellationException where `stop` said so
  static FreshPrints of(byte[] key, List<ListPerson> people, BooleanSupplier stop) {
    return new FreshPrints(key, people, stop);
  }

  /// @param stop asked now and then; true to stop
  /// @throws CancellationException where `stop` said so
  void insert(Connection connection, String sha256, BooleanSupplier stop) throws SQLException {
    int number = number(connection, sha256);
    int many = order.length / AT_ONCE * AT_ONCE;
    insert(connection, number, 0, many, AT_ONCE, stop);
    insert(connection, number, many, order.length, 1, stop);
  }

  /// @param each so many with one statement: asking the database takes longer than writing a row
  private void insert(
      Connection connection, int number, int from, int to, int each, BooleanSupplier stop)
      throws SQLException {
    String values = "(" + number + ", ?, ?, ?, ?, ?)";
    try (PreparedStatement insert =
        connection.prepareStatement(
            "INSERT INTO list_print (list_no, print_upper, print_lower, row_no, row_upper,"
                + " row_lower) VALUES "
                + String.join(", ", Collections.nCopies(each, values))
                + " ON CONFLICT (list_no, print_upper, print_lower) DO UPDATE"
                + " SET row_no = excluded.row_no, row_upper = excluded.row_upper,"
                + " row_lower = excluded.row_lower"
                + " WHERE list_print.row_no IS DISTINCT FROM excluded.row_no"
                + " OR list_print.row_upper IS DISTINCT FROM excluded.row_upper"
                + " OR list_print.row_lower IS DISTINCT FROM excluded.row_lower")) {
      for (int start = from; start < to; start += each) {
        int place = 1;
        for (int i = start; i < start + each; i++) {
          ask(i, stop);
          int at = order[i];
          insert.setLong(place++, upper[at]);
          insert.setLong(place++, lower[at]);
          insert.setInt(place++, rows[at]);
          insert.setLong(place++, upperOfRow[at]);
          insert.setLong(place++, lowerOfRow[at]);
        }
        insert.executeUpdate();
      }
    }
  }

  private static int number(Connection connection, String sha256) throws SQLException {
    try (PreparedStatement select =
        connection.prepareStatement("SELECT number FROM list_seen WHERE sha256 = ?")) {
      select.setString(1, sha256);
      try (ResultSet row = select.executeQuery()) {
        row.next();
        return row.getInt(1);
      }
    }
  }

  private static void ask(int at, BooleanSupplier stop) {
    if (at % BETWEEN_QUESTIONS == 0 && stop.getAsBoolean()) {
      throw new CancellationException();
    }
  }
}
