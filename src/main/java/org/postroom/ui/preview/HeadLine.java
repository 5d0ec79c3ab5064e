package org.postroom.ui.preview;

import javafx.scene.control.Label;
import javafx.scene.layout.GridPane;
import javafx.scene.layout.HBox;
import org.postroom.ui.common.Ui;

/// A line of a message's head. It stays while letters are walked through: styles for new labels
/// take longer than all else of a step to the next person.
final class HeadLine {
  private final Label name;
  private final Label words = Ui.label("", "pr-small");
  private final Label address = Ui.label("", "pr-small", "pr-muted");
  private final HBox value = new HBox(4, words);

  HeadLine(String name) {
    this.name = Ui.label(name, "pr-small", "pr-muted");
    this.name.setMinWidth(64);
  }

  void addTo(GridPane head) {
    head.addRow(head.getRowCount(), name, value);
  }

  /// @param mailbox a name with an address in angle brackets, or anything else
  void say(String mailbox) {
    int bracket = mailbox.lastIndexOf('<');
    boolean named = bracket > 0;
    words.setText(named ? mailbox.substring(0, bracket).strip() : mailbox);
    address.setText(named ? mailbox.substring(bracket).strip() : "");
    if (named && value.getChildren().size() == 1) {
      value.getChildren().add(address);
    } else if (!named) {
      value.getChildren().remove(address);
    }
  }
}
