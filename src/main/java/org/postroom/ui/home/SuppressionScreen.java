package org.postroom.ui.home;

import atlantafx.base.controls.CustomTextField;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import javafx.beans.property.ReadOnlyObjectWrapper;
import javafx.beans.property.ReadOnlyStringWrapper;
import javafx.geometry.Pos;
import javafx.scene.Node;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.control.TableCell;
import javafx.scene.control.TableColumn;
import javafx.scene.control.TableView;
import javafx.scene.input.KeyCode;
import javafx.scene.input.KeyCodeCombination;
import javafx.scene.input.KeyCombination;
import javafx.scene.layout.HBox;
import org.jspecify.annotations.Nullable;
import org.postroom.engine.SuppressionList;
import org.postroom.engine.SuppressionList.Suppressed;
import org.postroom.ui.common.Icons;
import org.postroom.ui.common.LoadingCard;
import org.postroom.ui.common.Note;
import org.postroom.ui.common.SortHead;
import org.postroom.ui.common.Ui;
import org.postroom.ui.common.UiContext;

/// "Not written to": people who get nothing from this computer, whichever list they stand in.
public final class SuppressionScreen extends RailPage {
  private static final double ROW = 37;

  private final SuppressionModel model;
  private final SuppressionDialogs dialogs;
  private final TableView<Suppressed> table = new TableView<>();
  private final CustomTextField search = new CustomTextField();
  private final Label count = Ui.label("", "pr-small", "pr-muted");
  private final Note done = new Note(Icons.CHECKED, "success", "", "");
  private final Map<TableColumn<Suppressed, ?>, Function<Suppressed, String>> sortKeys =
      new java.util.HashMap<>();
  private final Button add;
  private boolean filling;

  public SuppressionScreen(UiContext context) {
    super(
        context,
        "not-written-to",
        context.texts().get("suppression.title"),
        context.texts().get("suppression.what"));
    model = new SuppressionModel(context.engine().suppressions(), context.tasks());
    dialogs = new SuppressionDialogs(context);
    add = Ui.button(Icons.small(Icons.PLUS), texts().get("suppression.add"), "accent", "small");
    add.setId("suppression-add");
    add.setOnAction(_ -> add());
    table();
    LoadingCard loading = new LoadingCard(texts(), context.tasks(), model::stop);
    model.readingProperty().subscribe(loading::show);
    add(done, loading, tools(), Ui.grow(table));
    Ui.show(done, false);
    done.setId("suppression-done");
    model.people().shownProperty().subscribe(this::rows);
    model.allProperty().subscribe(this::counted);
    model.problemProperty().subscribe(this::problem);
  }

  private HBox tools() {
    search.setId("find-suppressed");
    search.getStyleClass().add("small");
    search.setPromptText(texts().get("suppression.find"));
    search.setAccessibleText(texts().get("suppression.find"));
    search.setLeft(Icons.small(Icons.SEARCH));
    search.setPrefWidth(240);
    search.textProperty().addListener((_, _, words) -> model.find(words));
    Button read = Ui.button(Icons.small(Icons.UPLOAD), texts().get("suppression.import"), "small");
    read.setId("suppression-import");
    read.setOnAction(_ -> context().files().list().ifPresent(this::read));
    Button export =
        Ui.button(Icons.small(Icons.DOWNLOAD), texts().get("suppression.export"), "small");
    export.setId("suppression-export");
    export.setOnAction(_ -> export());
    return Ui.row(8, add, read, export, Ui.spacer(), count, search);
  }

  private void table() {
    table.setId("suppression-table");
    table.setFixedCellSize(ROW);
    table.setMinHeight(32 + 4 * ROW);
    table.setAccessibleText(texts().get("suppression.title"));
    table.setColumnResizePolicy(TableView.CONSTRAINED_RESIZE_POLICY_FLEX_LAST_COLUMN);
    table.setSortPolicy(_ -> sorted());
    TableColumn<Suppressed, Suppressed> act = new TableColumn<>();
    act.setCellValueFactory(one -> new ReadOnlyObjectWrapper<>(one.getValue()));
    act.setCellFactory(_ -> new ActCell());
    act.setSortable(false);
    act.setReorderable(false);
    act.setPrefWidth(150);
    act.setMinWidth(140);
    table
        .getColumns()
        .setAll(
            List.of(
                column("suppression.address", 240, Suppressed::address, Suppressed::address),
                column("suppression.why", 240, Suppressed::reason, Suppressed::reason),
                column(
                    "suppression.since",
                    160,
                    one -> context().times().date(one.since()),
                    one -> one.since().toString()),
                column("suppression.by", 150, this::by, this::by),
                act));
    table.setOnKeyPressed(
        event -> {
          Suppressed chosen = table.getSelectionModel().getSelectedItem();
          boolean means = event.getCode() == KeyCode.DELETE || event.getCode() == KeyCode.ENTER;
          if (chosen != null && means) {
            remove(chosen);
            event.consume();
          }
        });
  }

  private String by(Suppressed one) {
    return texts().get(one.byServer() ? "suppression.by.server" : "suppression.by.person");
  }

  private TableColumn<Suppressed, String> column(
      String key,
      double width,
      Function<Suppressed, String> text,
      Function<Suppressed, String> sortKey) {
    TableColumn<Suppressed, String> column = new TableColumn<>();
    column.setGraphic(SortHead.button(texts(), table, column, texts().get(key)));
    column.setCellValueFactory(one -> new ReadOnlyStringWrapper(text.apply(one.getValue())));
    column.setSortable(false);
    column.setReorderable(false);
    column.setPrefWidth(width);
    column.setMinWidth(90);
    sortKeys.put(column, sortKey);
    return column;
  }

  private boolean sorted() {
    if (!filling) {
      boolean none = table.getSortOrder().isEmpty();
      TableColumn<Suppressed, ?> column = none ? null : table.getSortOrder().getFirst();
      model
          .people()
          .by(
              column == null ? null : sortKeys.get(column),
              column != null && column.getSortType() == TableColumn.SortType.DESCENDING);
    }
    return true;
  }

  private void rows(List<Suppressed> people) {
    SortHead.fill(table, people, now -> filling = now);
    table.setPlaceholder(
        Ui.label(
            texts()
                .get(
                    model.allProperty().get().isEmpty()
                        ? "suppression.nobody"
                        : "suppression.none-found"),
            "pr-muted"));
    say();
  }

  private void counted(List<Suppressed> all) {
    rows(model.people().shownProperty().get());
  }

  private void say() {
    int all = model.allProperty().get().size();
    int shown = table.getItems().size();
    count.setText(
        search.getText().isBlank()
            ? all == 0 ? "" : texts().get("suppression.count", all)
            : texts().get("people.found", shown));
  }

  private void told(String words) {
    done.say("", words);
    Ui.show(done, true);
  }

  private void add() {
    dialogs.add(
        (address, reason) ->
            model.add(
                address,
                reason,
                isNew ->
                    told(
                        texts()
                            .get(isNew ? "suppression.added" : "suppression.already", address))));
  }

  private void remove(Suppressed one) {
    dialogs.remove(
        one,
        reason ->
            model.remove(
                one, reason, () -> told(texts().get("suppression.removed", one.address()))));
  }

  private void read(Path file) {
    dialogs.read(file, reason -> model.importFrom(file, reason, this::read));
  }

  private void read(SuppressionList.Imported imported) {
    told(
        texts()
            .get(
                "suppression.imported",
                imported.rows(),
                imported.added(),
                imported.already(),
                imported.repeated(),
                imported.leftOut().size()));
  }

  private void export() {
    context()
        .files()
        .saveAs(texts().get("suppression.file"))
        .ifPresent(
            csv ->
                model.export(
                    csv,
                    people ->
                        told(
                            texts()
                                .get(
                                    "suppression.exported",
                                    people,
                                    String.valueOf(csv.getFileName())))));
  }

  @Override
  public void shown() {
    super.shown();
    model.refresh();
  }

  @Override
  public void hidden() {
    model.stop();
  }

  @Override
  public Node firstFocus() {
    return search;
  }

  @Override
  public Map<KeyCombination, Runnable> keys() {
    return Map.of(
        new KeyCodeCombination(KeyCode.F, KeyCombination.SHORTCUT_DOWN), search::requestFocus);
  }

  private final class ActCell extends TableCell<Suppressed, Suppressed> {
    private final Button button = Ui.button("", "small", "pr-in-table");

    private ActCell() {
      setAlignment(Pos.CENTER_RIGHT);
      getStyleClass().add("pr-act-cell");
    }

    @Override
    protected void updateItem(@Nullable Suppressed item, boolean empty) {
      super.updateItem(item, empty);
      setGraphic(null);
      if (!empty && item != null) {
        button.setText(texts().get("suppression.remove"));
        button.setAccessibleText(texts().get("suppression.remove-said", item.address()));
        button.setOnAction(_ -> remove(item));
        setGraphic(button);
      }
    }
  }
}
