package org.postroom.extract;

import java.io.FilterInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.util.concurrent.CancellationException;
import org.jspecify.annotations.Nullable;

/// What one file may unpack to, nested archives together: a cap against bombs.
final class Budget {
  /// Unpacked bytes of one file that are kept: as texts and rows they take about six times as much,
  /// and a review must not fill the memory.
  static final long MOST_BYTES = Math.min(128L << 20, Runtime.getRuntime().maxMemory() / 8);

  /// Unpacked bytes of one file that pass by and are not kept; they pass twice.
  static final long MOST_PASSING = 1L << 30;

  private static final int MOST_ENTRIES = 20_000;
  private static final int BLOCK = 1 << 16;

  private long bytes;
  private long passing = MOST_PASSING;
  private int entries = MOST_ENTRIES;
  private @Nullable InputStream begun;
  private byte[] begin = new byte[0];

  Budget() {
    this(MOST_BYTES);
  }

  /// @param most how many bytes may be kept
  Budget(long most) {
    bytes = most;
  }

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
    if (in.equals(begun)) {
      keep(begin.length);
      out.writeBytes(begin);
      forget();
    }
    byte[] block = new byte[BLOCK];
    for (int count = in.read(block); count != -1; count = in.read(block)) {
      goOn();
      keep(count);
      out.write(block, 0, count);
    }
    return out.toByteArray();
  }

  /// Counts chars or bytes that are kept.
  void keep(int count) throws SpentException {
    bytes -= count;
    if (bytes < 0) {
      throw new SpentException();
    }
  }

  /// True where `in` has more than `most` bytes; it is at its end then. Otherwise [#read] has all
  /// of them.
  boolean isLarger(InputStream in, int most) throws IOException {
    begin = in.readNBytes(most);
    begun = in;
    if (begin.length < most) {
      return false;
    }
    forget();
    passing(in).transferTo(java.io.OutputStream.nullOutputStream());
    return true;
  }

  private void forget() {
    begun = null;
    begin = new byte[0];
  }

  /// Counts what is read of `in` and not kept.
  InputStream passing(InputStream in) {
    return new FilterInputStream(in) {
      @Override
      public int read() throws IOException {
        byte[] one = new byte[1];
        return read(one, 0, 1) == -1 ? -1 : one[0] & 255;
      }

      @Override
      public int read(byte[] into, int from, int length) throws IOException {
        goOn();
        int count = in.read(into, from, length);
        passing -= Math.max(0, count);
        if (passing < 0) {
          throw new SpentException();
        }
        return count;
      }

      @Override
      public void close() {
        // The archive goes on.
      }
    };
  }
}
