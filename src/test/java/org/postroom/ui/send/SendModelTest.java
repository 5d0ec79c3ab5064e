package org.postroom.ui.send;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Clock;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.postroom.dispatch.DeliveryOutcome;
import org.postroom.dispatch.DispatchListener;
import org.postroom.dispatch.DispatchOptions;
import org.postroom.dispatch.DispatchResult;
import org.postroom.dispatch.LetterState;
import org.postroom.dispatch.Pace;
import org.postroom.dispatch.Phase;
import org.postroom.dispatch.Reply;
import org.postroom.dispatch.StopSignal;
import org.postroom.engine.Counts;
import org.postroom.engine.MailshotFile;
import org.postroom.engine.Problem;
import org.postroom.engine.Report;
import org.postroom.engine.SendEnd;
import org.postroom.engine.Through;
import org.postroom.ui.FakePostroom;
import org.postroom.ui.common.MailshotModel;
import org.postroom.ui.common.Tasks;

/// The model of sending without a toolkit: work happens at once, and a run says what the test wants
/// it to say.
class SendModelTest {
  private static final Through SERVER =
      new Through.Server("mail.example", 587, Through.Security.STARTTLS, null, false, 1, 0);
  private final Talking engine = new Talking();
  private final Tasks tasks =
      new Tasks(
          Runnable::run,
          Runnable::run,
          (_, _) -> () -> {},
          new Problem(Problem.Kind.WORKSPACE, "a", "b", "c"));
  private final List<String> shown = new ArrayList<>();

  /// A run that says what it was told to say, and then ends.
  private static final class Talking extends FakePostroom {
    private final List<String> remarks = new ArrayList<>();

    @Override
    public Pace pace(Through through) {
      return Pace.CAREFUL;
    }

    @Override
    public SendEnd resume(
        MailshotFile file,
        Through through,
        boolean asCleared,
        DispatchOptions options,
        StopSignal stop,
        DispatchListener listener) {
      remarks.forEach(listener::remarked);
      listener.settled(
          0, new DeliveryOutcome.Accepted(new Reply(Phase.FINAL_DOT, 250, "2.0.0", "Ok")));
      return new SendEnd.Ran(new DispatchResult.Completed(), reported(1, 0));
    }
  }

  private static Report reported(int accepted, int open) {
    List<Report.PersonOutcome> people = new ArrayList<>();
    for (int i = 0; i < accepted + open; i++) {
      people.add(
          new Report.PersonOutcome(
              i + 1,
              "p" + i + "@d.example",
              "",
              i < accepted ? LetterState.ACCEPTED : LetterState.PLANNED,
              "",
              "",
              null,
              "",
              "",
              null));
    }
    return new Report(
        FakePostroom.christmas().id(),
        "Christmas",
        1,
        false,
        new Counts(accepted + open, accepted, 0, 0, 0, open, 0),
        0,
        people,
        List.of(),
        "");
  }

  private SendModel model() {
    MailshotModel mailshot =
        new MailshotModel(
            engine,
            tasks,
            Clock.fixed(FakePostroom.NOW, ZoneOffset.UTC),
            FakePostroom.christmas(),
            SERVER);
    SendModel model =
        new SendModel(engine, tasks, Clock.fixed(FakePostroom.NOW, ZoneOffset.UTC), mailshot);
    model.remarkProperty().subscribe(text -> shown.add(text));
    mailshot.refreshReport();
    return model;
  }

  @Test
  void whatPeopleShouldKnowAboutTheServerIsShownWhetherAllGoOrOne() {
    engine.report = reported(0, 1);
    engine.remarks.add("mail.example says that it takes several commands at once, and does not.");
    SendModel model = model();
    model.goOn(true);

    assertThat(model.remarkProperty().get()).isEqualTo(engine.remarks.getFirst());
    assertThat(model.stateProperty().get()).isInstanceOf(SendState.Ended.class);

    model.tryOne();
    assertThat(shown).containsExactly("", engine.remarks.getFirst(), "", engine.remarks.getFirst());
  }
}
