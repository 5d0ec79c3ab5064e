package org.postroom.tabular;

import com.opencsv.RFC4180Parser;
import com.opencsv.RFC4180ParserBuilder;
import java.io.IOException;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.concurrent.CancellationException;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import org.postroom.recipients.ListOrigin;
import org.postroom.recipients.SourceRemark;
import org.postroom.recipients.SourceRow;
import org.postroom.recipients.SourceTable;

/// Reads delimited text. Charset, delimiter and quote are found first, then the records, each with
/// its line; OpenCSV's `RFC4180Parser` takes the records apart (rule L2). Where a quote is broken
/// the whole file is refused with the line on which it opens, so that no row is swallowed.
final class CsvReader {
  private static final int ROWS_BETWEEN_REPORTS = 4096;
  private static final Pattern SEP =
      Pattern.compile("\"?sep=([^\"\\r\\n])\"?(?:\\r\\n|\\r|\\n|$)", Pattern.CASE_INSENSITIVE);

  private final String fileName;
  private final String sha256;
  private final TabularOptions options;
  private final TabularProgress progress;

  CsvReader(String fileName, String sha256, TabularOptions options, TabularProgress progress) {
    this.fileName = fileName;
    this.sha256 = sha256;
    this.options = options;
    this.progress = progress;
  }

  TabularReading read(byte[] bytes) throws RefusedException {
    return switch (CharsetFinder.decode(bytes, options.charset())) {
      case CharsetFinder.Decoded.Wrong(TabularReading.Refused why) -> why;
      case CharsetFinder.Decoded.Text text ->
          text.text().isBlank() ? refused(TabularReading.Fault.EMPTY, 0, "") : read(bytes, text);
    };
  }

  private TabularReading read(byte[] bytes, CharsetFinder.Decoded.Text decoded)
      throws RefusedException {
    String text = decoded.text();
    Matcher sep = SEP.matcher(text);
    boolean told = sep.lookingAt();
    int start = told ? sep.end() : 0;
    long line = told ? 2 : 1;
    char quote = quote(text, start);
    String stated = options.delimiter();
    Character delimiter =
        stated != null
            ? delimiter(stated)
            : told
                ? Character.valueOf(sep.group(1).charAt(0))
                : Character.valueOf(DelimiterFinder.find(text, start, quote));
    if (delimiter == null) {
      return refused(TabularReading.Fault.BAD_DELIMITER, 0, stated == null ? "" : stated);
    }
    ListOrigin origin =
        new ListOrigin(
            fileName,
            sha256,
            delimiter == '\t' ? "tsv" : "csv",
            decoded.charset().name(),
            Character.toString(delimiter),
            null);
    List<SourceRemark> remarks = new ArrayList<>();
    SourceRemark doubt = CharsetDoubt.about(bytes, decoded, options.charset() != null);
    if (doubt != null) {
      remarks.add(doubt);
    }
    return new Rows(text, quote, delimiter, decoded.cut(), remarks).read(start, line, origin);
  }

  /// Null where it cannot be one.
  private static @Nullable Character delimiter(String stated) {
    String text = stated.equalsIgnoreCase("tab") || stated.equals("\\t") ? "\t" : stated;
    boolean wrong =
        text.length() != 1
            || "\"\r\n\0".contains(text)
            || Character.isLetterOrDigit(text.charAt(0))
            || text.equals("@");
    return wrong ? null : text.charAt(0);
  }

  /// Single quotes count where the first line has nothing but cells in single quotes.
  private static char quote(String text, int start) {
    String first = Lines.words(text, start).strip();
    boolean single = first.matches("'[^'\"]*'(?:[,;\\t|]'[^'\"]*')*");
    return single ? '\'' : '"';
  }

  /// The rows of one text, taken apart.
  private final class Rows {
    private final String text;
    private final char quote;
    private final char delimiter;
    private final boolean cut;
    private final RFC4180Parser parser;
    private final CellPool pool = new CellPool();
    private final List<SourceRemark> remarks;
    private final List<SourceRow> rows = new ArrayList<>();
    private long total;
    private int width;
    private boolean headed;
    private boolean endsInRow;

    Rows(String text, char quote, char delimiter, boolean cut, List<SourceRemark> remarks) {
      this.remarks = remarks;
      this.text = text;
      this.quote = quote;
      this.delimiter = delimiter;
      this.cut = cut;
      this.parser =
          new RFC4180ParserBuilder().withSeparator(delimiter).withQuoteChar(quote).build();
    }

    TabularReading read(int start, long firstLine, ListOrigin origin) throws RefusedException {
      RecordReader records = new RecordReader(text, start, firstLine, delimiter, quote);
      int count = 0;
      while (records.hasNext()) {
        CsvRecord record = records.next();
        if (!empty(record)) {
          TabularReading.Refused refused = row(record, !records.hasNext());
          if (refused != null) {
            return refused;
          }
        }
        if (++count % ROWS_BETWEEN_REPORTS == 0
            && !progress.at(count, estimate(count, records.position()))) {
          throw new CancellationException();
        }
      }
      if (rows.isEmpty()) {
        return refused(TabularReading.Fault.EMPTY, 0, "");
      }
      Headings headings =
          TrailingDelimiter.leaveAway(Headings.of(rows, options.headingRow()), endsInRow);
      remarks.addAll(headings.remarks());
      return new TabularReading.Read(
          new SourceTable(origin, headings.header(), headings.rows(), endsInRow, remarks));
    }

    /// All rows, where the others are as long as those that were read.
    private long estimate(int count, int position) {
      return Math.max(count, (long) ((double) count * text.length() / Math.max(1, position)));
    }

    /// Nothing but white space and no quotes: no row. The end mark of old systems is nothing too.
    private boolean empty(CsvRecord record) {
      return record.width() == 1
          && record.fault() == CsvRecord.Fault.NONE
          && (record.text().isBlank() || record.text().equals("\u001A"));
    }

    private TabularReading.@Nullable Refused row(CsvRecord record, boolean last) {
      if (record.fault() == CsvRecord.Fault.TOO_LONG) {
        return RefusedException.tooLarge("cell").why();
      }
      if (record.width() > Caps.COLUMNS) {
        return RefusedException.tooLarge("columns").why();
      }
      total += record.width();
      if (total > Caps.CELLS) {
        return RefusedException.tooLarge("cells").why();
      }
      boolean endsInside = record.endsInside() && cutOnItsLine(record);
      if (record.fault() != CsvRecord.Fault.NONE && !endsInside) {
        return broken(record);
      }
      List<String> cells = cells(endsInside ? record.text() + quote : record.text());
      if (cells.size() != record.width()) {
        return refused(
            TabularReading.Fault.AMBIGUOUS, record.line(), Lines.words(text, record.start()));
      }
      if (swallowsRows(cells)) {
        return refused(
            TabularReading.Fault.QUOTE_NOT_CLOSED,
            record.line(),
            Lines.words(text, record.start()));
      }
      add(record, cells, last, last && (endsInside || cut));
      return null;
    }

    private void add(CsvRecord record, List<String> cells, boolean last, boolean lastCellIsCut) {
      // A cell that is not whole is none: the row is then too narrow and is refused with its line.
      SourceRow row =
          new SourceRow(record.line(), lastCellIsCut ? cells.subList(0, cells.size() - 1) : cells);
      rows.add(row);
      if (!headed) {
        // The width of the headings; titles above them have their own.
        width = row.cells().size();
        headed = !HeadingFinder.isTitle(row);
      }
      char end = text.charAt(text.length() - 1);
      boolean noEnd = last && end != '\n' && end != '\r';
      endsInRow = rows.size() > 1 && (lastCellIsCut || (noEnd && row.cells().size() < width));
    }

    private List<String> cells(String record) {
      try {
        String[] parsed = parser.parseLine(record);
        for (int i = 0; i < parsed.length; i++) {
          parsed[i] = pool.share(parsed[i]);
        }
        return Arrays.asList(parsed);
      } catch (IOException e) {
        // The parser's word for a quote that is not closed; the width then differs.
        return List.of();
      }
    }

    /// True where the file ends on the very line on which the quote opens: cut off, not swallowing.
    private boolean cutOnItsLine(CsvRecord record) {
      return Lines.count(text, text.length()) == record.faultLine();
    }

    private TabularReading.Refused broken(CsvRecord record) {
      TabularReading.Fault fault =
          record.fault() == CsvRecord.Fault.NOT_CLOSED
              ? TabularReading.Fault.QUOTE_NOT_CLOSED
              : TabularReading.Fault.TEXT_AFTER_QUOTE;
      return refused(fault, record.faultLine(), Lines.words(text, record.start()));
    }

    /// True where a quoted cell holds lines that look like rows of this file: as many delimiters as
    /// the header has, and an address.
    private boolean swallowsRows(List<String> cells) {
      int wide = rows.isEmpty() ? cells.size() : width;
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

  private static TabularReading.Refused refused(
      TabularReading.Fault fault, long line, String detail) {
    return new TabularReading.Refused(fault, line, detail);
  }
}
