package org.postroom.safety.check;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;
import org.postroom.recipients.Recipient;
import org.postroom.recipients.RecipientList;
import org.postroom.safety.Material;
import org.postroom.safety.ReadFile;
import org.postroom.safety.TextExtractor.Piece;

/// The distinctive cells of the list (rule E3): values of four signs or more that stand in two rows
/// at most and so single a person out.
final class Rows {
  private static final int SHORTEST = 4;
  private static final int CLOSE = 400;
  private static final Rows NONE = new Rows(null);

  /// Distinctive value, folded → where it stands.
  private final Map<String, List<Cell>> cells = new HashMap<>();

  /// First word of such a value → the values, so that a text is read word by word.
  private final Map<String, List<String>> byFirstWord = new HashMap<>();

  /// Any address-like value → the rows in whose other columns it stands.
  private final Map<String, Set<Integer>> naming = new HashMap<>();

  private record Cell(Recipient person, int column) {}

  /// Somebody else whose row a text speaks of.
  record Other(Recipient person, String words) {}

  private Rows(@Nullable RecipientList list) {
    if (list == null) {
      return;
    }
    int addressColumn =
        list.addressColumn() == null ? -1 : list.columns().indexOf(list.addressColumn());
    for (Recipient person : list.people()) {
      for (int column = 0; column < list.columns().size(); column++) {
        String value = fold(person.cell(column));
        if (value.indexOf('@') > 0 && column != addressColumn) {
          naming.computeIfAbsent(value, _ -> new HashSet<>()).add(person.at().row());
        }
        if (value.length() >= SHORTEST && column != addressColumn) {
          cells.computeIfAbsent(value, _ -> new ArrayList<>(1)).add(new Cell(person, column));
        }
      }
    }
    int most = Math.max(2, list.people().size() / 1000);
    cells
        .entrySet()
        .removeIf(cell -> cell.getValue().size() > most || !isWord(cell.getKey().charAt(0)));
    for (String value : cells.keySet()) {
      byFirstWord.computeIfAbsent(firstWord(value), _ -> new ArrayList<>(1)).add(value);
    }
  }

  static Rows of(Material material) {
    return material.subject().list().people().size() < 2
        ? NONE
        : new Rows(material.subject().list());
  }

  /// The rows whose cells (the address column apart) hold exactly this address.
  Set<Integer> naming(String address) {
    return naming.getOrDefault(address, Set.of());
  }

  /// Another person of whom `file` says two distinctive things close together that it could not say
  /// of `mine`.
  Optional<Other> of(ReadFile file, Recipient mine) {
    Map<Recipient, List<Integer>> places = new HashMap<>();
    Map<Recipient, Set<String>> values = new HashMap<>();
    for (Piece piece : file.pieces()) {
      find(fold(piece.text()), places, values);
    }
    Set<String> own = values.getOrDefault(mine, Set.of());
    Other found = null;
    for (Map.Entry<Recipient, Set<String>> entry : values.entrySet()) {
      Set<String> theirs = new TreeSet<>(entry.getValue());
      theirs.removeAll(own);
      Recipient person = entry.getKey();
      if (distinct(theirs) >= 2
          && close(places.getOrDefault(person, List.of()))
          && (found == null || person.at().row() < found.person().at().row())) {
        found = new Other(person, String.join(", ", theirs));
      }
    }
    return Optional.ofNullable(found);
  }

  private void find(
      String text, Map<Recipient, List<Integer>> places, Map<Recipient, Set<String>> values) {
    int at = 0;
    while (at < text.length()) {
      int end = at;
      while (end < text.length() && isWord(text.charAt(end))) {
        end++;
      }
      if (end > at) {
        for (String value : byFirstWord.getOrDefault(text.substring(at, end), List.of())) {
          if (text.startsWith(value, at) && endsThere(text, at + value.length())) {
            for (Cell cell : cells.getOrDefault(value, List.of())) {
              places.computeIfAbsent(cell.person(), _ -> new ArrayList<>()).add(at);
              values.computeIfAbsent(cell.person(), _ -> new HashSet<>()).add(value);
            }
          }
        }
      }
      at = end + 1;
    }
  }

  /// Values that overlap (Name, and First name + Last name) count once.
  private static int distinct(Set<String> values) {
    int count = 0;
    for (String value : values) {
      if (values.stream()
          .noneMatch(longer -> longer.length() > value.length() && longer.contains(value))) {
        count++;
      }
    }
    return count;
  }

  private static boolean close(List<Integer> places) {
    for (int i = 1; i < places.size(); i++) {
      if (places.get(i) - places.get(i - 1) <= CLOSE) {
        return true;
      }
    }
    return false;
  }

  private static boolean endsThere(String text, int end) {
    return end >= text.length() || !isWord(text.charAt(end));
  }

  private static String firstWord(String value) {
    int start = 0;
    while (start < value.length() && !isWord(value.charAt(start))) {
      start++;
    }
    int end = start;
    while (end < value.length() && isWord(value.charAt(end))) {
      end++;
    }
    return value.substring(start, end);
  }

  private static boolean isWord(char c) {
    return Character.isLetterOrDigit(c) || c == '@';
  }

  private static String fold(String text) {
    return text.strip().replaceAll("\\s+", " ").toLowerCase(Locale.ROOT);
  }
}
