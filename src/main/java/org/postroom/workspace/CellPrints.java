package org.postroom.workspace;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;

/// Reads the kept cells of one list forwards, piece by piece.
final class CellPrints {
  private CellPrints() {}

  /// Takes each cell.
  interface Taker {
    /// @param person from 0, in the order of the list
    void cell(int person, int print, int traits);
  }

  /// @param most so many people at most
  /// @return how many people there are
  static int read(Connection connection, int list, int most, Taker taker) throws SQLException {
    int person = 0;
    try (PreparedStatement select =
        connection.prepareStatement(
            "SELECT cells FROM list_cells WHERE list_no = ? ORDER BY piece")) {
      select.setInt(1, list);
      try (ResultSet row = select.executeQuery()) {
        while (person < most && row.next()) {
          person = read(row.getBytes(1), person, taker);
        }
      }
    }
    return person;
  }

  /// @param first of whom the first cell is
  /// @return who is next
  static int read(byte[] cells, int first, Taker taker) {
    int person = first;
    for (int at = 0; at + FreshCells.SIZE <= cells.length; at += FreshCells.SIZE) {
      int print =
          cells[at] << 24
              | (cells[at + 1] & 0xff) << 16
              | (cells[at + 2] & 0xff) << 8
              | (cells[at + 3] & 0xff);
      int last = cells[at + 4];
      taker.cell(person, print, last & ~FreshCells.LAST & 0xff);
      person += last < 0 ? 1 : 0;
    }
    return person;
  }
}
