package org.postroom.ui.recipients;

import java.util.List;
import javafx.geometry.Pos;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.control.ListCell;
import javafx.scene.control.ListView;
import javafx.scene.input.KeyCode;
import javafx.scene.layout.HBox;
import javafx.scene.layout.VBox;
import org.jspecify.annotations.Nullable;
import org.postroom.recipients.AddressSuggestions.Suggestion;
import org.postroom.ui.common.Texts;
import org.postroom.ui.common.Ui;
import org.postroom.ui.common.UiContext;

/// Every address of the list that looks mistyped, with what it was probably meant to be. One click
/// takes one, or all; what is not taken stays as it is.
final class SuggestionsDialog {
  private static final double ROW = 40;
  private static final double WIDTH = 680;
  private static final int ROWS = 8;

  private final UiContext context;
  private final Texts texts;
  private final PeopleModel model;
  private final ListView<Suggestion> rows = new ListView<>();
  private final List<Suggestion> suggested;
  private final Button all = Ui.button("", "accent");

  /// @param all what is suggested
  SuggestionsDialog(UiContext context, PeopleModel model, List<Suggestion> all) {
    this.suggested = all;
    this.context = context;
    this.texts = context.texts();
    this.model = model;
  }

  void show() {
    rows.setId("suggestions");
    rows.setAccessibleText(texts.get("people.suggestions.title"));
    rows.setFixedCellSize(ROW);
    rows.setPrefHeight(Math.min(ROWS, suggested.size()) * ROW + 4);
    rows.getStyleClass().add("pr-check-list");
    rows.setCellFactory(_ -> new Row());
    rows.setOnKeyPressed(
        event -> {
          Suggestion chosen = rows.getSelectionModel().getSelectedItem();
          if (event.getCode() == KeyCode.ENTER && chosen != null) {
            take(List.of(chosen));
            event.consume();
          }
        });
    all.setId("take-all-suggestions");
    all.setOnAction(_ -> take(List.copyOf(rows.getItems())));
    Button close = Ui.button(texts.get("people.suggestions.leave"));
    close.setOnAction(_ -> context.dialogs().close());
    HBox buttons = Ui.row(8, close, all);
    buttons.setAlignment(Pos.CENTER_RIGHT);
    String title = texts.get("people.suggestions.title");
    VBox content =
        Ui.column(
            14,
            Ui.label(title, "pr-dialog-title"),
            Ui.paragraph(texts.get("people.suggestions.text"), "pr-muted", "pr-small"),
            rows,
            buttons);
    context.dialogs().show(title, content, WIDTH, () -> {}, rows);
    // Rows that were there at once would be painted in the corner first, and stay there.
    context.tasks().onScreen(() -> fill(suggested));
  }

  private void fill(List<Suggestion> left) {
    rows.getItems().setAll(left);
    all.setText(texts.get("people.suggestions.all", left.size()));
    if (!left.isEmpty()) {
      rows.getSelectionModel().select(0);
    }
  }

  private void take(List<Suggestion> taken) {
    List<Suggestion> left = rows.getItems().stream().filter(each -> !taken.contains(each)).toList();
    model.take(taken);
    if (left.isEmpty()) {
      context.dialogs().close();
    } else {
      fill(left);
      rows.requestFocus();
    }
  }

  private final class Row extends ListCell<Suggestion> {
    private final Label number = Ui.label("", "pr-caption-text");
    private final Label was = Ui.label("", "pr-small", "pr-muted");
    private final Label meant = Ui.label("", "pr-small", "pr-strong");
    private final Button use = Ui.button(texts.get("people.suggestions.use"), "small");
    private final HBox row;

    private Row() {
      number.setMinWidth(64);
      use.setFocusTraversable(false);
      was.setMinWidth(0);
      row = Ui.row(10, number, was, Ui.label("→", "pr-muted"), Ui.grow(meant), Ui.spacer(), use);
      row.setMaxWidth(WIDTH - 90);
    }

    @Override
    protected void updateItem(@Nullable Suggestion item, boolean empty) {
      super.updateItem(item, empty);
      setText(null);
      if (empty || item == null) {
        setGraphic(null);
        setAccessibleText(null);
        return;
      }
      number.setText(texts.get("people.compare.row", item.at().row()));
      was.setText(item.cell().strip());
      meant.setText(item.meant());
      use.setAccessibleText(texts.get("people.suggestions.use-said", item.meant()));
      use.setOnAction(_ -> take(List.of(item)));
      setAccessibleText(
          texts.get("people.suggestions.said", item.at().row(), item.cell(), item.meant()));
      setGraphic(row);
    }
  }
}
