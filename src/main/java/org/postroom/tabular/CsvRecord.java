package org.postroom.tabular;

/// One record of a delimited text, found but not yet taken apart.
///
/// @param start its first char in the text
/// @param line the physical line on which it begins
/// @param text its chars without the line break; blanks around quotes are left out
/// @param width how many fields it has
/// @param fault what is wrong with its quotes
/// @param faultLine the line on which that quote opens
/// @param endsInside true where the text ends within a quoted field
record CsvRecord(
    int start, long line, String text, int width, Fault fault, long faultLine, boolean endsInside) {
  enum Fault {
    NONE,
    TEXT_AFTER_QUOTE,
    NOT_CLOSED,
    /// A field longer than a cell can be.
    TOO_LONG
  }
}
