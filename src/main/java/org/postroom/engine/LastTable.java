package org.postroom.engine;

import java.lang.ref.SoftReference;
import java.util.concurrent.CancellationException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.ReentrantLock;
import org.postroom.message.FileCandidate;
import org.postroom.recipients.SourceTable;
import org.postroom.tabular.TabularOptions;

/// The table that was read last. A list is read by the people's page and by the review at the same
/// time, and again after each change of the document; the same bytes read the same way are the same
/// table, which then stands in memory once. Where memory gets short it is forgotten. Safe for
/// several threads: who asks while another reads waits for what that one finds.
final class LastTable {
  private static final long MILLIS_BETWEEN_QUESTIONS = 50;

  private final ReentrantLock reading = new ReentrantLock();
  private SoftReference<Kept> kept = new SoftReference<>(null);

  private record Kept(FileCandidate file, TabularOptions options, SourceTable table) {
    /// The digest comes last: it may mean reading the file.
    boolean isOf(FileCandidate other, TabularOptions wanted) {
      return options.equals(wanted)
          && file.fileName().equals(other.fileName())
          && file.content().size() == other.content().size()
          && file.content().sha256().equals(other.content().sha256());
    }
  }

  /// Reads a file as rows.
  @FunctionalInterface
  interface Reader {
    SourceTable read() throws ProblemException;
  }

  /// @param progress asked while another reads
  /// @throws CancellationException where `progress` said to stop
  SourceTable get(FileCandidate file, TabularOptions options, WorkProgress progress, Reader reader)
      throws ProblemException {
    waitForOthers(progress);
    try {
      Kept last = kept.get();
      if (last != null && last.isOf(file, options)) {
        return last.table();
      }
      // Two large ones at once may be too much.
      kept.clear();
      SourceTable table = reader.read();
      kept = new SoftReference<>(new Kept(file, options, table));
      return table;
    } finally {
      reading.unlock();
    }
  }

  private void waitForOthers(WorkProgress progress) {
    try {
      while (!reading.tryLock(MILLIS_BETWEEN_QUESTIONS, TimeUnit.MILLISECONDS)) {
        if (!progress.at(0, 0)) {
          throw new CancellationException();
        }
      }
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new CancellationException();
    }
  }
}
