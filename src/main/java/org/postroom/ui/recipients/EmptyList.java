package org.postroom.ui.recipients;

import javafx.geometry.Pos;
import javafx.scene.control.Button;
import javafx.scene.control.Tooltip;
import javafx.scene.layout.HBox;
import javafx.scene.layout.StackPane;
import javafx.scene.layout.VBox;
import org.postroom.ui.common.Icons;
import org.postroom.ui.common.Texts;
import org.postroom.ui.common.Ui;

/// "Drop a list of people here".
final class EmptyList extends VBox {
  private final Button choose;

  EmptyList(Texts texts, Runnable onChoose, Runnable onPaste, Runnable onBefore) {
    setAlignment(Pos.CENTER);
    getStyleClass().add("pr-drop-zone");
    setId("drop-zone");
    StackPane icon = new StackPane(Icons.sized(Icons.UPLOAD, 28));
    icon.getStyleClass().add("pr-drop-icon");
    choose =
        Ui.keyButton(
            Icons.of(Icons.FOLDER), texts.get("people.choose-file"), null, "Ctrl O", "accent");
    choose.setId("choose-file");
    choose.setOnAction(_ -> onChoose.run());
    Button paste = Ui.button(Icons.of(Icons.PASTE), texts.get("people.paste"));
    paste.setId("paste-list");
    paste.setOnAction(_ -> onPaste.run());
    paste.setTooltip(new Tooltip(texts.get("people.paste-what")));
    paste.setAccessibleHelp(texts.get("people.paste-what"));
    Button before = Ui.button(Icons.of(Icons.CLOCK), texts.get("people.before"));
    before.setId("list-from-before");
    before.setOnAction(_ -> onBefore.run());
    HBox buttons = Ui.row(12, choose, paste, before);
    buttons.setAlignment(Pos.CENTER);
    VBox.setMargin(buttons, new javafx.geometry.Insets(18, 0, 0, 0));
    VBox words =
        Ui.column(
            4,
            Ui.label(texts.get("people.drop"), "pr-drop-title"),
            Ui.label(texts.get("people.drop-what"), "pr-muted", "pr-small"));
    words.setAlignment(Pos.CENTER);
    VBox.setMargin(words, new javafx.geometry.Insets(16, 0, 0, 0));
    getChildren().addAll(icon, words, buttons);
    setMinHeight(280);
  }

  Button choose() {
    return choose;
  }
}
