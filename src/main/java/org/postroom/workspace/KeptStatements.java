package org.postroom.workspace;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.util.HashMap;
import java.util.Map;

/// Statements of one connection that run for each letter, prepared once and kept as long as it is
/// open. Whoever holds the connection may use them, and nobody closes them; a result must be closed
/// before the same statement runs again.
final class KeptStatements implements AutoCloseable {
  private final Connection connection;
  private final Map<String, PreparedStatement> bySql = new HashMap<>();

  KeptStatements(Connection connection) {
    this.connection = connection;
  }

  PreparedStatement of(String sql) throws SQLException {
    PreparedStatement known = bySql.get(sql);
    if (known != null) {
      return known;
    }
    PreparedStatement prepared = connection.prepareStatement(sql);
    bySql.put(sql, prepared);
    return prepared;
  }

  /// After a failure: the driver may have ended any of them. They are prepared anew.
  void forget() {
    try {
      close();
    } catch (SQLException e) {
      // What could not be ended was ended before.
      System.getLogger("org.postroom.workspace").log(System.Logger.Level.DEBUG, "forgetting", e);
    }
    bySql.clear();
  }

  /// Before the connection is closed.
  @Override
  public void close() throws SQLException {
    for (PreparedStatement one : bySql.values()) {
      one.close();
    }
    bySql.clear();
  }
}
