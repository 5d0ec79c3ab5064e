package org.postroom.ui.send;

import javafx.geometry.Pos;
import javafx.scene.control.Label;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Region;
import javafx.scene.layout.VBox;
import org.postroom.ui.common.Icons;
import org.postroom.ui.common.Texts;
import org.postroom.ui.common.Times;
import org.postroom.ui.common.Ui;

/// "Just now": the last seven outcomes, the newest above; five where the window is low.
final class JustNow extends VBox {
  private static final double ROW = 33;
  private static final double AROUND = 92;
  private static final int LEAST = 5;

  private final Texts texts;
  private final Times times;
  private final VBox rows = new VBox();

  JustNow(Texts texts, Times times) {
    super(4);
    this.texts = texts;
    this.times = times;
    getChildren()
        .addAll(
            Ui.label(texts.get("send.just-now"), "pr-strong", "pr-small"),
            rows,
            Ui.spacer(),
            Ui.paragraph(texts.get("send.refused.means"), "pr-caption-text"));
    getStyleClass().addAll("pr-card", "send-card");
    setMinWidth(304);
    setPrefWidth(304);
    setMaxWidth(304);
    rows.setMinHeight(0);
  }

  void show(SendTally tally) {
    int room = getHeight() <= 0 ? Integer.MAX_VALUE : (int) ((getHeight() - AROUND) / ROW);
    rows.getChildren()
        .setAll(
            tally.justNow().stream()
                .limit(Math.max(LEAST, room))
                .map(event -> row(tally, event))
                .toList());
  }

  private HBox row(SendTally tally, SendTally.Event event) {
    var icon = Icons.small(icon(event.state()));
    icon.getStyleClass().add(tone(event.state()));
    Label name = Ui.label(tally.name(event.index()), "pr-small");
    name.setMinWidth(0);
    name.setMaxWidth(Double.MAX_VALUE);
    Label words = Ui.label(texts.get("send.event." + event.state()), "pr-caption-text");
    words.setMinWidth(Region.USE_PREF_SIZE);
    Label time = Ui.label(times.second(event.at()), "pr-caption-text");
    time.setMinWidth(Region.USE_PREF_SIZE);
    HBox row = new HBox(8, time, icon, Ui.grow(name), words);
    row.setAlignment(Pos.CENTER_LEFT);
    row.getStyleClass().add("send-event");
    return row;
  }

  private static String icon(SendTally.State state) {
    return switch (state) {
      case ACCEPTED -> Icons.TICK;
      case WAITING -> Icons.RETRY;
      case REFUSED -> Icons.CROSS;
      case IN_DOUBT -> Icons.QUESTION;
      case NOT_YET -> Icons.CLOCK;
    };
  }

  private static String tone(SendTally.State state) {
    return switch (state) {
      case ACCEPTED -> "icon-success";
      case WAITING, IN_DOUBT -> "icon-warning";
      case REFUSED -> "icon-danger";
      case NOT_YET -> "icon-muted";
    };
  }
}
