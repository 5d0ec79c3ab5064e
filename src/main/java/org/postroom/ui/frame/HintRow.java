package org.postroom.ui.frame;

import javafx.scene.Node;
import javafx.scene.layout.Pane;

/// Hints side by side: those that fit whole, and none that would be cut.
final class HintRow extends Pane {
  private static final double GAP = 12;

  HintRow() {
    getStyleClass().add("pr-hints");
    setMinWidth(0);
  }

  @Override
  protected double computePrefWidth(double height) {
    double width = 0;
    for (Node hint : getManagedChildren()) {
      width += hint.prefWidth(-1) + (width == 0 ? 0 : GAP);
    }
    return snapSizeX(width) + snappedLeftInset() + snappedRightInset();
  }

  @Override
  protected double computePrefHeight(double width) {
    double height = 0;
    for (Node hint : getManagedChildren()) {
      height = Math.max(height, hint.prefHeight(-1));
    }
    return snapSizeY(height) + snappedTopInset() + snappedBottomInset();
  }

  @Override
  protected void layoutChildren() {
    double at = snappedLeftInset();
    double end = getWidth() - snappedRightInset();
    boolean room = true;
    for (Node hint : getManagedChildren()) {
      double width = snapSizeX(hint.prefWidth(-1));
      double height = snapSizeY(hint.prefHeight(-1));
      room = room && at + width <= end;
      hint.setVisible(room);
      hint.resizeRelocate(at, snapPositionY((getHeight() - height) / 2), width, height);
      at += width + GAP;
    }
  }
}
