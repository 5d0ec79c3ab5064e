package org.postroom.ui.frame;

import java.util.function.Consumer;
import javafx.scene.AccessibleRole;
import javafx.scene.control.Button;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Region;
import org.jspecify.annotations.Nullable;
import org.kordamp.ikonli.javafx.FontIcon;
import org.postroom.ui.common.Icons;
import org.postroom.ui.common.StripState;
import org.postroom.ui.common.StripState.Segment;
import org.postroom.ui.common.Ui;

/// The strip that tells the truth on every screen: who gets it, how many messages each, who sees
/// whom; at the right end the way out. Each part opens its evidence.
public final class Strip extends HBox {
  private final Consumer<StripState.About> onOpen;
  private @Nullable StripState shown;

  public Strip(Consumer<StripState.About> onOpen) {
    super(14);
    this.onOpen = onOpen;
    getStyleClass().add("pr-strip");
    setId("strip");
    setAccessibleRole(AccessibleRole.PARENT);
  }

  /// Says `state`. Nothing is touched where it says that already.
  public void say(StripState state) {
    if (state.equals(shown)) {
      return;
    }
    shown = state;
    getChildren().clear();
    for (Segment segment : state.segments()) {
      if (!getChildren().isEmpty()) {
        Region dot = new Region();
        dot.getStyleClass().add("pr-dot");
        getChildren().add(dot);
      }
      getChildren().add(part(segment, Icons.of(segment.icon())));
    }
    Button way = part(state.way(), Icons.small(state.way().icon()));
    way.getStyleClass().add("pr-strip-way");
    way.setMinWidth(0);
    getChildren().addAll(Ui.spacer(), way);
    pseudoClassStateChanged(Shell.ALARM, state.alarm());
    setAccessibleText(state.sentence());
  }

  private Button part(Segment segment, FontIcon icon) {
    Button button = Ui.button(icon, segment.text(), "pr-strip-part");
    button
        .getStyleClass()
        .add(
            switch (segment.tone()) {
              case NORMAL -> "normal";
              case WARNING -> "warning";
              case DANGER -> "danger";
            });
    button.setOnAction(_ -> onOpen.accept(segment.about()));
    return button;
  }
}
