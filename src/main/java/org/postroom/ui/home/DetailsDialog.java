package org.postroom.ui.home;

import java.util.List;
import javafx.geometry.Pos;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.layout.GridPane;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Region;
import javafx.scene.layout.VBox;
import org.postroom.ui.common.ListWords.Line;
import org.postroom.ui.common.Ui;
import org.postroom.ui.common.UiContext;

/// All that is known of something, a line each.
final class DetailsDialog {
  private static final double WIDTH = 560;

  private DetailsDialog() {}

  static void show(UiContext context, String title, List<Line> lines) {
    GridPane grid = new GridPane(16, 8);
    int row = 0;
    for (Line line : lines) {
      Label name = Ui.label(line.name(), "pr-caption");
      name.setMinWidth(Region.USE_PREF_SIZE);
      Label text = Ui.paragraph(line.text(), "pr-small");
      name.setLabelFor(text);
      grid.addRow(row++, name, text);
    }
    Button close = Ui.button(context.texts().get("dialog.close"));
    close.setOnAction(_ -> context.dialogs().close());
    HBox buttons = Ui.row(8, close);
    buttons.setAlignment(Pos.CENTER_RIGHT);
    VBox content = Ui.column(16, Ui.paragraph(title, "pr-dialog-title"), grid, buttons);
    context.dialogs().show(title, content, WIDTH, () -> {}, close);
  }
}
