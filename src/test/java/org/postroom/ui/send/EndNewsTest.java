package org.postroom.ui.send;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.postroom.dispatch.DispatchResult;
import org.postroom.dispatch.Reply;
import org.postroom.engine.Counts;
import org.postroom.engine.Problem;
import org.postroom.engine.Report;
import org.postroom.engine.SendEnd;
import org.postroom.message.MailshotId;
import org.postroom.ui.common.News;
import org.postroom.ui.common.Texts;

class EndNewsTest {
  private static final Texts TEXTS = new Texts(Locale.UK);

  @Test
  void done() {
    assertThat(ended(new DispatchResult.Completed(), new Counts(312, 308, 0, 4, 0, 0, 0)))
        .contains(new News("Spring: done", "308 of 312 accepted, 4 refused."));
  }

  @Test
  void somethingIsInDoubt() {
    assertThat(ended(new DispatchResult.Completed(), new Counts(312, 309, 0, 1, 2, 0, 0)))
        .contains(
            new News(
                "Spring: 2 letters are in doubt",
                "309 of 312 accepted, 1 refused. 2 letters may have arrived: Postroom does not send"
                    + " them again unasked."));
  }

  @Test
  void someStillWait() {
    assertThat(ended(new DispatchResult.Completed(), new Counts(9, 8, 1, 0, 0, 0, 0)))
        .contains(new News("Spring: some still wait", "8 of 9 accepted, 1 waiting."));
  }

  @Test
  void pausedByItself() {
    DispatchResult paused =
        new DispatchResult.Paused(DispatchResult.Cause.SAME_REFUSAL, Reply.local("no"));
    assertThat(ended(paused, new Counts(312, 165, 3, 4, 0, 140, 0)))
        .contains(
            new News(
                "Spring is paused: three providers refused in the same way",
                "165 people have it; 143 messages are safe here and go on when you decide."));
  }

  @Test
  void stopped() {
    assertThat(ended(new DispatchResult.Stopped(), new Counts(3, 1, 0, 0, 1, 1, 0)))
        .contains(
            new News(
                "Spring is stopped",
                "1 person has it; 1 message has not left. 1 letter may have arrived: Postroom does"
                    + " not send it again unasked."));
  }

  @Test
  void couldNotBegin() {
    Problem problem =
        new Problem(Problem.Kind.WORKSPACE, "The disk is full.", "Nothing was sent.", "Free some.");
    assertThat(EndNews.of(new SendState.Failed(problem), "Spring", TEXTS))
        .contains(new News("Spring could not be sent", "The disk is full. Nothing was sent."));
  }

  @Test
  void nothingIsToldOfWhatHasNotEnded() {
    assertThat(EndNews.of(new SendState.Locked(), "Spring", TEXTS)).isEmpty();
  }

  private static Optional<News> ended(DispatchResult result, Counts counts) {
    Report report =
        new Report(
            MailshotId.of("0d3c0000-0000-4000-8000-000000000001"),
            "Spring",
            1,
            false,
            counts,
            0,
            List.of(),
            List.of(),
            "");
    SendState state =
        new SendState.Ended(
            new SendEnd.Ran(result, report), new SendTally(0, 0), Instant.EPOCH, List.of());
    return EndNews.of(state, "Spring", TEXTS);
  }
}
