package org.postroom.ui.common;

import javafx.geometry.Pos;
import javafx.scene.Node;
import javafx.scene.control.Label;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Region;
import javafx.scene.layout.VBox;

/// A quiet note beside the thing it is about: icon, bold words, plain words, and perhaps a button.
public final class Note extends HBox {
  private final Label title = Ui.paragraph("", "pr-note-strong");
  private final Label text = Ui.paragraph("");

  /// @param tone `neutral`, `success`, `warning`, `danger` or `accent`
  public Note(String icon, String tone, String title, String text, Node... actions) {
    super(12);
    getStyleClass().addAll("pr-note", tone);
    setAlignment(Pos.TOP_LEFT);
    VBox words = new VBox(this.title, this.text);
    words.setMinHeight(Region.USE_PREF_SIZE);
    getChildren().addAll(Icons.of(icon), Ui.grow(words));
    getChildren().addAll(actions);
    setMinHeight(Region.USE_PREF_SIZE);
    say(title, text);
  }

  /// Other words on the same note.
  public void say(String newTitle, String newText) {
    title.setText(newTitle);
    text.setText(newText);
    Ui.show(title, !newTitle.isEmpty());
    Ui.show(text, !newText.isEmpty());
    setAccessibleText((newTitle + " " + newText).strip());
  }
}
