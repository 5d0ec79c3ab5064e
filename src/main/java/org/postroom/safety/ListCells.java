package org.postroom.safety;

import java.util.List;
import java.util.function.Consumer;
import org.postroom.address.MailboxKey;

/// The cells of a list by which its people are known again (rule E3). Those that single somebody
/// out are kept, as keyed fingerprints, of every list that is imported.
public interface ListCells {
  /// How cells are read and written. Those that were kept in another form are not compared.
  int FORM = 1;

  /// Of a longer value so many words are compared.
  int MOST_WORDS = 8;

  /// The traits of a person's address, by which rows of two lists are known to be the same
  /// person's. No text is searched for it here.
  int ADDRESS = 1;

  /// No list, or one that says nothing of anybody.
  ListCells NONE =
      new ListCells() {
        @Override
        public int people() {
          return 0;
        }

        @Override
        public int most() {
          return 0;
        }

        @Override
        public void of(int person, Consumer<Cell> cells) {}
      };

  /// How many rows there are.
  int people();

  /// In how many rows a value may stand that singles somebody out.
  int most();

  /// The cells of one row, each once, whoever else has the same, and the address of whom is written
  /// to. Safe for several threads.
  ///
  /// @param person from 0
  void of(int person, Consumer<Cell> cells);

  /// One cell.
  ///
  /// @param value in the one form in which it is compared
  /// @param begins the words that it may begin with where it stands in a text; none for a number
  /// @param words how many words it has there
  /// @param traits what it says of its person, in seven bits
  record Cell(String value, List<String> begins, int words, int traits) {
    public Cell {
      begins = List.copyOf(begins);
    }

    /// Somebody's address; no other cell has such a value.
    public static Cell ofAddress(MailboxKey address) {
      return new Cell("\u0000" + address.value(), List.of(), 0, ADDRESS);
    }
  }
}
