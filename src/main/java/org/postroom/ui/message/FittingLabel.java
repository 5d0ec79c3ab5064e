package org.postroom.ui.message;

import java.util.List;
import java.util.stream.Stream;
import javafx.scene.control.Label;
import javafx.scene.control.Tooltip;
import javafx.scene.layout.Region;

/// Says something in the longest of several wordings that fits, and nothing rather than the
/// beginning of a word. All of it can always be heard and pointed at.
final class FittingLabel extends Region {
  private final Label label = new Label();
  private List<String> wordings = List.of();

  FittingLabel() {
    label.getStyleClass().add("pr-caption-text");
    setMinWidth(0);
    setMaxWidth(Double.MAX_VALUE);
    getChildren().add(label);
  }

  /// @param longest first what is said where there is room, then what is said where there is less
  void words(String longest, String... shorter) {
    wordings = Stream.concat(Stream.of(longest), Stream.of(shorter)).toList();
    label.setAccessibleText(longest);
    Tooltip.install(label, new Tooltip(longest));
    requestLayout();
  }

  @Override
  protected double computePrefWidth(double height) {
    return 0; // It takes what is left.
  }

  @Override
  protected double computePrefHeight(double width) {
    return label.prefHeight(-1);
  }

  @Override
  protected void layoutChildren() {
    String fits = "";
    for (String words : wordings) {
      label.setText(words);
      if (label.prefWidth(-1) <= getWidth()) {
        fits = words;
        break;
      }
    }
    label.setText(fits);
    label.resizeRelocate(0, 0, getWidth(), getHeight());
  }
}
