package org.postroom.ui.home;

import atlantafx.base.controls.CustomTextField;
import java.util.HashMap;
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
import javafx.scene.layout.GridPane;
import javafx.scene.layout.HBox;
import javafx.scene.layout.VBox;
import org.jspecify.annotations.Nullable;
import org.postroom.engine.SeenLists.SeenList;
import org.postroom.ui.common.Icons;
import org.postroom.ui.common.ListWords;
import org.postroom.ui.common.SortHead;
import org.postroom.ui.common.Ui;
import org.postroom.ui.common.UiContext;

/// "Lists": every list that was read in this workspace, where it came from, and what it was used
/// for. Enter shows all that is known of one.
public final class ListsScreen extends RailPage {
  private static final double ROW = 37;

  private final ListsModel model;
  private final ListWords words;
  private final TableView<SeenList> table = new TableView<>();
  private final CustomTextField search = new CustomTextField();
  private final Map<TableColumn<SeenList, ?>, Function<SeenList, String>> sortKeys =
      new HashMap<>();
  private boolean filling;

  public ListsScreen(UiContext context) {
    super(context, "lists", context.texts().get("lists.title"), context.texts().get("lists.what"));
    model = new ListsModel(context.engine().seenLists(), context.tasks());
    words = new ListWords(context);
    search.setId("find-list");
    search.getStyleClass().add("small");
    search.setPromptText(texts().get("lists.find"));
    search.setAccessibleText(texts().get("lists.find"));
    search.setLeft(Icons.small(Icons.SEARCH));
    search.setPrefWidth(240);
    search.textProperty().addListener((_, _, text) -> model.find(text));
    table();
    add(Ui.row(8, Ui.spacer(), search), Ui.grow(table));
    model.shown().shownProperty().subscribe(this::rows);
    model.allProperty().subscribe(_ -> rows(model.shown().shownProperty().get()));
    model.problemProperty().subscribe(this::problem);
  }

  private void table() {
    table.setId("lists-table");
    table.setFixedCellSize(ROW);
    table.setMinHeight(32 + 4 * ROW);
    table.setAccessibleText(texts().get("lists.title"));
    table.setColumnResizePolicy(TableView.CONSTRAINED_RESIZE_POLICY_FLEX_LAST_COLUMN);
    table.setSortPolicy(_ -> sorted());
    TableColumn<SeenList, SeenList> act = new TableColumn<>();
    act.setCellValueFactory(one -> new ReadOnlyObjectWrapper<>(one.getValue()));
    act.setCellFactory(_ -> new ActCell());
    act.setSortable(false);
    act.setReorderable(false);
    act.setPrefWidth(180);
    act.setMinWidth(176);
    TableColumn<SeenList, String> people =
        column(
            "people",
            76,
            list -> Integer.toString(list.people()),
            list -> Integer.toString(list.people()));
    table
        .getColumns()
        .setAll(
            List.of(
                column("file", 150, SeenList::fileName, SeenList::fileName),
                column("imported", 210, words::imported, list -> list.firstImported().toString()),
                people,
                column("basis", 170, words::basis, words::basis),
                column("use", 170, words::use, words::use),
                act));
    table.setOnKeyPressed(
        event -> {
          SeenList chosen = table.getSelectionModel().getSelectedItem();
          if (chosen != null && event.getCode() == KeyCode.ENTER) {
            details(chosen);
            event.consume();
          } else if (chosen != null && event.getCode() == KeyCode.DELETE) {
            forget(chosen);
            event.consume();
          }
        });
  }

  private TableColumn<SeenList, String> column(
      String key, double width, Function<SeenList, String> text, Function<SeenList, String> sort) {
    TableColumn<SeenList, String> column = new TableColumn<>();
    column.setGraphic(SortHead.button(texts(), table, column, texts().get("lists.column." + key)));
    column.setCellValueFactory(one -> new ReadOnlyStringWrapper(text.apply(one.getValue())));
    column.setSortable(false);
    column.setReorderable(false);
    column.setPrefWidth(width);
    column.setMinWidth(60);
    sortKeys.put(column, sort);
    return column;
  }

  private boolean sorted() {
    if (!filling) {
      boolean none = table.getSortOrder().isEmpty();
      TableColumn<SeenList, ?> column = none ? null : table.getSortOrder().getFirst();
      model
          .shown()
          .by(
              column == null ? null : sortKeys.get(column),
              column != null && column.getSortType() == TableColumn.SortType.DESCENDING);
    }
    return true;
  }

  private void rows(List<SeenList> lists) {
    SortHead.fill(table, lists, now -> filling = now);
    table.setPlaceholder(
        Ui.label(
            texts().get(model.allProperty().get().isEmpty() ? "lists.none" : "lists.none-found"),
            "pr-muted"));
  }

  private void details(SeenList list) {
    GridPane grid = new GridPane(16, 8);
    int row = 0;
    for (ListWords.Line line : words.lines(list)) {
      Label name = Ui.label(line.name(), "pr-caption");
      name.setMinWidth(javafx.scene.layout.Region.USE_PREF_SIZE);
      Label text = Ui.paragraph(line.text(), "pr-small");
      name.setLabelFor(text);
      grid.addRow(row++, name, text);
    }
    Button close = Ui.button(texts().get("dialog.close"));
    close.setOnAction(_ -> context().dialogs().close());
    HBox buttons = Ui.row(8, close);
    buttons.setAlignment(Pos.CENTER_RIGHT);
    VBox content = Ui.column(16, Ui.label(list.fileName(), "pr-dialog-title"), grid, buttons);
    context().dialogs().show(list.fileName(), content, 560, () -> {}, close);
  }

  private void forget(SeenList list) {
    new AskDialog(
            context(),
            texts().get("lists.forget.title", list.fileName()),
            texts().get("lists.forget.text"))
        .field(
            "forget-reason",
            texts().get("lists.forget.reason"),
            text -> text.isEmpty() ? texts().get("suppression.needs-reason") : "")
        .show(texts().get("lists.forget.take"), said -> model.forget(list, said.getFirst()));
  }

  @Override
  public void shown() {
    super.shown();
    model.refresh();
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

  private final class ActCell extends TableCell<SeenList, SeenList> {
    private final Button more = Ui.button(texts().get("lists.more"), "small", "pr-in-table");
    private final Button forget = Ui.button(texts().get("lists.forget"), "small", "pr-in-table");
    private final HBox both = Ui.row(6, more, forget);

    private ActCell() {
      setAlignment(Pos.CENTER_RIGHT);
      both.setAlignment(Pos.CENTER_RIGHT);
      getStyleClass().add("pr-act-cell");
    }

    @Override
    protected void updateItem(@Nullable SeenList item, boolean empty) {
      super.updateItem(item, empty);
      setGraphic(null);
      if (!empty && item != null) {
        more.setAccessibleText(texts().get("lists.more-said", item.fileName()));
        more.setOnAction(_ -> details(item));
        forget.setAccessibleText(texts().get("lists.forget-said", item.fileName()));
        forget.setOnAction(_ -> forget(item));
        setGraphic(both);
      }
    }
  }
}
