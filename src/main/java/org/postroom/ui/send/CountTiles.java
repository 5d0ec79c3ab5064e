package org.postroom.ui.send;

import javafx.scene.control.Label;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.VBox;
import org.postroom.ui.common.Icons;
import org.postroom.ui.common.Texts;
import org.postroom.ui.common.Ui;

/// Four counts that together are always all letters; a fifth where letters are in doubt.
final class CountTiles extends HBox {
  private final Texts texts;
  private final Label accepted;
  private final Label waiting;
  private final Label refused;
  private final Label notYet;
  private final Label inDoubt;
  private final VBox doubtTile;

  CountTiles(Texts texts) {
    super(12);
    this.texts = texts;
    accepted = Ui.label("0", "pr-tile-count");
    waiting = Ui.label("0", "pr-tile-count");
    refused = Ui.label("0", "pr-tile-count");
    notYet = Ui.label("0", "pr-tile-count");
    inDoubt = Ui.label("0", "pr-tile-count");
    doubtTile = tile(Icons.QUESTION, "send.count.in-doubt", "tone-warning", inDoubt);
    getChildren()
        .addAll(
            tile(Icons.CHECKED, "send.count.accepted", "tone-success", accepted),
            tile(Icons.RETRY, "send.count.waiting", "tone-warning", waiting),
            tile(Icons.CROSS_CIRCLE, "send.count.refused", "tone-danger", refused),
            doubtTile,
            tile(Icons.CLOCK, "send.count.not-yet", "tone-muted", notYet));
    Ui.show(doubtTile, false);
    setMinHeight(USE_PREF_SIZE);
  }

  /// Shows counts that stay as they are, and says them.
  void show(int acceptedNow, int waitingNow, int refusedNow, int doubtNow, int notYetNow) {
    show(
        acceptedNow,
        waitingNow,
        refusedNow,
        doubtNow,
        notYetNow,
        texts.get("send.counts.spoken", acceptedNow, waitingNow, refusedNow, doubtNow, notYetNow));
  }

  /// Shows counts that change all the time.
  ///
  /// @param spoken what is said of them, which changes less often
  void show(
      int acceptedNow, int waitingNow, int refusedNow, int doubtNow, int notYetNow, String spoken) {
    accepted.setText(number(acceptedNow));
    waiting.setText(number(waitingNow));
    refused.setText(number(refusedNow));
    inDoubt.setText(number(doubtNow));
    notYet.setText(number(notYetNow));
    Ui.show(doubtTile, doubtNow > 0);
    setAccessibleText(spoken);
  }

  private String number(int value) {
    return texts.get("send.number", value);
  }

  private VBox tile(String icon, String key, String tone, Label count) {
    Label name = new Label(texts.get(key), Icons.small(icon));
    name.getStyleClass().addAll("send-tile-name", tone);
    VBox tile = new VBox(4, name, count);
    tile.getStyleClass().addAll("pr-card", "send-tile");
    tile.setMinWidth(0);
    tile.setPrefWidth(200);
    HBox.setHgrow(tile, Priority.ALWAYS);
    return tile;
  }
}
