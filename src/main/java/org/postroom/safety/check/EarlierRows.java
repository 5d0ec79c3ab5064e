package org.postroom.safety.check;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.SequencedMap;
import org.postroom.safety.EarlierCells;
import org.postroom.safety.EarlierCells.EarlierList;

/// Rows of lists that were imported earlier, in several texts or files at once (rule E3). Of those
/// lists fingerprints are kept only, so that every piece of a text that may be a cell is asked for;
/// all pieces of some two million characters with one look-up.
final class EarlierRows {
  private static final int CHUNK = 1 << 20;
  private static final int AT_ONCE = 2 * CHUNK;

  private final EarlierCells cells;

  /// What was found, by part.
  private final List<Map<EarlierList, List<Hit>>> found = new ArrayList<>();

  private List<Chunk> waiting = new ArrayList<>();
  private int waitingLength;

  /// @param base where it begins in all texts of its part
  private record Chunk(int part, int base, String text) {}

  private record Hit(int at, int end, String value, PersonCell cell) {}

  private record Spot(Chunk chunk, int at, int end) {}

  /// People of one earlier list who are shown.
  ///
  /// @param words for each of them what was found, each different
  /// @param few those who are named beyond doubt
  record Shown(EarlierList list, List<String> words, List<Mentions.Few> few) {}

  private EarlierRows(EarlierCells cells) {
    this.cells = cells;
  }

  /// Of each part the earlier list that shows most people; empty for nobody.
  ///
  /// @param parts the texts of each
  static List<Optional<Shown>> in(EarlierCells cells, List<List<String>> parts) {
    EarlierRows rows = new EarlierRows(cells);
    if (cells.isEmpty()) {
      return parts.stream().map(_ -> Optional.<Shown>empty()).toList();
    }
    for (int part = 0; part < parts.size(); part++) {
      rows.found.add(new HashMap<>());
      rows.read(part, parts.get(part));
    }
    rows.ask();
    return rows.found.stream().map(EarlierRows::most).toList();
  }

  private void read(int part, List<String> texts) {
    int base = 0;
    for (String text : texts) {
      int from = 0;
      while (from < text.length()) {
        int to = Rows.chunkEnd(text, from, CHUNK);
        String chunk = Folded.of(text.substring(from, to));
        waiting.add(new Chunk(part, base, chunk));
        waitingLength += chunk.length();
        base += chunk.length() + 1;
        from = to;
        if (waitingLength >= AT_ONCE) {
          ask();
        }
      }
      base += Mentions.CLOSE + 1;
    }
  }

  /// Looks up everything that waits.
  private void ask() {
    SequencedMap<String, Integer> lengths = new LinkedHashMap<>();
    for (Chunk chunk : waiting) {
      words(chunk, (at, end) -> lengths.put(chunk.text().substring(at, end), 0));
    }
    List<String> words = List.copyOf(lengths.keySet());
    int[] known = cells.lengths(words);
    for (int i = 0; i < known.length; i++) {
      lengths.put(words.get(i), known[i]);
    }
    SequencedMap<String, List<Spot>> spots = new LinkedHashMap<>();
    for (Chunk chunk : waiting) {
      words(chunk, (at, end) -> values(chunk, at, end, lengths, spots));
    }
    List<String> values = List.copyOf(spots.keySet());
    cells.find(
        values,
        (list, person, traits, value) -> {
          for (Spot spot : spots.getOrDefault(values.get(value), List.of())) {
            int base = spot.chunk().base();
            found
                .get(spot.chunk().part())
                .computeIfAbsent(list, _ -> new ArrayList<>())
                .add(
                    new Hit(
                        base + spot.at(),
                        base + spot.end(),
                        values.get(value),
                        CellTraits.cell(person, traits)));
          }
        });
    waiting = new ArrayList<>();
    waitingLength = 0;
  }

  private interface Word {
    void at(int at, int end);
  }

  private static void words(Chunk chunk, Word word) {
    String text = chunk.text();
    for (int at = 0; at < text.length(); at++) {
      if (Folded.isWord(text.charAt(at))) {
        int end = Folded.wordEnd(text, at);
        word.at(at, end);
        at = end;
      }
    }
  }

  /// The values that may begin with the word from `at`.
  private static void values(
      Chunk chunk,
      int at,
      int end,
      Map<String, Integer> lengths,
      SequencedMap<String, List<Spot>> spots) {
    String text = chunk.text();
    if (Character.isDigit(text.charAt(at))) {
      Digits.numbers(text, at, (number, to) -> add(spots, number, new Spot(chunk, at, to)));
    }
    int left = lengths.getOrDefault(text.substring(at, end), 0);
    List<String> words = new ArrayList<>();
    int from = at;
    int to = end;
    while (left != 0) {
      words.add(text.substring(from, to));
      if ((left & 1) != 0) {
        add(spots, ListedWords.value(words), new Spot(chunk, at, to));
      }
      left >>>= 1;
      from = to;
      while (from < text.length() && !Folded.isWord(text.charAt(from))) {
        from++;
      }
      if (from == text.length()) {
        return;
      }
      to = Folded.wordEnd(text, from);
    }
  }

  private static void add(SequencedMap<String, List<Spot>> spots, String value, Spot spot) {
    spots.computeIfAbsent(value, _ -> new ArrayList<>(1)).add(spot);
  }

  private static Optional<Shown> most(Map<EarlierList, List<Hit>> lists) {
    return lists.entrySet().stream()
        .map(list -> shown(list.getKey(), list.getValue()))
        .filter(shown -> !shown.words().isEmpty())
        .max(
            Comparator.comparingInt((Shown shown) -> shown.words().size())
                .thenComparingInt(shown -> shown.list().number()));
  }

  private static Shown shown(EarlierList list, List<Hit> hits) {
    Mentions mentions = new Mentions();
    hits.stream()
        .sorted(Comparator.comparingInt(Hit::at))
        .forEach(hit -> mentions.add(hit.at(), hit.end(), hit.value(), hit.cell()));
    return new Shown(list, mentions.words(), mentions.few());
  }
}
