package org.postroom.tabular;

import java.nio.charset.Charset;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import org.postroom.recipients.ListOrigin;
import org.postroom.recipients.SourceRemark;

/// Reads delimited text: charset, delimiter and quote are found first, then [CsvRows] takes the
/// records apart, each with its line (rule L2). Where a quote is broken the whole file is refused
/// with the line on which it opens, so that no row is swallowed.
final class CsvReader {
  private static final int SAMPLE = 64 * 1024;

  /// The sample and a line that names the delimiter.
  private static final int HEAD = SAMPLE + 16;

  private static final Pattern SEP =
      Pattern.compile("\"?sep=([^\"\\r\\n])\"?(?:\\r\\n|\\r|\\n|$)", Pattern.CASE_INSENSITIVE);

  private final TabularFile file;
  private final TabularOptions options;
  private final TabularProgress progress;

  CsvReader(TabularFile file, TabularOptions options, TabularProgress progress) {
    this.file = file;
    this.options = options;
    this.progress = progress;
  }

  TabularReading read() throws RefusedException {
    List<CharsetFinder.Way> ways = CharsetFinder.ways(file, options.charset());
    for (CharsetFinder.Way way : ways.subList(0, ways.size() - 1)) {
      try {
        return read(way);
      } catch (RefusedException e) {
        if (!e.why().isAboutCharset()) {
          throw e;
        }
      }
    }
    return read(ways.getLast());
  }

  /// Whether the bytes are a text is known at their end, and comes before what may be wrong with a
  /// row.
  private TabularReading read(CharsetFinder.Way way) throws RefusedException {
    try (TextWindow text = TextWindow.open(file, way)) {
      TabularReading reading;
      try {
        reading = read(text, way);
      } catch (RefusedException e) {
        text.drain();
        reading = e.why();
      }
      TabularReading.Refused noText = text.fault();
      if (noText != null) {
        throw new RefusedException(noText);
      }
      return reading;
    }
  }

  private TabularReading read(TextWindow text, CharsetFinder.Way way) throws RefusedException {
    String head = head(way);
    Matcher sep = SEP.matcher(head);
    boolean told = sep.lookingAt();
    int start = told ? sep.end() : 0;
    char quote = quote(head, start);
    String stated = options.delimiter();
    Character delimiter =
        stated != null
            ? delimiter(stated)
            : told
                ? Character.valueOf(sep.group(1).charAt(0))
                : Character.valueOf(delimiter(head, start, quote));
    if (head.isBlank() && head.length() < HEAD) {
      throw new RefusedException(TabularReading.Fault.EMPTY);
    }
    if (delimiter == null) {
      throw new RefusedException(
          TabularReading.Fault.BAD_DELIMITER, 0, stated == null ? "" : stated);
    }
    text.skip(start);
    CsvRows rows = new CsvRows(text, told ? 2 : 1, delimiter, quote);
    rows.read(file.size(), progress);
    return new TabularReading.Read(
        rows.table(origin(way.charset(), delimiter), options.headingRow(), remarks(way.charset())));
  }

  private ListOrigin origin(Charset charset, char delimiter) {
    return new ListOrigin(
        file.name(),
        file.sha256(),
        delimiter == '\t' ? "tsv" : "csv",
        charset.name(),
        Character.toString(delimiter),
        null);
  }

  private List<SourceRemark> remarks(Charset charset) {
    List<SourceRemark> remarks = new ArrayList<>();
    SourceRemark doubt = CharsetDoubt.about(file, charset, options.charset() != null);
    if (doubt != null) {
      remarks.add(doubt);
    }
    return remarks;
  }

  private String head(CharsetFinder.Way way) {
    try (TextWindow text = TextWindow.open(file, way)) {
      return text.take(HEAD);
    }
  }

  private static char delimiter(String head, int start, char quote) {
    String sample = head.substring(start, Math.min(head.length(), start + SAMPLE));
    return DelimiterFinder.find(sample, start + sample.length() == head.length(), quote);
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
    boolean single = first.matches("'[^'\"]*'(?:[,;\\t|]'[^'\"]*')*+");
    return single ? '\'' : '"';
  }
}
