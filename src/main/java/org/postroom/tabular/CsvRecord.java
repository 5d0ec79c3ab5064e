package org.postroom.tabular;

/// One record of a delimited text, found but not yet taken apart.
///
/// @param line the physical line on which it begins
/// @param text its chars without the line break; blanks around quotes are left out
/// @param width how many fields it has
/// @param fault what is wrong with its quotes
record CsvRecord(long line, String text, int width, Fault fault) {
  enum Fault {
    NONE,
    TEXT_AFTER_QUOTE,
    NOT_CLOSED,
    /// A field longer than a cell can be.
    TOO_LONG
  }
}
