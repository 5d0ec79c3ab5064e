package org.postroom.ui.frame;

import java.util.List;
import java.util.Optional;
import javafx.geometry.Pos;
import javafx.scene.control.Button;
import javafx.scene.layout.GridPane;
import javafx.scene.layout.HBox;
import javafx.scene.layout.VBox;
import org.postroom.ui.common.Keycap;
import org.postroom.ui.common.Texts;
import org.postroom.ui.common.Ui;
import org.postroom.ui.common.UiContext;

/// Help: what Postroom does in three sentences, and the keys.
public final class HelpDialog {
  private static final List<String> KEYS =
      List.of(
          "Ctrl N",
          "new",
          "Ctrl O",
          "list",
          "Ctrl F",
          "find",
          "Alt 1",
          "steps",
          "Ctrl Enter",
          "continue",
          "Esc",
          "escape",
          "Ctrl J",
          "field",
          "Ctrl Shift A",
          "attach",
          "Alt ←",
          "person",
          "F5",
          "review",
          "F8",
          "finding",
          "Ctrl E",
          "export",
          "F2",
          "rename",
          "F6",
          "region");

  private final UiContext context;
  private final Optional<Runnable> onDrills;

  /// @param onDrills shows the practice drills; empty where there are none
  public HelpDialog(UiContext context, Optional<Runnable> onDrills) {
    this.context = context;
    this.onDrills = onDrills;
  }

  public void show() {
    Texts texts = context.texts();
    GridPane keys = new GridPane(16, 8);
    for (int i = 0; i < KEYS.size(); i += 2) {
      int row = i / 2 % 7;
      int column = i / 2 / 7 * 2;
      keys.add(new Keycap(KEYS.get(i)), column, row);
      keys.add(Ui.label(texts.get("help.key." + KEYS.get(i + 1)), "pr-small"), column + 1, row);
    }
    Button close = Ui.button(texts.get("dialog.close"));
    close.setId("close-help");
    close.setCancelButton(true);
    close.setOnAction(_ -> context.dialogs().close());
    HBox end = Ui.row(8, Ui.spacer(), close);
    onDrills.ifPresent(action -> end.getChildren().addFirst(drills(action)));
    end.setAlignment(Pos.CENTER_RIGHT);
    VBox content =
        Ui.column(
            16,
            Ui.label(texts.get("help.title"), "pr-dialog-title"),
            Ui.paragraph(texts.get("help.what"), "pr-muted"),
            Ui.label(texts.get("help.keys"), "pr-section"),
            keys,
            end);
    context.dialogs().show(texts.get("help.title"), content, 620, () -> {}, close);
  }

  private Button drills(Runnable action) {
    Button drills = Ui.button(context.texts().get("help.drills"));
    drills.setId("drills");
    drills.setOnAction(
        _ -> {
          context.dialogs().close();
          action.run();
        });
    return drills;
  }
}
