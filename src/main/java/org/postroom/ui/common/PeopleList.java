package org.postroom.ui.common;

import java.util.List;
import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.beans.property.ReadOnlyObjectWrapper;
import org.jspecify.annotations.Nullable;
import org.postroom.document.MailshotDocument.Recipients;
import org.postroom.engine.ListReading;
import org.postroom.engine.MailshotFile;
import org.postroom.engine.Postroom;
import org.postroom.engine.Problem;
import org.postroom.engine.WorkProgress;
import org.postroom.ui.common.MailshotModel.ReadingNow;

/// The list of the mailshot that is open, as it was read last; one reading at a time.
final class PeopleList {
  private final Postroom engine;
  private final Tasks tasks;
  private final ReadOnlyObjectWrapper<@Nullable ListReading> list = new ReadOnlyObjectWrapper<>();
  private final ReadOnlyObjectWrapper<List<ColumnFacts>> columns =
      new ReadOnlyObjectWrapper<>(List.of());
  private final ReadOnlyObjectWrapper<@Nullable Problem> problem = new ReadOnlyObjectWrapper<>();
  private final ReadOnlyObjectWrapper<@Nullable ReadingNow> reading = new ReadOnlyObjectWrapper<>();
  private Tasks.@Nullable Running task;
  private @Nullable Recipients readAs;
  private int readings;
  private boolean ended;

  /// The number of the reading whose list is shown.
  private int there;

  PeopleList(Postroom engine, Tasks tasks) {
    this.engine = engine;
    this.tasks = tasks;
  }

  private record Listed(ListReading reading, List<ColumnFacts> columns) {}

  ReadOnlyObjectProperty<@Nullable ListReading> listProperty() {
    return list.getReadOnlyProperty();
  }

  ReadOnlyObjectProperty<List<ColumnFacts>> columnsProperty() {
    return columns.getReadOnlyProperty();
  }

  ReadOnlyObjectProperty<@Nullable Problem> problemProperty() {
    return problem.getReadOnlyProperty();
  }

  ReadOnlyObjectProperty<@Nullable ReadingNow> readingProperty() {
    return reading.getReadOnlyProperty();
  }

  void problem(@Nullable Problem now) {
    problem.set(now);
  }

  /// The list that the document names, as the import reads it.
  void read(MailshotFile file) {
    stop();
    String name = file.document().recipients().file();
    if (name.isEmpty()) {
      readAs = null;
      columns.set(List.of());
      list.set(null);
      problem.set(null);
      return;
    }
    load(file, () -> {});
  }

  /// Another file than the document names, which is taken where it can be read.
  ///
  /// @param file with that list
  /// @param taken called where it can be read
  void choose(MailshotFile file, Runnable taken) {
    stop();
    load(file, taken);
  }

  /// What the document said about the list when it was read; null where none was read yet.
  @Nullable Recipients readAs() {
    return readAs;
  }

  private void load(MailshotFile file, Runnable taken) {
    String name = file.document().recipients().file();
    start(
        name.substring(name.lastIndexOf('/') + 1),
        tasks.work(
            progress ->
                engine.importList(
                    file, read -> show(file, taken, listed(read), progress), progress)));
  }

  private static Listed listed(ListReading read) {
    return new Listed(read, ColumnFacts.of(read.list()));
  }

  /// A list is there as soon as it is read; that it is remembered goes on beside it.
  private void show(MailshotFile file, Runnable taken, Listed read, WorkProgress progress) {
    tasks.onScreen(
        () -> {
          if (progress.at(read.reading().list().rows(), read.reading().list().rows())) {
            readAs = file.document().recipients();
            taken.run();
            list.set(read.reading());
            columns.set(read.columns());
            problem.set(null);
            // What goes on is remembering; nobody waits for that.
            there = readings;
            reading.set(null);
          }
        });
  }

  private void start(String shown, Tasks.Job<?> job) {
    int mine = ++readings;
    ended = false;
    reading.set(new ReadingNow(shown, 0, 0));
    Tasks.Running running =
        job.onProgress(
                (done, of) -> {
                  if (there != mine) {
                    reading.set(new ReadingNow(shown, done, of));
                  }
                })
            .onProblem(problem::set)
            .onEnd(
                () -> {
                  if (readings == mine) {
                    ended = true;
                    task = null;
                    reading.set(null);
                  }
                })
            .start();
    // Work may have ended, or another reading may have begun, before this line.
    if (readings == mine && !ended) {
      task = running;
    }
  }

  /// Ends the reading; what was read before stays.
  void stop() {
    if (task != null) {
      task.cancel();
      task = null;
      readings++;
      reading.set(null);
    }
  }
}
