package org.postroom.engine;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CancellationException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.ReentrantLock;
import org.jspecify.annotations.Nullable;
import org.postroom.document.MailshotDocument.Correction;
import org.postroom.document.MailshotDocument.Recipients;
import org.postroom.recipients.FieldName;
import org.postroom.recipients.RecipientList;
import org.postroom.safety.check.ListedCells;
import org.postroom.workspace.ListsSeen;
import org.postroom.workspace.WorkspaceException;

/// Which lists were registered since the program started, and what of them: the import of a list
/// and the draft that follows register the same people, and a million fingerprints take a while.
/// One list is registered at a time; who comes for the same one waits and finds it done.
final class ListsRemembered {
  private static final long BETWEEN_QUESTIONS_MILLIS = 100;

  private final ReentrantLock one = new ReentrantLock();
  private final Map<String, Content> known = new HashMap<>();

  /// All that fingerprints of a file with the same bytes depend on.
  private record Content(
      List<FieldName> columns,
      @Nullable String charset,
      @Nullable String delimiter,
      @Nullable String sheet,
      @Nullable Integer headingRow,
      List<Correction> corrections,
      long people) {}

  /// @param progress asked now and then whether to go on, also while another list is registered
  /// @throws CancellationException where `progress` said to stop
  void register(
      ListsSeen lists,
      ListsSeen.Seen seen,
      RecipientList list,
      Recipients choices,
      WorkProgress progress)
      throws WorkspaceException {
    await(list, progress);
    try {
      FileRows rows = FileRows.of(list, choices);
      Content content =
          new Content(
              list.columns().names(),
              choices.charset(),
              choices.delimiter(),
              choices.sheet(),
              choices.headingRow(),
              choices.corrections(),
              rows.mark());
      if (!content.equals(known.get(seen.sha256())) || !lists.refresh(seen)) {
        lists.register(
            seen, rows.all(), ListedCells.of(list), () -> !progress.at(list.rows(), list.rows()));
        known.put(seen.sha256(), content);
      }
    } finally {
      one.unlock();
    }
  }

  private void await(RecipientList list, WorkProgress progress) {
    try {
      while (!one.tryLock(BETWEEN_QUESTIONS_MILLIS, TimeUnit.MILLISECONDS)) {
        if (!progress.at(list.rows(), list.rows())) {
          throw new CancellationException();
        }
      }
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new CancellationException();
    }
  }
}
