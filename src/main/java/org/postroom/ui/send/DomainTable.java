package org.postroom.ui.send;

import java.util.List;
import java.util.function.ToIntFunction;
import javafx.beans.property.ReadOnlyObjectWrapper;
import javafx.geometry.Pos;
import javafx.scene.AccessibleRole;
import javafx.scene.control.TableCell;
import javafx.scene.control.TableColumn;
import javafx.scene.control.TableRow;
import javafx.scene.control.TableView;
import javafx.scene.control.Tooltip;
import javafx.scene.layout.StackPane;
import org.jspecify.annotations.Nullable;
import org.postroom.ui.common.OutcomeBar;
import org.postroom.ui.common.Texts;
import org.postroom.ui.common.Ui;

/// How it stands by domain, as a bar in each row and as figures beside it: the chart and its table
/// are one. A row says itself in one sentence to assistive technology.
final class DomainTable extends TableView<DomainTally.Row> {
  /// Rows that are shown, with the rest in the last.
  static final int MOST = 12;

  private static final double ROW = 29;
  private static final double HEAD = 32;
  private static final double BAR = 10;
  private static final double LEAST_BAR = 12;

  private final Texts texts;
  private final TableColumn<DomainTally.Row, Integer> inDoubt;
  private int largest = 1;

  DomainTable(Texts texts) {
    this.texts = texts;
    setId("send-domains");
    setFixedCellSize(ROW);
    setAccessibleText(texts.get("send.domains.name"));
    setPlaceholder(Ui.label(texts.get("send.domains.none"), "pr-muted"));
    setColumnResizePolicy(CONSTRAINED_RESIZE_POLICY_FLEX_LAST_COLUMN);
    getStyleClass().addAll("pr-table", "send-domains");
    setRowFactory(_ -> new SpokenRow());
    TableColumn<DomainTally.Row, String> name = new TableColumn<>(texts.get("send.domains.domain"));
    name.setCellValueFactory(row -> new ReadOnlyObjectWrapper<>(name(row.getValue())));
    name.setCellFactory(_ -> new NameCell());
    add(name, 190, 130);
    TableColumn<DomainTally.Row, DomainTally.Row> bar = new TableColumn<>();
    bar.setCellValueFactory(row -> new ReadOnlyObjectWrapper<>(row.getValue()));
    bar.setCellFactory(_ -> new BarCell());
    add(bar, 100, 50);
    number("send.domains.accepted", 82, DomainTally.Row::accepted);
    number("send.domains.waiting", 66, DomainTally.Row::waiting);
    number("send.domains.refused", 68, DomainTally.Row::refused);
    inDoubt = number("send.domains.in-doubt", 70, DomainTally.Row::inDoubt);
    number("send.domains.not-yet", 62, DomainTally.Row::notYet);
    setMinHeight(HEAD + 3 * ROW);
  }

  /// As high as so many rows need.
  static double high(int rows) {
    return HEAD + Math.max(3, rows) * ROW + 2;
  }

  /// The same rows in the same order all the time; only their figures change.
  void show(List<DomainTally.Row> rows) {
    largest = rows.stream().mapToInt(DomainTally.Row::people).max().orElse(1);
    inDoubt.setVisible(rows.stream().anyMatch(row -> row.inDoubt() > 0));
    if (rows.size() != getItems().size()) {
      getItems().setAll(rows);
      return;
    }
    for (int i = 0; i < rows.size(); i++) {
      if (!rows.get(i).equals(getItems().get(i))) {
        getItems().set(i, rows.get(i));
      }
    }
  }

  private void add(TableColumn<DomainTally.Row, ?> column, double width, double least) {
    column.setPrefWidth(width);
    column.setMinWidth(least);
    column.setSortable(false);
    column.setReorderable(false);
    getColumns().add(column);
  }

  private TableColumn<DomainTally.Row, Integer> number(
      String key, double width, ToIntFunction<DomainTally.Row> value) {
    TableColumn<DomainTally.Row, Integer> column = new TableColumn<>(texts.get(key));
    column.setCellValueFactory(
        row -> new ReadOnlyObjectWrapper<>(value.applyAsInt(row.getValue())));
    column.setCellFactory(_ -> new NumberCell());
    add(column, width, width);
    column.setMaxWidth(width);
    return column;
  }

  private String name(DomainTally.Row row) {
    return row.domains() > 1
        ? texts.get("send.domains.rest", row.domains())
        : row.domain().isEmpty() ? texts.get("send.domains.unknown") : row.domain();
  }

  private String spoken(DomainTally.Row row) {
    return texts.get(
        "send.domains.spoken",
        name(row),
        row.accepted(),
        row.waiting(),
        row.refused(),
        row.inDoubt(),
        row.notYet());
  }

  private final class SpokenRow extends TableRow<DomainTally.Row> {
    @Override
    protected void updateItem(DomainTally.@Nullable Row row, boolean empty) {
      super.updateItem(row, empty);
      setAccessibleText(empty || row == null ? null : spoken(row));
    }
  }

  private static final class NameCell extends TableCell<DomainTally.Row, String> {
    private NameCell() {
      setOnMouseEntered(_ -> setTooltip(isTextTruncated() ? new Tooltip(getText()) : null));
    }

    @Override
    protected void updateItem(@Nullable String name, boolean empty) {
      super.updateItem(name, empty);
      setText(empty ? null : name);
    }
  }

  private final class NumberCell extends TableCell<DomainTally.Row, Integer> {
    private NumberCell() {
      getStyleClass().add("pr-number");
    }

    @Override
    protected void updateItem(@Nullable Integer value, boolean empty) {
      super.updateItem(value, empty);
      setText(empty || value == null ? null : texts.get("send.number", value));
    }
  }

  /// As long as there are people, beside the largest; filled, dotted and hatched as everywhere.
  private final class BarCell extends TableCell<DomainTally.Row, DomainTally.Row> {
    private final OutcomeBar bar = new OutcomeBar(BAR);
    private final StackPane room = new StackPane(bar);

    private BarCell() {
      room.setMinWidth(0);
      StackPane.setAlignment(bar, Pos.CENTER_LEFT);
      bar.setAccessibleRole(AccessibleRole.IMAGE_VIEW);
    }

    @Override
    protected void updateItem(DomainTally.@Nullable Row row, boolean empty) {
      super.updateItem(row, empty);
      if (empty || row == null) {
        setGraphic(null);
        return;
      }
      bar.show(row.accepted(), row.waiting(), row.refused(), row.inDoubt(), row.notYet());
      bar.setAccessibleText(spoken(row));
      double share = row.people() / (double) largest;
      room.prefWidthProperty().unbind();
      room.prefWidthProperty().bind(widthProperty().subtract(20));
      bar.maxWidthProperty().unbind();
      bar.maxWidthProperty()
          .bind(
              room.prefWidthProperty()
                  .map(width -> Math.max(LEAST_BAR, width.doubleValue() * share)));
      setGraphic(room);
    }
  }
}
