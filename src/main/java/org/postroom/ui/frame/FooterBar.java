package org.postroom.ui.frame;

import javafx.beans.InvalidationListener;
import javafx.scene.Node;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import org.jspecify.annotations.Nullable;
import org.postroom.ui.common.Footer;
import org.postroom.ui.common.Icons;
import org.postroom.ui.common.Keycap;
import org.postroom.ui.common.Step;
import org.postroom.ui.common.StepScreen;
import org.postroom.ui.common.Texts;
import org.postroom.ui.common.Ui;

/// Back at the left edge, the way on at the right edge, hints between them.
public final class FooterBar extends HBox {
  private final Texts texts;
  private final InvalidationListener change = _ -> build();
  private Runnable onBack = () -> {};
  private @Nullable Footer footer;
  private @Nullable Step step;

  public FooterBar(Texts texts) {
    super(12);
    this.texts = texts;
    getStyleClass().add("pr-footer");
    setId("footer");
  }

  /// Shows the footer of a screen; null for none.
  ///
  /// @param back goes one step back
  public void show(@Nullable StepScreen screen, Runnable back) {
    if (footer != null) {
      listen(footer, false);
    }
    onBack = back;
    footer = screen == null ? null : screen.footer();
    step = screen == null ? null : screen.step();
    if (footer != null) {
      listen(footer, true);
    }
    build();
  }

  /// Ctrl+Enter: presses the filled button, where that is allowed and it is enabled.
  public void pressByKey() {
    if (footer != null && footer.byKeyProperty().get()) {
      press();
    }
  }

  private void press() {
    if (footer != null && footer.enabledProperty().get()) {
      footer.onContinueProperty().get().run();
    }
  }

  private void listen(Footer to, boolean on) {
    javafx.beans.Observable[] parts = {
      to.continueTextProperty(),
      to.continueIconProperty(),
      to.reasonProperty(),
      to.enabledProperty(),
      to.byKeyProperty(),
      to.visibleProperty(),
      to.backKeyProperty(),
      to.onContinueProperty(),
      to.hints(),
      to.extras()
    };
    for (javafx.beans.Observable part : parts) {
      if (on) {
        part.addListener(change);
      } else {
        part.removeListener(change);
      }
    }
  }

  private void build() {
    Node focused = getScene() == null ? null : getScene().getFocusOwner();
    String focusedId = focused == null ? null : focused.getId();
    getChildren().clear();
    Footer now = footer;
    Ui.show(this, now != null && now.visibleProperty().get());
    if (now == null || step == null) {
      return;
    }
    if (step != Step.PEOPLE) {
      Step before = step.before();
      Button back =
          Ui.keyButton(
              Icons.of(Icons.BACK),
              texts.get("footer.back", texts.get("step." + before.key())),
              null,
              now.backKeyProperty().get());
      back.setId("back");
      back.setOnAction(_ -> onBack.run());
      getChildren().add(back);
    }
    if (!now.hints().isEmpty()) {
      getChildren().add(hints(now));
    }
    getChildren().addAll(now.extras());
    getChildren().add(Ui.spacer());
    if (!now.reasonProperty().get().isEmpty()) {
      getChildren().add(reason(now));
    }
    if (!now.continueTextProperty().get().isEmpty()) {
      getChildren().add(onward(now));
    }
    Node again = focusedId == null ? null : lookup("#" + focusedId);
    if (again != null) {
      again.requestFocus();
    }
  }

  private Label reason(Footer now) {
    Label reason = Ui.label(now.reasonProperty().get(), "pr-muted", "pr-small");
    reason.setId("reason");
    reason.setWrapText(true);
    reason.setMinWidth(64);
    reason.setMinHeight(USE_PREF_SIZE);
    return reason;
  }

  private Button onward(Footer now) {
    String icon = now.continueIconProperty().get();
    String key = now.byKeyProperty().get() && now.enabledProperty().get() ? "Ctrl Enter" : "";
    Button onward =
        Ui.keyButton(
            icon.isEmpty() ? null : Icons.of(icon),
            now.continueTextProperty().get(),
            icon.isEmpty() && now.enabledProperty().get() ? Icons.of(Icons.FORWARD) : null,
            key,
            "accent");
    onward.setId("continue");
    onward.setDisable(!now.enabledProperty().get());
    onward.setOnAction(_ -> press());
    return onward;
  }

  private static HintRow hints(Footer now) {
    HintRow hints = new HintRow();
    for (Footer.Hint hint : now.hints()) {
      HBox one = Ui.row(4);
      for (int i = 0; i < hint.keys().size(); i++) {
        if (i > 0) {
          one.getChildren().add(Ui.label("–", "pr-caption-text"));
        }
        one.getChildren().add(new Keycap(hint.keys().get(i)));
      }
      one.getChildren().add(Ui.label(hint.text(), "pr-caption-text"));
      hints.getChildren().add(one);
    }
    HBox.setHgrow(hints, Priority.SOMETIMES);
    return hints;
  }
}
