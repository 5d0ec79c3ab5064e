package org.postroom.ui.common;

import javafx.scene.layout.Region;

/// One stacked bar: accepted filled, waiting dotted, refused hatched, in doubt dotted, the rest
/// empty.
public final class OutcomeBar extends Region {
  private static final double LEAST_PART = 4;

  private final Region[] parts = new Region[5];
  private int[] values = new int[5];

  /// @param height of the bar
  public OutcomeBar(double height) {
    String[] styles = {"bar-accepted", "bar-waiting", "bar-refused", "bar-waiting", "bar-rest"};
    for (int i = 0; i < parts.length; i++) {
      parts[i] = new Region();
      parts[i].setManaged(false);
      parts[i].getStyleClass().add(styles[i]);
      getChildren().add(parts[i]);
    }
    setMinHeight(height);
    setPrefHeight(height);
    setMaxHeight(height);
    getStyleClass().add("outcome-bar");
  }

  public void show(int accepted, int waiting, int refused, int inDoubt, int rest) {
    values = new int[] {accepted, waiting, refused, inDoubt, rest};
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
      double width =
          all == 0 ? 0 : Math.max(values[i] > 0 ? LEAST_PART : 0, getWidth() * values[i] / all);
      width = Math.min(width, getWidth() - x);
      parts[i].setVisible(values[i] > 0);
      parts[i].resizeRelocate(x, 0, width, getHeight());
      x += width;
    }
  }
}
