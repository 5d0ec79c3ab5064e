package org.postroom.ui;

import java.nio.file.Path;
import org.jspecify.annotations.Nullable;
import org.postroom.engine.MailshotFile;
import org.postroom.engine.Postroom;
import org.postroom.ui.accounts.AccountsScreen;
import org.postroom.ui.common.Step;
import org.postroom.ui.common.StepScreen;
import org.postroom.ui.common.UiContext;
import org.postroom.ui.common.Ways;

/// What waits while somebody makes an account: the mailshot that was open, at its step.
final class Waiters {
  private Waiters() {}

  /// The mailshot that is open, to be gone on with through a new account; null where none is.
  static AccountsScreen.@Nullable Waiting of(
      @Nullable OpenMailshot open, UiContext context, Routes routes) {
    StepScreen current = open == null ? null : open.current();
    if (open == null || current == null) {
      return null;
    }
    Postroom engine = context.engine();
    Path path = open.model().file().path();
    Step step = current.step();
    return new AccountsScreen.Waiting(
        open.model().document().name(),
        account ->
            context
                .tasks()
                .work(
                    _ -> {
                      MailshotFile file = Ways.from(engine, engine.open(path), account.address());
                      Ways.remember(engine, file.id(), account.name());
                      return file;
                    })
                .onSuccess(file -> routes.open(file, account.server(), step))
                .onProblem(routes::tell)
                .start());
  }
}
