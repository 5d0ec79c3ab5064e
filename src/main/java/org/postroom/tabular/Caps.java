package org.postroom.tabular;

/// How much of a file is read before it is refused. Far above what an office has, low enough that a
/// file made to do harm is refused within seconds and within the memory of a small computer. The
/// numbers are stated in `how-we-read-lists.md`.
final class Caps {
  /// Bytes of a list file.
  static final long FILE_BYTES = 256L << 20;

  /// Bytes of all XML of one document, unpacked.
  static final long UNPACKED_BYTES = 512L << 20;

  /// The same, where they are at most [#WHOLE_RATIO] times the document: XML passes by and is not
  /// kept, and a million rows of ten cells are 1.3 GB of it in an ods of 45 MB. Whoever wants to
  /// keep somebody busy so long has to send a large file.
  static final long UNPACKED_BYTES_OF_LARGE = 2L << 30;

  static final long WHOLE_RATIO = 50;

  /// A part may unpack to this many times its size, once it is larger than [#RATIO_FROM]. Sheets of
  /// an office stay under 50.
  static final long RATIO = 100;

  static final long RATIO_FROM = 8L << 20;

  /// Files inside a zipped document.
  static final int ZIP_ENTRIES = 10_000;

  /// Bytes of one tag or one run of text between two tags.
  static final int XML_RUN_BYTES = 4 << 20;

  /// Elements inside elements; the platform stops at 100 by itself.
  static final int XML_DEPTH = 64;

  /// Elements of all XML of one document: a million rows of ten cells with their values twice over.
  static final int XML_ELEMENTS = 50_000_000;

  /// Of them those that are neither in a row nor a shared text.
  static final int XML_OTHER_ELEMENTS = 2_000_000;

  /// Different names of elements and attributes in one part; a program writes a hundred.
  static final int XML_NAMES = 5_000;

  /// As many as the programs themselves have.
  static final int COLUMNS = 16_384;

  static final int SHEET_ROWS = 1_048_576;

  /// How often one row may stand under itself without being written again: nobody stands in a list
  /// so often, and each of them is looked at.
  static final int SAME_ROWS = 100_000;

  /// Chars of one cell: what a spreadsheet's cell can hold, and room for a letter in a CSV's.
  static final int CELL_CHARS = 1 << 20;

  /// Chars of one row of delimited text.
  static final int ROW_CHARS = 1 << 25;

  /// Cells of all rows that are kept.
  static final long CELLS = 20_000_000;

  /// Chars of all cells that are kept.
  static final long CHARS = 256L << 20;

  /// Chars of one card of an address book: room for a picture.
  static final int CARD_CHARS = 16 << 20;

  /// People in one address book.
  static final int VCARDS = 200_000;

  private Caps() {}
}
