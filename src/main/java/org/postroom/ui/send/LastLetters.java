package org.postroom.ui.send;

import java.time.Instant;
import java.util.Comparator;
import java.util.List;
import java.util.stream.Collectors;
import org.postroom.engine.Report;
import org.postroom.ui.common.Texts;
import org.postroom.ui.common.Times;

/// Which letters were the last that left: those that were on their way when Stop was pressed, or,
/// where nobody saw that because the window was closed, the last that the report knows. Pure.
final class LastLetters {
  private static final int NAMED = 4;

  private LastLetters() {}

  /// "The message to Ann Lee was already on its way: accepted. After it nothing left."
  static String afterStop(SendState.Ended ended, Texts texts) {
    List<SendTally.Event> last = ended.afterStop();
    if (last.isEmpty()) {
      return texts.get("send.ended.last.none");
    }
    String people =
        last.stream()
            .limit(NAMED)
            .map(event -> person(ended.tally(), event, texts))
            .collect(Collectors.joining(", "));
    return last.size() == 1
        ? texts.get("send.ended.last.one", people)
        : texts.get("send.ended.last.more", last.size(), people, Math.max(0, last.size() - NAMED));
  }

  private static String person(SendTally tally, SendTally.Event event, Texts texts) {
    int others = tally.people(event.index()) - 1;
    return texts.get(
        "send.ended.last.person",
        tally.name(event.index()),
        texts.get("send.event." + event.state()),
        Math.max(0, others));
  }

  /// "The last message that left was to Ann Lee, 21 November 2026 at 14:45: accepted."
  ///
  /// @return empty where nothing has left
  static String of(Report report, Texts texts, Times times) {
    return report.letters().stream()
        .filter(person -> person.at() != null && hasLeft(person))
        .max(Comparator.comparing(LastLetters::at))
        .map(
            person ->
                texts.get(
                    "send.ended.last.report",
                    person.name().isEmpty() ? person.address() : person.name(),
                    times.dateAndTime(at(person)),
                    texts.get("send.event." + Addressed.state(person))))
        .orElse("");
  }

  private static boolean hasLeft(Report.PersonOutcome person) {
    return switch (person.state()) {
      case ACCEPTED, REFUSED, IN_DOUBT, COMMITTING -> true;
      case PLANNED, CLAIMED, DEFERRED, WITHDRAWN -> false;
    };
  }

  private static Instant at(Report.PersonOutcome person) {
    Instant at = person.at();
    return at == null ? Instant.EPOCH : at;
  }
}
