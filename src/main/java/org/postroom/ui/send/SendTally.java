package org.postroom.ui.send;

import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.NavigableMap;
import java.util.Optional;
import java.util.TreeMap;
import org.postroom.dispatch.DeliveryOutcome;
import org.postroom.ui.common.Minute;

/// What has happened so far while letters are being sent: four counts that always add up, letters a
/// minute, the last few outcomes, and how long it will take. Pure; the time is told, never asked.
public final class SendTally {
  /// No time left is shown before so many outcomes.
  static final int SETTLED_BEFORE_ESTIMATE = 20;

  private static final int JUST_NOW = 7;
  private static final int RATE_OF = 30;
  private static final int LAST_REFUSALS = 20;
  private static final Duration ESTIMATE_HOLDS = Duration.ofSeconds(5);

  private final int letters;
  private final Addressed addressed;
  private final DomainTally domains;
  private final int perMinute;
  private final State[] states;
  private final Map<State, Integer> counts = new EnumMap<>(State.class);
  private final NavigableMap<Instant, Minute> minutes = new TreeMap<>();
  private final Deque<Event> justNow = new ArrayDeque<>();
  private final Deque<Refusal> refusals = new ArrayDeque<>();
  private int outcomes;

  /// When the last few outcomes came: the rate of now, without the pauses between the stages.
  private final Deque<Instant> last = new ArrayDeque<>();

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

  /// What the other side said of a letter that it refused.
  ///
  /// @param index the letter's place in the plan
  public record Refusal(int index, String words) {}

  /// @param letters all letters of the plan
  /// @param perMinute the account's limit, or 0 where there is none
  SendTally(int letters, int perMinute) {
    this(Addressed.unknown(letters), perMinute);
  }

  /// A letter that had its outcome in an earlier run stands where it stood; that is no event of
  /// this one.
  ///
  /// @param addressed all letters of the plan, and to whom they go
  /// @param perMinute the account's limit, or 0 where there is none
  SendTally(Addressed addressed, int perMinute) {
    this.letters = addressed.size();
    this.addressed = addressed;
    this.domains = new DomainTally(addressed);
    this.perMinute = perMinute;
    this.states = new State[letters];
    for (int i = 0; i < letters; i++) {
      states[i] = addressed.letters().get(i).before();
      counts.merge(states[i], 1, Integer::sum);
    }
  }

  /// The largest domains, and the rest together.
  List<DomainTally.Row> domains(int most) {
    return domains.rows(most);
  }

  /// Of the first person of that letter, or their address.
  String name(int index) {
    return addressed.name(index);
  }

  /// How many people are in its envelope; 0 where that is not known.
  int people(int index) {
    return addressed.people(index);
  }

  /// Letter `index` got an outcome.
  public void settled(int index, DeliveryOutcome outcome, Instant at) {
    State state = state(outcome);
    change(index, state);
    outcomes++;
    last.addLast(at);
    if (last.size() > RATE_OF) {
      last.removeFirst();
    }
    Instant minute = at.truncatedTo(ChronoUnit.MINUTES);
    minutes.merge(minute, plus(new Minute(minute, 0, 0, 0), state), (old, _) -> plus(old, state));
    justNow.addFirst(new Event(at, index, state, words(outcome)));
    if (justNow.size() > JUST_NOW) {
      justNow.removeLast();
    }
    if (outcome instanceof DeliveryOutcome.Refused) {
      refusals.addLast(new Refusal(index, words(outcome)));
      if (refusals.size() > LAST_REFUSALS) {
        refusals.removeFirst();
      }
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

  /// How many of the letters from `from` on and before `to` are in `state`.
  public int count(State state, int from, int to) {
    int found = 0;
    for (int i = from; i < Math.min(to, letters); i++) {
      found += states[i] == state ? 1 : 0;
    }
    return found;
  }

  /// The last refusals, the oldest first.
  public List<Refusal> refusals() {
    return List.copyOf(refusals);
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
    return Minute.withoutGaps(minutes);
  }

  /// When it will be done at this rate; empty before 20 outcomes; changes at most every 5 seconds.
  public Optional<Instant> doneAt(Instant now) {
    int left = letters - done() - count(State.IN_DOUBT);
    if (outcomes < SETTLED_BEFORE_ESTIMATE || left <= 0) {
      return Optional.empty();
    }
    if (estimate.isEmpty() || !now.isBefore(estimatedAt.plus(ESTIMATE_HOLDS))) {
      double perOutcome = Duration.between(last.getFirst(), now).toMillis() / (double) last.size();
      estimate = Optional.of(now.plusMillis(Math.round(perOutcome * left)));
      estimatedAt = now;
    }
    return estimate;
  }

  private static Minute plus(Minute m, State state) {
    return switch (state) {
      case ACCEPTED -> new Minute(m.start(), m.accepted() + 1, m.waiting(), m.refused());
      case WAITING, IN_DOUBT -> new Minute(m.start(), m.accepted(), m.waiting() + 1, m.refused());
      case REFUSED -> new Minute(m.start(), m.accepted(), m.waiting(), m.refused() + 1);
      case NOT_YET -> m;
    };
  }

  private void change(int index, State state) {
    domains.move(index, states[index], state);
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
