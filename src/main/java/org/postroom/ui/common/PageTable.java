package org.postroom.ui.common;

import java.util.EnumMap;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.function.Consumer;
import java.util.function.Function;
import java.util.function.Supplier;
import javafx.application.Platform;
import javafx.beans.property.ReadOnlyObjectWrapper;
import javafx.beans.property.ReadOnlyStringWrapper;
import javafx.beans.value.ObservableValue;
import javafx.geometry.Pos;
import javafx.scene.Node;
import javafx.scene.control.Label;
import javafx.scene.control.TableCell;
import javafx.scene.control.TableColumn;
import javafx.scene.control.TableView;
import javafx.scene.control.Tooltip;
import javafx.scene.input.KeyCode;
import org.jspecify.annotations.Nullable;

/// A table of texts with what can be done at the end of each row. Its headings sort by mouse and by
/// keys, beside the user-interface thread: the table only shows what comes of it.
public final class PageTable<T> {
  private static final double ROW = 37;
  private static final double HEAD = 32;
  private static final int LEAST_ROWS = 4;

  private final Texts texts;
  private final Arranged<T> arranged;
  private final TableView<T> table = new TableView<>();
  private final Map<TableColumn<T, ?>, Function<T, String>> sortKeys = new HashMap<>();
  private final Map<KeyCode, Consumer<T>> keys = new EnumMap<>(KeyCode.class);
  private @Nullable Function<T, String> sortedBy;
  private boolean downwards;
  private boolean filling;

  /// A column of texts.
  ///
  /// @param title of its heading
  /// @param least the smallest width
  /// @param style of its cells; empty for none
  /// @param sortKey what is compared
  public record Column<T>(
      String title,
      double width,
      double least,
      String style,
      Function<T, String> text,
      Function<T, String> sortKey) {
    public Column(String title, double width, Function<T, String> text) {
      this(title, width, Math.min(width, 90), "", text, text);
    }

    public Column<T> atLeast(double other) {
      return new Column<>(title, width, other, style, text, sortKey);
    }

    public Column<T> styled(String other) {
      return new Column<>(title, width, least, other, text, sortKey);
    }

    public Column<T> sortedBy(Function<T, String> other) {
      return new Column<>(title, width, least, style, text, other);
    }
  }

  /// What stands at the end of a row. One of these serves many rows, one after the other.
  @FunctionalInterface
  public interface Acts<T> {
    Node of(T row);
  }

  /// @param name for assistive technology
  /// @param arranged the rows, and where they are sorted
  public PageTable(Texts texts, String id, String name, Arranged<T> arranged) {
    this.texts = texts;
    this.arranged = arranged;
    table.setId(id);
    table.setAccessibleText(name);
    table.setFixedCellSize(ROW);
    table.setMinHeight(HEAD + LEAST_ROWS * ROW);
    table.setColumnResizePolicy(TableView.CONSTRAINED_RESIZE_POLICY_FLEX_LAST_COLUMN);
    table.setSortPolicy(_ -> sorted());
    table.setOnKeyPressed(
        event -> {
          T chosen = table.getSelectionModel().getSelectedItem();
          Consumer<T> act = keys.get(event.getCode());
          if (chosen != null && act != null) {
            act.accept(chosen);
            event.consume();
          }
        });
    arranged.shownProperty().subscribe(this::fill);
  }

  public TableView<T> node() {
    return table;
  }

  public PageTable<T> column(Column<T> description) {
    TableColumn<T, String> column = new TableColumn<>();
    column.setGraphic(SortHead.button(texts, table, column, description.title()));
    column.setCellValueFactory(
        one -> new ReadOnlyStringWrapper(description.text().apply(one.getValue())));
    column.setCellFactory(_ -> new TextCell<>(description.style()));
    column.setSortable(false);
    sortKeys.put(column, description.sortKey());
    return add(column, description.width(), description.least());
  }

  /// @param acts makes what stands at the end of a row
  public PageTable<T> acts(double width, Supplier<Acts<T>> acts) {
    TableColumn<T, T> column = new TableColumn<>();
    column.setCellValueFactory(one -> new ReadOnlyObjectWrapper<>(one.getValue()));
    column.setCellFactory(_ -> new ActCell<>(acts.get()));
    column.setSortable(false);
    return add(column, width, width);
  }

  private PageTable<T> add(TableColumn<T, ?> column, double width, double least) {
    column.setReorderable(false);
    column.setPrefWidth(width);
    column.setMinWidth(least);
    table.getColumns().add(column);
    return this;
  }

  /// What this key does to the row that is chosen.
  public PageTable<T> key(KeyCode key, Consumer<T> act) {
    keys.put(key, act);
    return this;
  }

  /// @param all the rows without search
  /// @param none is said where there are none at all
  /// @param noneFound is said where the search leaves none
  public PageTable<T> empty(ObservableValue<List<T>> all, String none, String noneFound) {
    Label words = Ui.paragraph("", "pr-muted");
    words.textProperty().bind(all.map(rows -> rows.isEmpty() ? none : noneFound));
    table.setPlaceholder(words);
    return this;
  }

  private void fill(List<T> rows) {
    SortHead.fill(table, rows, now -> filling = now);
  }

  private boolean sorted() {
    if (filling) {
      return true;
    }
    boolean none = table.getSortOrder().isEmpty();
    TableColumn<T, ?> column = none ? null : table.getSortOrder().getFirst();
    Function<T, String> key = column == null ? null : sortKeys.get(column);
    boolean descending = column != null && column.getSortType() == TableColumn.SortType.DESCENDING;
    if (!Objects.equals(key, sortedBy) || descending != downwards) {
      sortedBy = key;
      downwards = descending;
      arranged.by(key, descending);
    }
    return true;
  }

  private static final class TextCell<T> extends TableCell<T, String> {
    private TextCell(String style) {
      if (!style.isEmpty()) {
        getStyleClass().add(style);
      }
      // A text that is cut can be read whole under the mouse; Enter shows it to the keyboard.
      setOnMouseEntered(_ -> setTooltip(isTextTruncated() ? new Tooltip(getText()) : null));
    }

    @Override
    protected void updateItem(@Nullable String item, boolean empty) {
      super.updateItem(item, empty);
      setText(empty ? null : item);
    }
  }

  private static final class ActCell<T> extends TableCell<T, T> {
    private final Acts<T> acts;

    private ActCell(Acts<T> acts) {
      this.acts = acts;
      setAlignment(Pos.CENTER_RIGHT);
      getStyleClass().add("pr-act-cell");
    }

    @Override
    protected void updateItem(@Nullable T item, boolean empty) {
      super.updateItem(item, empty);
      setGraphic(empty || item == null ? null : acts.of(item));
    }

    private void widen(TableColumn<T, T> column, double least) {
      TableView<T> table = getTableView();
      column.setMinWidth(least);
      // The others give the room back.
      table.getColumnResizePolicy().call(new TableView.ResizeFeatures<>(table, null, 0.0));
    }

    /// With larger letters the buttons need more room than the column has; they are never cut.
    @Override
    protected void layoutChildren() {
      super.layoutChildren();
      Node buttons = getGraphic();
      TableColumn<T, T> column = getTableColumn();
      if (buttons != null && column != null) {
        double needs = snappedLeftInset() + buttons.prefWidth(-1) + snappedRightInset();
        if (column.getMinWidth() < needs) {
          Platform.runLater(() -> widen(column, needs));
        }
      }
    }
  }
}
