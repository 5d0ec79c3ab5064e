package org.postroom.ui;

import javafx.stage.Stage;
import org.postroom.drill.Drill;
import org.postroom.drill.Sandbox;
import org.postroom.engine.Through;
import org.postroom.ui.common.Step;
import org.postroom.ui.drill.Coach;
import org.postroom.ui.frame.HomeRail;

/// A drill in a window of its own, on an engine of its own: what the person was doing stays as it
/// is, and nothing of it is in reach. When the window is closed the drill is gone.
final class DrillWindow {
  private final Stage stage;
  private final Services services;
  private final Sandbox sandbox;

  /// @param services of the window that the drill was started from
  DrillWindow(Stage stage, Services services, Sandbox sandbox) {
    this.stage = stage;
    this.services = services;
    this.sandbox = sandbox;
  }

  PostroomWindow show() {
    PostroomWindow window = new PostroomWindow(stage, services.in(stage, sandbox));
    Drill drill = sandbox.drill();
    Coach coach = new Coach(services.texts(), drill, window::close);
    window.above(coach);
    stage.setOnHidden(_ -> services.background().execute(sandbox::close));
    window.show(null);
    stage.setTitle(services.texts().get("drill.window", drill.title()));
    begin(window, drill.place());
    sandbox.onCaught(() -> services.screen().execute(coach::caught));
    return window;
  }

  private void begin(PostroomWindow window, Drill.Place place) {
    switch (place) {
      case MAILSHOTS -> {}
      case LISTS -> window.place(HomeRail.Place.LISTS);
      case PEOPLE -> open(window, Step.PEOPLE);
      case MESSAGE -> open(window, Step.MESSAGE);
      case REVIEW -> open(window, Step.REVIEW);
      case SEND -> open(window, Step.SEND);
      case REPORT -> open(window, Step.REPORT);
    }
  }

  private void open(PostroomWindow window, Step step) {
    window.open(sandbox.mailshot(), new Through.Practice(null), step);
  }
}
