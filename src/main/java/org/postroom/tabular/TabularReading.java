package org.postroom.tabular;

import org.postroom.recipients.SourceTable;

/// What reading a file gave.
public sealed interface TabularReading {
  record Read(SourceTable table) implements TabularReading {}

  /// It cannot be read without guessing. Nothing of it is used.
  ///
  /// @param fault why
  /// @param line the physical line (1-based) where the trouble begins, 0 where it is about the
  ///   whole
  /// @param detail the words or the name that it is about; may be empty
  record Refused(Fault fault, long line, String detail) implements TabularReading {
    /// True where the bytes are no text in the charset in which they were read.
    boolean isAboutCharset() {
      return fault == Fault.WRONG_CHARSET || fault == Fault.NOT_TEXT;
    }

    /// What happened, in a plain sentence.
    public String happened() {
      return TabularTexts.happened(this);
    }

    /// The next step, in a plain sentence.
    public String next() {
      return TabularTexts.next(this);
    }
  }

  /// Why a file cannot be read.
  enum Fault {
    /// There is nothing in it.
    EMPTY,
    /// A spreadsheet, address book, pdf or another format that is no delimited text.
    OTHER_FORMAT,
    /// It opens with a password only.
    PROTECTED,
    /// A workbook in Excel's format of before 2007.
    OLD_WORKBOOK,
    /// A workbook in Excel's binary format (xlsb).
    BINARY_WORKBOOK,
    /// A workbook without a sheet that has rows: macros or charts alone.
    NO_SHEETS,
    /// There is no sheet of that name.
    NO_SUCH_SHEET,
    /// No row begins on the line that was named for the headings.
    NO_SUCH_HEADINGS,
    /// Larger than Postroom reads; the detail says in what.
    TOO_LARGE,
    /// The parts of the file contradict its format.
    DAMAGED,
    /// Bytes that are no text.
    NOT_TEXT,
    /// Nobody knows a charset of that name.
    UNKNOWN_CHARSET,
    /// The file is not in the charset that was stated.
    WRONG_CHARSET,
    /// A delimiter is one char, and neither a quote nor a line break.
    BAD_DELIMITER,
    /// A quote that is never closed, or that swallows the rows after it.
    QUOTE_NOT_CLOSED,
    /// Words after a closing quote.
    TEXT_AFTER_QUOTE,
    /// Two ways of reading a row differ, so neither is trusted.
    AMBIGUOUS
  }
}
