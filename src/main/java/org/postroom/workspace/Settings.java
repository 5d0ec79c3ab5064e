package org.postroom.workspace;

import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.util.Optional;

/// Small settings by name, such as the window's theme and size.
public final class Settings {
  private final Database database;

  Settings(Database database) {
    this.database = database;
  }

  public Optional<String> get(String name) throws WorkspaceException {
    return database.read(
        connection -> {
          try (PreparedStatement select =
              connection.prepareStatement("SELECT content FROM setting WHERE name = ?")) {
            select.setString(1, name);
            try (ResultSet row = select.executeQuery()) {
              return row.next() ? Optional.of(row.getString(1)) : Optional.empty();
            }
          }
        });
  }

  public void put(String name, String value) throws WorkspaceException {
    database.write(
        connection -> {
          try (PreparedStatement upsert =
              connection.prepareStatement(
                  "INSERT INTO setting (name, content) VALUES (?, ?)"
                      + " ON CONFLICT (name) DO UPDATE SET content = excluded.content")) {
            upsert.setString(1, name);
            upsert.setString(2, value);
            return upsert.executeUpdate();
          }
        });
  }
}
