package org.postroom.ui;

import java.util.EnumMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.postroom.ui.common.HomePage;
import org.postroom.ui.common.MailshotModel;
import org.postroom.ui.common.Step;
import org.postroom.ui.common.StepScreen;
import org.postroom.ui.common.UiContext;

/// Which class shows which step: one line each.
final class Screens {
  private Screens() {}

  /// Makes the screens of a mailshot that has been opened.
  static Map<Step, StepScreen> of(UiContext context, MailshotModel model) {
    Map<Step, StepScreen> screens = new EnumMap<>(Step.class);
    return screens;
  }

  /// The practice mailbox, or null where there is none yet.
  static @Nullable HomePage practiceMailbox(UiContext context) {
    return null;
  }
}
