package org.postroom.workspace;

import java.io.IOException;
import java.nio.file.AccessDeniedException;
import java.nio.file.FileAlreadyExistsException;
import java.nio.file.NotDirectoryException;
import java.nio.file.Path;
import java.sql.SQLException;
import java.text.MessageFormat;
import java.util.Locale;
import java.util.ResourceBundle;
import org.jspecify.annotations.Nullable;
import org.sqlite.SQLiteErrorCode;
import org.sqlite.SQLiteException;

/// The workspace cannot be opened, read or written. It says in three sentences what happened, what
/// was not lost and what to do next.
public final class WorkspaceException extends Exception {
  private static final long serialVersionUID = 1L;

  /// What is wrong with it.
  public enum Fault {
    NETWORK_FOLDER,
    NOT_A_FOLDER,
    READ_ONLY,
    FULL,
    LOCKED,
    NEWER,
    DAMAGED,
    UNREADABLE
  }

  private final Fault fault;
  private final String place;
  private final String detail;

  WorkspaceException(Fault fault, Path place, String detail, @Nullable Throwable cause) {
    super(fault + ": " + place + (detail.isEmpty() ? "" : ": " + detail), cause);
    this.fault = fault;
    this.place = place.toString();
    this.detail = detail;
  }

  static WorkspaceException of(Path place, SQLException cause) {
    return new WorkspaceException(fault(cause), place, firstLine(cause), cause);
  }

  static WorkspaceException of(Path place, IOException cause) {
    Fault fault =
        switch (cause) {
          case AccessDeniedException _ -> Fault.READ_ONLY;
          case NotDirectoryException _, FileAlreadyExistsException _ -> Fault.NOT_A_FOLDER;
          default -> byWords(String.valueOf(cause.getMessage()));
        };
    return new WorkspaceException(fault, place, firstLine(cause), cause);
  }

  public Fault fault() {
    return fault;
  }

  public String happened() {
    return text("happened");
  }

  public String kept() {
    return text("kept");
  }

  public String next() {
    return text("next");
  }

  private String text(String sentence) {
    String pattern = bundle().getString(fault + "." + sentence);
    return new MessageFormat(pattern, Locale.ROOT).format(new Object[] {place, detail});
  }

  static ResourceBundle bundle() {
    return ResourceBundle.getBundle("org.postroom.workspace.workspace", Locale.ROOT);
  }

  private static Fault fault(SQLException cause) {
    if (!(cause instanceof SQLiteException sqlite)) {
      return Fault.UNREADABLE;
    }
    // The low byte is the primary code; the rest says more than a person needs.
    int primary = sqlite.getResultCode().code & 0xff;
    if (primary == SQLiteErrorCode.SQLITE_FULL.code) {
      return Fault.FULL;
    }
    if (primary == SQLiteErrorCode.SQLITE_BUSY.code
        || primary == SQLiteErrorCode.SQLITE_LOCKED.code) {
      return Fault.LOCKED;
    }
    if (primary == SQLiteErrorCode.SQLITE_READONLY.code
        || primary == SQLiteErrorCode.SQLITE_CANTOPEN.code
        || primary == SQLiteErrorCode.SQLITE_PERM.code) {
      return Fault.READ_ONLY;
    }
    if (primary == SQLiteErrorCode.SQLITE_CORRUPT.code
        || primary == SQLiteErrorCode.SQLITE_NOTADB.code) {
      return Fault.DAMAGED;
    }
    return Fault.UNREADABLE;
  }

  /// Java has no exception of its own for a full disk or a read-only volume.
  private static Fault byWords(String message) {
    String words = message.toLowerCase(Locale.ROOT);
    if (words.contains("no space") || words.contains("not enough space")) {
      return Fault.FULL;
    }
    if (words.contains("not a directory")) {
      return Fault.NOT_A_FOLDER;
    }
    return words.contains("read-only") ? Fault.READ_ONLY : Fault.UNREADABLE;
  }

  private static String firstLine(Exception cause) {
    return String.valueOf(cause.getMessage()).lines().findFirst().orElse("");
  }
}
