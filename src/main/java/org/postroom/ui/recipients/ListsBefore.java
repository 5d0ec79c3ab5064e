package org.postroom.ui.recipients;

import java.nio.file.Path;
import java.util.List;
import javafx.collections.FXCollections;
import javafx.geometry.Pos;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.control.ListCell;
import javafx.scene.control.ListView;
import javafx.scene.input.KeyCode;
import javafx.scene.layout.HBox;
import javafx.scene.layout.VBox;
import org.jspecify.annotations.Nullable;
import org.postroom.engine.SeenLists.SeenList;
import org.postroom.ui.common.ListWords;
import org.postroom.ui.common.Texts;
import org.postroom.ui.common.Ui;
import org.postroom.ui.common.UiContext;

/// Lists that were read here before, each from where it was read. It is read anew: what the file
/// holds now counts.
final class ListsBefore {
  private static final double ROW = 44;
  private static final double WIDTH = 560;
  private static final int ROWS = 7;

  private final UiContext context;
  private final Texts texts;
  private final PeopleModel model;
  private final ListWords words;
  private final ListView<SeenList> rows = new ListView<>();

  ListsBefore(UiContext context, PeopleModel model) {
    this.context = context;
    this.texts = context.texts();
    this.model = model;
    this.words = new ListWords(context);
  }

  void show() {
    rows.setId("lists-before");
    rows.setAccessibleText(texts.get("people.before.title"));
    rows.setFixedCellSize(ROW);
    rows.setPrefHeight(ROWS * ROW + 4);
    rows.getStyleClass().add("pr-check-list");
    rows.setPlaceholder(Ui.label(texts.get("people.before.none"), "pr-muted"));
    rows.setCellFactory(_ -> new Row());
    rows.setOnKeyPressed(
        event -> {
          if (event.getCode() == KeyCode.ENTER) {
            take();
            event.consume();
          }
        });
    rows.setOnMouseClicked(
        event -> {
          if (event.getClickCount() == 2) {
            take();
          }
        });
    Button cancel = Ui.button(texts.get("dialog.cancel"));
    cancel.setOnAction(_ -> context.dialogs().close());
    Button take = Ui.button(texts.get("people.before.take"), "accent");
    take.setId("take-before");
    take.disableProperty().bind(rows.getSelectionModel().selectedItemProperty().isNull());
    take.setOnAction(_ -> take());
    HBox buttons = Ui.row(8, cancel, take);
    buttons.setAlignment(Pos.CENTER_RIGHT);
    String title = texts.get("people.before.title");
    VBox content =
        Ui.column(
            14,
            Ui.label(title, "pr-dialog-title"),
            Ui.paragraph(texts.get("people.before.text"), "pr-muted", "pr-small"),
            rows,
            buttons);
    context.dialogs().show(title, content, WIDTH, () -> {}, rows);
    context.tasks().work(_ -> context.engine().seenLists().all()).onSuccess(this::fill).start();
  }

  private void fill(List<SeenList> lists) {
    rows.setItems(
        FXCollections.observableList(lists.stream().filter(list -> list.path() != null).toList()));
    if (!rows.getItems().isEmpty()) {
      rows.getSelectionModel().select(0);
    }
  }

  private void take() {
    SeenList chosen = rows.getSelectionModel().getSelectedItem();
    Path path = chosen == null ? null : chosen.path();
    if (path != null) {
      context.dialogs().close();
      model.choose(path);
    }
  }

  private final class Row extends ListCell<SeenList> {
    private final Label name = Ui.label("", "pr-small", "pr-strong");
    private final Label about = Ui.label("", "pr-caption-text");
    private final VBox row = Ui.column(0, name, about);

    private Row() {
      row.setAlignment(Pos.CENTER_LEFT);
      row.setMaxWidth(WIDTH - 80);
    }

    @Override
    protected void updateItem(@Nullable SeenList list, boolean empty) {
      super.updateItem(list, empty);
      if (empty || list == null) {
        setGraphic(null);
        setAccessibleText(null);
        return;
      }
      Path path = list.path();
      Path folder = path == null ? null : path.getParent();
      name.setText(texts.get("people.before.row", list.fileName(), texts.people(list.people())));
      about.setText(
          texts.get(
              "people.before.about",
              words.imported(list),
              folder == null ? "" : folder.toString()));
      setAccessibleText(name.getText() + ". " + about.getText());
      setGraphic(row);
    }
  }
}
