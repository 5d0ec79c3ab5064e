package org.postroom.ui.send;

import java.time.Duration;
import java.util.List;
import org.postroom.ui.common.Texts;
import org.postroom.ui.send.SendTally.State;

/// What is said aloud of things that change by the second: how long something still waits, at 10,
/// 5, 2 and 1 minute and at 30 and 10 seconds; how many letters are done, at every tenth. In
/// between the words stay what they were, so that a screen reader is silent. It has no nodes.
final class Spoken {
  private static final List<Duration> MARKS =
      List.of(
          Duration.ofMinutes(10),
          Duration.ofMinutes(5),
          Duration.ofMinutes(2),
          Duration.ofMinutes(1),
          Duration.ofSeconds(30),
          Duration.ofSeconds(10));
  private static final int TENTHS = 10;

  private final Texts texts;
  private int tenth = -1;
  private boolean stopping;
  private String title = "";
  private String counts = "";

  Spoken(Texts texts) {
    this.texts = texts;
  }

  /// How long it still waits, in words: the last mark that was passed.
  ///
  /// @param whole how long it waits in all, which is said before the first mark
  String left(Duration left, Duration whole) {
    Duration said = whole;
    for (Duration mark : MARKS) {
      if (left.compareTo(mark) <= 0 && mark.compareTo(said) < 0) {
        said = mark;
      }
    }
    return said.toSecondsPart() == 0 && said.isPositive()
        ? texts.get("send.spoken.minutes", said.toMinutes())
        : texts.get("send.spoken.seconds", said.toSeconds());
  }

  /// Takes over how it stands, where another tenth is done or Stop was pressed.
  void sending(SendTally tally, boolean stoppingNow) {
    int now = tenth(tally);
    if (now == tenth && stoppingNow == stopping) {
      return;
    }
    tenth = now;
    stopping = stoppingNow;
    title =
        texts.get(stopping ? "send.title.stopping" : "send.title", tally.done(), tally.letters());
    counts =
        texts.get(
            "send.counts.spoken",
            tally.count(State.ACCEPTED),
            tally.count(State.WAITING),
            tally.count(State.REFUSED),
            tally.count(State.IN_DOUBT),
            tally.count(State.NOT_YET));
  }

  /// "31 of 312 done", as of the last tenth.
  String title() {
    return title;
  }

  /// The counts, as of the last tenth.
  String counts() {
    return counts;
  }

  private static int tenth(SendTally tally) {
    int settled = tally.letters() - tally.count(State.NOT_YET) - tally.count(State.WAITING);
    return tally.letters() == 0 ? 0 : (int) ((long) settled * TENTHS / tally.letters());
  }
}
