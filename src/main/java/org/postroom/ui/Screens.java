package org.postroom.ui;

import java.util.EnumMap;
import java.util.Map;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;
import org.postroom.ui.accounts.AccountsScreen;
import org.postroom.ui.common.HomePage;
import org.postroom.ui.common.MailshotModel;
import org.postroom.ui.common.Step;
import org.postroom.ui.common.StepScreen;
import org.postroom.ui.common.UiContext;
import org.postroom.ui.home.BinScreen;
import org.postroom.ui.home.ListsScreen;
import org.postroom.ui.home.SuppressionScreen;
import org.postroom.ui.message.MessageScreen;
import org.postroom.ui.practice.PracticeScreen;
import org.postroom.ui.preview.PreviewScreen;
import org.postroom.ui.recipients.PeopleScreen;
import org.postroom.ui.report.ReportScreen;
import org.postroom.ui.review.ReviewScreen;
import org.postroom.ui.send.SendScreen;

/// Which class shows which step: one line each.
final class Screens {
  private Screens() {}

  /// Makes the screens of a mailshot that has been opened.
  static Map<Step, StepScreen> of(UiContext context, MailshotModel model) {
    Map<Step, StepScreen> screens = new EnumMap<>(Step.class);
    screens.put(Step.PREVIEW, new PreviewScreen(context, model));
    screens.put(Step.REVIEW, new ReviewScreen(context, model));
    screens.put(Step.SEND, new SendScreen(context, model));
    screens.put(Step.REPORT, new ReportScreen(context, model));
    screens.put(Step.PEOPLE, new PeopleScreen(context, model));
    screens.put(Step.MESSAGE, new MessageScreen(context, model));
    return screens;
  }

  /// The accounts.
  ///
  /// @param waiting the mailshot that waits for one, or null
  static HomePage accounts(
      UiContext context, AccountsScreen.@Nullable Waiting waiting, Consumer<Integer> onCount) {
    return new AccountsScreen(context, waiting, onCount);
  }

  /// The Bin.
  static HomePage bin(UiContext context) {
    return new BinScreen(context);
  }

  /// The lists that were read here.
  static HomePage lists(UiContext context) {
    return new ListsScreen(context);
  }

  /// Who is not written to.
  static HomePage notWrittenTo(UiContext context) {
    return new SuppressionScreen(context);
  }

  /// The practice mailbox.
  static HomePage practiceMailbox(UiContext context) {
    return new PracticeScreen(context);
  }
}
