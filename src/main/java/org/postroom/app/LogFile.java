package org.postroom.app;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.logging.FileHandler;
import java.util.logging.Formatter;
import java.util.logging.Handler;
import java.util.logging.Level;
import java.util.logging.LogManager;
import java.util.logging.LogRecord;
import java.util.logging.Logger;
import org.postroom.address.AddressMask;

/// The log: a file in the workspace, nothing on the console, addresses masked.
final class LogFile {
  private static final int MOST_BYTES = 1 << 20;
  private static final int FILES = 3;
  private static boolean opened;

  private LogFile() {}

  /// Before anything is logged: nothing of a library's ever reaches the console.
  static void silenceConsole() {
    LogManager.getLogManager().reset();
    Logger.getLogger("").setLevel(Level.INFO);
  }

  /// Opened once; a log that cannot be written is done without.
  static synchronized void open(Path file) {
    if (opened) {
      return;
    }
    try {
      Path folder = file.toAbsolutePath().getParent();
      if (folder != null) {
        Files.createDirectories(folder);
      }
      Handler handler =
          new FileHandler(file.toString().replace("%", "%%"), MOST_BYTES, FILES, true);
      handler.setFormatter(new Lines());
      Logger.getLogger("").addHandler(handler);
      opened = true;
    } catch (IOException e) {
      opened = false;
    }
  }

  /// Time in UTC, level, place, words; then the stack trace, which belongs here and nowhere else.
  static final class Lines extends Formatter {
    @Override
    public String format(LogRecord entry) {
      StringBuilder line = new StringBuilder();
      line.append(DateTimeFormatter.ISO_INSTANT.format(entry.getInstant().atOffset(ZoneOffset.UTC)))
          .append(' ')
          .append(entry.getLevel().getName())
          .append(' ')
          .append(entry.getLoggerName())
          .append(": ")
          .append(formatMessage(entry))
          .append('\n');
      for (Throwable at = entry.getThrown(); at != null; at = at.getCause()) {
        line.append("  ").append(at).append('\n');
        for (StackTraceElement element : at.getStackTrace()) {
          line.append("    at ").append(element).append('\n');
        }
      }
      return AddressMask.whole(line.toString());
    }
  }
}
