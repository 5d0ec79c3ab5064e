package org.postroom.recipients;

import java.util.List;

/// Finds rows by words that stand in their cells, without regard to case and accents. It looks at
/// the bytes of a row, and makes a text only of a cell that is not written in European letters:
/// among a million rows that is the difference between a quarter of a second and five.
public final class CellSearch {
  private final SoughtWord[] words;

  private CellSearch(List<String> words) {
    this.words = words.stream().map(SoughtWord::new).toArray(SoughtWord[]::new);
  }

  /// What the bytes tell of a row.
  public enum Told {
    NO,
    /// A row that is not kept as bytes, or that somebody corrected.
    PERHAPS,
    YES
  }

  /// Asks about a place of a list whether in the cells of the row there each of the words stands.
  /// For one thread at a time.
  @FunctionalInterface
  public interface Question {
    Told at(int place);
  }

  /// @param rows people, rows left out, or rows of a table
  /// @param words as [FoldedCell#of] leaves them; none is empty
  public static Question of(List<?> rows, List<String> words) {
    CellSearch search = new CellSearch(words);
    return switch (rows) {
      case JudgedPeople people -> place -> people.told(place, search);
      case JudgedPeople.Others others -> place -> others.told(place, search);
      case PackedRows packed -> place -> packed.told(place, search);
      default -> _ -> Told.PERHAPS;
    };
  }

  /// @param bytes of which those between the two places are a row with cells of its own
  Told told(byte[] bytes, int start, int end) {
    for (SoughtWord word : words) {
      if (!word.isInRow(bytes, start, end)) {
        return Told.NO;
      }
    }
    return Told.YES;
  }

  /// @param bytes in which a row's cells stand
  /// @param from where their number stands
  /// @param shared texts that cells may be among
  Told told(byte[] bytes, int from, PackedTexts shared) {
    for (SoughtWord word : words) {
      if (!word.isIn(bytes, from, shared)) {
        return Told.NO;
      }
    }
    return Told.YES;
  }
}
