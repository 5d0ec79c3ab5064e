package org.postroom.workspace;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/// The accounts of this workspace, without their passwords.
public final class Accounts {
  private final Database database;

  Accounts(Database database) {
    this.database = database;
  }

  /// By name.
  public List<AccountRecord> all() throws WorkspaceException {
    return database.read(
        connection -> {
          List<AccountRecord> found = new ArrayList<>();
          try (Statement select = connection.createStatement();
              ResultSet row = select.executeQuery("SELECT * FROM account ORDER BY name")) {
            while (row.next()) {
              found.add(
                  new AccountRecord(
                      row.getString("name"),
                      row.getString("address"),
                      row.getString("host"),
                      row.getInt("port"),
                      row.getString("security"),
                      EventLog.nullable(row, "login"),
                      row.getInt("plain_password") == 1,
                      new AccountRecord.Limits(
                          row.getInt("connections"),
                          row.getInt("per_minute"),
                          row.getInt("per_hour"),
                          row.getInt("per_day"),
                          row.getString("limit_source")),
                      tested(row)));
            }
          }
          return found;
        });
  }

  /// Adds it, or replaces the one of that name.
  public void save(AccountRecord account) throws WorkspaceException {
    database.write(
        connection -> {
          delete(connection, account.name());
          try (PreparedStatement insert =
              connection.prepareStatement(
                  "INSERT INTO account (name, address, host, port, security, login,"
                      + " plain_password, connections, per_minute, per_hour, per_day,"
                      + " limit_source, tested_at)"
                      + " VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)")) {
            insert.setString(1, account.name());
            insert.setString(2, account.address());
            insert.setString(3, account.host());
            insert.setInt(4, account.port());
            insert.setString(5, account.security());
            EventLog.setNullable(insert, 6, account.login());
            insert.setInt(7, account.plainPassword() ? 1 : 0);
            insert.setInt(8, account.limits().connections());
            insert.setInt(9, account.limits().perMinute());
            insert.setInt(10, account.limits().perHour());
            insert.setInt(11, account.limits().perDay());
            insert.setString(12, account.limits().source());
            Instant tested = account.tested();
            EventLog.setNullable(insert, 13, tested == null ? null : UtcText.of(tested));
            return insert.executeUpdate();
          }
        });
  }

  public void remove(String name) throws WorkspaceException {
    database.write(connection -> delete(connection, name));
  }

  private static @Nullable Instant tested(ResultSet row) throws SQLException {
    String at = EventLog.nullable(row, "tested_at");
    return at == null ? null : UtcText.read(at);
  }

  private static int delete(Connection connection, String name) throws SQLException {
    try (PreparedStatement delete =
        connection.prepareStatement("DELETE FROM account WHERE name = ?")) {
      delete.setString(1, name);
      return delete.executeUpdate();
    }
  }
}
