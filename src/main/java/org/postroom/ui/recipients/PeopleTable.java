package org.postroom.ui.recipients;

import java.util.List;
import java.util.Objects;
import java.util.function.Consumer;
import javafx.application.Platform;
import javafx.beans.property.ReadOnlyObjectWrapper;
import javafx.beans.property.ReadOnlyStringWrapper;
import javafx.geometry.Pos;
import javafx.scene.control.ContextMenu;
import javafx.scene.control.MenuButton;
import javafx.scene.control.MenuItem;
import javafx.scene.control.RadioMenuItem;
import javafx.scene.control.SeparatorMenuItem;
import javafx.scene.control.TableCell;
import javafx.scene.control.TableColumn;
import javafx.scene.control.TableView;
import javafx.scene.control.ToggleGroup;
import javafx.scene.input.KeyCode;
import javafx.scene.layout.VBox;
import org.jspecify.annotations.Nullable;
import org.postroom.recipients.FieldName;
import org.postroom.recipients.Recipient;
import org.postroom.ui.common.ColumnFacts;
import org.postroom.ui.common.Icons;
import org.postroom.ui.common.SortHead;
import org.postroom.ui.common.Texts;
import org.postroom.ui.common.Ui;
import org.postroom.ui.recipients.PeopleModel.Role;

/// The people of the list. Cells read straight from the recipients, and only those that are seen
/// are made, so that 100,000 rows scroll like ten.
final class PeopleTable {
  /// The height of a row, which lets the table know the place of any row without making it.
  static final double ROW = 35;

  private static final int FEW = 6;
  private static final double LEAST = 300;
  private static final double LEAST_NUMBERS = 64;

  private final TableView<Recipient> table = new TableView<>();
  private final Texts texts;
  private final PeopleModel model;
  private boolean filling;
  private final Consumer<FieldName> onValues;
  private List<ColumnFacts> latest = List.of();
  private @Nullable Sort sort;
  private double numbers = LEAST_NUMBERS;

  /// What is sorted by: the column's place, or -1 for the number of the row.
  private record Sort(String column, int index, boolean descending) {}

  /// @param onLeaveOut leaves a person out by hand
  /// @param onValues asks for the values of a column that are written to
  PeopleTable(
      Texts texts,
      PeopleModel model,
      Consumer<Recipient> onLeaveOut,
      Consumer<FieldName> onValues) {
    this.texts = texts;
    this.model = model;
    this.onValues = onValues;
    table.setSortPolicy(_ -> sorted());
    table
        .widthProperty()
        .addListener(
            (_, before, now) -> {
              if (before.doubleValue() < LEAST && now.doubleValue() >= LEAST) {
                Platform.runLater(() -> columns(latest));
              }
            });
    table.setId("people-table");
    table.setFixedCellSize(ROW);
    table.setMinHeight(48 + 4 * ROW);
    table.setAccessibleText(texts.get("people.table"));
    empty(true);
    MenuItem leaveOut = new MenuItem(texts.get("people.leave-out"));
    Runnable act =
        () -> {
          Recipient chosen = table.getSelectionModel().getSelectedItem();
          if (chosen != null) {
            onLeaveOut.accept(chosen);
          }
        };
    leaveOut.setOnAction(_ -> act.run());
    table.setContextMenu(new ContextMenu(leaveOut));
    table.setOnKeyPressed(
        event -> {
          if (event.getCode() == KeyCode.DELETE) {
            act.run();
            event.consume();
          }
        });
  }

  TableView<Recipient> node() {
    return table;
  }

  /// Other people, the same columns.
  void people(List<Recipient> people) {
    SortHead.fill(table, people, now -> filling = now);
  }

  /// Gives the numbers of the rows the room that the last one needs.
  void rows(int count) {
    numbers = Math.max(LEAST_NUMBERS, 30 + 8.0 * Integer.toString(count).length());
    if (!table.getColumns().isEmpty()) {
      table.getColumns().getFirst().setPrefWidth(numbers);
    }
  }

  /// @param none true where the list itself has nobody to write to
  void empty(boolean none) {
    table.setPlaceholder(
        Ui.paragraph(texts.get(none ? "people.nobody" : "people.none-found"), "pr-muted"));
  }

  /// Sorts beside the table, which only shows what comes of it.
  private boolean sorted() {
    if (filling) {
      return true;
    }
    Sort next = null;
    if (!table.getSortOrder().isEmpty()) {
      TableColumn<Recipient, ?> column = table.getSortOrder().getFirst();
      int index = table.getColumns().indexOf(column) - 1;
      boolean descending = column.getSortType() == TableColumn.SortType.DESCENDING;
      next = index < -1 ? null : new Sort(String.valueOf(column.getUserData()), index, descending);
    }
    if (!Objects.equals(next, sort)) {
      sort = next;
      int index = next == null ? -1 : next.index();
      boolean descending = next != null && next.descending();
      if (index < 0) {
        model.people().by(null, descending);
      } else {
        model.people().by(index, one -> one.cell(index), descending);
      }
    }
    return true;
  }

  /// Other columns. A table that has no width yet would make them all alike.
  void columns(List<ColumnFacts> columns) {
    latest = columns;
    Sort before = sort;
    table.getColumns().clear();
    // A few columns share the room; many keep their widths and scroll sideways.
    table.setColumnResizePolicy(
        columns.size() <= FEW
            ? TableView.CONSTRAINED_RESIZE_POLICY_SUBSEQUENT_COLUMNS
            : TableView.UNCONSTRAINED_RESIZE_POLICY);
    TableColumn<Recipient, Number> row = new TableColumn<>();
    row.setCellValueFactory(one -> new ReadOnlyObjectWrapper<>(one.getValue().at().row()));
    row.setCellFactory(_ -> new NumberCell());
    row.setUserData("");
    row.setSortable(false);
    row.setGraphic(SortHead.button(texts, table, row, texts.get("people.row")));
    row.setReorderable(false);
    row.setResizable(false);
    row.setPrefWidth(numbers);
    row.getStyleClass().add("pr-number-head");
    table.getColumns().add(row);
    for (int i = 0; i < columns.size(); i++) {
      table.getColumns().add(column(i, columns.get(i)));
    }
    // The list was read again: it stays sorted by the column of that name.
    if (before != null) {
      table.getColumns().stream()
          .filter(column -> before.column().equals(column.getUserData()))
          .findFirst()
          .ifPresent(
              column ->
                  SortHead.sort(
                      table,
                      column,
                      before.descending()
                          ? TableColumn.SortType.DESCENDING
                          : TableColumn.SortType.ASCENDING));
    }
  }

  private TableColumn<Recipient, String> column(int index, ColumnFacts facts) {
    TableColumn<Recipient, String> column = new TableColumn<>();
    column.setCellValueFactory(one -> new ReadOnlyStringWrapper(one.getValue().cell(index)));
    String empty = facts.emptyIsRare() ? texts.get("people.empty") : "";
    column.setCellFactory(_ -> new TextCell(empty));
    column.setUserData(facts.name().key());
    column.setSortable(false);
    column.setReorderable(false);
    column.setGraphic(head(facts.name(), column));
    double letters = Math.max(facts.longest() * 7.4, facts.name().shown().length() * 8.4);
    column.setPrefWidth(Math.clamp(letters + 24, 84, 222));
    column.setMinWidth(60);
    return column;
  }

  private VBox head(FieldName name, TableColumn<Recipient, String> column) {
    Role role = model.role(name);
    MenuButton menu = new MenuButton(texts.get("people.role." + key(role)));
    menu.getStyleClass().addAll("flat", "pr-role");
    if (role == Role.ADDRESS) {
      menu.setGraphic(Icons.small(Icons.ADDRESS));
      menu.getStyleClass().add("pr-role-address");
    }
    menu.setAccessibleText(
        texts.get("people.role.said", name.shown(), texts.get("people.role." + key(role))));
    ToggleGroup group = new ToggleGroup();
    for (Role each : Role.values()) {
      RadioMenuItem item = new RadioMenuItem(texts.get("people.role." + key(each)));
      item.setToggleGroup(group);
      item.setSelected(each == role);
      item.setDisable(role == Role.ADDRESS && each != Role.ADDRESS);
      item.setOnAction(_ -> model.role(name, each));
      menu.getItems().add(item);
    }
    menu.getItems()
        .addAll(
            new SeparatorMenuItem(),
            item(
                "people.sort.up",
                () -> SortHead.sort(table, column, TableColumn.SortType.ASCENDING)),
            item(
                "people.sort.down",
                () -> SortHead.sort(table, column, TableColumn.SortType.DESCENDING)),
            item("people.sort.file", () -> SortHead.sort(table, column, null)),
            new SeparatorMenuItem(),
            item("people.choose.values-of", () -> onValues.accept(name)));
    VBox head = new VBox(Ui.label(name.shown(), "pr-head-name"), menu);
    head.setAlignment(Pos.CENTER_LEFT);
    head.setMaxWidth(Double.MAX_VALUE);
    // The menu has these ways as well, for the keyboard.
    head.setOnMouseClicked(event -> SortHead.clicked(table, column, event));
    menu.setOnMouseClicked(javafx.event.Event::consume);
    return head;
  }

  private MenuItem item(String key, Runnable act) {
    MenuItem item = new MenuItem(texts.get(key));
    item.setOnAction(_ -> act.run());
    return item;
  }

  private String key(Role role) {
    return role.name().toLowerCase(texts.locale());
  }

  private static final class NumberCell extends TableCell<Recipient, Number> {
    private NumberCell() {
      getStyleClass().add("pr-number");
    }

    @Override
    protected void updateItem(@Nullable Number item, boolean empty) {
      super.updateItem(item, empty);
      setText(empty || item == null ? null : item.toString());
    }
  }

  private static final class TextCell extends TableCell<Recipient, String> {
    private final String emptyText;

    private TextCell(String emptyText) {
      this.emptyText = emptyText;
    }

    @Override
    protected void updateItem(@Nullable String item, boolean empty) {
      super.updateItem(item, empty);
      boolean blank = !empty && item != null && item.isBlank();
      getStyleClass().remove("pr-empty");
      if (blank && !emptyText.isEmpty()) {
        getStyleClass().add("pr-empty");
        setText(emptyText);
      } else {
        setText(empty || item == null ? null : LeftOutTexts.visible(item.strip()));
      }
    }
  }
}
