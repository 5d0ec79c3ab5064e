package org.postroom.acceptance;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.postroom.dispatch.DeliveryOutcome;
import org.postroom.dispatch.DispatchListener;
import org.postroom.dispatch.DispatchOptions;
import org.postroom.dispatch.DispatchResult;
import org.postroom.dispatch.Pace;
import org.postroom.dispatch.StopSignal;
import org.postroom.engine.Draft;
import org.postroom.engine.MailshotFile;
import org.postroom.engine.PostroomEngine;
import org.postroom.engine.Problem;
import org.postroom.engine.ProblemException;
import org.postroom.engine.SendEnd;
import org.postroom.engine.Through;
import org.postroom.engine.WorkProgress;
import org.postroom.safety.ReviewProgress;
import org.postroom.safety.SafetyReview;
import org.postroom.workspace.Workspace;

/// What was cleared is what is sent, whatever happens to the files meanwhile.
class FrozenLettersTest {
  private static final DispatchOptions OPTIONS =
      new DispatchOptions(Pace.UNLIMITED, Duration.ZERO, Duration.ZERO, false);

  @TempDir Path folder;
  private OracleServer server;
  private Workspace workspace;
  private PostroomEngine engine;
  private Path programme;

  @BeforeEach
  void write() throws Exception {
    server = new OracleServer(true);
    workspace = Workspace.open(folder.resolve("workspace"));
    engine = new PostroomEngine(Sender.parts(workspace));
    programme = Files.writeString(folder.resolve("programme.txt"), "Kyrie, Gloria, Credo");
    Files.writeString(
        folder.resolve("members.csv"),
        """
        Email,Name
        ann@people.example,Ann Alder
        bob@people.example,Bob Birch
        cyd@people.example,Cyd Cedar
        dan@people.example,Dan Dogwood
        """);
    Files.writeString(
        folder.resolve("letter.txt"), "Dear {{Name}},\n\nplease see the programme.\n");
    Files.writeString(
        folder.resolve("spring.mailshot"),
        """
        {
          "postroom": 1,
          "name": "Spring",
          "from": "Riverside Choir <news@riverside.example>",
          "recipients": { "file": "members.csv", "basis": "members of the choir" },
          "subject": "Our programme, {{Name}}",
          "text": "letter.txt",
          "attachments": [ { "file": "programme.txt" } ]
        }
        """);
  }

  @AfterEach
  void close() throws Exception {
    engine.close();
    workspace.close();
    server.close();
  }

  private Through through() {
    return new Through.Server("127.0.0.1", server.port(), Through.Security.NONE, null, false, 1, 0);
  }

  private MailshotFile open() throws ProblemException {
    return engine.open(folder.resolve("spring.mailshot"));
  }

  private SendEnd send(Draft draft, SafetyReview.Reviewed reviewed, StopSignal stop)
      throws ProblemException {
    DispatchListener stopsAfterTheFirst =
        new DispatchListener() {
          @Override
          public void settled(int index, DeliveryOutcome outcome) {
            stop.press();
          }

          @Override
          public void waiting(String why, long seconds) {}

          @Override
          public void leaving() {}
        };
    return engine.send(draft, reviewed, 4, List.of(), through(), OPTIONS, stop, stopsAfterTheFirst);
  }

  private SendEnd resume(boolean asCleared) throws ProblemException {
    return engine.resume(
        open(), through(), asCleared, OPTIONS, new StopSignal(), DispatchListener.NONE);
  }

  @Test
  void afterAStopTheFrozenLettersGoOutAlthoughTheFilesChangedOrAreGone() throws Exception {
    Draft draft = engine.draft(open(), engine.way(through()), WorkProgress.NONE);
    SendEnd stopped = send(draft, engine.review(draft, ReviewProgress.NONE), new StopSignal());
    assertThat(stopped)
        .isInstanceOfSatisfying(
            SendEnd.Ran.class,
            ran -> assertThat(ran.result()).isInstanceOf(DispatchResult.Stopped.class));
    int before = server.taken().size();
    assertThat(before).isBetween(1, 2);
    Files.delete(programme);
    Files.writeString(folder.resolve("letter.txt"), "Dear all,");
    Files.writeString(folder.resolve("members.csv"), "Email,Name\neve@people.example,Eve Elm\n");

    assertThat(resume(false))
        .isInstanceOfSatisfying(
            SendEnd.ChangedSince.class, changed -> assertThat(changed.what()).hasSize(3));
    assertThat(server.taken()).hasSize(before);

    assertThat(resume(true))
        .isInstanceOfSatisfying(
            SendEnd.Ran.class,
            ran -> {
              assertThat(ran.result()).isEqualTo(new DispatchResult.Completed());
              assertThat(ran.report().counts().accepted()).isEqualTo(4);
            });
    assertThat(server.taken())
        .containsExactly(
            "ann@people.example", "bob@people.example", "cyd@people.example", "dan@people.example");
    assertThat(server.mistakes()).isEmpty();
    assertThat(workspace.folder().resolve("outbox").resolve(draft.file().id().toString()))
        .as("settled, so nothing is kept")
        .isEmptyDirectory();
  }

  @Test
  void whereAFileChangesBetweenReviewAndSendNothingIsSentAndItIsSaid() throws Exception {
    Draft draft = engine.draft(open(), engine.way(through()), WorkProgress.NONE);
    SafetyReview.Reviewed reviewed = engine.review(draft, ReviewProgress.NONE);
    Files.writeString(programme, "Kyrie, Gloria, and everybody's address");

    ProblemException told =
        catchThrowableOfType(ProblemException.class, () -> send(draft, reviewed, new StopSignal()));

    assertThat(told.problem().kind()).isEqualTo(Problem.Kind.FILE);
    assertThat(told.problem().happened()).contains("programme.txt");
    assertThat(server.taken()).isEmpty();
    assertThat(engine.report(open(), false)).isEmpty();
  }
}
