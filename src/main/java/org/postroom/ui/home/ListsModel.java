package org.postroom.ui.home;

import java.util.List;
import java.util.function.IntFunction;
import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.beans.property.ReadOnlyObjectWrapper;
import org.jspecify.annotations.Nullable;
import org.postroom.engine.Problem;
import org.postroom.engine.SeenLists;
import org.postroom.engine.SeenLists.SeenList;
import org.postroom.ui.common.Arranged;
import org.postroom.ui.common.Folded;
import org.postroom.ui.common.Tasks;

/// The lists that this workspace has seen. No nodes.
final class ListsModel {
  private final SeenLists lists;
  private final Tasks tasks;
  private final Arranged<SeenList> shown;
  private final ReadOnlyObjectWrapper<List<SeenList>> all = new ReadOnlyObjectWrapper<>(List.of());
  private final ReadOnlyObjectWrapper<@Nullable Problem> problem = new ReadOnlyObjectWrapper<>();

  ListsModel(SeenLists lists, Tasks tasks) {
    this.lists = lists;
    this.tasks = tasks;
    this.shown = new Arranged<>(tasks);
  }

  Arranged<SeenList> shown() {
    return shown;
  }

  ReadOnlyObjectProperty<List<SeenList>> allProperty() {
    return all.getReadOnlyProperty();
  }

  ReadOnlyObjectProperty<@Nullable Problem> problemProperty() {
    return problem.getReadOnlyProperty();
  }

  void find(String words) {
    shown.only(words.isBlank() ? null : Folded.holding(words, ListsModel::cells, 4));
  }

  private static IntFunction<String> cells(SeenList list) {
    return i ->
        switch (i) {
          case 0 -> list.fileName();
          case 1 -> list.importedBy();
          case 2 -> list.basis();
          default -> list.lastUse().map(SeenLists.Use::name).orElse("");
        };
  }

  void refresh() {
    tasks
        .work(_ -> lists.all())
        .onSuccess(
            found -> {
              problem.set(null);
              all.set(found);
              shown.all(found);
            })
        .onProblem(problem::set)
        .start();
  }

  void forget(SeenList list, String reason) {
    tasks
        .act(_ -> lists.forget(list.sha256(), reason))
        .onSuccess(_ -> refresh())
        .onProblem(problem::set)
        .start();
  }
}
