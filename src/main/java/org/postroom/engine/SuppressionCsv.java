package org.postroom.engine;

import java.nio.charset.StandardCharsets;
import java.util.List;
import org.postroom.workspace.Suppression;

/// Suppressed people as CSV, made harmless for spreadsheets as [ReportCsv] does it. Addresses may
/// begin with a plus or an apostrophe, so that reading back must be able to tell the apostrophe
/// that was put in front from one of their own: those get a second one.
final class SuppressionCsv {
  static final String REASON = "reason";
  static final String SINCE = "since";

  private SuppressionCsv() {}

  static byte[] bytes(List<Suppression> people) {
    StringBuilder csv = new StringBuilder("\uFEFFaddress," + REASON + "," + SINCE + "\r\n");
    for (Suppression person : people) {
      csv.append(cell(person.address().value()))
          .append(',')
          .append(cell(person.reason()))
          .append(',')
          .append(cell(person.since().toString()))
          .append("\r\n");
    }
    return csv.toString().getBytes(StandardCharsets.UTF_8);
  }

  private static String cell(String value) {
    return ReportCsv.cell(value.startsWith("'") ? "'" + value : value);
  }

  /// What stood in a cell before it was made harmless.
  static String read(String cell) {
    String value = cell.strip();
    if (!value.startsWith("'")) {
      return value;
    }
    String rest = value.substring(1);
    return rest.startsWith("'") || ReportCsv.startsAFormula(rest) ? rest : value;
  }
}
