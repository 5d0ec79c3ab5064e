package org.postroom.ui.report;

import javafx.scene.layout.Region;
import org.postroom.engine.Counts;

/// One stacked bar: accepted filled, waiting dotted, refused hatched, in doubt dotted, the rest
/// empty.
final class OutcomeBar extends Region {
  private final Region[] parts = new Region[5];
  private int[] values = new int[5];

  OutcomeBar() {
    String[] styles = {"bar-accepted", "bar-waiting", "bar-refused", "bar-waiting", "bar-to-come"};
    for (int i = 0; i < parts.length; i++) {
      parts[i] = new Region();
      parts[i].setManaged(false);
      parts[i].getStyleClass().add(styles[i]);
      getChildren().add(parts[i]);
    }
    setMinHeight(26);
    setPrefHeight(26);
    setMaxHeight(26);
    getStyleClass().add("outcome-bar");
  }

  void show(Counts counts) {
    values =
        new int[] {
          counts.accepted(),
          counts.deferred(),
          counts.refused(),
          counts.inDoubt(),
          counts.notYetSent() + counts.withdrawn()
        };
    requestLayout();
  }

  @Override
  protected void layoutChildren() {
    double all = 0;
    for (int value : values) {
      all += value;
    }
    double x = 0;
    for (int i = 0; i < parts.length; i++) {
      double width = all == 0 ? 0 : Math.max(values[i] > 0 ? 4 : 0, getWidth() * values[i] / all);
      width = Math.min(width, getWidth() - x);
      parts[i].setVisible(values[i] > 0);
      parts[i].resizeRelocate(x, 0, width, getHeight());
      x += width;
    }
  }
}
