package org.postroom.safety.check;

import java.text.Normalizer;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import org.postroom.recipients.Recipient;
import org.postroom.recipients.RecipientList;
import org.postroom.safety.Material;
import org.postroom.safety.text.Fold;

/// The distinctive cells of the list (rule E3): values of four signs or more that stand in two rows
/// at most (or one of a thousand) and so single a person out. [Mentions] judges those that stand in
/// a text.
final class Rows {
  private static final int SHORTEST = 4;
  private static final int CHUNK = 1 << 20;
  private static final Pattern BLANKS = Pattern.compile("\\s+");
  private static final Rows NONE = new Rows(null);

  /// Distinctive value, folded → where it stands.
  private final Map<String, List<Cell>> cells = new HashMap<>();

  /// First word of such values → how long they are, so that a text is read word by word. There are
  /// few lengths, also where a thousand values begin alike.
  private final Map<String, Set<Integer>> lengths = new HashMap<>();

  /// Any address-like value → the rows in whose other columns it stands.
  private final Map<String, Set<Integer>> naming = new HashMap<>();

  /// One cell, or all cells of names, of one row.
  ///
  /// @param group the column, or -1 for the columns of names
  record Cell(Recipient person, int group, CellKind kind) {}

  private record Column(int at, Optional<CellKind> kind, boolean repeats) {}

  private Rows(@Nullable RecipientList list) {
    if (list == null) {
      return;
    }
    List<Column> columns = columns(list);
    for (Recipient person : list.people()) {
      add(person, columns);
    }
    int most = Math.max(2, list.people().size() / 1000);
    cells.values().removeIf(where -> where.size() > most);
    for (String value : cells.keySet()) {
      lengths.computeIfAbsent(firstWord(value), _ -> new HashSet<>(2)).add(value.length());
    }
  }

  private void add(Recipient person, List<Column> columns) {
    List<String> names = new ArrayList<>();
    for (Column column : columns) {
      String value = fold(person.cell(column.at()));
      if (value.isEmpty()) {
        continue;
      }
      if (value.indexOf('@') > 0) {
        naming.computeIfAbsent(value, _ -> new HashSet<>()).add(person.at().row());
      }
      CellKind kind = column.kind().orElseGet(() -> CellKind.ofForm(value, column.repeats()));
      if (kind == CellKind.NAME) {
        names.add(value);
      }
      add(value, new Cell(person, kind == CellKind.NAME ? -1 : column.at(), kind));
    }
    // Short names single nobody out; together they do.
    for (int i = 1; i < names.size(); i++) {
      Cell cell = new Cell(person, -1, CellKind.NAME);
      add(names.get(i - 1) + " " + names.get(i), cell);
      add(names.get(i) + " " + names.get(i - 1), cell);
      add(names.get(i) + ", " + names.get(i - 1), cell);
    }
  }

  private void add(String value, Cell cell) {
    if (cell.kind() == CellKind.ORDINARY || bare(value).length() < SHORTEST) {
      return;
    }
    // A number is compared as a number alone, so that two ways to write it are one value.
    String number = Digits.ofNumber(value);
    if (!number.isEmpty()) {
      put(number, cell);
    } else {
      put(bare(value), cell);
    }
  }

  private void put(String key, Cell cell) {
    List<Cell> where = cells.computeIfAbsent(key, _ -> new ArrayList<>(1));
    if (where.isEmpty() || !where.getLast().person().equals(cell.person())) {
      where.add(cell);
    }
  }

  /// All columns but the one of the addresses.
  private static List<Column> columns(RecipientList list) {
    List<Column> columns = new ArrayList<>();
    int addresses =
        list.addressColumn() == null ? -1 : list.columns().indexOf(list.addressColumn());
    for (int at = 0; at < list.columns().size(); at++) {
      if (at != addresses) {
        String heading = list.columns().names().get(at).shown();
        columns.add(new Column(at, CellKind.ofColumn(heading), repeats(list, at)));
      }
    }
    return columns;
  }

  /// True where values stand in two rows on average, or more.
  private static boolean repeats(RecipientList list, int column) {
    Set<String> values = new HashSet<>();
    int filled = 0;
    for (Recipient person : list.people()) {
      String value = person.cell(column);
      if (!value.isEmpty()) {
        filled++;
        values.add(value);
      }
    }
    return values.size() * 2 <= filled;
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

  /// Another person of whom one person's texts say two things close together that they could not
  /// say of `mine`.
  Optional<Mentions.Other> of(List<String> texts, Recipient mine) {
    return find(texts).ofAnother(mine);
  }

  /// Everybody of whom texts for all say two things close together.
  List<Recipient> in(List<String> texts) {
    return find(texts).people();
  }

  private Mentions find(List<String> texts) {
    Mentions found = new Mentions();
    if (cells.isEmpty()) {
      return found;
    }
    int base = 0;
    for (String text : texts) {
      int from = 0;
      while (from < text.length()) {
        int to = from + CHUNK >= text.length() ? text.length() : chunkEnd(text, from);
        String chunk = fold(text.substring(from, to));
        find(chunk, base, found);
        base += chunk.length() + 1;
        from = to;
      }
      // What stands at the end of one text is not close to the beginning of the next.
      base += Mentions.CLOSE + 1;
    }
    return found;
  }

  private static int chunkEnd(String text, int from) {
    int line = text.lastIndexOf('\n', from + CHUNK);
    return line > from ? line : from + CHUNK;
  }

  private void find(String text, int base, Mentions found) {
    int at = 0;
    while (at < text.length()) {
      int end = at;
      while (end < text.length() && isWord(text.charAt(end))) {
        end++;
      }
      if (end > at) {
        int start = at;
        for (int length : lengths.getOrDefault(text.substring(at, end), Set.of())) {
          int after = at + length;
          if (after <= text.length() && (after == text.length() || !isWord(text.charAt(after)))) {
            String value = text.substring(at, after);
            found.add(base + at, base + after, value, cells.getOrDefault(value, List.of()));
          }
        }
        if (Character.isDigit(text.charAt(at))) {
          Digits.numbers(
              text,
              at,
              (number, to) ->
                  found.add(
                      base + start, base + to, number, cells.getOrDefault(number, List.of())));
        }
      }
      at = end + 1;
    }
  }

  /// Without the signs around it: `£12.50` may stand there as `12.50 GBP`.
  private static String bare(String value) {
    int start = 0;
    int end = value.length();
    while (start < end && !isWord(value.charAt(start))) {
      start++;
    }
    while (end > start && !isWord(value.charAt(end - 1))) {
      end--;
    }
    return value.substring(start, end);
  }

  private static String firstWord(String value) {
    int end = 0;
    while (end < value.length() && isWord(value.charAt(end))) {
      end++;
    }
    return value.substring(0, end);
  }

  private static boolean isWord(char c) {
    return Character.isLetterOrDigit(c) || c == '@';
  }

  private static String fold(String text) {
    if (isPlain(text)) {
      return text.toLowerCase(Locale.ROOT);
    }
    String visible = Normalizer.normalize(Fold.visible(text), Normalizer.Form.NFKC);
    return BLANKS.matcher(visible).replaceAll(" ").strip().toLowerCase(Locale.ROOT);
  }

  /// True where there is nothing to fold but capitals.
  private static boolean isPlain(String text) {
    for (int i = 0; i < text.length(); i++) {
      char c = text.charAt(i);
      boolean doubled = c == ' ' && (i == 0 || i + 1 == text.length() || text.charAt(i - 1) == ' ');
      if (c < ' ' || c > '~' || doubled) {
        return false;
      }
    }
    return true;
  }
}
