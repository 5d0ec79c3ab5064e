package org.postroom.tabular;

import org.postroom.recipients.PackedRows;

/// Finds where records begin and end (RFC 4180 section 2): a quote counts at the beginning of a
/// field only, inside quotes a line break is a char like others. It is strict about quotes, so that
/// a broken one never swallows rows silently.
final class RecordReader {
  private static final int WORDS = 80;

  private final TextWindow text;
  private final char delimiter;
  private final char quote;
  private long line;

  // The record that was read last.
  private final RecordText out = new RecordText();
  private final char[] words = new char[WORDS];
  private int wordCount;
  private long firstLine;
  private boolean quotes;
  private CsvRecord.Fault fault = CsvRecord.Fault.NONE;
  private long faultLine;
  private boolean endsInside;

  /// @param line on which the window's present char stands
  RecordReader(TextWindow text, long line, char delimiter, char quote) {
    this.text = text;
    this.line = line;
    this.delimiter = delimiter;
    this.quote = quote;
  }

  boolean hasNext() {
    return text.more();
  }

  /// The line on which the next record begins; at the end of the text its last line.
  long line() {
    return line;
  }

  /// The next record, kept; an empty line is one too.
  CsvRecord next() {
    read();
    return new CsvRecord(firstLine, out.toString(), out.fields(), fault);
  }

  /// Goes on to the next record, about which the other methods tell.
  void read() {
    wordCount = text.ahead(words);
    firstLine = line;
    out.clear();
    quotes = false;
    fault = CsvRecord.Fault.NONE;
    endsInside = false;
    field();
    while (text.more() && text.peek() == delimiter) {
      text.skip();
      nextField();
      field();
    }
    out.endField();
    lineBreak();
  }

  /// Goes past the next record and puts it into `rows`, where it is a plain one. The other methods
  /// then tell nothing about it.
  ///
  /// @param cells how many it must have
  boolean readPlain(PlainRecord plain, int cells, PackedRows.Builder rows) {
    boolean taken = text.takePlain(plain, cells, rows, line);
    line += taken ? 1 : 0;
    return taken;
  }

  /// Its chars without the line break; blanks around quotes are left out. Valid until the next.
  RecordText text() {
    return out;
  }

  /// The physical line on which it begins.
  long firstLine() {
    return firstLine;
  }

  /// True where there is any quote in it.
  boolean hasQuotes() {
    return quotes;
  }

  /// What is wrong with its quotes.
  CsvRecord.Fault fault() {
    return fault;
  }

  /// The line on which that quote opens.
  long faultLine() {
    return faultLine;
  }

  /// True where the text ends within a quoted field.
  boolean endsInside() {
    return endsInside;
  }

  /// Its first line, or the beginning of it, for a message.
  String words() {
    int end = 0;
    while (end < wordCount && !endsLine(words[end])) {
      end++;
    }
    return new String(words, 0, end);
  }

  /// More fields than any list has are counted no further: one of them stands for all.
  private void nextField() {
    if (out.fields() <= Caps.COLUMNS) {
      out.endField();
      out.append(delimiter);
    } else {
      out.cut(out.ends()[out.fields() - 1] + 1);
    }
  }

  private void field() {
    int start = out.length();
    while (text.more() && blank(text.peek()) && !tooLong(start)) {
      out.append(text.peek());
      text.skip();
    }
    if (text.more() && text.peek() == quote) {
      out.cut(start);
      quoted();
    } else {
      plain(start);
    }
  }

  private void plain(int start) {
    while (text.more()) {
      char c = text.peek();
      if (c == delimiter || endsLine(c)) {
        return;
      }
      if (tooLong(start)) {
        broken(CsvRecord.Fault.TOO_LONG, line);
        out.cut(start);
      }
      if (c == quote) {
        quotes = true;
        out.append(c);
        text.skip();
      }
      text.appendUntil(out, delimiter, quote);
    }
  }

  /// From the opening quote to the delimiter or line break after the closing one.
  private void quoted() {
    long opened = line;
    int start = out.length();
    quotes = true;
    out.append(quote);
    text.skip();
    while (text.more()) {
      if (tooLong(start)) {
        broken(CsvRecord.Fault.TOO_LONG, opened);
        return;
      }
      char c = text.peek();
      if (c == quote) {
        boolean doubled = text.nextIs(quote);
        out.append(c);
        text.skip();
        if (!doubled) {
          afterQuote(opened);
          return;
        }
        out.append(c);
        text.skip();
      } else if (endsLine(c)) {
        line += breaksHere(c) ? 1 : 0;
        out.append(c);
        text.skip();
      } else {
        text.appendUntil(out, quote, quote);
      }
    }
    endsInside = true;
    broken(CsvRecord.Fault.NOT_CLOSED, opened);
  }

  private void afterQuote(long opened) {
    while (text.more() && blank(text.peek())) {
      text.skip();
    }
    if (text.more() && text.peek() != delimiter && !endsLine(text.peek())) {
      broken(CsvRecord.Fault.TEXT_AFTER_QUOTE, opened);
      plain(out.length());
    }
  }

  /// @param start where the field begins in what was put out
  private boolean tooLong(int start) {
    return out.length() - start > Caps.CELL_CHARS || out.length() > Caps.ROW_CHARS;
  }

  private void broken(CsvRecord.Fault what, long opened) {
    if (fault == CsvRecord.Fault.NONE) {
      fault = what;
      faultLine = opened;
    }
  }

  private void lineBreak() {
    while (text.more()) {
      char c = text.peek();
      boolean ends = endsLine(c) && breaksHere(c);
      text.skip();
      if (ends) {
        line++;
        return;
      }
    }
  }

  /// True where this CR or LF is the last char of a line break.
  private boolean breaksHere(char c) {
    return c == '\n' || !text.nextIs('\n');
  }

  private boolean blank(char c) {
    return c != delimiter && (c == ' ' || c == '\t' || c == '\u00A0');
  }

  private static boolean endsLine(char c) {
    return c == '\n' || c == '\r';
  }
}
