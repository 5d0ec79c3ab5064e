package org.postroom.ui.recipients;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.function.Consumer;
import java.util.function.Function;
import javafx.beans.property.ReadOnlyObjectWrapper;
import javafx.beans.property.ReadOnlyStringWrapper;
import javafx.geometry.Pos;
import javafx.scene.control.Button;
import javafx.scene.control.TableCell;
import javafx.scene.control.TableColumn;
import javafx.scene.control.TableView;
import javafx.scene.input.KeyCode;
import org.jspecify.annotations.Nullable;
import org.postroom.recipients.LeftOut;
import org.postroom.ui.common.SortHead;
import org.postroom.ui.common.Texts;
import org.postroom.ui.common.Ui;

/// Every row that gets nothing: who, what the cell holds, why, and what can be done.
final class LeftOutTable {
  private static final double ROW = 37;

  private final TableView<LeftOut> table = new TableView<>();
  private final Texts texts;
  private final LeftOutTexts words;
  private final Consumer<LeftOut> onAct;
  private final PeopleModel model;
  private boolean filling;
  private final Map<TableColumn<LeftOut, ?>, Function<LeftOut, String>> sortKeys = new HashMap<>();
  private @Nullable Function<LeftOut, String> sortedBy;
  private boolean downwards;

  LeftOutTable(Texts texts, PeopleModel model, LeftOutTexts words, Consumer<LeftOut> onAct) {
    this.texts = texts;
    this.words = words;
    this.onAct = onAct;
    this.model = model;
    table.setSortPolicy(_ -> sorted());
    table.setId("left-out-table");
    table.setFixedCellSize(ROW);
    table.setMinHeight(32 + 4 * ROW);
    table.setAccessibleText(texts.get("people.left-out-table"));
    table.setPlaceholder(Ui.label(texts.get("people.nobody-left-out"), "pr-muted"));
    table.setColumnResizePolicy(TableView.CONSTRAINED_RESIZE_POLICY_FLEX_LAST_COLUMN);
    TableColumn<LeftOut, String> row =
        column(texts.get("people.row"), 64, 64, "pr-number", r -> Integer.toString(r.at().row()));
    TableColumn<LeftOut, String> person =
        column(
            texts.get("people.person"),
            128,
            90,
            "",
            r -> model.person(r).orElseGet(() -> texts.get("people.cannot-be-told")));
    TableColumn<LeftOut, String> cell =
        column(
            texts.get("people.in-the-file"),
            196,
            110,
            "pr-muted",
            r -> r.value().isEmpty() ? texts.get("people.empty") : LeftOutTexts.visible(r.value()));
    TableColumn<LeftOut, String> why =
        column(texts.get("people.why-left-out"), 380, 180, "", words::why);
    TableColumn<LeftOut, LeftOut> act = new TableColumn<>();
    act.setCellValueFactory(one -> new ReadOnlyObjectWrapper<>(one.getValue()));
    act.setCellFactory(_ -> new ActCell());
    act.setSortable(false);
    act.setReorderable(false);
    act.setPrefWidth(150);
    act.setMinWidth(140);
    table.getColumns().setAll(List.of(row, person, cell, why, act));
    table.setOnKeyPressed(
        event -> {
          LeftOut chosen = table.getSelectionModel().getSelectedItem();
          if (event.getCode() == KeyCode.ENTER && chosen != null) {
            onAct.accept(chosen);
            event.consume();
          }
        });
  }

  TableView<LeftOut> node() {
    return table;
  }

  /// @return how many
  int rows(List<LeftOut> rows) {
    return SortHead.fill(table, rows, now -> filling = now);
  }

  /// Sorts beside the table, which only shows what comes of it.
  private boolean sorted() {
    if (filling) {
      return true;
    }
    Function<LeftOut, String> words = null;
    boolean descending = false;
    if (!table.getSortOrder().isEmpty()) {
      TableColumn<LeftOut, ?> column = table.getSortOrder().getFirst();
      words = sortKeys.get(column);
      descending = column.getSortType() == TableColumn.SortType.DESCENDING;
    }
    if (!Objects.equals(words, sortedBy) || descending != downwards) {
      sortedBy = words;
      downwards = descending;
      model.leftOut().by(words, descending);
    }
    return true;
  }

  private TableColumn<LeftOut, String> column(
      String title, double width, double least, String style, Function<LeftOut, String> text) {
    TableColumn<LeftOut, String> column = new TableColumn<>();
    column.setSortable(false);
    column.setGraphic(SortHead.button(texts, table, column, title));
    column.setCellValueFactory(one -> new ReadOnlyStringWrapper(text.apply(one.getValue())));
    column.setCellFactory(_ -> new TextCell(style));
    sortKeys.put(column, text);
    column.setReorderable(false);
    column.setPrefWidth(width);
    column.setMinWidth(least);
    return column;
  }

  private static final class TextCell extends TableCell<LeftOut, String> {
    private TextCell(String style) {
      if (!style.isEmpty()) {
        getStyleClass().add(style);
      }
    }

    @Override
    protected void updateItem(@Nullable String item, boolean empty) {
      super.updateItem(item, empty);
      setText(empty ? null : item);
    }
  }

  private final class ActCell extends TableCell<LeftOut, LeftOut> {
    private final Button button = Ui.button("", "small", "pr-in-table");

    private ActCell() {
      setAlignment(Pos.CENTER_RIGHT);
      getStyleClass().add("pr-act-cell");
    }

    @Override
    protected void updateItem(@Nullable LeftOut item, boolean empty) {
      super.updateItem(item, empty);
      setGraphic(null);
      setText(null);
      if (empty || item == null) {
        return;
      }
      if (words.act(item) == LeftOutTexts.Act.NOTHING) {
        setText(words.button(item));
      } else {
        button.setText(words.button(item));
        button.setAccessibleText(words.button(item) + ", " + words.why(item));
        button.setOnAction(_ -> onAct.accept(item));
        setGraphic(button);
      }
    }
  }
}
