package org.postroom.tabular;

import java.time.DateTimeException;
import java.time.Duration;
import java.time.LocalDate;
import java.time.LocalDateTime;

/// A date written out (ISO 8601), as strict workbooks keep it, shown in a cell's format.
final class IsoDates {
  private IsoDates() {}

  static String shown(String value, CellFormat format, boolean date1904) {
    String text = value.strip();
    try {
      LocalDateTime at =
          text.indexOf('T') < 0
              ? LocalDate.parse(text).atStartOfDay()
              : LocalDateTime.parse(
                  text.endsWith("Z") ? text.substring(0, text.length() - 1) : text);
      LocalDate epoch = date1904 ? LocalDate.of(1904, 1, 1) : LocalDate.of(1899, 12, 30);
      Duration since = Duration.between(epoch.atStartOfDay(), at);
      String shown = format.number(since.toMillis() / 86_400_000.0, date1904);
      // In a cell without a date's format the serial number would tell nobody anything.
      return format == CellFormat.GENERAL || shown.matches("-?[0-9.]*") ? text : shown;
    } catch (DateTimeException e) {
      // No date after all: what stands there is shown as it stands.
      return text;
    }
  }
}
