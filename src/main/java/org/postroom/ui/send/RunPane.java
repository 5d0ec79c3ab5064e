package org.postroom.ui.send;

import javafx.scene.Node;
import javafx.scene.layout.StackPane;
import org.postroom.ui.common.Ui;
import org.postroom.ui.common.UiContext;

/// While it runs: first the hold ("Nothing has left yet"), then the sending. Stop is always there,
/// acts at once and asks nothing.
final class RunPane extends StackPane {
  private final UiContext context;
  private final HoldPane hold;
  private final SendingPane sending;
  private SendState.Running run;

  RunPane(UiContext context, SendModel model, SendState.Running run) {
    this.context = context;
    this.run = run;
    hold = new HoldPane(context, model, run);
    sending = new SendingPane(context, model, run);
    getChildren().setAll(hold, sending);
    refresh();
  }

  /// True where `other` is the run that is shown here.
  boolean shows(SendState.Running other) {
    return run.tally().equals(other.tally());
  }

  /// The same run, further on.
  void update(SendState.Running now) {
    run = now;
    refresh();
  }

  /// Stop, which has the focus.
  Node stopButton() {
    return run.held() ? hold.stopButton() : sending.stopButton();
  }

  /// Shows what is known now.
  void refresh() {
    boolean held = run.held();
    Ui.show(hold, held);
    Ui.show(sending, !held);
    if (held) {
      hold.show(run, context.clock().instant());
    } else {
      sending.show(run, context.clock().instant());
    }
  }
}
