package org.postroom.ui.frame;

import java.util.List;
import org.postroom.engine.Problem;
import org.postroom.ui.common.Dialogs;
import org.postroom.ui.common.MailshotModel;
import org.postroom.ui.common.Step;
import org.postroom.ui.common.Texts;
import org.postroom.ui.common.UiContext;

/// Another program has changed the mailshot's files: whose text is it to be? Nothing is lost either
/// way, because the other one becomes an earlier version.
public final class ElsewhereDialog {
  private final UiContext context;
  private final MailshotModel model;

  public ElsewhereDialog(UiContext context, MailshotModel model) {
    this.context = context;
    this.model = model;
  }

  /// @param files their names
  /// @param step that is shown, and is shown again afterwards
  public void show(List<String> files, Step step) {
    Texts texts = context.texts();
    context
        .dialogs()
        .ask(
            texts.get("elsewhere.title", String.join(", ", files)),
            texts.get("elsewhere.text"),
            Dialogs.Choice.filled(texts.get("elsewhere.mine"), model::keepMine),
            Dialogs.Choice.plain(
                texts.get("elsewhere.disk"), () -> model.useDisk(() -> open(step))));
  }

  private void open(Step step) {
    context
        .tasks()
        .work(_ -> context.engine().open(model.file().path()))
        .onSuccess(file -> context.navigator().open(file, model.throughProperty().get(), step))
        .onProblem(this::notRead)
        .start();
  }

  /// What lies there is no mailshot: what is on the screen stays.
  private void notRead(Problem problem) {
    Texts texts = context.texts();
    context
        .dialogs()
        .ask(
            problem.happened(),
            problem.kept() + " " + problem.next(),
            Dialogs.Choice.filled(texts.get("elsewhere.mine"), model::keepMine));
  }
}
