package org.postroom.workspace;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/// Numbered SQL files, each applied once. `0001.sql` is portable (SQLite and PostgreSQL);
/// `0001.sqlite.sql`, where there is one, says in SQLite's words what has no common form.
final class Migrations {
  /// The number of the newest file.
  static final int NEWEST = 11;

  private Migrations() {}

  static void apply(Database database) throws WorkspaceException {
    int applied = database.read(Migrations::applied);
    if (applied > NEWEST) {
      throw new WorkspaceException(
          WorkspaceException.Fault.NEWER, database.file(), "schema " + applied, null);
    }
    if (applied < NEWEST) {
      database.write(
          connection -> {
            migrate(connection);
            return true;
          });
    }
  }

  /// Statements of one file; an empty line stands between two.
  static List<String> statements(String sql) {
    List<String> found = new ArrayList<>();
    for (String part : sql.split("\n\\s*\n", -1)) {
      String statement =
          part.lines()
              .filter(line -> !line.startsWith("--"))
              .reduce("", (all, line) -> all + line + "\n")
              .strip();
      if (!statement.isEmpty()) {
        found.add(statement);
      }
    }
    return found;
  }

  private static void migrate(Connection connection) throws SQLException {
    try (Statement statement = connection.createStatement()) {
      statement.execute(
          "CREATE TABLE IF NOT EXISTS migration (number INTEGER PRIMARY KEY, at_utc TEXT NOT"
              + " NULL)");
      // Asked again: another process may have migrated while this one waited for the lock.
      for (int number = applied(connection) + 1; number <= NEWEST; number++) {
        for (String file : List.of("%04d.sql", "%04d.sqlite.sql")) {
          String sql = resource(String.format(java.util.Locale.ROOT, file, number));
          for (String one : sql == null ? List.<String>of() : statements(sql)) {
            statement.execute(one);
          }
        }
        statement.execute(
            "INSERT INTO migration (number, at_utc) VALUES (" + number + ", CURRENT_TIMESTAMP)");
      }
    }
  }

  private static int applied(Connection connection) throws SQLException {
    try (Statement statement = connection.createStatement()) {
      try (ResultSet tables =
          connection.getMetaData().getTables(null, null, "migration", new String[] {"TABLE"})) {
        if (!tables.next()) {
          return 0;
        }
      }
      try (ResultSet newest = statement.executeQuery("SELECT MAX(number) FROM migration")) {
        return newest.next() ? newest.getInt(1) : 0;
      }
    }
  }

  private static @Nullable String resource(String name) {
    try (InputStream in = Migrations.class.getResourceAsStream(name)) {
      return in == null ? null : new String(in.readAllBytes(), StandardCharsets.UTF_8);
    } catch (IOException e) {
      throw new UncheckedIOException("a resource of the program cannot be read: " + name, e);
    }
  }
}
