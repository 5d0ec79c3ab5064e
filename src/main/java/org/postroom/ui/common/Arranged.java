package org.postroom.ui.common;

import java.util.AbstractList;
import java.util.List;
import java.util.RandomAccess;
import java.util.concurrent.CancellationException;
import java.util.function.Function;
import java.util.function.Predicate;
import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.beans.property.ReadOnlyObjectWrapper;
import org.jspecify.annotations.Nullable;
import org.postroom.engine.WorkProgress;

/// What is shown of a list: those whom a search leaves, in the order that was asked for. Worked out
/// beside the user-interface thread, the newest question alone; what is held is places, not rows.
public final class Arranged<T> {
  private static final int BETWEEN_QUESTIONS = 4096;

  private final Tasks tasks;
  private final ReadOnlyObjectWrapper<List<T>> shown = new ReadOnlyObjectWrapper<>(List.of());
  private List<T> all = List.of();
  private @Nullable Predicate<T> wanted;
  private @Nullable Function<T, String> key;
  private boolean backwards;
  private Tasks.@Nullable Running running;

  public Arranged(Tasks tasks) {
    this.tasks = tasks;
  }

  public ReadOnlyObjectProperty<List<T>> shownProperty() {
    return shown.getReadOnlyProperty();
  }

  /// Another list, the same question.
  public void all(List<T> rows) {
    all = rows;
    arrange();
  }

  /// @param rows null for all
  public void only(@Nullable Predicate<T> rows) {
    wanted = rows;
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
      shown.set(all);
      return;
    }
    List<T> rows = all;
    Predicate<T> left = wanted;
    Function<T, String> words = key;
    boolean descending = backwards;
    running =
        tasks
            .work(progress -> arranged(rows, left, words, descending, progress))
            .onSuccess(shown::set)
            .start();
  }

  private static <T> List<T> arranged(
      List<T> all,
      @Nullable Predicate<T> wanted,
      @Nullable Function<T, String> words,
      boolean descending,
      WorkProgress progress) {
    int[] places = new int[all.size()];
    int count = 0;
    for (int i = 0; i < all.size(); i++) {
      if (i % BETWEEN_QUESTIONS == 0 && !progress.at(i, all.size())) {
        throw new CancellationException();
      }
      if (wanted == null || wanted.test(all.get(i))) {
        places[count++] = i;
      }
    }
    int[] left = java.util.Arrays.copyOf(places, count);
    if (words != null) {
      return new Some<>(all, SortedPlaces.of(all, left, words, descending));
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
