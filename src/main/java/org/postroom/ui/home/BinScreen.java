package org.postroom.ui.home;

import java.util.List;
import javafx.beans.property.ReadOnlyObjectWrapper;
import javafx.beans.value.ObservableValue;
import javafx.geometry.Insets;
import javafx.geometry.Pos;
import javafx.scene.Node;
import javafx.scene.control.Button;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Region;
import javafx.scene.layout.VBox;
import org.jspecify.annotations.Nullable;
import org.postroom.engine.BinnedMailshot;
import org.postroom.engine.Problem;
import org.postroom.ui.common.ErrorCard;
import org.postroom.ui.common.HomePage;
import org.postroom.ui.common.Icons;
import org.postroom.ui.common.StripState;
import org.postroom.ui.common.Strips;
import org.postroom.ui.common.Texts;
import org.postroom.ui.common.Ui;
import org.postroom.ui.common.UiContext;

/// The Bin: what was thrown away, each with "Put back".
public final class BinScreen implements HomePage {
  private final Texts texts;
  private final BinModel model;
  private final VBox rows = Ui.column(8);
  private final VBox problems = Ui.column(0);
  private final VBox root;
  private final ReadOnlyObjectWrapper<StripState> strip;
  private final Strips strips;
  private final UiContext context;

  public BinScreen(UiContext context) {
    this.context = context;
    this.texts = context.texts();
    this.strips = new Strips(texts);
    this.strip = new ReadOnlyObjectWrapper<>(strips.none(false));
    this.model = new BinModel(context.engine(), context.tasks());
    VBox head =
        new VBox(
            2,
            Ui.title(texts.get("bin.title")),
            Ui.paragraph(texts.get("bin.what"), "pr-small", "pr-muted"));
    root = new VBox(16, head, problems, rows);
    root.getStyleClass().add("pr-page");
    root.setId("bin");
    root.setFocusTraversable(true);
    model.binnedProperty().subscribe(this::list);
    model.problemProperty().subscribe(this::problem);
  }

  private void list(List<BinnedMailshot> binned) {
    boolean hadFocus = firstFocus().isFocused() || rows.lookup(":focused") != null;
    rows.getChildren().clear();
    for (BinnedMailshot each : binned) {
      rows.getChildren().add(row(each));
    }
    if (binned.isEmpty()) {
      rows.getChildren().add(Ui.paragraph(texts.get("bin.empty"), "pr-muted"));
    }
    if (hadFocus) {
      firstFocus().requestFocus();
    }
  }

  private Node row(BinnedMailshot binned) {
    String people = texts.people(binned.people());
    String until = texts.get("bin.until", context.times().date(binned.until()));
    String about =
        binned.subject().isBlank()
            ? texts.get("bin.about", people, until)
            : texts.get("bin.about", binned.subject(), texts.get("bin.about", people, until));
    VBox words =
        new VBox(2, Ui.label(binned.name(), "pr-strong"), Ui.label(about, "pr-small", "pr-muted"));
    words.setMinWidth(0);
    Button back = Ui.button(Icons.of(Icons.UNDO), texts.get("bin.put-back"));
    back.setMinWidth(Region.USE_PREF_SIZE);
    back.setAccessibleText(texts.get("bin.put-back.spoken", binned.name()));
    back.setOnAction(_ -> model.putBack(binned));
    HBox row = new HBox(16, Ui.grow(words), back);
    row.setAlignment(Pos.CENTER_LEFT);
    row.getStyleClass().add("pr-card");
    row.setPadding(new Insets(12, 16, 12, 16));
    row.setMinHeight(Region.USE_PREF_SIZE);
    return row;
  }

  private void problem(@Nullable Problem problem) {
    problems.getChildren().clear();
    Ui.show(problems, problem != null);
    if (problem != null) {
      problems.getChildren().add(new ErrorCard(problem, null, () -> {}));
    }
  }

  @Override
  public Region node() {
    return root;
  }

  @Override
  public void shown() {
    model.refresh();
    context
        .tasks()
        .work(_ -> !context.engine().accounts().isEmpty())
        .onSuccess(some -> strip.set(strips.none(some)))
        .start();
  }

  /// The first "Put back", or the page where there is none.
  @Override
  public Node firstFocus() {
    return rows.getChildren().stream()
        .filter(HBox.class::isInstance)
        .map(row -> ((HBox) row).getChildren().getLast())
        .findFirst()
        .orElse(root);
  }

  @Override
  public ObservableValue<StripState> strip() {
    return strip.getReadOnlyProperty();
  }
}
