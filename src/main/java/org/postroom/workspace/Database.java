package org.postroom.workspace;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.concurrent.locks.ReentrantLock;
import org.jspecify.annotations.Nullable;
import org.sqlite.SQLiteConfig;

/// One SQLite file and one connection to it, used by one thread at a time; a second one looks
/// things up while the first waits for the disk.
///
/// A write returns when it is on the disk: WAL with `synchronous=FULL` syncs the log at every
/// commit, and `fullfsync` makes macOS empty the drive's own cache too. A write that fails leaves
/// nothing.
final class Database implements AutoCloseable {
  private static final int BUSY_MILLIS = 10_000;

  /// Negative: KiB, not pages. Enough for the plan of a large mailshot.
  private static final int CACHE_KIB = -32_000;

  private final Path file;
  private final Connection connection;
  private final ReentrantLock lock = new ReentrantLock();
  private final ReentrantLock asideLock = new ReentrantLock();
  private final KeptStatements kept;
  private @Nullable Aside aside;

  /// Work inside a transaction or a read.
  interface Work<T> {
    T on(Connection connection) throws SQLException;
  }

  /// The same for what runs for each letter.
  interface KeptWork<T> {
    T on(Connection connection, KeptStatements kept) throws SQLException;
  }

  private record Aside(Connection connection, KeptStatements kept) {}

  private Database(Path file, Connection connection) {
    this.file = file;
    this.connection = connection;
    this.kept = new KeptStatements(connection);
  }

  /// Opens or makes the file and brings its tables up to date.
  static Database open(Path file) throws WorkspaceException {
    try {
      if (Files.notExists(file)) {
        PrivateFiles.createFile(file);
      }
    } catch (IOException e) {
      throw WorkspaceException.of(file, e);
    }
    SQLiteConfig config = new SQLiteConfig();
    config.setJournalMode(SQLiteConfig.JournalMode.WAL);
    config.setSynchronous(SQLiteConfig.SynchronousMode.FULL);
    config.setPragma(SQLiteConfig.Pragma.SECURE_DELETE, "ON");
    config.setPragma(SQLiteConfig.Pragma.RECURSIVE_TRIGGERS, "ON");
    config.enforceForeignKeys(true);
    config.setCacheSize(CACHE_KIB);
    config.setBusyTimeout(BUSY_MILLIS);
    // Nobody asks for them, and every insert would have to look them up.
    config.setGetGeneratedKeys(false);
    try {
      Database database =
          new Database(file, config.createConnection("jdbc:sqlite:" + file.toAbsolutePath()));
      try {
        database.pragma("fullfsync=ON");
        database.pragma("checkpoint_fullfsync=ON");
        Migrations.apply(database);
        return database;
      } catch (SQLException | WorkspaceException | RuntimeException e) {
        database.close();
        throw e;
      }
    } catch (SQLException e) {
      throw WorkspaceException.of(file, e);
    }
  }

  Path file() {
    return file;
  }

  <T> T read(Work<T> work) throws WorkspaceException {
    lock.lock();
    try {
      return work.on(connection);
    } catch (SQLException e) {
      throw WorkspaceException.of(file, e);
    } finally {
      lock.unlock();
    }
  }

  /// Reads what was committed last, without waiting for a write that is under way.
  <T> T readAside(Work<T> work) throws WorkspaceException {
    return readAsideKept((on, _) -> work.on(on));
  }

  /// The same for what runs for each letter.
  <T> T readAsideKept(KeptWork<T> work) throws WorkspaceException {
    asideLock.lock();
    try {
      Aside open = aside;
      if (open == null) {
        SQLiteConfig config = new SQLiteConfig();
        config.setBusyTimeout(BUSY_MILLIS);
        Connection made = config.createConnection("jdbc:sqlite:" + file.toAbsolutePath());
        open = new Aside(made, new KeptStatements(made));
        aside = open;
      }
      boolean read = false;
      try {
        T result = work.on(open.connection(), open.kept());
        read = true;
        return result;
      } finally {
        if (!read) {
          open.kept().forget();
        }
      }
    } catch (SQLException e) {
      throw WorkspaceException.of(file, e);
    } finally {
      asideLock.unlock();
    }
  }

  /// All of it or nothing; durable when it returns.
  <T> T write(Work<T> work) throws WorkspaceException {
    return writeKept((on, _) -> work.on(on));
  }

  /// The same for what runs for each letter.
  <T> T writeKept(KeptWork<T> work) throws WorkspaceException {
    lock.lock();
    try {
      execute("BEGIN IMMEDIATE");
      boolean committed = false;
      try {
        T result = work.on(connection, kept);
        commit();
        committed = true;
        return result;
      } finally {
        if (!committed) {
          kept.forget();
          rollBack();
        }
      }
    } catch (SQLException e) {
      throw WorkspaceException.of(file, e);
    } finally {
      lock.unlock();
    }
  }

  void pragma(String pragma) throws SQLException {
    execute("PRAGMA " + pragma);
  }

  /// Takes erased rows out of the log file as well.
  void emptyLog() throws WorkspaceException {
    read(
        on -> {
          execute("PRAGMA wal_checkpoint(TRUNCATE)");
          return true;
        });
  }

  /// Gives back the memory that holds pages of the file; they are read again when they are needed.
  void forgetPages() throws WorkspaceException {
    read(
        on -> {
          execute("PRAGMA shrink_memory");
          return true;
        });
  }

  private void commit() throws SQLException {
    try {
      execute("COMMIT");
    } catch (SQLException e) {
      rollBack();
      overwrite();
      throw e;
    }
  }

  /// Where the log could be written but not forced it holds all of what failed, and whoever opens
  /// it after the end of this process would take that for committed. This writes the first page, as
  /// it is, over the beginning of it.
  private void overwrite() {
    try {
      execute("PRAGMA user_version = 0");
    } catch (SQLException e) {
      // The disk is no better; what it holds now says nothing that was not so.
      System.getLogger("org.postroom.workspace").log(System.Logger.Level.DEBUG, "overwriting", e);
    }
  }

  private void rollBack() {
    try {
      execute("ROLLBACK");
    } catch (SQLException e) {
      // SQLite rolls back by itself on some errors and then has nothing left to roll back.
      System.getLogger("org.postroom.workspace").log(System.Logger.Level.DEBUG, "rolling back", e);
    }
  }

  private void execute(String sql) throws SQLException {
    try (Statement statement = connection.createStatement()) {
      statement.execute(sql);
    }
  }

  @Override
  public void close() {
    asideLock.lock();
    lock.lock();
    try {
      Aside looking = aside;
      aside = null;
      if (looking != null) {
        end(looking.connection(), looking.kept());
      }
      end(connection, kept);
    } finally {
      lock.unlock();
      asideLock.unlock();
    }
  }

  private static void end(Connection open, KeptStatements statements) {
    try (open) {
      statements.close();
    } catch (SQLException e) {
      // Every write was durable when it returned; there is nothing to lose here.
      System.getLogger("org.postroom.workspace").log(System.Logger.Level.DEBUG, "closing", e);
    }
  }
}
