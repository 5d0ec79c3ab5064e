package org.postroom.ui.send;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.util.Arrays;
import java.util.List;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.IntRange;
import org.junit.jupiter.api.Test;
import org.postroom.dispatch.DeliveryOutcome;
import org.postroom.dispatch.Reply;
import org.postroom.ui.common.Minute;
import org.postroom.ui.send.SendTally.State;

class SendTallyTest {
  private static final Instant NOON = Instant.parse("2026-11-21T12:00:00Z");
  private static final List<DeliveryOutcome> OUTCOMES =
      List.of(
          new DeliveryOutcome.Accepted(Reply.local("ok")),
          new DeliveryOutcome.Deferred(Reply.local("later")),
          new DeliveryOutcome.Refused(Reply.local("no")),
          new DeliveryOutcome.InDoubt("no answer"));

  @Property
  void theCountsAlwaysAddUp(@ForAll List<@IntRange(max = 39) Integer> events) {
    SendTally tally = new SendTally(10, 30);
    for (int event : events) {
      tally.settled(event / 4, OUTCOMES.get(event % 4), NOON);
      assertThat(Arrays.stream(State.values()).mapToInt(tally::count).sum()).isEqualTo(10);
    }
  }

  @Test
  void aLetterThatWaitedAndWasAcceptedCountsOnce() {
    SendTally tally = new SendTally(2, 0);
    tally.settled(0, OUTCOMES.get(1), NOON);
    tally.settled(0, OUTCOMES.get(0), NOON.plusSeconds(70));
    assertThat(tally.count(State.ACCEPTED)).isEqualTo(1);
    assertThat(tally.count(State.WAITING)).isZero();
    assertThat(tally.done()).isEqualTo(1);
  }

  @Test
  void aMinuteWithoutOutcomesIsStillShown() {
    SendTally tally = new SendTally(3, 0);
    tally.settled(0, OUTCOMES.get(0), NOON);
    tally.settled(1, OUTCOMES.get(2), NOON.plusSeconds(130));
    assertThat(tally.minutes()).extracting(Minute::sum).containsExactly(1, 0, 1);
  }

  @Test
  void noTimeLeftIsShownBeforeTwentyOutcomes() {
    SendTally tally = new SendTally(60, 30);
    for (int i = 0; i < 19; i++) {
      tally.settled(i, OUTCOMES.get(0), NOON.plusSeconds(i));
    }
    assertThat(tally.doneAt(NOON.plusSeconds(19))).isEmpty();
    tally.settled(19, OUTCOMES.get(0), NOON.plusSeconds(20));
    assertThat(tally.doneAt(NOON.plusSeconds(20))).contains(NOON.plusSeconds(60));
  }

  @Test
  void theTimeLeftStaysForFiveSeconds() {
    SendTally tally = new SendTally(60, 30);
    for (int i = 0; i < 20; i++) {
      tally.settled(i, OUTCOMES.get(0), NOON.plusSeconds(i));
    }
    var first = tally.doneAt(NOON.plusSeconds(20));
    tally.settled(20, OUTCOMES.get(0), NOON.plusSeconds(23));
    assertThat(tally.doneAt(NOON.plusSeconds(24))).isEqualTo(first);
    assertThat(tally.doneAt(NOON.plusSeconds(25))).isNotEqualTo(first);
  }

  @Test
  void justNowShowsTheLastSevenNewestFirst() {
    SendTally tally = new SendTally(9, 0);
    for (int i = 0; i < 9; i++) {
      tally.settled(i, OUTCOMES.get(0), NOON.plusSeconds(i));
    }
    assertThat(tally.justNow())
        .extracting(SendTally.Event::index)
        .containsExactly(8, 7, 6, 5, 4, 3, 2);
  }
}
