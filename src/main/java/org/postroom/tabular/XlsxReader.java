package org.postroom.tabular;

import java.util.ArrayList;
import java.util.List;

/// Reads xlsx and xlsm workbooks. Macros are never looked at.
final class XlsxReader {
  private XlsxReader() {}

  static List<Sheet> read(ZipParts parts, TabularProgress progress) throws RefusedException {
    XlsxPackage workbook = XlsxPackage.of(parts);
    XlsxStrings strings = XlsxStrings.read(parts, workbook.strings());
    XlsxStyles styles = XlsxStyles.read(parts, workbook.styles());
    SheetBuilder.Total total = new SheetBuilder.Total(strings.texts());
    List<Sheet> sheets = new ArrayList<>();
    for (XlsxPackage.Tab tab : workbook.sheets()) {
      sheets.add(
          new XlsxSheet(strings, styles, workbook.date1904(), total, progress).read(parts, tab));
    }
    return sheets;
  }
}
