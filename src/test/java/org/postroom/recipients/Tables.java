package org.postroom.recipients;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.stream.Collectors;
import org.postroom.finding.Finding;

/// Tables for the tests of the import, and what came out in short.
final class Tables {
  private Tables() {}

  /// @param lines cells separated by `|`; the first line is the header
  static SourceTable of(String... lines) {
    List<SourceRow> rows = new ArrayList<>();
    for (int i = 0; i < lines.length; i++) {
      rows.add(new SourceRow(i + 1L, Arrays.asList(lines[i].split("\\|", -1))));
    }
    return new SourceTable(
        new ListOrigin("list.csv", "00", "csv", "UTF-8", ",", null),
        rows.getFirst(),
        rows.subList(1, rows.size()),
        false);
  }

  static ImportReading.Imported imported(ImportOptions options, String... lines) {
    return imported(options, of(lines));
  }

  static ImportReading.Imported imported(ImportOptions options, SourceTable table) {
    return switch (ListImport.read(table, options, () -> false)) {
      case ImportReading.Imported imported -> imported;
      case ImportReading.Mistaken(List<ImportMistake> mistakes) ->
          throw new AssertionError(mistakes.toString());
    };
  }

  static List<ImportMistake> mistakes(ImportOptions options, String... lines) {
    return switch (ListImport.read(of(lines), options, () -> false)) {
      case ImportReading.Imported _ -> List.of();
      case ImportReading.Mistaken(List<ImportMistake> mistakes) -> mistakes;
    };
  }

  /// `1 3` for people, `2:blank-address` for rows left out, in the order of the file.
  static String shown(ImportReading.Imported imported) {
    RecipientList list = imported.list();
    List<String> parts = new ArrayList<>();
    for (int row = 1; row <= list.rows(); row++) {
      int number = row;
      list.people().stream()
          .filter(person -> person.at().row() == number)
          .forEach(person -> parts.add(Integer.toString(number)));
      list.leftOut().stream()
          .filter(out -> out.at().row() == number)
          .forEach(out -> parts.add(number + ":" + out.reason().code()));
    }
    return String.join(" ", parts);
  }

  static String findings(ImportReading.Imported imported) {
    return imported.findings().stream().map(Finding::id).collect(Collectors.joining(" "));
  }
}
