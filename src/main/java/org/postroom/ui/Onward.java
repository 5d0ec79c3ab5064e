package org.postroom.ui;

import java.util.Objects;
import java.util.function.Predicate;
import javafx.util.Subscription;
import org.postroom.ui.common.Dialogs;
import org.postroom.ui.common.Lack;
import org.postroom.ui.common.Navigator;
import org.postroom.ui.common.Step;
import org.postroom.ui.common.StepScreen;
import org.postroom.ui.common.Texts;
import org.postroom.ui.common.UiContext;
import org.postroom.ui.frame.SenderDialog;

/// The way on from a step to one that stands on something that may be missing yet.
final class Onward {
  private final UiContext context;
  private final Navigator navigator;
  private final Predicate<OpenMailshot> stillOpen;
  private Subscription waiting = Subscription.EMPTY;

  /// @param stillOpen whether a mailshot is the one that is being looked at
  Onward(UiContext context, Navigator navigator, Predicate<OpenMailshot> stillOpen) {
    this.context = context;
    this.navigator = navigator;
    this.stillOpen = stillOpen;
  }

  void to(OpenMailshot mailshot, Step step) {
    if (mailshot.state(step).open()) {
      navigator.step(step);
      return;
    }
    switch (Lack.of(mailshot.model())) {
      case Lack.Nothing() -> navigator.step(step);
      case Lack.NoList() -> navigator.step(Step.PEOPLE);
      case Lack.NoSender() ->
          new SenderDialog(context, mailshot.model()).then(() -> to(mailshot, step)).show();
      case Lack.Counting() -> whenCounted(mailshot, step);
      case Lack.NoText() -> say(context.texts().get("onward.no-text"));
      case Lack.Trouble(var problem) -> say(problem.message());
      case Lack.NoLetters() -> navigator.step(Step.REVIEW);
    }
  }

  private void say(String words) {
    Texts texts = context.texts();
    context
        .dialogs()
        .ask(
            texts.get("onward.trouble"),
            words,
            Dialogs.Choice.plain(texts.get("onward.close"), () -> {}));
  }

  /// Goes on once the letters are counted, unless something else is looked at by then.
  private void whenCounted(OpenMailshot mailshot, Step step) {
    StepScreen from = mailshot.current();
    waiting.unsubscribe();
    waiting =
        mailshot
            .model()
            .countingProperty()
            .subscribe(
                (_, counting) -> {
                  if (!counting) {
                    waiting.unsubscribe();
                    if (stillOpen.test(mailshot) && Objects.equals(from, mailshot.current())) {
                      to(mailshot, step);
                    }
                  }
                });
  }
}
