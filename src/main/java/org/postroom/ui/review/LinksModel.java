package org.postroom.ui.review;

import java.util.List;
import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.beans.property.ReadOnlyObjectWrapper;
import org.jspecify.annotations.Nullable;
import org.postroom.engine.MailshotFile;
import org.postroom.engine.Postroom;
import org.postroom.engine.Problem;
import org.postroom.links.FixedLinks;
import org.postroom.links.TriedLink;
import org.postroom.ui.common.MailshotModel;
import org.postroom.ui.common.Tasks;

/// The links of the mailshot that is open, and whether their pages are there. It looks at the texts
/// by itself; a web server is asked only by [#tryThem(FixedLinks)]. It has no nodes.
final class LinksModel {
  private final Postroom engine;
  private final Tasks tasks;
  private final MailshotModel mailshot;
  private final ReadOnlyObjectWrapper<State> state =
      new ReadOnlyObjectWrapper<>(new State.Nothing());
  private Tasks.@Nullable Running trying;

  /// What can be said of the links.
  sealed interface State {
    /// There is none that can be tried.
    record Nothing() implements State {}

    /// They can be tried. Nobody has asked for it.
    record Offered(FixedLinks links) implements State {}

    /// @param done links that were tried, of `of`
    record Trying(FixedLinks links, int done, int of) implements State {}

    record Tried(FixedLinks links, List<TriedLink> answers) implements State {
      public Tried {
        answers = List.copyOf(answers);
      }
    }

    record Failed(FixedLinks links, Problem problem) implements State {}
  }

  LinksModel(Postroom engine, Tasks tasks, MailshotModel mailshot) {
    this.engine = engine;
    this.tasks = tasks;
    this.mailshot = mailshot;
  }

  ReadOnlyObjectProperty<State> stateProperty() {
    return state.getReadOnlyProperty();
  }

  /// Reads the texts again. What was tried stays as long as the links are the same.
  void look() {
    MailshotFile now = mailshot.file();
    tasks.work(_ -> engine.links().of(now)).onSuccess(this::found).onProblem(_ -> none()).start();
  }

  private void none() {
    found(FixedLinks.NONE);
  }

  private void found(FixedLinks links) {
    if (links.equals(links(state.get()))) {
      return;
    }
    stop();
    state.set(links.links().isEmpty() ? new State.Nothing() : new State.Offered(links));
  }

  private static FixedLinks links(State of) {
    return switch (of) {
      case State.Nothing _ -> FixedLinks.NONE;
      case State.Offered(FixedLinks links) -> links;
      case State.Trying trying -> trying.links();
      case State.Tried tried -> tried.links();
      case State.Failed failed -> failed.links();
    };
  }

  /// Asks the web servers. Only where a person has said so, after they were told which.
  ///
  /// @param links those that the person was asked about; nothing is tried where the text has others
  ///   by now
  void tryThem(FixedLinks links) {
    if (links.links().isEmpty()
        || !links.equals(links(state.get()))
        || state.get() instanceof State.Trying) {
      return;
    }
    int all = links.links().size();
    state.set(new State.Trying(links, 0, all));
    trying =
        tasks
            .work(progress -> engine.links().tryAll(links, progress))
            .onProgress((done, of) -> state.set(new State.Trying(links, (int) done, (int) of)))
            .onSuccess(answers -> state.set(new State.Tried(links, answers)))
            .onProblem(problem -> state.set(new State.Failed(links, problem)))
            .start();
  }

  /// Ends a trial: what was found by then is not kept.
  void stop() {
    if (trying != null) {
      trying.cancel();
      trying = null;
    }
    if (state.get() instanceof State.Trying(FixedLinks links, int _, int _)) {
      state.set(new State.Offered(links));
    }
  }
}
