package org.postroom.ui.common;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Clock;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.postroom.engine.DiskState;
import org.postroom.engine.Problem;
import org.postroom.engine.Through;
import org.postroom.ui.FakePostroom;

/// Another program changes the files of a mailshot that is open.
class ElsewhereTest {
  private final FakePostroom engine = new FakePostroom();
  private final List<Runnable> later = new ArrayList<>();
  private final Tasks tasks =
      new Tasks(
          Runnable::run,
          Runnable::run,
          (_, action) -> {
            later.add(action);
            return () -> later.remove(action);
          },
          new Problem(Problem.Kind.WORKSPACE, "a", "b", "c"));
  private final MailshotModel model =
      new MailshotModel(
          engine,
          tasks,
          Clock.fixed(FakePostroom.NOW, ZoneOffset.UTC),
          FakePostroom.christmas(),
          new Through.Practice(null));

  @BeforeEach
  void open() {
    model.start();
  }

  @Test
  void nothingIsWrittenOverWhatAnotherProgramWrote() {
    another();
    model.editBody(BodyPart.MARKDOWN, "mine");
    model.flush();
    assertThat(model.savedProperty().get())
        .isEqualTo(new SaveState.Elsewhere(List.of("letter.md")));
    assertThat(engine.saves).isEmpty();
    assertThat(engine.bodies).doesNotContainValue("mine");
    model.editBody(BodyPart.MARKDOWN, "mine still");
    model.flush();
    assertThat(engine.saves).as("until a person has said whose it is").isEmpty();
  }

  @Test
  void keepingMineKeepsTheOtherAsAVersionAndWritesMine() {
    another();
    model.editBody(BodyPart.MARKDOWN, "mine");
    model.flush();
    model.keepMine();
    assertThat(engine.calls).contains("keepForSure disk");
    assertThat(engine.bodies).containsValue("mine");
    assertThat(model.savedProperty().get()).isInstanceOf(SaveState.Saved.class);
  }

  @Test
  void usingTheDiskKeepsMineAsAVersionAndWritesNothing() {
    another();
    model.editBody(BodyPart.MARKDOWN, "mine");
    model.flush();
    List<String> done = new ArrayList<>();
    model.useDisk(() -> done.add("opened anew"));
    model.close();
    assertThat(engine.calls).contains("keepForSure screen");
    assertThat(done).containsExactly("opened anew");
    assertThat(engine.saves).isEmpty();
  }

  @Test
  void comingBackToTheWindowLooksAtTheDisk() {
    model.lookAtDisk();
    assertThat(model.savedProperty().get()).isEqualTo(new SaveState.Unchanged());
    another();
    model.lookAtDisk();
    assertThat(model.savedProperty().get()).isInstanceOf(SaveState.Elsewhere.class);
  }

  @Test
  void whatIsTypedIsWrittenBeforeTheVersionsAreShown() {
    model.editBody(BodyPart.MARKDOWN, "typed a moment ago");
    List<Integer> written = new ArrayList<>();
    model.whenSaved(() -> written.add(engine.saves.size()));
    assertThat(written).containsExactly(1);
  }

  private void another() {
    engine.disk = new DiskState(Map.of("choir.mailshot", "as read", "letter.md", "another"));
  }
}
