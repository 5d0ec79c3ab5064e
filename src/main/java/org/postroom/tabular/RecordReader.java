package org.postroom.tabular;

/// Finds where records begin and end (RFC 4180 section 2): a quote counts at the beginning of a
/// field only, inside quotes a line break is a char like others. It is strict about quotes, so that
/// a broken one never swallows rows silently.
final class RecordReader {
  private final CharSequence text;
  private final char delimiter;
  private final char quote;
  private int at;
  private long line;

  // The record that is being read.
  private final StringBuilder out = new StringBuilder();
  private int width;
  private CsvRecord.Fault fault = CsvRecord.Fault.NONE;
  private long faultLine;
  private boolean endsInside;

  RecordReader(CharSequence text, int start, long line, char delimiter, char quote) {
    this.text = text;
    this.at = start;
    this.line = line;
    this.delimiter = delimiter;
    this.quote = quote;
  }

  boolean hasNext() {
    return at < text.length();
  }

  int position() {
    return at;
  }

  /// The next record; an empty line is one too.
  CsvRecord next() {
    int start = at;
    long firstLine = line;
    out.setLength(0);
    width = 1;
    fault = CsvRecord.Fault.NONE;
    endsInside = false;
    field();
    while (at < text.length() && text.charAt(at) == delimiter && width <= Caps.COLUMNS) {
      out.append(delimiter);
      at++;
      width++;
      field();
    }
    lineBreak();
    return new CsvRecord(start, firstLine, out.toString(), width, fault, faultLine, endsInside);
  }

  private void field() {
    int blanks = at;
    while (blanks < text.length() && blank(text.charAt(blanks))) {
      blanks++;
    }
    if (blanks < text.length() && text.charAt(blanks) == quote) {
      at = blanks;
      quoted();
    } else {
      plain();
    }
  }

  private void plain() {
    int start = at;
    while (at < text.length() && text.charAt(at) != delimiter && !endsLine(text.charAt(at))) {
      at++;
    }
    if (at - start > Caps.CELL_CHARS) {
      broken(CsvRecord.Fault.TOO_LONG, line);
    } else {
      out.append(text, start, at);
    }
  }

  /// From the opening quote to the delimiter or line break after the closing one.
  private void quoted() {
    long opened = line;
    int start = at;
    out.append(quote);
    at++;
    while (at < text.length()) {
      if (at - start > Caps.CELL_CHARS) {
        broken(CsvRecord.Fault.TOO_LONG, opened);
        return;
      }
      char c = text.charAt(at);
      out.append(c);
      at++;
      if (c == quote) {
        if (at < text.length() && text.charAt(at) == quote) {
          out.append(quote);
          at++;
        } else {
          afterQuote(opened);
          return;
        }
      } else if (Lines.breaksAfter(text, at - 1)) {
        line++;
      }
    }
    endsInside = true;
    broken(CsvRecord.Fault.NOT_CLOSED, opened);
  }

  private void afterQuote(long opened) {
    while (at < text.length() && blank(text.charAt(at))) {
      at++;
    }
    if (at < text.length() && text.charAt(at) != delimiter && !endsLine(text.charAt(at))) {
      broken(CsvRecord.Fault.TEXT_AFTER_QUOTE, opened);
      plain();
    }
  }

  private void broken(CsvRecord.Fault what, long opened) {
    if (fault == CsvRecord.Fault.NONE) {
      fault = what;
      faultLine = opened;
    }
  }

  private void lineBreak() {
    while (at < text.length()) {
      at++;
      if (Lines.breaksAfter(text, at - 1)) {
        line++;
        return;
      }
    }
  }

  private boolean blank(char c) {
    return c != delimiter && (c == ' ' || c == '\t' || c == '\u00A0');
  }

  private static boolean endsLine(char c) {
    return c == '\n' || c == '\r';
  }
}
