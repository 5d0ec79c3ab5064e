package org.postroom.ui.common;

import java.time.Duration;
import javafx.geometry.Pos;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Region;
import javafx.scene.layout.StackPane;
import javafx.scene.layout.VBox;
import org.jspecify.annotations.Nullable;
import org.postroom.ui.common.MailshotModel.ReadingNow;

/// "Reading members.csv, row 214 of 321". It appears after 300 ms, and the bar moves with facts.
public final class LoadingCard extends HBox {
  private static final Duration SOON = Duration.ofMillis(300);
  private static final int THREE_DIGITS = 1_000;

  private final Texts texts;
  private final Tasks tasks;
  private final Label name = Ui.label("", "pr-small", "pr-strong");
  private final Label row = Ui.label("", "pr-small", "pr-muted");
  private final Region fill = new Region();
  private final StackPane bar = new StackPane(fill);
  private Runnable waiting = () -> {};
  private @Nullable ReadingNow now;
  private double part;
  private final Button stop;

  public LoadingCard(Texts texts, Tasks tasks, Runnable onStop) {
    super(12);
    this.texts = texts;
    this.tasks = tasks;
    getStyleClass().addAll("pr-card", "pr-loading");
    setId("loading");
    setAlignment(Pos.CENTER_LEFT);
    fill.getStyleClass().add("pr-bar-fill");
    bar.getStyleClass().add("pr-bar");
    bar.setAlignment(Pos.CENTER_LEFT);
    bar.widthProperty().addListener((_, _, _) -> width());
    VBox words = Ui.column(6, Ui.row(8, name, row), bar);
    stop = Ui.button(texts.get("people.stop-reading"), "small");
    stop.setId("stop-reading");
    stop.setOnAction(_ -> onStop.run());
    var icon = Icons.large(Icons.LOADING);
    icon.getStyleClass().add("icon-accent");
    getChildren().addAll(icon, Ui.grow(words), stop);
    setMinHeight(USE_PREF_SIZE);
    Ui.show(this, false);
  }

  /// Shows how far reading is; null where nothing is read.
  public void show(@Nullable ReadingNow reading) {
    boolean begins = now == null && reading != null;
    now = reading;
    if (reading == null) {
      waiting.run();
      Ui.show(this, false);
      return;
    }
    if (begins) {
      waiting.run();
      waiting = tasks.later(SOON, () -> Ui.show(this, now != null));
    }
    name.setText(texts.get("people.reading-now", reading.name()));
    row.setText(how(reading));
    part = reading.of() > 0 ? (double) reading.done() / reading.of() : 0;
    width();
    setAccessibleText(name.getText() + " " + row.getText());
  }

  /// A list is remembered after its last row was read, and a long one is long remembered.
  private String how(ReadingNow reading) {
    if (reading.of() > 0) {
      boolean all = reading.done() >= reading.of();
      return all
          ? texts.get("people.row-all", reading.done())
          : texts.get("people.row-of", reading.done(), about(reading.of()));
    }
    return reading.done() > 0 ? texts.get("people.row-done", reading.done()) : "";
  }

  /// How many rows there are is known from the size of the file: three digits of it at the most.
  private static long about(long rows) {
    long unit = 1;
    while (rows / unit >= THREE_DIGITS) {
      unit *= 10;
    }
    return (rows + unit / 2) / unit * unit;
  }

  /// What ends the reading.
  public Button stop() {
    return stop;
  }

  public boolean holdsFocus() {
    return stop.isFocused();
  }

  private void width() {
    double width = bar.getWidth() * Math.clamp(part, 0, 1);
    fill.setMinWidth(width);
    fill.setMaxWidth(width);
  }
}
