package org.postroom.ui.common;

import java.util.List;
import java.util.function.Consumer;
import javafx.scene.Node;
import javafx.scene.control.Button;
import javafx.scene.control.ContentDisplay;
import javafx.scene.control.Labeled;
import javafx.scene.control.TableColumn;
import javafx.scene.control.TableView;
import javafx.scene.input.MouseButton;
import javafx.scene.input.MouseEvent;
import javafx.scene.layout.Pane;
import org.jspecify.annotations.Nullable;

/// The heading of a column that sorts: up, down, and back to the order of the file. The table's own
/// headings answer the mouse only; these can be reached and pressed by keys.
public final class SortHead {
  private SortHead() {}

  /// A heading that is a button.
  public static <T> Button button(
      Texts texts, TableView<T> table, TableColumn<T, ?> column, String name) {
    Button button = Ui.button(name, "flat", "pr-sort-head");
    button.setMinWidth(0);
    button.setAccessibleText(texts.get("people.sort.said", name));
    button.setOnAction(_ -> next(table, column));
    return button;
  }

  public static <T> void clicked(TableView<T> table, TableColumn<T, ?> column, MouseEvent event) {
    if (event.getButton() == MouseButton.PRIMARY && event.isStillSincePress()) {
      next(table, column);
      event.consume();
    }
  }

  private static <T> void next(TableView<T> table, TableColumn<T, ?> column) {
    boolean mine = table.getSortOrder().contains(column);
    boolean up = column.getSortType() == TableColumn.SortType.ASCENDING;
    sort(
        table,
        column,
        !mine ? TableColumn.SortType.ASCENDING : up ? TableColumn.SortType.DESCENDING : null);
  }

  /// Puts other rows into a table, which would otherwise forget what it is sorted by.
  ///
  /// @param filling told true while that happens: what the table then says about sorting is not
  ///   what a person asked for
  public static <T> int fill(TableView<T> table, List<T> rows, Consumer<Boolean> filling) {
    List<TableColumn<T, ?>> order = List.copyOf(table.getSortOrder());
    filling.accept(true);
    table.setItems(new TableRows<>(rows));
    if (!table.getSortOrder().equals(order)) {
      table.getSortOrder().setAll(order);
    }
    filling.accept(false);
    mark(table);
    return rows.size();
  }

  /// Shows in the headings what is sorted by, and which way.
  private static <T> void mark(TableView<T> table) {
    for (TableColumn<T, ?> column : table.getColumns()) {
      Node head = column.getGraphic();
      Node name = head instanceof Pane pane ? pane.getChildren().getFirst() : head;
      if (name instanceof Labeled label) {
        boolean sorted = table.getSortOrder().contains(column);
        boolean up = column.getSortType() == TableColumn.SortType.ASCENDING;
        label.setContentDisplay(ContentDisplay.RIGHT);
        label.setGraphic(
            sorted ? Icons.sized(up ? Icons.CHEVRON_UP : Icons.CHEVRON_DOWN, 12) : null);
      }
    }
  }

  /// @param type null for the order of the file
  public static <T> void sort(
      TableView<T> table, TableColumn<T, ?> column, TableColumn.@Nullable SortType type) {
    if (type == null) {
      table.getSortOrder().clear();
    } else {
      column.setSortType(type);
      table.getSortOrder().setAll(List.of(column));
    }
    mark(table);
  }
}
