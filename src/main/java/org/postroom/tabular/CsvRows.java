package org.postroom.tabular;

import com.opencsv.RFC4180Parser;
import com.opencsv.RFC4180ParserBuilder;
import java.io.IOException;
import java.util.Arrays;
import java.util.List;
import java.util.concurrent.CancellationException;
import org.jspecify.annotations.Nullable;
import org.postroom.recipients.ListOrigin;
import org.postroom.recipients.PackedRows;
import org.postroom.recipients.SourceRemark;
import org.postroom.recipients.SourceRow;
import org.postroom.recipients.SourceTable;

/// The rows of one delimited text. A record with quotes is taken apart by OpenCSV's `RFC4180Parser`
/// (rule L2), and refused where that finds other cells than [RecordReader]; in a record without any
/// quote a cell is simply what stands between two delimiters.
final class CsvRows {
  private static final int ROWS_BETWEEN_REPORTS = 4096;

  private final TextWindow text;
  private final RecordReader records;
  private final char delimiter;
  private final char quote;
  private final RFC4180Parser parser;
  private final @Nullable PlainRecord plain;
  private final PackedRows.Builder rows = new PackedRows.Builder();
  private long total;
  private int width;
  private boolean headed;
  private boolean endsInRow;

  /// @param line on which the text's present char stands
  CsvRows(TextWindow text, long line, char delimiter, char quote) {
    this.text = text;
    this.records = new RecordReader(text, line, delimiter, quote);
    this.delimiter = delimiter;
    this.quote = quote;
    this.parser = new RFC4180ParserBuilder().withSeparator(delimiter).withQuoteChar(quote).build();
    this.plain = PlainRecord.of(text.charset(), delimiter, quote);
  }

  /// Reads to the end.
  ///
  /// @param bytes how many the file has
  void read(long bytes, TabularProgress progress) throws RefusedException {
    for (long count = 1; readPlain() || readOther(); count++) {
      if (count % ROWS_BETWEEN_REPORTS == 0) {
        if (!progress.at(count, estimate(count, bytes))) {
          throw new CancellationException();
        }
        // Known before the memory is full, which would take long and everybody's.
        if (rows.bytes() > Runtime.getRuntime().maxMemory() / 4 * 3) {
          throw RefusedException.tooLarge("memory");
        }
      }
    }
    if (rows.size() == 0) {
      throw new RefusedException(TabularReading.Fault.EMPTY);
    }
  }

  /// As wide as the headings, and without quotes: nothing about it is to be decided.
  private boolean readPlain() throws RefusedException {
    boolean taken = headed && width > 1 && plain != null && records.readPlain(plain, width, rows);
    counted(taken ? width : 0);
    return taken;
  }

  private boolean readOther() throws RefusedException {
    boolean more = records.hasNext();
    if (more) {
      records.read();
      if (!empty()) {
        row(!records.hasNext());
      }
    }
    return more;
  }

  /// @param headingRow the line of the headings, 0 for none, null where they are to be found
  SourceTable table(ListOrigin origin, @Nullable Integer headingRow, List<SourceRemark> remarks)
      throws RefusedException {
    Headings headings =
        TrailingDelimiter.leaveAway(Headings.of(rows.build(), headingRow), endsInRow);
    remarks.addAll(headings.remarks());
    return new SourceTable(origin, headings.header(), headings.rows(), endsInRow, remarks);
  }

  /// All rows, where the others are as long as those that were read.
  private long estimate(long count, long bytes) {
    return Math.max(count, (long) ((double) count * text.estimate(bytes) / text.position()));
  }

  /// Nothing but white space and no quotes: no row. The end mark of old systems is nothing too.
  private boolean empty() {
    RecordText record = records.text();
    return record.fields() == 1
        && records.fault() == CsvRecord.Fault.NONE
        && (record.isBlank() || record.is('\u001A'));
  }

  private void row(boolean last) throws RefusedException {
    CsvRecord.Fault fault = records.fault();
    int fields = records.text().fields();
    if (fault == CsvRecord.Fault.TOO_LONG) {
      throw RefusedException.tooLarge("cell");
    }
    if (fields > Caps.COLUMNS) {
      throw RefusedException.tooLarge("columns");
    }
    counted(fields);
    boolean endsInside = records.endsInside() && cutOnItsLine();
    if (fault != CsvRecord.Fault.NONE && !endsInside) {
      throw new RefusedException(
          fault == CsvRecord.Fault.NOT_CLOSED
              ? TabularReading.Fault.QUOTE_NOT_CLOSED
              : TabularReading.Fault.TEXT_AFTER_QUOTE,
          records.faultLine(),
          records.words());
    }
    boolean lastCellIsCut = last && (endsInside || text.isCut());
    // A cell that is not whole is none: the row is then too narrow and is refused with its line.
    int cells = lastCellIsCut ? fields - 1 : fields;
    if (records.hasQuotes()) {
      quoted(endsInside, cells);
    } else {
      plain(cells);
    }
    boolean noEnd = last && text.last() != '\n' && text.last() != '\r';
    endsInRow = rows.size() > 1 && (lastCellIsCut || (noEnd && cells < width));
  }

  private void counted(int cells) throws RefusedException {
    total += cells;
    if (total > Caps.CELLS) {
      throw RefusedException.tooLarge("cells");
    }
  }

  private void plain(int cells) {
    RecordText record = records.text();
    if (headed) {
      rows.add(records.firstLine(), record.chars(), record.ends(), cells);
    } else {
      add(record.cells(), cells);
    }
  }

  private void quoted(boolean endsInside, int count) throws RefusedException {
    String record = records.text().toString();
    List<String> cells = parsed(endsInside ? record + quote : record);
    if (cells.size() != records.text().fields()) {
      throw new RefusedException(
          TabularReading.Fault.AMBIGUOUS, records.firstLine(), records.words());
    }
    if (swallowsRows(cells)) {
      throw new RefusedException(
          TabularReading.Fault.QUOTE_NOT_CLOSED, records.firstLine(), records.words());
    }
    add(cells, count);
  }

  private void add(List<String> cells, int count) {
    SourceRow row = new SourceRow(records.firstLine(), cells.subList(0, count));
    rows.add(row);
    if (!headed) {
      // The width of the headings; titles above them have their own.
      width = count;
      headed = !HeadingFinder.isTitle(row);
    }
  }

  private List<String> parsed(String record) {
    try {
      return Arrays.asList(parser.parseLine(record));
    } catch (IOException e) {
      // The parser's word for a quote that is not closed; the width then differs.
      return List.of();
    }
  }

  /// True where the file ends on the very line on which the quote opens: cut off, not swallowing.
  private boolean cutOnItsLine() {
    return records.line() == records.faultLine();
  }

  /// True where a quoted cell holds lines that look like rows of this file: as many delimiters as
  /// the header has, and an address.
  private boolean swallowsRows(List<String> cells) {
    int wide = rows.size() == 0 ? cells.size() : width;
    for (String cell : cells) {
      if (cell.indexOf('\n') < 0 && cell.indexOf('\r') < 0) {
        continue;
      }
      for (String inner : cell.split("\\R", -1)) {
        long delimiters = inner.chars().filter(c -> c == delimiter).count();
        if (delimiters == wide - 1 && inner.indexOf('@') > 0) {
          return true;
        }
      }
    }
    return false;
  }
}
