package org.postroom.engine;

import java.lang.ref.SoftReference;
import java.util.Set;
import java.util.concurrent.CancellationException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.ReentrantLock;
import org.postroom.document.MailshotDocument.Recipients;
import org.postroom.document.RecipientsEdit;
import org.postroom.recipients.FieldName;
import org.postroom.recipients.SourceTable;

/// What was made of a table last. The people's page and the draft read the same list the same way
/// at the same time: it is judged once, and stands in memory once. Where memory gets short it is
/// forgotten. Safe for several threads: who asks while another judges waits for what that one
/// finds.
final class LastReading {
  private static final long MILLIS_BETWEEN_QUESTIONS = 50;

  private final ReentrantLock judging = new ReentrantLock();
  private SoftReference<Kept> kept = new SoftReference<>(null);

  /// All that people are made from, besides the table.
  ///
  /// @param choices without what says nothing about rows
  private record Asked(Recipients choices, ListMemory memory, Set<FieldName> headerFields) {}

  private record Kept(SourceTable table, Asked asked, ListReading reading) {
    // Whether two tables are alike takes as long as judging one.
    @SuppressWarnings("ReferenceEquality")
    boolean isOf(SourceTable other, Asked wanted) {
      return table == other && asked.equals(wanted);
    }
  }

  /// Makes people of the table.
  @FunctionalInterface
  interface Judge {
    ListReading judge() throws ProblemException;
  }

  /// @param progress asked while another judges
  /// @throws CancellationException where `progress` said to stop
  ListReading get(
      SourceTable table,
      Recipients choices,
      ListMemory memory,
      Set<FieldName> headerFields,
      WorkProgress progress,
      Judge judge)
      throws ProblemException {
    Recipients about =
        new RecipientsEdit(choices).basis(null).expected(null).sha256(null).recipients();
    Asked asked = new Asked(about, memory, headerFields);
    waitForOthers(table, progress);
    try {
      Kept last = kept.get();
      if (last != null && last.isOf(table, asked)) {
        return last.reading();
      }
      kept.clear();
      ListReading reading = judge.judge();
      kept = new SoftReference<>(new Kept(table, asked, reading));
      return reading;
    } finally {
      judging.unlock();
    }
  }

  private void waitForOthers(SourceTable table, WorkProgress progress) {
    int rows = table.rows().size();
    try {
      while (!judging.tryLock(MILLIS_BETWEEN_QUESTIONS, TimeUnit.MILLISECONDS)) {
        if (!progress.at(rows, rows)) {
          throw new CancellationException();
        }
      }
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new CancellationException();
    }
  }
}
