package org.postroom.app;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.postroom.dispatch.DispatchListener;
import org.postroom.dispatch.DispatchOptions;
import org.postroom.dispatch.StopSignal;
import org.postroom.engine.Draft;
import org.postroom.engine.Looked;
import org.postroom.engine.OddLetter;
import org.postroom.engine.Postroom;
import org.postroom.engine.SendEnd;
import org.postroom.engine.Through;
import org.postroom.engine.WorkProgress;
import org.postroom.finding.Finding;
import org.postroom.finding.Severity;
import org.postroom.message.MailshotId;
import org.postroom.safety.ReviewProgress;
import org.postroom.safety.SafetyReview;
import org.postroom.safety.SendWay;
import org.postroom.workspace.LookedAt;
import org.postroom.workspace.Workspace;

/// What was looked at in the preview, bound to what the letters say.
class LookedTest {
  private static final SendWay REAL = new SendWay(false, "here", "", 100, 0, 0);

  @TempDir Path folder;
  private Postroom engine;

  @BeforeEach
  void open() {
    engine = RealEngine.open(folder.resolve("workspace"));
  }

  @AfterEach
  void close() {
    engine.close();
  }

  @Test
  void aKindIsLookedAtWithOneOfItsLettersAndStaysSoAfterARestart() throws Exception {
    Draft draft = draft(40, 7);
    assertThat(look(draft).kindsSeen()).isZero();
    int kinds = look(draft).all().kinds().size();
    assertThat(kinds).as("with and without a name").isEqualTo(2);
    engine.markLooked(draft, 3);
    assertThat(look(draft).kindsSeen()).isEqualTo(1);
    engine.close();
    open();
    assertThat(look(drafted(REAL)).kindsSeen()).isEqualTo(1);
  }

  @Test
  void aChangedTextAsksAgain() throws Exception {
    Draft draft = draft(40, 7);
    engine.markLooked(draft, 3);
    Files.writeString(
        folder.resolve("letter.txt"), "Dear {{Name|friend}},\n\nIt is off.\n\nHelen\n");
    assertThat(look(drafted(REAL)).kindsSeen()).isZero();
  }

  @Test
  void anotherValueOfThatPersonAsksAgainAndOfAnotherOneDoesNot() throws Exception {
    Draft draft = draft(40, 7);
    engine.markLooked(draft, 3);
    Path list = folder.resolve("members.csv");
    Files.writeString(list, Files.readString(list).replace("Member 9 Nobody", "Membre 9 Personne"));
    assertThat(look(drafted(REAL)).kindsSeen()).isEqualTo(1);
    Files.writeString(list, Files.readString(list).replace("Member 4 ", "Membre 4 "));
    assertThat(look(drafted(REAL)).kindsSeen()).isZero();
  }

  @Test
  void theReviewNotesItAndASmallMailshotIsNotHeldUp() throws Exception {
    Draft draft = draft(40, 7);
    Finding note = notSeen(engine.asking(draft, look(draft))).orElseThrow();
    assertThat(note.severity()).isEqualTo(Severity.NOTE);
    assertThat(note.args().getFirst()).isEqualTo(2);
    for (int place : look(draft).unseen()) {
      engine.markLooked(draft, place);
    }
    assertThat(notSeen(engine.asking(draft, look(draft)))).isEmpty();
  }

  @Test
  void anOddLetterAmongManyIsToBeConfirmedUntilSomebodySawIt() throws Exception {
    Draft draft = draft(300, 217);
    Finding asks = notSeen(engine.asking(draft, look(draft))).orElseThrow();
    assertThat(asks.severity()).isEqualTo(Severity.CONFIRM);
    for (OddLetter odd : look(draft).all().odd()) {
      engine.markLooked(draft, odd.at());
    }
    look(draft).all().kinds().forEach(kind -> mark(draft, kind.example()));
    assertThat(notSeen(engine.asking(draft, look(draft)))).isEmpty();
  }

  @Test
  void practiceIsNotHeldUp() throws Exception {
    draft(300, 217);
    Draft practice = drafted(SendWay.toPractice());
    assertThat(notSeen(engine.asking(practice, look(practice))).orElseThrow().severity())
        .isEqualTo(Severity.NOTE);
  }

  /// Nobody looks there.
  @Test
  void theCommandLineNeverAsks() throws Exception {
    draft(300, 217);
    Office office = new Office(folder);
    office.run("check", folder.resolve("choir.mailshot").toString()).exits(0);
  }

  @Test
  void whatWasSeenIsKeptWithTheClearance() throws Exception {
    draft(40, 7);
    Draft draft = drafted(SendWay.toPractice());
    engine.markLooked(draft, 3);
    SafetyReview.Reviewed reviewed =
        engine.review(engine.asking(draft, look(draft)), ReviewProgress.NONE);
    Through practice = new Through.Practice(folder.resolve("practice"));
    SendEnd end =
        engine.send(
            draft,
            reviewed,
            draft.people(),
            List.of(),
            practice,
            new DispatchOptions(
                engine.pace(practice), java.time.Duration.ZERO, java.time.Duration.ZERO, false),
            new StopSignal(),
            DispatchListener.NONE);
    assertThat(end).isInstanceOf(SendEnd.Ran.class);
    MailshotId id = draft.file().id();
    engine.close();
    try (Workspace workspace = Workspace.open(folder.resolve("workspace"))) {
      LookedAt.Share share = workspace.records(true).lookedAt().cleared(id, 1).orElseThrow();
      assertThat(share.kindsSeen()).isEqualTo(1);
      assertThat(share.kinds()).isEqualTo(2);
    }
    open();
  }

  private void mark(Draft draft, int place) {
    try {
      engine.markLooked(draft, place);
    } catch (org.postroom.engine.ProblemException e) {
      throw new AssertionError(e);
    }
  }

  private static Optional<Finding> notSeen(Draft draft) {
    return draft.findings().stream()
        .filter(finding -> finding.id().equals("preview.not-seen"))
        .findFirst();
  }

  private Looked look(Draft draft) throws Exception {
    return engine.looked(draft, WorkProgress.NONE);
  }

  /// @param nameless the row without a name
  private Draft draft(int people, int nameless) throws Exception {
    StringBuilder list = new StringBuilder("Email,Name\r\n");
    for (int i = 1; i <= people; i++) {
      list.append("member").append(i).append("@choir.example,");
      list.append(i == nameless ? "" : "Member " + i + " Nobody").append("\r\n");
    }
    Files.writeString(folder.resolve("members.csv"), list);
    Files.writeString(
        folder.resolve("letter.txt"), "Dear {{Name|friend}},\n\nwe sing on Thursday.\n\nHelen\n");
    Files.writeString(
        folder.resolve("choir.mailshot"),
        """
        {"postroom": 1, "name": "Thursday", "from": "Choir <news@choir.example>",
         "recipients": {"file": "members.csv", "basis": "members"},
         "subject": "Rehearsal", "text": "letter.txt"}
        """);
    return drafted(REAL);
  }

  private Draft drafted(SendWay way) throws Exception {
    return engine.draft(engine.open(folder.resolve("choir.mailshot")), way, WorkProgress.NONE);
  }
}
