package org.postroom.tabular;

import java.util.concurrent.CancellationException;
import org.jspecify.annotations.Nullable;

/// The rows of one sheet of a workbook. A formula counts by the value that was kept with it.
final class XlsxSheet {
  private static final int ROWS_BETWEEN_REPORTS = 4096;

  private final XlsxStrings strings;
  private final XlsxStyles styles;
  private final boolean date1904;
  private final SheetBuilder rows;
  private final TabularProgress progress;
  private long row;
  private long last;
  private int column;
  private boolean zeroHeight;

  XlsxSheet(
      XlsxStrings strings,
      XlsxStyles styles,
      boolean date1904,
      SheetBuilder.Total total,
      TabularProgress progress) {
    this.strings = strings;
    this.styles = styles;
    this.date1904 = date1904;
    this.rows = new SheetBuilder(total);
    this.progress = progress;
  }

  Sheet read(ZipParts parts, XlsxPackage.Tab tab) throws RefusedException {
    try (XmlPart part = XmlPart.open(parts, tab.part())) {
      while (part.next()) {
        if (part.starts("row")) {
          row(part);
        } else if (part.starts("dimension")) {
          last = lastRow(part.attribute("ref"));
        } else if (part.starts("sheetFormatPr")) {
          zeroHeight = isTrue(part.attribute("zeroHeight"));
        } else if (part.starts("mergeCell")) {
          merged(part.attribute("ref"));
        }
      }
    }
    return rows.build(tab.name(), tab.hidden());
  }

  private void row(XmlPart part) throws RefusedException {
    long number = part.number("r", -1);
    if (number > Caps.SHEET_ROWS) {
      throw RefusedException.tooLarge("rows");
    }
    // Rows may leave out their numbers; where numbers go backwards the file contradicts itself.
    if (number >= 0 && number <= row) {
      throw new RefusedException(TabularReading.Fault.DAMAGED);
    }
    row = number < 0 ? row + 1 : number;
    column = -1;
    boolean hidden = hidden(part);
    part.content(true);
    while (part.next() && !part.ends("row")) {
      if (part.starts("c")) {
        cell(part);
      }
    }
    part.content(false);
    rows.endRow(row, hidden, 1);
    if (row % ROWS_BETWEEN_REPORTS == 0 && !progress.at(row, Math.max(row, last))) {
      throw new CancellationException();
    }
  }

  /// Hidden by hand, by a filter or a closed group, or made as flat as to be unseen.
  private boolean hidden(XmlPart part) {
    String height = part.attribute("ht");
    return isTrue(part.attribute("hidden"))
        || (height != null && height.chars().allMatch(c -> c == '0' || c == '.'))
        || (zeroHeight && height == null && part.attribute("hidden") == null);
  }

  private static boolean isTrue(@Nullable String value) {
    return "1".equals(value) || "true".equals(value);
  }

  private void cell(XmlPart part) throws RefusedException {
    String reference = part.attribute("r");
    column = reference == null ? column + 1 : column(reference);
    String type = part.attribute("t");
    CellFormat format = styles.get(part.number("s", -1));
    String value = "";
    while (part.next() && !part.ends("c")) {
      if (part.starts("v")) {
        value = part.text();
      } else if (part.starts("is")) {
        value = XlsxStrings.richText(part, "is");
      }
    }
    if ("s".equals(type)) {
      shared(value.strip(), format);
    } else {
      rows.cell(column, shown(type == null ? "n" : type, value, format));
    }
  }

  private void shared(String number, CellFormat format) throws RefusedException {
    int index = strings.number(number);
    if (index >= 0) {
      String text = strings.texts().get(index);
      String shown = format.text(text);
      rows.cell(column, shown, shown.equals(text) ? index : SheetBuilder.NOT_SHARED);
    } else if (!number.isEmpty()) {
      throw new RefusedException(TabularReading.Fault.DAMAGED, row, "");
    }
  }

  private String shown(String type, String value, CellFormat format) {
    return switch (type) {
      case "inlineStr" -> format.text(value);
      case "str" -> format.text(XlsxStrings.unescaped(value));
      case "b" -> value.strip().equals("1") ? "TRUE" : value.isBlank() ? "" : "FALSE";
      case "e" -> value;
      case "d" -> IsoDates.shown(value, format, date1904);
      default -> number(value.strip(), format);
    };
  }

  private String number(String value, CellFormat format) {
    if (value.isEmpty()) {
      return "";
    }
    try {
      return format.number(Double.parseDouble(value), date1904);
    } catch (NumberFormatException e) {
      // Not a number after all: what stands there is shown as it stands.
      return value;
    }
  }

  /// `AB12` is column 27.
  private static int column(String reference) throws RefusedException {
    int column = 0;
    for (int i = 0; i < reference.length(); i++) {
      char c = reference.charAt(i);
      if (c < 'A' || c > 'Z') {
        break;
      }
      column = column * 26 + (c - 'A' + 1);
      if (column > Caps.COLUMNS) {
        throw RefusedException.tooLarge("columns");
      }
    }
    if (column == 0) {
      throw new RefusedException(TabularReading.Fault.DAMAGED);
    }
    return column - 1;
  }

  /// The last row of a range, or 0.
  private static long lastRow(@Nullable String range) {
    String digits = range == null ? "" : range.substring(range.indexOf(':') + 1);
    String number = digits.replaceAll("[^0-9]", "");
    return number.matches("[0-9]{1,7}") ? Long.parseLong(number) : 0;
  }

  private void merged(@Nullable String range) {
    String[] ends = range == null ? new String[0] : range.split(":", -1);
    if (ends.length != 2) {
      return;
    }
    String first = ends[0].replaceAll("[^0-9]", "");
    String last = ends[1].replaceAll("[^0-9]", "");
    if (first.matches("[0-9]{1,7}") && last.matches("[0-9]{1,7}")) {
      rows.merged(Long.parseLong(first), Long.parseLong(last));
    }
  }
}
