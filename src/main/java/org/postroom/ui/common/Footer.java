package org.postroom.ui.common;

import java.util.List;
import javafx.beans.property.BooleanProperty;
import javafx.beans.property.ObjectProperty;
import javafx.beans.property.SimpleBooleanProperty;
import javafx.beans.property.SimpleObjectProperty;
import javafx.beans.property.SimpleStringProperty;
import javafx.beans.property.StringProperty;
import javafx.collections.FXCollections;
import javafx.collections.ObservableList;
import javafx.scene.Node;

/// What a step's screen wants in the footer: the way back at the left edge, hints and quiet
/// actions, the way on at the right edge. At most one filled button.
public final class Footer {
  /// Keys and what they do: `Ctrl O` choose a file.
  public record Hint(List<String> keys, String text) {
    public Hint {
      keys = List.copyOf(keys);
    }
  }

  private final StringProperty continueText = new SimpleStringProperty("");
  private final StringProperty continueIcon = new SimpleStringProperty("");
  private final StringProperty reason = new SimpleStringProperty("");
  private final BooleanProperty enabled = new SimpleBooleanProperty(true);
  private final BooleanProperty byKey = new SimpleBooleanProperty(true);
  private final BooleanProperty visible = new SimpleBooleanProperty(true);
  private final StringProperty backKey = new SimpleStringProperty("");
  private final ObjectProperty<Runnable> onContinue = new SimpleObjectProperty<>(() -> {});
  private final ObservableList<Hint> hints = FXCollections.observableArrayList();
  private final ObservableList<Node> extras = FXCollections.observableArrayList();

  /// @param continueText the words of the filled button; empty for none
  /// @param onContinue what it does
  public Footer(String continueText, Runnable onContinue) {
    this.continueText.set(continueText);
    this.onContinue.set(onContinue);
  }

  /// The words of the filled button; empty for none.
  public StringProperty continueTextProperty() {
    return continueText;
  }

  /// An icon before the words; empty for an arrow after them.
  public StringProperty continueIconProperty() {
    return continueIcon;
  }

  public BooleanProperty enabledProperty() {
    return enabled;
  }

  /// Words beside the filled button: why it is disabled, or what it does not do.
  public StringProperty reasonProperty() {
    return reason;
  }

  /// Whether Ctrl+Enter presses the filled button. Never on Send.
  public BooleanProperty byKeyProperty() {
    return byKey;
  }

  /// False where the screen has no footer at all.
  public BooleanProperty visibleProperty() {
    return visible;
  }

  /// The keycap on the way back, for example Esc; empty for none.
  public StringProperty backKeyProperty() {
    return backKey;
  }

  public ObjectProperty<Runnable> onContinueProperty() {
    return onContinue;
  }

  public ObservableList<Hint> hints() {
    return hints;
  }

  /// Quiet actions after the way back, for example "Send this one to the practice mailbox".
  public ObservableList<Node> extras() {
    return extras;
  }

  public Footer hint(String text, String... keys) {
    hints.add(new Hint(List.of(keys), text));
    return this;
  }
}
