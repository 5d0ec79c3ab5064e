package org.postroom.ui.message;

import java.util.ArrayList;
import java.util.List;
import java.util.function.Consumer;
import javafx.geometry.Pos;
import javafx.scene.control.Button;
import javafx.scene.control.CheckBox;
import javafx.scene.control.TextField;
import javafx.scene.layout.GridPane;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.VBox;
import org.postroom.richtext.Block;
import org.postroom.richtext.TableText;
import org.postroom.ui.common.Texts;
import org.postroom.ui.common.Ui;
import org.postroom.ui.common.UiContext;

/// The cells of a simple table. A cell's words can have fields as `{{First name}}`, and Markdown's
/// signs for bold and italic.
final class TableDialog {
  static final Block.Table NEW =
      new Block.Table(
          true,
          List.of(
              List.of(new Block.Cell(List.of()), new Block.Cell(List.of())),
              List.of(new Block.Cell(List.of()), new Block.Cell(List.of()))));
  private static final int MOST_ROWS = 40;
  private static final int MOST_COLUMNS = 8;

  private final UiContext context;
  private final Texts texts;
  private final Block.Table before;
  private final Consumer<Block.Table> then;
  private final GridPane grid = new GridPane(6, 6);
  private final List<List<TextField>> cells = new ArrayList<>();
  private final CheckBox head;

  TableDialog(UiContext context, Block.Table table, Consumer<Block.Table> then) {
    this.context = context;
    this.texts = context.texts();
    this.before = table;
    this.then = then;
    this.head = new CheckBox(texts.get("message.table.head"));
    head.setSelected(table.head());
    for (List<Block.Cell> row : table.rows()) {
      List<TextField> fields = new ArrayList<>();
      for (Block.Cell cell : row) {
        fields.add(new TextField(TableText.write(cell)));
      }
      cells.add(fields);
    }
    fill();
  }

  void show() {
    String title = texts.get("message.table.title");
    Button row = Ui.button(texts.get("message.table.row"), "small");
    row.setId("table-row");
    row.setOnAction(
        _ -> {
          if (cells.size() < MOST_ROWS) {
            List<TextField> fields = new ArrayList<>();
            cells.getFirst().forEach(_ -> fields.add(new TextField()));
            cells.add(fields);
            fill();
            fields.getFirst().requestFocus();
          }
        });
    Button column = Ui.button(texts.get("message.table.column"), "small");
    column.setId("table-column");
    column.setOnAction(
        _ -> {
          if (cells.getFirst().size() < MOST_COLUMNS) {
            cells.forEach(fields -> fields.add(new TextField()));
            fill();
            cells.getFirst().getLast().requestFocus();
          }
        });
    Button cancel = Ui.button(texts.get("dialog.cancel"));
    cancel.setOnAction(_ -> context.dialogs().close());
    Button take = Ui.button(texts.get("message.table.take"), "accent");
    take.setId("table-take");
    take.setOnAction(
        _ -> {
          context.dialogs().close();
          then.accept(read());
        });
    HBox buttons = Ui.row(8, cancel, take);
    buttons.setAlignment(Pos.CENTER_RIGHT);
    VBox content =
        Ui.column(
            14,
            Ui.label(title, "pr-dialog-title"),
            Ui.paragraph(texts.get("message.table.text"), "pr-muted", "pr-small"),
            Ui.scrolling(grid),
            Ui.row(8, row, column, head),
            buttons);
    context.dialogs().show(title, content, 620, () -> {}, cells.getFirst().getFirst());
  }

  private void fill() {
    grid.getChildren().clear();
    for (int row = 0; row < cells.size(); row++) {
      for (int column = 0; column < cells.get(row).size(); column++) {
        TextField field = cells.get(row).get(column);
        field.setId("cell-" + (row + 1) + "-" + (column + 1));
        field.setAccessibleText(texts.get("message.table.cell", row + 1, column + 1));
        field.setPrefColumnCount(8);
        GridPane.setHgrow(field, Priority.ALWAYS);
        grid.add(field, column, row);
      }
    }
  }

  /// Rows and columns in which nothing stands at the end are not there. A cell that nobody changed
  /// stays exactly as it was.
  private Block.Table read() {
    int rows = 1;
    int columns = 1;
    for (int row = 0; row < cells.size(); row++) {
      for (int column = 0; column < cells.get(row).size(); column++) {
        if (!cells.get(row).get(column).getText().isBlank()) {
          rows = Math.max(rows, row + 1);
          columns = Math.max(columns, column + 1);
        }
      }
    }
    List<List<Block.Cell>> read = new ArrayList<>();
    for (int row = 0; row < rows; row++) {
      List<Block.Cell> line = new ArrayList<>();
      for (int column = 0; column < columns; column++) {
        line.add(cell(row, column));
      }
      read.add(line);
    }
    return new Block.Table(head.isSelected(), read);
  }

  private Block.Cell cell(int row, int column) {
    String written = cells.get(row).get(column).getText();
    if (row < before.rows().size() && column < before.columns()) {
      Block.Cell was = before.rows().get(row).get(column);
      if (TableText.write(was).equals(written)) {
        return was;
      }
    }
    return TableText.read(written);
  }
}
