package org.postroom.ui.home;

import java.nio.file.Path;
import java.util.List;
import java.util.function.Consumer;
import java.util.function.IntFunction;
import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.beans.property.ReadOnlyObjectWrapper;
import org.jspecify.annotations.Nullable;
import org.postroom.engine.ListRequest;
import org.postroom.engine.Problem;
import org.postroom.engine.SuppressionList;
import org.postroom.engine.SuppressionList.Suppressed;
import org.postroom.ui.common.Arranged;
import org.postroom.ui.common.Folded;
import org.postroom.ui.common.MailshotModel.ReadingNow;
import org.postroom.ui.common.Tasks;

/// Who is not written to, and what can be done about it. No nodes.
final class SuppressionModel {
  private final SuppressionList list;
  private final Tasks tasks;
  private final Arranged<Suppressed> people;
  private final ReadOnlyObjectWrapper<List<Suppressed>> all =
      new ReadOnlyObjectWrapper<>(List.of());
  private final ReadOnlyObjectWrapper<@Nullable Problem> problem = new ReadOnlyObjectWrapper<>();
  private final ReadOnlyObjectWrapper<@Nullable ReadingNow> reading = new ReadOnlyObjectWrapper<>();
  private Tasks.@Nullable Running running;

  SuppressionModel(SuppressionList list, Tasks tasks) {
    this.list = list;
    this.tasks = tasks;
    this.people = new Arranged<>(tasks);
  }

  /// Those whom the search leaves.
  Arranged<Suppressed> people() {
    return people;
  }

  ReadOnlyObjectProperty<List<Suppressed>> allProperty() {
    return all.getReadOnlyProperty();
  }

  /// Why the last thing asked for could not be done; null where all is well.
  ReadOnlyObjectProperty<@Nullable Problem> problemProperty() {
    return problem.getReadOnlyProperty();
  }

  void find(String words) {
    people.only(words.isBlank() ? null : Folded.holding(words, SuppressionModel::cells, 2));
  }

  private static IntFunction<String> cells(Suppressed one) {
    return i -> i == 0 ? one.address() : one.reason();
  }

  void refresh() {
    work(_ -> list.all(), this::read);
  }

  private void read(List<Suppressed> now) {
    all.set(now);
    people.all(now);
  }

  /// @param added told whether the address was new there
  void add(String address, String reason, Consumer<Boolean> added) {
    work(_ -> list.add(address, reason), then(added));
  }

  void remove(Suppressed one, String reason, Runnable removed) {
    work(
        _ -> {
          list.remove(one.address(), reason);
          return true;
        },
        then(_ -> removed.run()));
  }

  /// Not null while a file is being read.
  ReadOnlyObjectProperty<@Nullable ReadingNow> readingProperty() {
    return reading.getReadOnlyProperty();
  }

  /// Ends the reading; then nobody of that file was added.
  void stop() {
    if (running != null) {
      running.cancel();
    }
  }

  /// @param reason for rows without one of their own; blank names the file
  void importFrom(Path file, String reason, Consumer<SuppressionList.Imported> imported) {
    String words = reason.isBlank() ? null : reason;
    String name = String.valueOf(file.getFileName());
    reading.set(new ReadingNow(name, 0, 0));
    Consumer<SuppressionList.Imported> told = then(imported);
    running =
        tasks
            .work(progress -> list.importFrom(ListRequest.of(file), words, progress))
            .onProgress((done, of) -> reading.set(new ReadingNow(name, done, of)))
            .onSuccess(
                result -> {
                  problem.set(null);
                  told.accept(result);
                })
            .onProblem(problem::set)
            .onEnd(() -> reading.set(null))
            .start();
  }

  void export(Path csv, Consumer<Integer> written) {
    work(_ -> list.export(csv), written);
  }

  private <T> Consumer<T> then(Consumer<T> told) {
    return result -> {
      refresh();
      told.accept(result);
    };
  }

  private <T> void work(Tasks.Work<T> work, Consumer<T> then) {
    tasks
        .work(work)
        .onSuccess(
            result -> {
              problem.set(null);
              then.accept(result);
            })
        .onProblem(problem::set)
        .start();
  }
}
