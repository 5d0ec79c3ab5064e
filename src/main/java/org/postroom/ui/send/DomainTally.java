package org.postroom.ui.send;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.EnumMap;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.postroom.ui.send.SendTally.State;

/// How it stands with the people of each domain: a provider that refuses or delays is seen here
/// before it is seen in the sum. Pure; the order never changes while letters leave.
final class DomainTally {
  private final Addressed addressed;
  private final Map<String, Map<State, Integer>> counts = new HashMap<>();

  /// Most people first; of two with as many, by the alphabet.
  private final List<String> order;

  private final Map<State, Integer> all = new EnumMap<>(State.class);

  /// People of one domain, or of all smaller ones together.
  ///
  /// @param domain empty for the rest together
  /// @param domains how many there are in this row: 1, or those of the rest
  record Row(
      String domain, int domains, int accepted, int waiting, int refused, int inDoubt, int notYet) {
    int people() {
      return accepted + waiting + refused + inDoubt + notYet;
    }

    private static Row of(String domain, int domains, Map<State, Integer> counts) {
      return new Row(
          domain,
          domains,
          counts.getOrDefault(State.ACCEPTED, 0),
          counts.getOrDefault(State.WAITING, 0),
          counts.getOrDefault(State.REFUSED, 0),
          counts.getOrDefault(State.IN_DOUBT, 0),
          counts.getOrDefault(State.NOT_YET, 0));
    }
  }

  DomainTally(Addressed addressed) {
    this.addressed = addressed;
    for (Addressed.Whom letter : addressed.letters()) {
      for (String domain : letter.domains()) {
        add(of(domain), letter.before(), 1);
        add(all, letter.before(), 1);
      }
    }
    order =
        counts.keySet().stream()
            .sorted(
                Comparator.<String>comparingInt(domain -> -sum(domain))
                    .thenComparing(Comparator.naturalOrder()))
            .toList();
  }

  /// A letter changed its state, and with it everybody in its envelope.
  void move(int letter, State from, State to) {
    for (String domain : addressed.letters().get(letter).domains()) {
      add(of(domain), from, -1);
      add(of(domain), to, 1);
      add(all, from, -1);
      add(all, to, 1);
    }
  }

  /// The largest first, the rest together in the last row; as many rows for as long as it runs.
  ///
  /// @param most rows, 2 or more
  List<Row> rows(int most) {
    boolean everyOne = order.size() <= most;
    List<Row> rows = new ArrayList<>();
    Map<State, Integer> rest = new EnumMap<>(all);
    for (String domain : order.subList(0, everyOne ? order.size() : most - 1)) {
      rows.add(Row.of(domain, 1, of(domain)));
      of(domain).forEach((state, people) -> add(rest, state, -people));
    }
    if (!everyOne) {
      rows.add(Row.of("", order.size() - rows.size(), rest));
    }
    return rows;
  }

  private Map<State, Integer> of(String domain) {
    return counts.computeIfAbsent(domain, _ -> new EnumMap<>(State.class));
  }

  private int sum(String domain) {
    return of(domain).values().stream().mapToInt(Integer::intValue).sum();
  }

  private static void add(Map<State, Integer> counts, State state, int people) {
    counts.merge(state, people, Integer::sum);
  }
}
