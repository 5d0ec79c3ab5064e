package org.postroom.ui.common;

import java.time.Duration;
import java.util.AbstractList;
import java.util.Arrays;
import java.util.List;
import java.util.RandomAccess;
import java.util.concurrent.CancellationException;
import java.util.function.Function;
import java.util.function.IntPredicate;
import java.util.function.Predicate;
import javafx.beans.property.ReadOnlyBooleanProperty;
import javafx.beans.property.ReadOnlyBooleanWrapper;
import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.beans.property.ReadOnlyObjectWrapper;
import org.jspecify.annotations.Nullable;
import org.postroom.engine.WorkProgress;

/// What is shown of a list: those whom a search leaves, in the order that was asked for. Worked out
/// beside the user-interface thread, the newest question alone; what is held is places, not rows.
/// In a long list the first that are found are shown while the others are looked for.
public final class Arranged<T> {
  private static final int BETWEEN_QUESTIONS = 4096;
  private static final Duration SOON = Duration.ofMillis(250);

  private final Tasks tasks;
  private final long soon;
  private final ReadOnlyObjectWrapper<List<T>> shown = new ReadOnlyObjectWrapper<>(List.of());
  private final ReadOnlyBooleanWrapper more = new ReadOnlyBooleanWrapper();
  private List<T> all = List.of();
  private @Nullable Predicate<T> wanted;
  private Function<List<T>, IntPredicate> perhaps = _ -> _ -> true;
  private @Nullable Function<T, String> key;
  private boolean backwards;
  private Tasks.@Nullable Running running;

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

  /// Another list, the same question.
  public void all(List<T> rows) {
    all = rows;
    arrange();
  }

  /// @param rows null for all
  public void only(@Nullable Predicate<T> rows) {
    only(rows, _ -> _ -> true);
  }

  /// @param rows null for all
  /// @param quick which places of a list are worth looking at; never no to one of `rows`
  public void only(@Nullable Predicate<T> rows, Function<List<T>, IntPredicate> quick) {
    wanted = rows;
    perhaps = quick;
    arrange();
  }

  /// @param words what is compared; null for the order of the file
  public void by(@Nullable Function<T, String> words, boolean descending) {
    key = words;
    backwards = descending;
    arrange();
  }

  private void arrange() {
    if (running != null) {
      running.cancel();
      running = null;
    }
    if (wanted == null && key == null && !backwards) {
      show(all, false);
      return;
    }
    List<T> rows = all;
    Predicate<T> left = wanted;
    IntPredicate quick = perhaps.apply(rows);
    Function<T, String> words = key;
    boolean descending = backwards;
    running =
        tasks
            .work(
                progress ->
                    arranged(
                        rows,
                        places(rows, quick, left, words == null && !descending, progress),
                        words,
                        descending,
                        progress))
            .onSuccess(found -> show(found, false))
            .start();
  }

  /// @param inOrder true where what is found first is shown first
  private int[] places(
      List<T> all,
      IntPredicate quick,
      @Nullable Predicate<T> wanted,
      boolean inOrder,
      WorkProgress progress) {
    int[] places = new int[all.size()];
    int count = 0;
    long begun = System.nanoTime();
    boolean some = !inOrder;
    for (int i = 0; i < all.size(); i++) {
      if (i % BETWEEN_QUESTIONS == 0 && !progress.at(i, all.size())) {
        throw new CancellationException();
      }
      if (!some && i % BETWEEN_QUESTIONS == 0 && count > 0 && System.nanoTime() - begun > soon) {
        some = true;
        List<T> first = new Some<>(all, Arrays.copyOf(places, count));
        tasks.onScreen(() -> meanwhile(first, progress));
      }
      if (wanted == null || (quick.test(i) && wanted.test(all.get(i)))) {
        places[count++] = i;
      }
    }
    return Arrays.copyOf(places, count);
  }

  /// The first that were found, as long as nobody asked anything else and all are not there yet.
  private void meanwhile(List<T> first, WorkProgress progress) {
    if (progress.at(0, 0)) {
      show(first, true);
    }
  }

  private void show(List<T> rows, boolean some) {
    more.set(some);
    shown.set(rows);
  }

  private static <T> List<T> arranged(
      List<T> all,
      int[] left,
      @Nullable Function<T, String> words,
      boolean descending,
      WorkProgress progress) {
    int count = left.length;
    if (words != null) {
      return new Some<>(
          all,
          SortedPlaces.of(all, left, words, descending, () -> !progress.at(count, all.size())));
    }
    if (descending) {
      for (int i = 0; i < count / 2; i++) {
        int other = left[count - 1 - i];
        left[count - 1 - i] = left[i];
        left[i] = other;
      }
    }
    return new Some<>(all, left);
  }

  /// Some rows of a list, by their places.
  private static final class Some<T> extends AbstractList<T> implements RandomAccess {
    private final List<T> all;
    private final int[] places;

    private Some(List<T> all, int[] places) {
      this.all = all;
      this.places = places;
    }

    @Override
    public T get(int index) {
      return all.get(places[index]);
    }

    @Override
    public int size() {
      return places.length;
    }
  }
}
