package org.postroom.ui.home;

import javafx.beans.property.ReadOnlyObjectWrapper;
import javafx.beans.value.ObservableValue;
import javafx.scene.Node;
import javafx.scene.layout.Region;
import javafx.scene.layout.VBox;
import org.jspecify.annotations.Nullable;
import org.postroom.engine.Problem;
import org.postroom.ui.common.ErrorCard;
import org.postroom.ui.common.HomePage;
import org.postroom.ui.common.StripState;
import org.postroom.ui.common.Strips;
import org.postroom.ui.common.Texts;
import org.postroom.ui.common.Ui;
import org.postroom.ui.common.UiContext;

/// A page of the home rail with a title, one sentence, and below them whatever it shows.
abstract class RailPage implements HomePage {
  private final UiContext context;
  private final VBox problems = Ui.column(0);
  private final VBox root;
  private final Strips strips;
  private final ReadOnlyObjectWrapper<StripState> strip;

  RailPage(UiContext context, String id, String title, String what) {
    this.context = context;
    this.strips = new Strips(context.texts());
    this.strip = new ReadOnlyObjectWrapper<>(strips.none(false));
    VBox head = new VBox(2, Ui.title(title), Ui.paragraph(what, "pr-small", "pr-muted"));
    root = new VBox(14, head, problems);
    root.getStyleClass().add("pr-page");
    root.setId(id);
    root.setFocusTraversable(true);
    Ui.show(problems, false);
  }

  final UiContext context() {
    return context;
  }

  final Texts texts() {
    return context.texts();
  }

  final void add(Node... nodes) {
    root.getChildren().addAll(nodes);
  }

  final void problem(@Nullable Problem problem) {
    problems.getChildren().clear();
    Ui.show(problems, problem != null);
    if (problem != null) {
      ErrorCard card = new ErrorCard(problem, null, () -> {});
      problems.getChildren().add(card);
      if (root.getScene() != null) {
        card.focusOnFix();
      }
    }
  }

  @Override
  public final Region node() {
    return root;
  }

  @Override
  public void shown() {
    context
        .tasks()
        .work(_ -> !context.engine().accounts().isEmpty())
        .onSuccess(some -> strip.set(strips.none(some)))
        .start();
  }

  @Override
  public final ObservableValue<StripState> strip() {
    return strip.getReadOnlyProperty();
  }
}
