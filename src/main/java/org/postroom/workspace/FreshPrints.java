package org.postroom.workspace;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.util.Collection;
import java.util.concurrent.CancellationException;
import java.util.function.BooleanSupplier;
import org.postroom.recipients.StableOrder;
import org.postroom.workspace.Fingerprints.Print;

/// The fingerprints of a list that is to be remembered. They are made before the database is asked
/// to wait for them, and go in in the order of its index: a million in any other order would touch
/// a page each.
final class FreshPrints implements StableOrder.Keys {
  private static final int BETWEEN_QUESTIONS = 1_000;

  private final long[] upper;
  private final long[] lower;
  private final long[] upperOfRow;
  private final long[] lowerOfRow;
  private final int[] rows;
  private final int[] order;

  private FreshPrints(byte[] key, Collection<ListPerson> people, BooleanSupplier stop) {
    int size = people.size();
    upper = new long[size];
    lower = new long[size];
    upperOfRow = new long[size];
    lowerOfRow = new long[size];
    rows = new int[size];
    Fingerprints prints = new Fingerprints(key);
    int count = 0;
    for (ListPerson person : people) {
      ask(count, stop);
      Print address = prints.of(person.key());
      Print row = prints.ofRow(person);
      upper[count] = address.upper();
      lower[count] = address.lower();
      upperOfRow[count] = row.upper();
      lowerOfRow[count] = row.lower();
      rows[count++] = person.row();
    }
    order = StableOrder.of(size, this, stop);
  }

  @Override
  public long at(int number, int depth) {
    return depth == 0 ? upper[number] : lower[number];
  }

  @Override
  public boolean goesOn(long key, int depth) {
    return depth == 0;
  }

  /// @param people each once
  /// @param stop asked now and then; true to stop
  /// @throws CancellationException where `stop` said so
  static FreshPrints of(byte[] key, Collection<ListPerson> people, BooleanSupplier stop) {
    return new FreshPrints(key, people, stop);
  }

  /// @param stop asked now and then; true to stop
  /// @throws CancellationException where `stop` said so
  void insert(Connection connection, String sha256, BooleanSupplier stop) throws SQLException {
    try (PreparedStatement insert =
        connection.prepareStatement(
            "INSERT INTO list_print (print, list_sha256, row_no, row_print)"
                + " VALUES (?, ?, ?, ?) ON CONFLICT (print, list_sha256) DO UPDATE"
                + " SET row_no = excluded.row_no, row_print = excluded.row_print"
                + " WHERE list_print.row_no IS DISTINCT FROM excluded.row_no"
                + " OR list_print.row_print IS DISTINCT FROM excluded.row_print")) {
      insert.setString(2, sha256);
      for (int i = 0; i < order.length; i++) {
        ask(i, stop);
        int at = order[i];
        insert.setString(1, new Print(upper[at], lower[at]).digits());
        insert.setInt(3, rows[at]);
        insert.setString(4, new Print(upperOfRow[at], lowerOfRow[at]).digits());
        insert.executeUpdate();
      }
    }
  }

  private static void ask(int at, BooleanSupplier stop) {
    if (at % BETWEEN_QUESTIONS == 0 && stop.getAsBoolean()) {
      throw new CancellationException();
    }
  }
}
