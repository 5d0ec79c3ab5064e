package org.postroom.engine;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.postroom.recipients.FieldName;
import org.postroom.recipients.RecipientList;
import org.postroom.recipients.SourceRow;
import org.postroom.recipients.SourceTable;
import org.postroom.tabular.XlsxWriter;

/// The people of a list as a table: the headings, then a row each, as they stand in the list.
///
/// @param canary a row more, or null
/// @param place the number of people before it
record ListTable(RecipientList list, @Nullable List<String> canary, int place) {
  private static final String APOSTROPHE = "'";

  /// UTF-8 with a byte order mark, every cell in quotes. A cell that a spreadsheet would take for a
  /// formula gets an apostrophe in front (rule V7), and so does one that begins with an apostrophe,
  /// so that [#restored] can tell them apart.
  byte[] csv() {
    StringBuilder csv = new StringBuilder("\uFEFF");
    for (List<String> row : rows()) {
      for (int i = 0; i < row.size(); i++) {
        String cell = row.get(i);
        boolean marked = ReportCsv.startsAFormula(cell) || cell.startsWith(APOSTROPHE);
        String safe = marked ? APOSTROPHE + cell : cell;
        csv.append(i == 0 ? "\"" : ",\"").append(safe.replace("\"", "\"\"")).append('"');
      }
      csv.append("\r\n");
    }
    return csv.toString().getBytes(StandardCharsets.UTF_8);
  }

  /// A file that [#csv] wrote, with its cells as they were before.
  static SourceTable restored(SourceTable table) {
    if (!table.origin().format().equals("csv")) {
      return table;
    }
    return new SourceTable(
        table.origin(),
        restored(table.header()),
        table.rows().stream().map(ListTable::restored).toList(),
        table.endsInRow(),
        table.remarks());
  }

  private static SourceRow restored(SourceRow row) {
    List<String> cells =
        row.cells().stream()
            .map(cell -> cell.startsWith(APOSTROPHE) ? cell.substring(1) : cell)
            .toList();
    return new SourceRow(row.line(), cells, row.hidden());
  }

  /// Empty where a sheet cannot hold it.
  byte[] xlsx() throws IOException {
    if (list.people().size() + 2 > XlsxWriter.MOST_ROWS
        || list.columns().size() > XlsxWriter.MOST_COLUMNS) {
      return new byte[0];
    }
    for (List<String> row : rows()) {
      if (row.stream().anyMatch(cell -> cell.length() > XlsxWriter.MOST_CHARS)) {
        return new byte[0];
      }
    }
    ByteArrayOutputStream out = new ByteArrayOutputStream();
    XlsxWriter.write(out, rows());
    return out.toByteArray();
  }

  private Iterable<List<String>> rows() {
    return () ->
        Stream.concat(
                Stream.of(list.columns().names().stream().map(FieldName::shown).toList()),
                IntStream.rangeClosed(0, list.people().size())
                    .boxed()
                    .flatMap(i -> rows(i).stream()))
            .iterator();
  }

  /// The canary where its place is here, and the person of this number.
  private List<List<String>> rows(int person) {
    List<List<String>> rows = new ArrayList<>(2);
    if (canary != null && person == place) {
      rows.add(canary);
    }
    if (person < list.people().size()) {
      rows.add(list.people().get(person).cells());
    }
    return rows;
  }
}
