package org.postroom.ui.send;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.time.InstantSource;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Locale;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.postroom.dispatch.DispatchResult;
import org.postroom.dispatch.LetterState;
import org.postroom.engine.Counts;
import org.postroom.engine.Report;
import org.postroom.engine.SendEnd;
import org.postroom.message.MailshotId;
import org.postroom.ui.common.Texts;
import org.postroom.ui.common.Times;
import org.postroom.ui.send.SendTally.State;

class LastLettersTest {
  private static final Instant NOON = Instant.parse("2026-11-21T12:00:00Z");
  private static final Texts TEXTS = new Texts(Locale.UK);
  private static final Times TIMES = new Times(InstantSource.fixed(NOON), ZoneOffset.UTC, TEXTS);

  @Test
  void nothingLeftAfterStop() {
    assertThat(LastLetters.afterStop(ended(1), TEXTS)).isEqualTo("After it nothing left.");
  }

  @Test
  void theOneThatWasOnItsWayIsNamed() {
    assertThat(LastLetters.afterStop(ended(1, State.ACCEPTED), TEXTS))
        .isEqualTo(
            "The message to Person 0 (accepted) was already on its way; after it nothing left.");
  }

  @Test
  void severalConnectionsHadOneEach() {
    assertThat(LastLetters.afterStop(ended(1, State.ACCEPTED, State.IN_DOUBT), TEXTS))
        .isEqualTo(
            "2 messages were already on their way, to Person 0 (accepted), Person 1 (in doubt);"
                + " after them nothing left.");
    State[] six = {
      State.ACCEPTED, State.ACCEPTED, State.ACCEPTED, State.REFUSED, State.ACCEPTED, State.ACCEPTED
    };
    assertThat(LastLetters.afterStop(ended(1, six), TEXTS))
        .startsWith("6 messages were already on their way, to Person 0 (accepted), ")
        .endsWith("Person 3 (refused) and 2 others; after them nothing left.");
  }

  @Test
  void anEnvelopeIsMorePeopleThanOne() {
    assertThat(LastLetters.afterStop(ended(3, State.ACCEPTED), TEXTS))
        .contains("Person 0 and 2 others (accepted)");
  }

  /// Where the window was closed meanwhile, only the report knows.
  @Test
  void theReportKnowsTheLastThatLeft() {
    Report report =
        report(
            person("Ann", LetterState.ACCEPTED, NOON),
            person("Ben", LetterState.COMMITTING, NOON.plusSeconds(90)),
            person("Cid", LetterState.DEFERRED, NOON.plusSeconds(120)),
            person("Dee", LetterState.PLANNED, null));
    assertThat(LastLetters.of(report, TEXTS, TIMES))
        .isEqualTo("The last message that left was to Ben, 21 November 2026 at 12:01 (in doubt).");
  }

  @Test
  void whereNothingHasLeftThereIsNoLast() {
    assertThat(LastLetters.of(report(person("Ann", LetterState.PLANNED, null)), TEXTS, TIMES))
        .isEmpty();
  }

  private static SendState.Ended ended(int people, State... states) {
    List<Addressed.Whom> letters = new ArrayList<>();
    List<SendTally.Event> events = new ArrayList<>();
    for (int i = 0; i < states.length; i++) {
      letters.add(
          new Addressed.Whom(
              "Person " + i, Collections.nCopies(people, "choir.example"), State.NOT_YET));
      events.add(new SendTally.Event(NOON, i, states[i], ""));
    }
    return new SendState.Ended(
        new SendEnd.Ran(new DispatchResult.Stopped(), report()),
        new SendTally(new Addressed(letters), 0),
        NOON,
        events);
  }

  private static Report.PersonOutcome person(String name, LetterState state, @Nullable Instant at) {
    return new Report.PersonOutcome(
        1, name + "@choir.example", name, state, null, null, at, null, null, null);
  }

  private static Report report(Report.PersonOutcome... people) {
    return new Report(
        MailshotId.of("0d3c0000-0000-4000-8000-000000000001"),
        "A letter",
        1,
        false,
        Counts.NONE,
        0,
        List.of(people),
        List.of(),
        "");
  }
}
