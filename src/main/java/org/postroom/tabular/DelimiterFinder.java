package org.postroom.tabular;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import org.postroom.address.AddressReader;
import org.postroom.address.AddressReading;

/// Finds what separates the cells: the candidate that lays bare the most addresses, then the one
/// under which the most rows are as wide as the header.
final class DelimiterFinder {
  private static final List<Character> CANDIDATES = List.of(',', ';', '\t', '|');
  private static final int MOST_ROWS = 100;

  private DelimiterFinder() {}

  /// A comma where there is one column only.
  ///
  /// @param sample the beginning of a text
  /// @param whole true where it is the whole text
  static char find(String sample, boolean whole, char quote) {
    return CANDIDATES.stream()
        .map(candidate -> trial(sample, whole, candidate, quote))
        .filter(trial -> trial.width > 1 && (trial.rows == 0 || trial.fitting > 0))
        .max(
            Comparator.<Trial>comparingInt(trial -> trial.addresses)
                .thenComparingDouble(
                    trial -> trial.rows == 0 ? 1 : trial.fitting / (double) trial.rows)
                .thenComparingInt(trial -> trial.width)
                .thenComparingInt(trial -> -CANDIDATES.indexOf(trial.delimiter)))
        .map(trial -> trial.delimiter)
        .orElse(',');
  }

  /// How the sample reads with one candidate.
  ///
  /// @param fitting rows as wide as the header, with sound quotes
  /// @param addresses cells that are one address
  private record Trial(char delimiter, int width, int rows, int fitting, int addresses) {}

  private static Trial trial(String sample, boolean whole, char delimiter, char quote) {
    RecordReader reader = new RecordReader(TextWindow.of(sample), 1, delimiter, quote);
    List<CsvRecord> records = new ArrayList<>();
    while (reader.hasNext() && records.size() <= MOST_ROWS) {
      CsvRecord record = reader.next();
      // The sample may end within its last record.
      if (!record.text().isBlank() && (reader.hasNext() || whole)) {
        records.add(record);
      }
    }
    if (records.isEmpty()) {
      return new Trial(delimiter, 0, 0, 0, 0);
    }
    int headings = headings(records, delimiter);
    int width = records.get(headings).width();
    int fitting = 0;
    int addresses = 0;
    for (CsvRecord record : records.subList(headings + 1, records.size())) {
      fitting += fits(record, width, delimiter) ? 1 : 0;
      addresses += addresses(record.text(), delimiter, quote);
    }
    return new Trial(delimiter, width, records.size() - headings - 1, fitting, addresses);
  }

  /// As wide as the headings; a delimiter behind the last cell is no cell.
  private static boolean fits(CsvRecord record, int width, char delimiter) {
    boolean trailing =
        record.width() == width + 1 && record.text().endsWith(Character.toString(delimiter));
    return record.fault() == CsvRecord.Fault.NONE && (record.width() == width || trailing);
  }

  /// Past the titles above the headings: lines with one filled cell.
  private static int headings(List<CsvRecord> records, char delimiter) {
    int titles = 0;
    while (titles < records.size() - 1 && isTitle(records.get(titles), delimiter)) {
      titles++;
    }
    // Where nothing but such lines stands there, the first of them is the heading.
    return records.get(titles).width() > 1 && !isTitle(records.get(titles), delimiter) ? titles : 0;
  }

  private static boolean isTitle(CsvRecord record, char delimiter) {
    String words = record.text();
    int filled = 0;
    int from = 0;
    while (from <= words.length()) {
      int next = words.indexOf(delimiter, from);
      int to = next < 0 ? words.length() : next;
      filled += words.substring(from, to).isBlank() ? 0 : 1;
      from = to + 1;
    }
    return filled == 1 && words.indexOf('@') < 0;
  }

  private static int addresses(String record, char delimiter, char quote) {
    int count = 0;
    int from = 0;
    while (from <= record.length()) {
      int next = record.indexOf(delimiter, from);
      int to = next < 0 ? record.length() : next;
      String cell = record.substring(from, to).replace(Character.toString(quote), "");
      boolean address =
          cell.indexOf('@') >= 0 && AddressReader.read(cell) instanceof AddressReading.One;
      count += address ? 1 : 0;
      from = to + 1;
    }
    return count;
  }
}
