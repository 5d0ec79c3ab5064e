package org.postroom.safety;

import java.util.List;

/// The cells of the lists that were imported here earlier, of which only keyed fingerprints are
/// kept: whoever asks brings the values. Meant for many values at once; what is looked through
/// never lies in memory as a whole.
public interface EarlierCells {
  /// No list was imported earlier.
  EarlierCells NONE =
      new EarlierCells() {
        @Override
        public boolean isEmpty() {
          return true;
        }

        @Override
        public int[] lengths(List<String> words) {
          return new int[words.size()];
        }

        @Override
        public void find(List<String> values, Found found) {}
      };

  /// True where nothing can be found.
  boolean isEmpty();

  /// Of how many words the values may be that begin with a word: bit 0 for one word, bit 7 for
  /// eight. May say too much, never too little.
  int[] lengths(List<String> words);

  /// Finds the cells that equal one of some values.
  ///
  /// @param values in the form of [ListCells.Cell#value]
  void find(List<String> values, Found found);

  /// Takes what is found.
  interface Found {
    /// @param person tells the people of one list apart
    /// @param traits as they were kept
    /// @param value the place among the values that were asked for
    void cell(EarlierList list, int person, int traits, int value);
  }

  /// A list that was imported earlier.
  ///
  /// @param number tells the lists apart
  /// @param people of whom a cell was kept
  record EarlierList(int number, String fileName, int people) {}
}
