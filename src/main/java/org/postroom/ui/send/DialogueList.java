package org.postroom.ui.send;

import java.util.List;
import javafx.scene.control.ListCell;
import javafx.scene.control.ListView;
import javafx.scene.control.Tooltip;
import org.jspecify.annotations.Nullable;
import org.postroom.ui.common.Texts;
import org.postroom.ui.common.Ui;

/// What Postroom and the server say to each other, the last lines of each connection: who spoke
/// stands before each line.
final class DialogueList extends ListView<DialogueLog.Line> {
  private static final double ROW = 24;

  private final Texts texts;

  DialogueList(Texts texts) {
    this.texts = texts;
    setId("send-dialogue");
    setFixedCellSize(ROW);
    setAccessibleText(texts.get("send.dialogue.name"));
    setPlaceholder(Ui.label(texts.get("send.dialogue.none"), "pr-muted", "pr-small"));
    setCellFactory(_ -> new Cell());
    setMinHeight(4 * ROW);
    setPrefHeight(8 * ROW);
    getStyleClass().add("send-dialogue");
  }

  void show(List<DialogueLog.Line> lines) {
    if (!lines.equals(getItems())) {
      getItems().setAll(lines);
    }
  }

  private final class Cell extends ListCell<DialogueLog.Line> {
    private Cell() {
      setOnMouseEntered(_ -> setTooltip(isTextTruncated() ? new Tooltip(getText()) : null));
    }

    @Override
    protected void updateItem(DialogueLog.@Nullable Line line, boolean empty) {
      super.updateItem(line, empty);
      if (empty || line == null) {
        setText(null);
        setAccessibleText(null);
        return;
      }
      String who = line.ours() ? "send.dialogue.ours" : "send.dialogue.theirs";
      setText(texts.get(who, line.connection(), line.text()));
      setAccessibleText(texts.get(who + ".spoken", line.connection(), line.text()));
    }
  }
}
