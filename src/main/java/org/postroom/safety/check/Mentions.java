package org.postroom.safety.check;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.NavigableMap;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.function.BiPredicate;
import java.util.function.Predicate;
import java.util.stream.Stream;

/// The distinctive cells of a list that stand in some texts, and whose row two of them together
/// are. People are named by their places.
final class Mentions {
  /// How far apart, in characters, two cells of one row may stand in a text.
  static final int CLOSE = 300;

  /// The same where one of them says little by itself.
  private static final int NEAR = 120;

  private final Map<Integer, List<Hit>> hits = new HashMap<>();

  /// Where somebody is singled out, and who.
  private final NavigableMap<Integer, Set<Integer>> somebody = new TreeMap<>();

  private record Hit(int at, int end, PersonCell cell, String value) {
    boolean isSomebody() {
      return cell.kind().isSomebody();
    }

    /// A number's key reads as its last digits.
    String shown() {
      return value.startsWith("#") ? "…" + value.substring(1) : value;
    }
  }

  /// Somebody else whose row a text speaks of.
  record Other(int person, String words) {}

  /// A value of the list that stands from `at` to before `end`; added in the order of the text.
  void add(int at, int end, String value, PersonCell cell) {
    Hit hit = new Hit(at, end, cell, value);
    hits.computeIfAbsent(cell.person(), _ -> new ArrayList<>()).add(hit);
    if (hit.isSomebody()) {
      somebody.computeIfAbsent(at, _ -> new HashSet<>(2)).add(cell.person());
    }
  }

  boolean isEmpty() {
    return hits.isEmpty();
  }

  /// True where everything stands there as a thing of this person's, whoever else has the same.
  boolean areAllOf(int person) {
    Set<String> own = values(person);
    for (Map.Entry<Integer, List<Hit>> theirs : hits.entrySet()) {
      if (theirs.getKey() != person) {
        for (Hit hit : theirs.getValue()) {
          if (!own.contains(hit.value())) {
            return false;
          }
        }
      }
    }
    return true;
  }

  /// Everybody of whom two things stand close together, in the order of the list.
  List<Integer> people() {
    return inOrder()
        .filter(person -> pair(person, Set.of(), _ -> false, CellKind::tellsWith).isPresent())
        .toList();
  }

  /// Of everybody of whom two things stand close together these two, each once.
  List<String> words() {
    return inOrder()
        .flatMap(
            person ->
                pair(person, Set.of(), _ -> false, CellKind::tellsWith).map(Other::words).stream())
        .distinct()
        .toList();
  }

  /// Somebody who is named beyond doubt: a whole name, and close to it what is nobody else's.
  ///
  /// @param isKey true for a number with letters, as members, accounts and passports have them
  record Few(int person, String name, String words, boolean isKey) {}

  /// Everybody who is named beyond doubt, each once.
  List<Few> few() {
    return inOrder().flatMap(person -> few(person).stream()).toList();
  }

  private Optional<Few> few(int person) {
    List<Hit> alone =
        hits.getOrDefault(person, List.of()).stream().filter(hit -> hit.cell().alone()).toList();
    for (Hit name : alone) {
      for (Hit other : alone) {
        if (name.cell().kind() == CellKind.NAME
            && other.cell().kind() == CellKind.STRONG
            && name.at() - other.end() <= CLOSE
            && other.at() - name.end() <= CLOSE) {
          String words = name.shown() + ", " + other.shown();
          return Optional.of(new Few(person, name.shown(), words, !other.value().startsWith("#")));
        }
      }
    }
    return Optional.empty();
  }

  /// Everybody else of whom two things stand close together that do not stand there as things of
  /// `mine`.
  ///
  /// @param without values that say nothing here
  /// @param telling which two kinds of cells say enough
  List<Other> ofOthers(
      int mine, Predicate<String> without, BiPredicate<CellKind, CellKind> telling) {
    Set<String> own = values(mine);
    return inOrder()
        .filter(person -> person != mine)
        .flatMap(person -> pair(person, own, without, telling).stream())
        .toList();
  }

  /// Everything of others that is nobody else's by itself: a telephone number, a whole name.
  ///
  /// @param kind of what is asked for
  /// @param without values that say nothing here
  List<Other> alone(int mine, CellKind kind, Predicate<String> without) {
    Set<String> own = values(mine);
    return inOrder()
        .filter(person -> person != mine)
        .flatMap(
            person ->
                hits.getOrDefault(person, List.of()).stream()
                    .filter(hit -> hit.cell().alone() && hit.cell().kind() == kind)
                    .filter(hit -> !own.contains(hit.value()) && !without.test(hit.value()))
                    .limit(1)
                    .map(hit -> new Other(person, hit.shown())))
        .toList();
  }

  private Set<String> values(int person) {
    Set<String> values = new HashSet<>();
    hits.getOrDefault(person, List.of()).forEach(hit -> values.add(hit.value()));
    return values;
  }

  private Stream<Integer> inOrder() {
    return hits.keySet().stream().sorted();
  }

  private Optional<Other> pair(
      int person,
      Set<String> own,
      Predicate<String> without,
      BiPredicate<CellKind, CellKind> telling) {
    List<Hit> theirs =
        hits.getOrDefault(person, List.of()).stream()
            .filter(hit -> !own.contains(hit.value()) && !without.test(hit.value()))
            .toList();
    for (int i = 1; i < theirs.size(); i++) {
      Hit next = theirs.get(i);
      for (int j = i - 1; j >= 0 && next.at() - theirs.get(j).end() <= CLOSE; j--) {
        Hit one = theirs.get(j);
        if (telling.test(one.cell().kind(), next.cell().kind()) && areApart(one, next)) {
          if (belongTogether(person, one, next)) {
            return Optional.of(new Other(person, one.shown() + ", " + next.shown()));
          }
        }
      }
    }
    return Optional.empty();
  }

  /// Two cells, and not one in the other (Address, and Postcode).
  private static boolean areApart(Hit one, Hit next) {
    return one.cell().group() != next.cell().group()
        && next.at() >= one.end()
        && !one.value().contains(next.value())
        && !next.value().contains(one.value());
  }

  /// What says little by itself belongs to the person singled out beside it: an amount or a date to
  /// the one before it.
  private boolean belongTogether(int person, Hit one, Hit next) {
    if (one.isSomebody() && next.isSomebody()) {
      return true;
    }
    return one.cell().kind() != CellKind.NUMBER
        && next.at() - one.end() <= NEAR
        && somebody.subMap(one.end(), next.at()).values().stream()
            .allMatch(there -> there.contains(person));
  }
}
