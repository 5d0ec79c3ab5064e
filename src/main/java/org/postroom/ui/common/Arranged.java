package org.postroom.ui.common;

import java.time.Duration;
import java.util.Arrays;
import java.util.List;
import java.util.function.Function;
import java.util.function.Predicate;
import javafx.beans.property.ReadOnlyBooleanProperty;
import javafx.beans.property.ReadOnlyBooleanWrapper;
import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.beans.property.ReadOnlyObjectWrapper;
import org.jspecify.annotations.Nullable;
import org.postroom.engine.WorkProgress;
import org.postroom.recipients.CellBytes;

/// What is shown of a list: those whom a search leaves, in the order that was asked for. Worked out
/// beside the user-interface thread, the newest question alone; what is held is places, not rows.
/// In a long list the first that are found are shown while the others are looked for, and a letter
/// more is looked for among those that were found.
public final class Arranged<T> {
  private static final Duration SOON = Duration.ofMillis(60);

  /// As long as that nothing is said about work that goes on.
  private static final Duration QUIET = Duration.ofMillis(300);

  private final Tasks tasks;
  private final long soon;
  private final ReadOnlyObjectWrapper<List<T>> shown = new ReadOnlyObjectWrapper<>(List.of());
  private final ReadOnlyBooleanWrapper more = new ReadOnlyBooleanWrapper();
  private final ReadOnlyObjectWrapper<Doing> doing = new ReadOnlyObjectWrapper<>(Doing.NOTHING);
  private List<T> all = List.of();
  private @Nullable Wanted<T> wanted;
  private SortedPlaces.@Nullable Key<T> key;
  private boolean backwards;
  private Tasks.@Nullable Running running;
  private Runnable notYet = () -> {};
  private @Nullable Found<T> last;

  /// What takes a while.
  public enum Doing {
    NOTHING,
    FINDING,
    SORTING
  }

  /// What was found last, in the order of the list.
  private static final class Found<T> {
    private final Wanted<T> wanted;
    private final int[] places;

    Found(Wanted<T> wanted, int[] places) {
      this.wanted = wanted;
      this.places = places;
    }
  }

  private record Answer<T>(List<T> rows, @Nullable Found<T> found) {}

  public Arranged(Tasks tasks) {
    this(tasks, SOON);
  }

  /// @param soon after how long what was found first is shown
  Arranged(Tasks tasks, Duration soon) {
    this.tasks = tasks;
    this.soon = soon.toNanos();
  }

  public ReadOnlyObjectProperty<List<T>> shownProperty() {
    return shown.getReadOnlyProperty();
  }

  /// True while what is shown is the beginning of what will be found.
  public ReadOnlyBooleanProperty moreProperty() {
    return more.getReadOnlyProperty();
  }

  /// What goes on where that is worth a word.
  public ReadOnlyObjectProperty<Doing> doingProperty() {
    return doing.getReadOnlyProperty();
  }

  /// Another list, the same question.
  public void all(List<T> rows) {
    all = rows;
    last = null;
    arrange();
  }

  /// @param rows null for all
  public void only(@Nullable Predicate<T> rows) {
    find(rows == null ? null : Wanted.of(rows));
  }

  /// @param rows null for all
  public void find(@Nullable Wanted<T> rows) {
    wanted = rows;
    arrange();
  }

  /// @param words what is compared; null for the order of the file
  public void by(@Nullable Function<T, String> words, boolean descending) {
    by(words == null ? null : SortedPlaces.Key.of(words), descending);
  }

  /// @param column whose cells are compared, 0-based
  /// @param words the cell of a row there
  public void by(int column, Function<T, String> words, boolean descending) {
    by(new SortedPlaces.Key<>(words, rows -> CellBytes.of(rows, column)), descending);
  }

  private void by(SortedPlaces.@Nullable Key<T> words, boolean descending) {
    key = words;
    backwards = descending;
    arrange();
  }

  private void arrange() {
    if (running != null) {
      running.cancel();
      running = null;
    }
    notYet.run();
    if (wanted == null && key == null && !backwards) {
      show(new Some<>(all, null), false);
      doing.set(Doing.NOTHING);
      return;
    }
    Question<T> question = new Question<>(all, wanted, key, backwards, last);
    Doing what = wanted == null ? Doing.SORTING : Doing.FINDING;
    notYet = tasks.later(QUIET, () -> doing.set(what));
    running =
        tasks
            .work(progress -> question.answer(progress, this::meanwhile, soon))
            .onSuccess(
                answer -> {
                  last = answer.found() == null ? last : answer.found();
                  ended();
                  show(answer.rows(), false);
                })
            .onProblem(_ -> ended())
            .start();
  }

  private void ended() {
    notYet.run();
    doing.set(Doing.NOTHING);
  }

  /// The first that were found, as long as nobody asked anything else and all are not there yet.
  private void meanwhile(List<T> first, WorkProgress progress) {
    tasks.onScreen(
        () -> {
          if (progress.at(0, 0)) {
            show(first, true);
          }
        });
  }

  private void show(List<T> rows, boolean some) {
    more.set(some);
    shown.set(rows);
  }

  /// Told the first that were found.
  @FunctionalInterface
  private interface Meanwhile<T> {
    void found(List<T> first, WorkProgress progress);
  }

  /// What was asked for last, as long as nothing else is.
  private record Question<T>(
      List<T> all,
      @Nullable Wanted<T> wanted,
      SortedPlaces.@Nullable Key<T> key,
      boolean descending,
      @Nullable Found<T> last) {
    Answer<T> answer(WorkProgress progress, Meanwhile<T> meanwhile, long soon) {
      Found<T> found = wanted == null ? null : found(wanted, progress, meanwhile, soon);
      int[] places = found == null ? everybody() : found.places;
      return new Answer<>(new Some<>(all, ordered(places, progress)), found);
    }

    private Found<T> found(
        Wanted<T> asked, WorkProgress progress, Meanwhile<T> meanwhile, long soon) {
      int[] among = last != null && asked.isWithin(last.wanted) ? last.places : null;
      // Those found first are those shown first only in the order of the file.
      boolean inOrder = key == null && !descending;
      int[] places =
          new FoundPlaces<>(all, among, asked)
              .find(
                  progress,
                  first -> meanwhile.found(first, progress),
                  inOrder ? soon : Long.MAX_VALUE);
      return new Found<>(asked, places);
    }

    private int[] everybody() {
      int[] places = new int[all.size()];
      Arrays.setAll(places, i -> i);
      return places;
    }

    private int[] ordered(int[] places, WorkProgress progress) {
      if (key != null) {
        return SortedPlaces.of(
            all, places, key, descending, () -> !progress.at(places.length, all.size()));
      }
      if (!descending) {
        return places;
      }
      int[] turned = new int[places.length];
      Arrays.setAll(turned, i -> places[places.length - 1 - i]);
      return turned;
    }
  }
}
