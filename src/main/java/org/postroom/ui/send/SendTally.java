package org.postroom.ui.send;

import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Deque;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.NavigableMap;
import java.util.Optional;
import java.util.TreeMap;
import org.postroom.dispatch.DeliveryOutcome;

/// What has happened so far while letters are being sent: four counts that always add up, letters a
/// minute, the last few outcomes, and how long it will take. Pure; the time is told, never asked.
public final class SendTally {
  /// No time left is shown before so many outcomes.
  static final int SETTLED_BEFORE_ESTIMATE = 20;

  private static final int JUST_NOW = 7;
  private static final Duration ESTIMATE_HOLDS = Duration.ofSeconds(5);

  private final int letters;
  private final int perMinute;
  private final State[] states;
  private final Map<State, Integer> counts = new EnumMap<>(State.class);
  private final NavigableMap<Instant, Minute> minutes = new TreeMap<>();
  private final Deque<Event> justNow = new ArrayDeque<>();
  private int outcomes;
  private Instant firstOutcome = Instant.MIN;
  private Instant estimatedAt = Instant.MIN;
  private Optional<Instant> estimate = Optional.empty();

  /// What a letter is at this moment.
  public enum State {
    NOT_YET,
    ACCEPTED,
    WAITING,
    REFUSED,
    IN_DOUBT
  }

  /// One line of "Just now".
  ///
  /// @param index the letter's place in the plan
  public record Event(Instant at, int index, State state, String words) {}

  /// Outcomes of one minute.
  public record Minute(Instant start, int accepted, int waiting, int refused) {
    int sum() {
      return accepted + waiting + refused;
    }

    private Minute plus(State state) {
      return switch (state) {
        case ACCEPTED -> new Minute(start, accepted + 1, waiting, refused);
        case WAITING, IN_DOUBT -> new Minute(start, accepted, waiting + 1, refused);
        case REFUSED -> new Minute(start, accepted, waiting, refused + 1);
        case NOT_YET -> this;
      };
    }
  }

  /// @param letters all letters of the plan
  /// @param perMinute the account's limit, or 0 where there is none
  public SendTally(int letters, int perMinute) {
    this.letters = letters;
    this.perMinute = perMinute;
    this.states = new State[letters];
    Arrays.fill(states, State.NOT_YET);
    counts.put(State.NOT_YET, letters);
  }

  /// A letter that had its outcome in an earlier run; it is no event of this one.
  public void before(int index, State state) {
    change(index, state);
  }

  /// Letter `index` got an outcome.
  public void settled(int index, DeliveryOutcome outcome, Instant at) {
    State state = state(outcome);
    change(index, state);
    if (outcomes++ == 0) {
      firstOutcome = at;
    }
    Instant minute = at.truncatedTo(ChronoUnit.MINUTES);
    minutes.merge(minute, new Minute(minute, 0, 0, 0).plus(state), (old, _) -> old.plus(state));
    justNow.addFirst(new Event(at, index, state, words(outcome)));
    if (justNow.size() > JUST_NOW) {
      justNow.removeLast();
    }
  }

  public int letters() {
    return letters;
  }

  /// The account's limit, or 0 where there is none.
  public int perMinute() {
    return perMinute;
  }

  public int count(State state) {
    return counts.getOrDefault(state, 0);
  }

  /// Accepted + refused: what is done for good.
  public int done() {
    return count(State.ACCEPTED) + count(State.REFUSED);
  }

  /// Newest first, at most seven.
  public List<Event> justNow() {
    return List.copyOf(justNow);
  }

  /// Every minute from the first outcome to the last, with those in which nothing happened.
  public List<Minute> minutes() {
    List<Minute> all = new ArrayList<>();
    if (!minutes.isEmpty()) {
      Instant last = minutes.lastKey();
      for (Instant at = minutes.firstKey();
          !at.isAfter(last);
          at = at.plus(Duration.ofMinutes(1))) {
        all.add(minutes.getOrDefault(at, new Minute(at, 0, 0, 0)));
      }
    }
    return all;
  }

  /// When it will be done at this rate; empty before 20 outcomes; changes at most every 5 seconds.
  public Optional<Instant> doneAt(Instant now) {
    int left = letters - done() - count(State.IN_DOUBT);
    if (outcomes < SETTLED_BEFORE_ESTIMATE || left <= 0) {
      return Optional.empty();
    }
    if (estimate.isEmpty() || !now.isBefore(estimatedAt.plus(ESTIMATE_HOLDS))) {
      double perOutcome = Duration.between(firstOutcome, now).toMillis() / (double) outcomes;
      estimate = Optional.of(now.plusMillis(Math.round(perOutcome * left)));
      estimatedAt = now;
    }
    return estimate;
  }

  private void change(int index, State state) {
    counts.merge(states[index], -1, Integer::sum);
    counts.merge(state, 1, Integer::sum);
    states[index] = state;
  }

  private static State state(DeliveryOutcome outcome) {
    return switch (outcome) {
      case DeliveryOutcome.Accepted _ -> State.ACCEPTED;
      case DeliveryOutcome.Deferred _ -> State.WAITING;
      case DeliveryOutcome.Refused _ -> State.REFUSED;
      case DeliveryOutcome.InDoubt _ -> State.IN_DOUBT;
    };
  }

  private static String words(DeliveryOutcome outcome) {
    return switch (outcome) {
      case DeliveryOutcome.Accepted accepted -> accepted.reply().shown();
      case DeliveryOutcome.Deferred deferred -> deferred.reply().shown();
      case DeliveryOutcome.Refused refused -> refused.reply().shown();
      case DeliveryOutcome.InDoubt doubt -> doubt.what();
    };
  }
}
