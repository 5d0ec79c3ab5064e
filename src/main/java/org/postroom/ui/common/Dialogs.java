package org.postroom.ui.common;

import atlantafx.base.controls.ModalPane;
import atlantafx.base.controls.ModalPaneSkin;
import java.util.List;
import javafx.geometry.Pos;
import javafx.scene.AccessibleRole;
import javafx.scene.Node;
import javafx.scene.control.Button;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Region;
import javafx.scene.layout.VBox;
import org.jspecify.annotations.Nullable;

/// Dialogs inside the window. Escape takes the safe way, and the focus goes back to where it was.
public final class Dialogs {
  private final ModalPane pane = new ModalPane(-100);
  private @Nullable Node before;
  private Runnable onEscape = () -> {};

  public Dialogs() {
    pane.setAlignment(Pos.CENTER);
    pane.setId("dialogs");
    pane.setPersistent(true);
    // Made before the first dialog is shown: made while it is shown, it paints it in the corner.
    pane.setSkin(new ModalPaneSkin(pane) {});
    // A dialog closes at once: one that still fades takes the next one's place, and its focus.
    pane.setOutTransitionFactory(null);
    pane.displayProperty()
        .addListener(
            (_, _, shown) -> {
              if (!shown) {
                Node back = before;
                before = null;
                if (back != null) {
                  back.requestFocus();
                }
              }
            });
  }

  /// The layer that lies over the window.
  public Node layer() {
    return pane;
  }

  public boolean isOpen() {
    return pane.isDisplay();
  }

  /// Motion off: dialogs appear at once.
  public void still(boolean still) {
    if (still) {
      pane.setInTransitionFactory(null);
    }
  }

  /// A choice of a dialog.
  ///
  /// @param styles of its button
  public record Choice(String text, Runnable action, List<String> styles) {
    public static Choice plain(String text, Runnable action) {
      return new Choice(text, action, List.of());
    }

    public static Choice filled(String text, Runnable action) {
      return new Choice(text, action, List.of("accent"));
    }

    public static Choice danger(String text, Runnable action) {
      return new Choice(text, action, List.of("button-outlined", "danger"));
    }
  }

  /// Asks; the first choice is the safe one, has the focus, and is what Escape does.
  public void ask(String title, String text, Choice safe, Choice... others) {
    VBox words =
        Ui.column(6, Ui.paragraph(title, "pr-dialog-title"), Ui.paragraph(text, "pr-muted"));
    HBox buttons = Ui.row(8);
    buttons.setAlignment(Pos.CENTER_RIGHT);
    for (int i = others.length - 1; i >= 0; i--) {
      buttons.getChildren().add(press(others[i]));
    }
    Button first = press(safe);
    buttons.getChildren().add(first);
    show(title, Ui.column(20, words, buttons), 460, safe.action(), first);
  }

  private Button press(Choice choice) {
    Button button = Ui.button(choice.text(), choice.styles().toArray(String[]::new));
    button.setOnAction(
        _ -> {
          close();
          choice.action().run();
        });
    return button;
  }

  /// Shows any content as a dialog.
  ///
  /// @param name what assistive technology says
  /// @param width at most the window's
  /// @param escape what Escape does after the dialog has closed
  /// @param focus what has the focus at first
  public void show(String name, Region content, double width, Runnable escape, Node focus) {
    VBox box = new VBox(content);
    box.getStyleClass().add("pr-dialog");
    box.setMaxSize(width, Region.USE_PREF_SIZE);
    box.setPrefWidth(width);
    box.setAccessibleRole(AccessibleRole.DIALOG);
    box.setAccessibleText(name);
    if (before == null && pane.getScene() != null) {
      before = pane.getScene().getFocusOwner();
    }
    onEscape = escape;
    pane.show(box);
    // Laid out at once: else its first frame is painted in the corner, and may stay there.
    pane.applyCss();
    pane.layout();
    focus.requestFocus();
  }

  public void close() {
    pane.hide(true);
  }

  /// Escape: closes the dialog and takes its safe way.
  public void escape() {
    Runnable action = onEscape;
    close();
    action.run();
  }
}
