package org.postroom.ui.send;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import org.junit.jupiter.api.Test;
import org.postroom.dispatch.DeliveryOutcome;
import org.postroom.dispatch.Reply;
import org.postroom.ui.common.Texts;

/// When a screen reader has something new to say.
class SpokenTest {
  private static final Instant NOON = Instant.parse("2026-11-21T12:00:00Z");
  private static final DeliveryOutcome ACCEPTED = new DeliveryOutcome.Accepted(Reply.local("ok"));
  private static final DeliveryOutcome DEFERRED = new DeliveryOutcome.Deferred(Reply.local("wait"));

  private final Spoken spoken = new Spoken(new Texts(Locale.UK));

  /// "seconds left: words", whenever the words are others than a second before.
  private List<String> said(Duration whole) {
    List<String> said = new ArrayList<>();
    String before = "";
    for (long left = whole.toSeconds(); left >= 0; left--) {
      String now = spoken.left(Duration.ofSeconds(left), whole);
      if (!now.equals(before)) {
        said.add(left + ": " + now);
        before = now;
      }
    }
    return said;
  }

  @Test
  void theHoldSpeaksAtTenFiveTwoAndOneMinuteAndAtThirtyAndTenSeconds() {
    assertThat(said(Duration.ofMinutes(12)))
        .containsExactly(
            "720: 12 minutes",
            "600: 10 minutes",
            "300: 5 minutes",
            "120: 2 minutes",
            "60: 1 minute",
            "30: 30 seconds",
            "10: 10 seconds");
  }

  @Test
  void aPauseOfTwoMinutesSaysNoMoreThanItsOwnMarks() {
    assertThat(said(Duration.ofMinutes(2)))
        .containsExactly("120: 2 minutes", "60: 1 minute", "30: 30 seconds", "10: 10 seconds");
  }

  @Test
  void aHoldOfLessThanTheLastMarkIsSaidOnce() {
    assertThat(said(Duration.ofSeconds(7))).containsExactly("7: 7 seconds");
  }

  @Test
  void aHoldThatIsNoWholeMinuteIsSaidInSeconds() {
    assertThat(said(Duration.ofSeconds(90))).first().isEqualTo("90: 90 seconds");
  }

  @Test
  void sendingSpeaksAtEveryTenth() {
    SendTally tally = new SendTally(312, 0);
    List<String> said = new ArrayList<>();
    for (int i = 0; i < 312; i++) {
      tally.settled(i, ACCEPTED, NOON.plusSeconds(i));
      spoken.sending(tally, false);
      if (said.isEmpty() || !said.getLast().equals(spoken.title())) {
        said.add(spoken.title());
      }
    }

    assertThat(said)
        .containsExactly(
            "Sending: 1 of 312 done",
            "Sending: 32 of 312 done",
            "Sending: 63 of 312 done",
            "Sending: 94 of 312 done",
            "Sending: 125 of 312 done",
            "Sending: 156 of 312 done",
            "Sending: 188 of 312 done",
            "Sending: 219 of 312 done",
            "Sending: 250 of 312 done",
            "Sending: 281 of 312 done",
            "Sending: 312 of 312 done");
    assertThat(spoken.counts())
        .isEqualTo("312 accepted, 0 waiting, 0 refused, 0 in doubt, 0 not sent yet");
  }

  @Test
  void aLetterThatWaitsIsNotDone() {
    SendTally tally = new SendTally(10, 0);
    spoken.sending(tally, false);
    tally.settled(0, DEFERRED, NOON);
    spoken.sending(tally, false);

    assertThat(spoken.counts()).startsWith("0 accepted, 0 waiting");
  }

  @Test
  void stopSpeaksAtOnce() {
    SendTally tally = new SendTally(312, 0);
    spoken.sending(tally, false);
    spoken.sending(tally, true);

    assertThat(spoken.title()).isEqualTo("Stopping: 0 of 312 done");
  }
}
