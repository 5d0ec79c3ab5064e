package org.postroom.safety.check;

import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.function.Predicate;
import org.postroom.recipients.Recipient;

/// What one row says: none of it is another person's data, whoever else has the same.
final class OwnRow {
  private static final int SHORTEST_NAME = 2;

  private final Recipient person;
  private final List<Cell> cells;

  /// @param value folded, not empty
  record Cell(String value, CellKind kind) {}

  OwnRow(Recipient person, List<Cell> cells) {
    this.person = person;
    this.cells = List.copyOf(cells);
  }

  /// The same row but for some cells, told by their values.
  OwnRow without(Predicate<String> cell) {
    return new OwnRow(person, cells.stream().filter(own -> !cell.test(own.value())).toList());
  }

  /// True where a value, folded or the key of a number, stands in this row, whole or in a longer
  /// cell, or is put together of its words.
  boolean covers(String value) {
    return covers(value, Set.of());
  }

  /// As [#covers(String)], where `others` are words that stand between.
  boolean covers(String value, Set<String> others) {
    if (value.startsWith("#")) {
      String digits = value.substring(1);
      return cells.stream().anyMatch(cell -> digitsOf(cell.value()).contains(digits));
    }
    if (person.key().value().equals(value)
        || cells.stream().anyMatch(cell -> cell.value().contains(value))) {
      return true;
    }
    Set<String> own = new HashSet<>(others);
    cells.forEach(cell -> own.addAll(words(cell.value())));
    return value.chars().noneMatch(Character::isDigit) && own.containsAll(words(value));
  }

  /// True where some texts name this person: by a name, by something that is nobody else's, or by
  /// the address.
  ///
  /// @param others names of others, of which a part may be a name of this person's
  boolean isNamedIn(List<String> texts, List<String> others) {
    for (String text : texts) {
      String folded = Folded.of(text);
      for (String other : others) {
        folded = folded.replace(other, "\n");
      }
      if (isNamedIn(folded)) {
        return true;
      }
    }
    return false;
  }

  private boolean isNamedIn(String text) {
    if (text.contains(person.key().value())) {
      return true;
    }
    String digits = null;
    for (Cell cell : cells) {
      if (!cell.kind().isSomebody() || cell.value().length() < SHORTEST_NAME) {
        continue;
      }
      if (has(text, cell.value())) {
        return true;
      }
      String number = Digits.ofNumber(cell.value());
      if (!number.isEmpty()) {
        digits = digits == null ? digitsOf(text) : digits;
        if (digits.contains(number.substring(1))) {
          return true;
        }
      }
    }
    return false;
  }

  /// True where both have something that singles out: they live together, or share a telephone.
  boolean livesWith(OwnRow other) {
    return cells.stream()
        .filter(cell -> cell.kind() == CellKind.STRONG)
        .anyMatch(cell -> other.cells.contains(cell));
  }

  private static boolean has(String text, String words) {
    for (int at = text.indexOf(words); at >= 0; at = text.indexOf(words, at + 1)) {
      int end = at + words.length();
      if ((at == 0 || !Folded.isWord(text.charAt(at - 1)))
          && (end == text.length() || !Folded.isWord(text.charAt(end)))) {
        return true;
      }
    }
    return false;
  }

  static String digitsOf(String value) {
    StringBuilder digits = new StringBuilder();
    value.chars().filter(c -> c >= '0' && c <= '9').forEach(c -> digits.append((char) c));
    return digits.toString();
  }

  static Set<String> words(String value) {
    Set<String> words = new HashSet<>();
    for (int at = 0; at < value.length(); at++) {
      if (Folded.isWord(value.charAt(at))) {
        int end = Folded.wordEnd(value, at);
        words.add(value.substring(at, end));
        at = end;
      }
    }
    return words;
  }
}
