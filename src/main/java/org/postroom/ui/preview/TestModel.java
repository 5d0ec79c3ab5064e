package org.postroom.ui.preview;

import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.atomic.AtomicInteger;
import javafx.beans.property.ObjectProperty;
import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.beans.property.ReadOnlyObjectWrapper;
import javafx.beans.property.SimpleObjectProperty;
import org.jspecify.annotations.Nullable;
import org.postroom.dispatch.DeliveryOutcome;
import org.postroom.dispatch.DispatchListener;
import org.postroom.dispatch.StopSignal;
import org.postroom.engine.Account;
import org.postroom.engine.Draft;
import org.postroom.engine.LookAlikes;
import org.postroom.engine.Postroom;
import org.postroom.engine.Problem;
import org.postroom.engine.TestEnd;
import org.postroom.engine.Through;
import org.postroom.engine.WorkProgress;
import org.postroom.ui.common.MailshotModel;
import org.postroom.ui.common.Tasks;

/// A test to oneself, as the window goes through it: which letters, which way, and how it ended. It
/// has no nodes.
public final class TestModel {
  /// More would be a mailshot to oneself.
  public static final int MOST = 30;

  private final Postroom engine;
  private final Tasks tasks;
  private final MailshotModel mailshot;
  private final int shown;
  private final List<Integer> examples;
  private final ObjectProperty<Scope> scope = new SimpleObjectProperty<>(Scope.THIS_ONE);
  private final ObjectProperty<Through> way;
  private final ReadOnlyObjectWrapper<@Nullable List<Account>> accounts =
      new ReadOnlyObjectWrapper<>();
  private final ReadOnlyObjectWrapper<State> state =
      new ReadOnlyObjectWrapper<>(new State.Asking());
  private @Nullable StopSignal stop;

  /// Which letters.
  public enum Scope {
    THIS_ONE,
    /// One of each kind, and those that are unlike the others.
    EACH_KIND
  }

  /// How far it is.
  public sealed interface State {
    record Asking() implements State {}

    record Sending(long done, int of) implements State {}

    record Ended(TestEnd end) implements State {}

    record Failed(Problem problem) implements State {}
  }

  /// @param shown the place of the letter that is shown
  /// @param kinds null while they are being counted
  public TestModel(
      Postroom engine, Tasks tasks, MailshotModel mailshot, int shown, @Nullable LookAlikes kinds) {
    this.engine = engine;
    this.tasks = tasks;
    this.mailshot = mailshot;
    this.shown = shown;
    List<Integer> all = kinds == null ? List.of() : kinds.examples();
    this.examples = List.copyOf(all.subList(0, Math.min(MOST, all.size())));
    this.way = new SimpleObjectProperty<>(mailshot.throughProperty().get());
  }

  /// Finds out which accounts there are.
  public void start() {
    tasks
        .work(_ -> engine.accounts())
        .onSuccess(
            found -> {
              accounts.set(found);
              if (found.isEmpty()) {
                way.set(new Through.Practice(null));
              }
            })
        .onProblem(problem -> state.set(new State.Failed(problem)))
        .start();
  }

  /// Null until they are known.
  public ReadOnlyObjectProperty<@Nullable List<Account>> accountsProperty() {
    return accounts.getReadOnlyProperty();
  }

  public ReadOnlyObjectProperty<State> stateProperty() {
    return state.getReadOnlyProperty();
  }

  public ObjectProperty<Scope> scopeProperty() {
    return scope;
  }

  public ObjectProperty<Through> wayProperty() {
    return way;
  }

  public boolean practice() {
    return way.get() instanceof Through.Practice;
  }

  /// How many letters one of each kind would be; 0 while that is unknown.
  public int examples() {
    return examples.size();
  }

  /// Whose letters are to be sent, as places in the plan.
  public List<Integer> letters() {
    return scope.get() == Scope.THIS_ONE ? List.of(shown) : examples;
  }

  /// Sends; nothing happens while that goes on already.
  public void send() {
    Draft draft = mailshot.draftProperty().get();
    List<Integer> letters = letters();
    if (draft == null || letters.isEmpty() || state.get() instanceof State.Sending) {
      return;
    }
    StopSignal signal = new StopSignal();
    stop = signal;
    Through through = way.get();
    state.set(new State.Sending(0, letters.size()));
    tasks
        .work(
            progress ->
                engine.testToMyself(
                    draft, letters, through, signal, new Told(progress, letters.size())))
        .onProgress(
            (done, of) -> {
              if (state.get() instanceof State.Sending) {
                state.set(new State.Sending(done, (int) of));
              }
            })
        .onSuccess(end -> state.set(new State.Ended(end)))
        .onProblem(problem -> state.set(new State.Failed(problem)))
        .start();
  }

  /// Nothing more leaves; what was sent is told.
  public void stop() {
    StopSignal signal = stop;
    if (signal != null) {
      signal.press();
    }
  }

  /// Those that the server did not take.
  static List<TestEnd.Tested> notAccepted(TestEnd.Ran ran) {
    List<TestEnd.Tested> others = new ArrayList<>(ran.letters());
    others.removeIf(letter -> letter.outcome() instanceof DeliveryOutcome.Accepted);
    return others;
  }

  private record Told(WorkProgress progress, int of, AtomicInteger done)
      implements DispatchListener {
    Told(WorkProgress progress, int of) {
      this(progress, of, new AtomicInteger());
    }

    @Override
    public void settled(int index, DeliveryOutcome outcome) {
      // It is ended by Stop and by nothing else, so that its end is always told.
      boolean _ = progress.at(done.incrementAndGet(), of);
    }

    @Override
    public void waiting(String why, long seconds) {}

    @Override
    public void leaving() {}
  }
}
