package org.postroom.ui.home;

import java.util.List;
import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.beans.property.ReadOnlyObjectWrapper;
import org.jspecify.annotations.Nullable;
import org.postroom.engine.BinnedMailshot;
import org.postroom.engine.Postroom;
import org.postroom.engine.Problem;
import org.postroom.ui.common.Tasks;

/// What is in the Bin, and the way back. No nodes.
public final class BinModel {
  private final Postroom engine;
  private final Tasks tasks;
  private final ReadOnlyObjectWrapper<List<BinnedMailshot>> binned =
      new ReadOnlyObjectWrapper<>(List.of());
  private final ReadOnlyObjectWrapper<@Nullable Problem> problem = new ReadOnlyObjectWrapper<>();

  public BinModel(Postroom engine, Tasks tasks) {
    this.engine = engine;
    this.tasks = tasks;
  }

  /// The latest first.
  public ReadOnlyObjectProperty<List<BinnedMailshot>> binnedProperty() {
    return binned.getReadOnlyProperty();
  }

  /// Why the Bin could not be read, or something not be put back; null where all is well.
  public ReadOnlyObjectProperty<@Nullable Problem> problemProperty() {
    return problem.getReadOnlyProperty();
  }

  /// Looks into the Bin again.
  public void refresh() {
    tasks
        .work(_ -> engine.bin())
        .onSuccess(
            found -> {
              problem.set(null);
              binned.set(found);
            })
        .onProblem(problem::set)
        .start();
  }

  /// Puts a mailshot back among the others.
  public void putBack(BinnedMailshot mailshot) {
    tasks
        .act(_ -> engine.restoreFromBin(mailshot.id()))
        .onSuccess(_ -> refresh())
        .onProblem(problem::set)
        .start();
  }
}
