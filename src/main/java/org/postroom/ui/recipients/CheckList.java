package org.postroom.ui.recipients;

import java.util.Collection;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.function.Function;
import javafx.collections.FXCollections;
import javafx.scene.control.CheckBox;
import javafx.scene.control.ListCell;
import javafx.scene.control.ListView;
import javafx.scene.input.KeyCode;
import javafx.scene.input.MouseEvent;
import org.jspecify.annotations.Nullable;
import org.postroom.ui.common.Texts;

/// A list in which things are ticked: by a click, or by Space where the focus is. Only the rows
/// that are seen are made.
///
/// @param <T> a row
/// @param <K> what is ticked of it
final class CheckList<T, K> {
  private static final double ROW = 30;

  private final ListView<T> view = new ListView<>();
  private final Texts texts;
  private final Function<T, K> key;
  private final Function<T, String> words;
  private final Set<K> ticked = new HashSet<>();
  private final Runnable onChange;

  CheckList(
      Texts texts,
      String name,
      int rows,
      Function<T, K> key,
      Function<T, String> words,
      Runnable onChange) {
    this.texts = texts;
    this.key = key;
    this.words = words;
    this.onChange = onChange;
    view.setAccessibleText(name);
    view.setFixedCellSize(ROW);
    view.setPrefHeight(rows * ROW + 2);
    view.setMinHeight(4 * ROW + 2);
    view.getStyleClass().add("pr-check-list");
    view.setCellFactory(_ -> new Cell());
    view.setOnKeyPressed(
        event -> {
          T chosen = view.getSelectionModel().getSelectedItem();
          if (event.getCode() == KeyCode.SPACE && chosen != null) {
            turn(chosen);
            event.consume();
          }
        });
  }

  ListView<T> node() {
    return view;
  }

  void rows(List<T> rows) {
    view.setItems(FXCollections.observableList(rows));
    if (!rows.isEmpty()) {
      view.getSelectionModel().select(0);
    }
  }

  Set<K> ticked() {
    return ticked;
  }

  void tick(Collection<K> keys) {
    ticked.clear();
    ticked.addAll(keys);
    view.refresh();
    onChange.run();
  }

  private void turn(T row) {
    K one = key.apply(row);
    if (!ticked.remove(one)) {
      ticked.add(one);
    }
    view.refresh();
    onChange.run();
  }

  private final class Cell extends ListCell<T> {
    private final CheckBox box = new CheckBox();

    private Cell() {
      box.setFocusTraversable(false);
      box.setMouseTransparent(true);
      addEventHandler(
          MouseEvent.MOUSE_CLICKED,
          _ -> {
            T row = getItem();
            if (row != null && !isEmpty()) {
              turn(row);
            }
          });
    }

    @Override
    protected void updateItem(@Nullable T row, boolean empty) {
      super.updateItem(row, empty);
      if (empty || row == null) {
        setGraphic(null);
        setText(null);
        setAccessibleText(null);
        return;
      }
      boolean on = ticked.contains(key.apply(row));
      box.setSelected(on);
      setGraphic(box);
      setText(words.apply(row));
      setAccessibleText(
          texts.get(on ? "people.pick.ticked" : "people.pick.not-ticked", words.apply(row)));
    }
  }
}
