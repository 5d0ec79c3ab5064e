package org.postroom.ui.drill;

import java.util.function.Consumer;
import javafx.geometry.Pos;
import javafx.scene.control.Button;
import javafx.scene.control.ScrollPane;
import javafx.scene.layout.HBox;
import javafx.scene.layout.VBox;
import org.postroom.drill.Drill;
import org.postroom.ui.common.Texts;
import org.postroom.ui.common.Ui;
import org.postroom.ui.common.UiContext;

/// The drills to choose from: what happened, to whom, and a button that walks into it.
public final class DrillsDialog {
  private static final double WIDTH = 720;
  private static final double HEIGHT = 380;

  private final UiContext context;
  private final Consumer<Drill> onStart;

  public DrillsDialog(UiContext context, Consumer<Drill> onStart) {
    this.context = context;
    this.onStart = onStart;
  }

  public void show() {
    Texts texts = context.texts();
    VBox rows = Ui.column(0);
    rows.getStyleClass().addAll("pr-card", "finding-rows");
    for (Drill drill : Drill.values()) {
      Ui.addRow(rows, row(drill));
    }
    ScrollPane list = Ui.scrolling(rows);
    list.setPrefHeight(HEIGHT);
    list.setMinHeight(0);
    Button close = Ui.button(texts.get("dialog.close"));
    close.setId("close-drills");
    close.setCancelButton(true);
    close.setOnAction(_ -> context.dialogs().close());
    HBox end = Ui.row(8, close);
    end.setAlignment(Pos.CENTER_RIGHT);
    VBox content =
        Ui.column(
            14,
            Ui.label(texts.get("drills.title"), "pr-dialog-title"),
            Ui.paragraph(texts.get("drills.what"), "pr-muted"),
            list,
            end);
    context
        .dialogs()
        .show(texts.get("drills.title"), content, WIDTH, () -> {}, rows.lookup(".button"));
  }

  private HBox row(Drill drill) {
    Texts texts = context.texts();
    Button start = Ui.button(texts.get("drills.start"), "small");
    start.setId("start-" + drill.name());
    start.setAccessibleText(texts.get("drills.start-named", drill.title()));
    start.setOnAction(
        _ -> {
          context.dialogs().close();
          onStart.accept(drill);
        });
    VBox words =
        Ui.column(
            2,
            Ui.label(drill.title(), "pr-strong"),
            Ui.paragraph(drill.happened(), "pr-small", "pr-muted"));
    HBox row = Ui.row(14, Ui.grow(words), start);
    row.setAlignment(Pos.CENTER_LEFT);
    row.getStyleClass().add("finding-row");
    return row;
  }
}
