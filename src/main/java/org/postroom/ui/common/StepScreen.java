package org.postroom.ui.common;

/// The screen of one of the six steps.
public interface StepScreen extends Screen {
  Step step();

  /// What the footer shows while this screen is open.
  Footer footer();
}
