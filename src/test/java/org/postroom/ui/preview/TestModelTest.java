package org.postroom.ui.preview;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Clock;
import java.time.ZoneOffset;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.List;
import java.util.Objects;
import org.junit.jupiter.api.Test;
import org.postroom.engine.Draft;
import org.postroom.engine.LookAlikes;
import org.postroom.engine.Problem;
import org.postroom.engine.TestEnd;
import org.postroom.engine.Through;
import org.postroom.engine.WorkProgress;
import org.postroom.ui.FakePostroom;
import org.postroom.ui.common.MailshotModel;
import org.postroom.ui.common.Tasks;
import org.postroom.ui.preview.TestModel.Scope;
import org.postroom.ui.preview.TestModel.State;

/// A test to oneself without a toolkit: which letters, which way, and how it ended.
class TestModelTest {
  private final FakePostroom engine = new FakePostroom();
  private final Deque<Runnable> work = new ArrayDeque<>();
  private boolean byHand;
  private final Tasks tasks =
      new Tasks(
          act -> {
            if (byHand) {
              work.add(act);
            } else {
              act.run();
            }
          },
          Runnable::run,
          (_, _) -> () -> {},
          new Problem(Problem.Kind.WORKSPACE, "a", "b", "c"));
  private final MailshotModel mailshot =
      new MailshotModel(
          engine,
          tasks,
          Clock.fixed(FakePostroom.NOW, ZoneOffset.UTC),
          FakePostroom.christmas(),
          new Through.Practice(null));

  private TestModel opened() {
    mailshot.start();
    Draft draft = Objects.requireNonNull(mailshot.draftProperty().get());
    TestModel model =
        new TestModel(
            engine,
            tasks,
            mailshot,
            7,
            LookAlikes.of(draft.plan().orElseThrow(), WorkProgress.NONE));
    model.start();
    return model;
  }

  @Test
  void theLetterShownIsSentUnlessAskedOtherwise() {
    TestModel model = opened();
    model.send();
    assertThat(engine.tested).containsExactly(List.of(7));
    assertThat(model.stateProperty().get())
        .isInstanceOfSatisfying(
            State.Ended.class, ended -> assertThat(ended.end()).isInstanceOf(TestEnd.Ran.class));
  }

  @Test
  void oneOfEachKindIsEachOnceAndNeverTooMany() {
    TestModel model = opened();
    model.scopeProperty().set(Scope.EACH_KIND);
    assertThat(model.examples()).isBetween(2, TestModel.MOST);
    model.send();
    assertThat(engine.tested.getFirst()).doesNotHaveDuplicates().hasSize(model.examples());
  }

  @Test
  void withoutAnAccountPracticeIsTheOnlyWay() {
    mailshot
        .throughProperty()
        .set(
            new Through.Server(
                "smtp.example.org", 587, Through.Security.STARTTLS, null, false, 0, -1));
    engine.accounts.clear();
    TestModel model = opened();
    assertThat(model.practice()).isTrue();
  }

  @Test
  void itIsSentOnceHoweverOftenTheButtonIsPressed() {
    TestModel model = opened();
    byHand = true;
    model.send();
    model.send();
    assertThat(model.stateProperty().get()).isEqualTo(new State.Sending(0, 1));
    assertThat(work).hasSize(1);
    work.remove().run();
    assertThat(engine.tested).hasSize(1);
  }

  @Test
  void whatBlocksALetterIsShown() {
    engine.testEnd = new TestEnd.Blocked(List.of());
    TestModel model = opened();
    model.send();
    assertThat(model.stateProperty().get())
        .isEqualTo(new State.Ended(new TestEnd.Blocked(List.of())));
  }
}
