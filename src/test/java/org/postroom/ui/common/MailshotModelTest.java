package org.postroom.ui.common;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Clock;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import org.junit.jupiter.api.Test;
import org.postroom.engine.Counts;
import org.postroom.engine.Problem;
import org.postroom.engine.Report;
import org.postroom.engine.Through;
import org.postroom.ui.FakePostroom;

/// The model of an open mailshot without a toolkit: work happens at once, time by hand.
class MailshotModelTest {
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

  private void passTime() {
    List<Runnable> due = List.copyOf(later);
    later.clear();
    due.forEach(Runnable::run);
  }

  @Test
  void openingReadsTextListAndLetters() {
    model.start();

    assertThat(model.bodies().body(BodyPart.MARKDOWN)).isEqualTo(FakePostroom.BODY);
    assertThat(Objects.requireNonNull(model.listProperty().get()).list().people()).hasSize(312);
    assertThat(model.sightProperty().get()).isEqualTo(new Sight.OneEach(312));
    assertThat(model.countingProperty().get()).isFalse();
  }

  @Test
  void aChangeIsWrittenAMomentLaterAndCountedAgain() {
    model.start();
    int drafts = (int) engine.calls.stream().filter("draft"::equals).count();
    model.edit(document -> Edits.subject(document, "Another subject"));
    assertThat(engine.saves).isEmpty();
    assertThat(model.countingProperty().get()).isTrue();
    passTime();

    assertThat(engine.saves).hasSize(1);
    assertThat(model.savedProperty().get()).isEqualTo(new SaveState.Saved(FakePostroom.NOW));
    assertThat(engine.calls.stream().filter("draft"::equals)).hasSize(drafts + 1);
    assertThat(model.countingProperty().get()).isFalse();
  }

  @Test
  void theTextIsWrittenBeforeTheDocumentThatNamesIt() {
    model.start();
    model.editBody(BodyPart.MARKDOWN, "New words");
    passTime();

    assertThat(engine.bodies).containsEntry("letter.md", "New words");
    assertThat(engine.saves).hasSize(1);
  }

  @Test
  void aListThatCannotBeReadLeavesTheOneBefore() {
    model.start();
    engine.listProblem = new Problem(Problem.Kind.FILE, "broken", "kept", "next");
    model.readList();

    assertThat(model.listProblemProperty().get()).isEqualTo(engine.listProblem);
    assertThat(model.listProperty().get()).isNotNull();
  }

  @Test
  void aListIsThereBeforeItIsRememberedAndNobodyWaitsForThat() {
    List<Runnable> work = new ArrayList<>();
    MailshotModel slow =
        new MailshotModel(
            engine,
            new Tasks(
                work::add,
                Runnable::run,
                (_, _) -> () -> {},
                new Problem(Problem.Kind.WORKSPACE, "a", "b", "c")),
            Clock.fixed(FakePostroom.NOW, ZoneOffset.UTC),
            FakePostroom.christmas(),
            new Through.Practice(null));
    List<Boolean> seen = new ArrayList<>();
    engine.whileRemembering =
        () -> {
          seen.add(slow.listProperty().get() != null);
          seen.add(slow.readingProperty().get() != null);
          slow.stopReading();
        };
    slow.readList();
    work.forEach(Runnable::run);

    assertThat(seen).containsExactly(true, false);
    assertThat(slow.readingProperty().get()).isNull();
    assertThat(slow.listProblemProperty().get()).isNull();
    assertThat(Objects.requireNonNull(slow.listProperty().get()).list().people()).hasSize(312);
    assertThat(slow.document()).isEqualTo(FakePostroom.christmas().document());
  }

  private static Report report(boolean practice, Counts counts) {
    return new Report(
        FakePostroom.christmas().id(),
        "Christmas concert newsletter",
        1,
        practice,
        counts,
        9,
        List.of(),
        List.of(),
        "");
  }

  private int drafts() {
    return (int) engine.calls.stream().filter("draft"::equals).count();
  }

  private int drafted() {
    return Objects.requireNonNull(model.draftProperty().get()).plan().orElseThrow().revision();
  }

  @Test
  void theDraftIsMadeAnewOnceWhereItsLastLetterWasSettled() {
    model.start();
    int before = drafts();
    engine.report = report(true, new Counts(312, 310, 0, 2, 0, 0, 0));
    engine.revision = 2;
    model.refreshReport();
    model.refreshReport();

    assertThat(drafted()).isEqualTo(2);
    assertThat(drafts()).isEqualTo(before + 1);
  }

  @Test
  void theDraftStaysWhileALetterOfItIsOpen() {
    model.start();
    int before = drafts();
    engine.report = report(true, new Counts(312, 300, 0, 0, 1, 11, 0));
    model.refreshReport();

    assertThat(drafts()).isEqualTo(before);
  }

  @Test
  void whatWasSettledInPracticeDoesNotAgeADraftForAnAccount() {
    model.start();
    int before = drafts();
    engine.report = report(false, new Counts(312, 312, 0, 0, 0, 0, 0));
    model.refreshReport();

    assertThat(drafts()).isEqualTo(before);
  }

  @Test
  void aDraftThatIsOlderThanWhatWasSettledIsMadeOnceMoreAtMost() {
    engine.report = report(true, new Counts(312, 312, 0, 0, 0, 0, 0));
    model.start();

    assertThat(drafts()).isEqualTo(2);
  }

  @Test
  void confirmingAFindingIsSavedAndChangesNoLetter() {
    model.start();
    int drafts = (int) engine.calls.stream().filter("draft"::equals).count();
    model.acknowledge(List.of());
    passTime();

    assertThat(engine.saves).hasSize(1);
    assertThat(engine.calls.stream().filter("draft"::equals)).hasSize(drafts);
  }
}
