package org.postroom.ui.recipients;

import java.util.List;
import java.util.function.Consumer;
import javafx.beans.property.ReadOnlyObjectWrapper;
import javafx.beans.property.ReadOnlyStringWrapper;
import javafx.collections.FXCollections;
import javafx.geometry.Pos;
import javafx.scene.control.ContextMenu;
import javafx.scene.control.MenuButton;
import javafx.scene.control.MenuItem;
import javafx.scene.control.RadioMenuItem;
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
import org.postroom.ui.common.Texts;
import org.postroom.ui.common.Ui;
import org.postroom.ui.recipients.PeopleModel.Role;

/// The people of the list. Cells read straight from the recipients, and only those that are seen
/// are made, so that 100,000 rows scroll like ten.
final class PeopleTable {
  /// The height of a row, which lets the table know the place of any row without making it.
  static final double ROW = 35;

  private static final int FEW = 6;

  private final TableView<Recipient> table = new TableView<>();
  private final Texts texts;
  private final PeopleModel model;

  /// @param onLeaveOut leaves a person out by hand
  PeopleTable(Texts texts, PeopleModel model, Consumer<Recipient> onLeaveOut) {
    this.texts = texts;
    this.model = model;
    table.setId("people-table");
    table.setFixedCellSize(ROW);
    table.setMinHeight(48 + 4 * ROW);
    table.setAccessibleText(texts.get("people.table"));
    table.setPlaceholder(Ui.label(texts.get("people.none-found"), "pr-muted"));
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
    table.setItems(FXCollections.observableList(people));
  }

  /// Other columns.
  void columns(List<ColumnFacts> columns) {
    table.getColumns().clear();
    // A few columns share the room; many keep their widths and scroll sideways.
    table.setColumnResizePolicy(
        columns.size() <= FEW
            ? TableView.CONSTRAINED_RESIZE_POLICY_SUBSEQUENT_COLUMNS
            : TableView.UNCONSTRAINED_RESIZE_POLICY);
    TableColumn<Recipient, Number> row = new TableColumn<>(texts.get("people.row"));
    row.setCellValueFactory(one -> new ReadOnlyObjectWrapper<>(one.getValue().at().row()));
    row.setCellFactory(_ -> new NumberCell());
    row.setSortable(false);
    row.setReorderable(false);
    row.setResizable(false);
    row.setPrefWidth(58);
    row.getStyleClass().add("pr-number-head");
    table.getColumns().add(row);
    for (int i = 0; i < columns.size(); i++) {
      table.getColumns().add(column(i, columns.get(i)));
    }
  }

  private TableColumn<Recipient, String> column(int index, ColumnFacts facts) {
    TableColumn<Recipient, String> column = new TableColumn<>();
    column.setCellValueFactory(one -> new ReadOnlyStringWrapper(one.getValue().cell(index)));
    String empty = facts.emptyIsRare() ? texts.get("people.empty") : "";
    column.setCellFactory(_ -> new TextCell(empty));
    column.setSortable(false);
    column.setReorderable(false);
    column.setGraphic(head(facts.name()));
    double letters = Math.max(facts.longest() * 7.4, facts.name().shown().length() * 8.4);
    column.setPrefWidth(Math.clamp(letters + 24, 84, 222));
    column.setMinWidth(60);
    return column;
  }

  private VBox head(FieldName name) {
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
    VBox head = new VBox(Ui.label(name.shown(), "pr-head-name"), menu);
    head.setAlignment(Pos.CENTER_LEFT);
    head.setMaxWidth(Double.MAX_VALUE);
    return head;
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
