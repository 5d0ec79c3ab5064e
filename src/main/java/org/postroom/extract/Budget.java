package org.postroom.extract;

import java.io.IOException;
import java.io.InputStream;
import java.util.concurrent.CancellationException;

/// What one file may unpack to, nested archives together: a cap against bombs.
final class Budget {
  /// Unpacked bytes of one file: as texts and rows they take about six times as much, and a review
  /// must not fill the memory.
  static final long MOST_BYTES = Math.min(128L << 20, Runtime.getRuntime().maxMemory() / 8);

  private static final int MOST_ENTRIES = 20_000;
  private static final int BLOCK = 1 << 20;

  private long bytes = MOST_BYTES;
  private int entries = MOST_ENTRIES;

  /// More than may be unpacked.
  static final class SpentException extends IOException {
    private static final long serialVersionUID = 1L;
  }

  /// @throws CancellationException where the thread was interrupted: whoever waits has gone
  static void goOn() {
    if (Thread.currentThread().isInterrupted()) {
      throw new CancellationException();
    }
  }

  void entry() throws SpentException {
    goOn();
    if (--entries < 0) {
      throw new SpentException();
    }
  }

  /// All of `in`, which must not be more than is left.
  byte[] read(InputStream in) throws IOException {
    java.io.ByteArrayOutputStream out = new java.io.ByteArrayOutputStream();
    byte[] block = new byte[BLOCK];
    for (int count = in.read(block); count >= 0; count = in.read(block)) {
      goOn();
      bytes -= count;
      if (bytes < 0) {
        throw new SpentException();
      }
      out.write(block, 0, count);
    }
    return out.toByteArray();
  }
}
