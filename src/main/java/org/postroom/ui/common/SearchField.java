package org.postroom.ui.common;

import atlantafx.base.controls.CustomTextField;
import java.util.function.Consumer;

/// Where the words are written that a list is searched for.
public final class SearchField extends CustomTextField {
  private static final double WIDTH = 240;

  /// @param what is found here, as prompt and for assistive technology
  /// @param onWords told the words at each keystroke
  public SearchField(String id, String what, Consumer<String> onWords) {
    setId(id);
    getStyleClass().add("small");
    setPromptText(what);
    setAccessibleText(what);
    setLeft(Icons.small(Icons.SEARCH));
    setPrefWidth(WIDTH);
    setMinWidth(110);
    textProperty().addListener((_, _, words) -> onWords.accept(words));
  }
}
