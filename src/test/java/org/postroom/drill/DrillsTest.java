package org.postroom.drill;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.postroom.app.RealDrills;
import org.postroom.dispatch.DeliveryOutcome;
import org.postroom.dispatch.DispatchListener;
import org.postroom.dispatch.DispatchOptions;
import org.postroom.dispatch.LetterState;
import org.postroom.dispatch.Pace;
import org.postroom.dispatch.StopSignal;
import org.postroom.engine.Account;
import org.postroom.engine.Draft;
import org.postroom.engine.ListExporter;
import org.postroom.engine.Postroom;
import org.postroom.engine.ProblemException;
import org.postroom.engine.Report;
import org.postroom.engine.Report.PersonOutcome;
import org.postroom.engine.SendEnd;
import org.postroom.engine.Through;
import org.postroom.engine.WorkProgress;
import org.postroom.finding.Finding;
import org.postroom.finding.Severity;
import org.postroom.links.FixedLinks;
import org.postroom.safety.ReviewProgress;
import org.postroom.safety.SafetyReview;
import org.postroom.safety.SendWay;

/// Each founding incident walked into, on the real engine: it is caught, and nothing stays behind.
class DrillsTest {
  private static final Through.Server REAL =
      new Through.Server("localhost", 2525, Through.Security.NONE, null, false, 1, 0);

  @ParameterizedTest
  @EnumSource(
      value = Drill.class,
      names = {"I1", "I5", "I10", "I11"})
  void theReviewStopsIt(Drill drill) throws Exception {
    try (Sandbox sandbox = start(drill)) {
      AtomicBoolean caught = new AtomicBoolean();
      sandbox.onCaught(() -> caught.set(true));
      List<Finding> findings = review(sandbox).review().findings();
      assertThat(caught).isTrue();
      assertThat(findings)
          .filteredOn(finding -> new Caught.Found(finding.id()).equals(drill.sign()))
          .extracting(Finding::severity)
          .contains(Severity.BLOCK);
    }
  }

  @Test
  void theListIsNotAttached() throws Exception {
    try (Sandbox sandbox = start(Drill.I3)) {
      assertCaught(
          sandbox,
          () ->
              sandbox
                  .engine()
                  .admit(sandbox.mailshot(), sandbox.mailshot().folder().resolve("people.csv")));
    }
  }

  @Test
  void nobodySaidWhyTheyMayBeWrittenTo() throws Exception {
    try (Sandbox sandbox = start(Drill.I6)) {
      assertCaught(sandbox, () -> review(sandbox));
    }
  }

  @Test
  void theTestAddressIsAConflict() throws Exception {
    try (Sandbox sandbox = start(Drill.I7)) {
      assertCaught(sandbox, () -> draft(sandbox));
      assertThat(draft(sandbox).people()).isLessThan(2);
    }
  }

  @Test
  void whatWasThrownAwayComesBack() throws Exception {
    try (Sandbox sandbox = start(Drill.I8)) {
      Postroom engine = sandbox.engine();
      engine.moveToBin(sandbox.mailshot().id());
      assertThat(engine.mailshots()).isEmpty();
      assertCaught(sandbox, () -> engine.restoreFromBin(sandbox.mailshot().id()));
      assertThat(engine.mailshots()).hasSize(1);
    }
  }

  @Test
  void aCanaryNamesItsExport() throws Exception {
    try (Sandbox sandbox = start(Drill.I9)) {
      ListExporter exporter = sandbox.engine().exporter();
      Path out = sandbox.mailshot().folder().resolve("for-the-printer.csv");
      ListExporter.Exported made =
          exporter.export(
              sandbox.mailshot(),
              new ListExporter.Order(
                  out, "printer", new ListExporter.CanaryWish.Plus("helen@riverside.example")),
              WorkProgress.NONE);
      assertCaught(sandbox, () -> exporter.whose(String.valueOf(made.export().canary())));
    }
  }

  @Test
  void aSendThatIsStoppedSaysWhoHasIt() throws Exception {
    try (Sandbox sandbox = start(Drill.I4)) {
      StopSignal stop = new StopSignal();
      AtomicInteger left = new AtomicInteger();
      SendEnd[] end = new SendEnd[1];
      assertCaught(
          sandbox,
          () ->
              end[0] =
                  send(
                      sandbox,
                      new Through.Practice(null),
                      stop,
                      () -> {
                        if (left.incrementAndGet() == 3) {
                          stop.press();
                        }
                      }));
      assertThat(end[0]).isInstanceOf(SendEnd.Ran.class);
      Report report = sandbox.engine().report(sandbox.mailshot(), true).orElseThrow();
      assertThat(report.counts().accepted()).isEqualTo(3);
      assertThat(report.counts().notYetSent()).isEqualTo(37);
    }
  }

  @Test
  void theCorrectionIsToThoseWhoHaveIt() throws Exception {
    try (Sandbox sandbox = start(Drill.I2)) {
      Report report = sandbox.engine().report(sandbox.mailshot(), true).orElseThrow();
      assertThat(report.counts().accepted()).isEqualTo(40);
      Path list = sandbox.engine().create("Correction").folder().resolve("those-who-got-it.csv");
      assertCaught(sandbox, () -> sandbox.engine().exportReport(report, list));
    }
  }

  @Test
  void aLetterInDoubtIsDecidedByAPerson() throws Exception {
    try (Sandbox sandbox = start(Drill.I12)) {
      Report report = sandbox.engine().report(sandbox.mailshot(), true).orElseThrow();
      assertThat(report.counts().inDoubt()).isEqualTo(1);
      assertThat(report.counts().accepted()).isEqualTo(39);
      PersonOutcome doubt =
          report.letters().stream()
              .filter(letter -> letter.state() == LetterState.IN_DOUBT)
              .findFirst()
              .orElseThrow();
      assertCaught(
          sandbox,
          () ->
              sandbox
                  .engine()
                  .decide(
                      sandbox.mailshot(),
                      true,
                      doubt.address(),
                      Postroom.Decision.COUNT_AS_ACCEPTED,
                      "she has it"));
    }
  }

  @ParameterizedTest
  @EnumSource(Drill.class)
  void noDrillReachesAnythingButThePracticeServer(Drill drill) throws Exception {
    try (Sandbox sandbox = start(drill)) {
      assertThatThrownBy(() -> send(sandbox, REAL, new StopSignal(), () -> {}))
          .isInstanceOf(ProblemException.class)
          .hasMessageContaining("This is a drill");
      assertThatThrownBy(
              () ->
                  sandbox
                      .engine()
                      .saveAccount(
                          new Account("Real", "news@riverside.example", REAL, "", null),
                          null,
                          null))
          .hasMessageContaining("This is a drill");
      FixedLinks links = FixedLinks.in("", "https://choir.invalid/");
      assertThatThrownBy(() -> sandbox.engine().links().tryAll(links, WorkProgress.NONE))
          .hasMessageContaining("This is a drill");
      assertThat(sandbox.engine().accounts()).isEmpty();
    }
  }

  @ParameterizedTest
  @EnumSource(Drill.class)
  void everyDrillSaysWhatHappenedAndWhatToDoAndLeavesNothing(Drill drill) throws Exception {
    Path folder;
    try (Sandbox sandbox = start(drill)) {
      folder = sandbox.mailshot().folder();
      assertThat(folder).exists();
      assertThat(List.of(drill.title(), drill.happened(), drill.task(), drill.caught()))
          .doesNotHaveDuplicates()
          .allMatch(text -> !text.isBlank());
    }
    assertThat(Files.exists(folder.resolve("../../..").normalize())).isFalse();
  }

  @FunctionalInterface
  private interface Mistake {
    void walkInto() throws Exception;
  }

  private static void assertCaught(Sandbox sandbox, Mistake mistake) throws Exception {
    AtomicBoolean caught = new AtomicBoolean();
    sandbox.onCaught(() -> caught.set(true));
    assertThat(caught).as("caught before anything was done").isFalse();
    mistake.walkInto();
    assertThat(caught).isTrue();
  }

  private static Sandbox start(Drill drill) throws Exception {
    return RealDrills.drills().start(drill);
  }

  private static Draft draft(Sandbox sandbox) throws Exception {
    return sandbox.engine().draft(sandbox.mailshot(), SendWay.toPractice(), WorkProgress.NONE);
  }

  private static SafetyReview.Reviewed review(Sandbox sandbox) throws Exception {
    return sandbox.engine().review(draft(sandbox), ReviewProgress.NONE);
  }

  private static SendEnd send(Sandbox sandbox, Through through, StopSignal stop, Runnable atEach)
      throws Exception {
    Draft draft = draft(sandbox);
    return sandbox
        .engine()
        .send(
            draft,
            sandbox.engine().review(draft, ReviewProgress.NONE),
            draft.people(),
            List.of(),
            through,
            new DispatchOptions(Pace.UNLIMITED, Duration.ZERO, Duration.ZERO, false),
            stop,
            new DispatchListener() {
              @Override
              public void settled(int index, DeliveryOutcome outcome) {
                atEach.run();
              }

              @Override
              public void waiting(String why, long seconds) {}

              @Override
              public void leaving() {}
            });
  }
}
