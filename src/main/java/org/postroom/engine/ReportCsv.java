package org.postroom.engine;

import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;

/// A report as CSV (RFC 4180) in UTF-8 with a byte order mark, which spreadsheets need to read
/// accents right. A cell that a spreadsheet would take for a formula gets an apostrophe in front
/// (rule V7): a list's name or a server's reply must not run anything on the reader's computer.
final class ReportCsv {
  private static final List<String> HEADER =
      List.of(
          "row",
          "address",
          "name",
          "state",
          "at",
          "reply",
          "messageId",
          "envelope",
          "sha256",
          "letterDigest");

  private ReportCsv() {}

  static byte[] bytes(Report report) {
    StringBuilder csv = new StringBuilder("\uFEFF");
    line(csv, HEADER);
    for (Report.PersonOutcome person : report.letters()) {
      Instant at = person.at();
      Integer envelope = person.envelope();
      line(
          csv,
          List.of(
              Integer.toString(person.row()),
              person.address(),
              person.name(),
              person.state().code(),
              at == null ? "" : at.toString(),
              orEmpty(person.reply()),
              orEmpty(person.messageId()),
              envelope == null ? "" : envelope.toString(),
              orEmpty(person.sha256()),
              orEmpty(person.letterDigest())));
    }
    return csv.toString().getBytes(StandardCharsets.UTF_8);
  }

  private static void line(StringBuilder csv, List<String> cells) {
    for (int i = 0; i < cells.size(); i++) {
      csv.append(i == 0 ? "" : ",").append(cell(cells.get(i)));
    }
    csv.append("\r\n");
  }

  static String cell(String value) {
    String safe = startsAFormula(value) ? "'" + value : value;
    boolean quoted = safe.chars().anyMatch(c -> c == ',' || c == '"' || c == '\r' || c == '\n');
    return quoted ? "\"" + safe.replace("\"", "\"\"") + "\"" : safe;
  }

  /// Spreadsheets pass over blanks in front, and some know the full-width forms.
  static boolean startsAFormula(String value) {
    String start = value.stripLeading();
    return !value.isEmpty()
        && ("\t\r\n".indexOf(value.charAt(0)) >= 0
            || (!start.isEmpty() && "=+-@\uFF1D\uFF0B\uFF0D\uFF20".indexOf(start.charAt(0)) >= 0));
  }

  private static String orEmpty(@Nullable String value) {
    return value == null ? "" : value;
  }
}
