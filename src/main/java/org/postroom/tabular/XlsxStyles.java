package org.postroom.tabular;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/// The number formats of a workbook's cells, by the number that a cell names.
final class XlsxStyles {
  /// Formats that a file names by number alone (ECMA-376 part 1, 18.8.30). 14 and 22 are "the short
  /// date of this computer": written here so that nobody can mistake day and month.
  private static final Map<Integer, String> BUILT_IN =
      Map.ofEntries(
          Map.entry(0, "General"),
          Map.entry(1, "0"),
          Map.entry(2, "0.00"),
          Map.entry(3, "#,##0"),
          Map.entry(4, "#,##0.00"),
          Map.entry(9, "0%"),
          Map.entry(10, "0.00%"),
          Map.entry(11, "0.00E+00"),
          Map.entry(12, "# ?/?"),
          Map.entry(13, "# ??/??"),
          Map.entry(14, "yyyy-mm-dd"),
          Map.entry(15, "d-mmm-yy"),
          Map.entry(16, "d-mmm"),
          Map.entry(17, "mmm-yy"),
          Map.entry(18, "h:mm AM/PM"),
          Map.entry(19, "h:mm:ss AM/PM"),
          Map.entry(20, "h:mm"),
          Map.entry(21, "h:mm:ss"),
          Map.entry(22, "yyyy-mm-dd h:mm"),
          Map.entry(37, "#,##0 ;(#,##0)"),
          Map.entry(38, "#,##0 ;[Red](#,##0)"),
          Map.entry(39, "#,##0.00;(#,##0.00)"),
          Map.entry(40, "#,##0.00;[Red](#,##0.00)"),
          Map.entry(45, "mm:ss"),
          Map.entry(46, "[h]:mm:ss"),
          Map.entry(47, "mmss.0"),
          Map.entry(48, "##0.0E+0"),
          Map.entry(49, "@"));

  private static final int MOST = 65_536;

  private final List<CellFormat> formats;

  private XlsxStyles(List<CellFormat> formats) {
    this.formats = formats;
  }

  static XlsxStyles read(ZipParts parts, @Nullable String name) throws RefusedException {
    List<CellFormat> formats = new ArrayList<>();
    if (name == null || !parts.has(name)) {
      return new XlsxStyles(formats);
    }
    Map<Integer, CellFormat> made = new HashMap<>();
    BUILT_IN.forEach((id, code) -> made.put(id, CellFormat.of(code)));
    boolean ofCells = false;
    try (XmlPart part = XmlPart.open(parts, name)) {
      while (part.next()) {
        if (part.starts("numFmt")) {
          String code = part.attribute("formatCode");
          made.put(part.number("numFmtId", 0), CellFormat.of(code == null ? "General" : code));
        } else if (part.name().equals("cellXfs")) {
          ofCells = part.starts();
        } else if (part.starts("xf") && ofCells) {
          formats.add(made.getOrDefault(part.number("numFmtId", 0), CellFormat.GENERAL));
        }
        if (formats.size() > MOST || made.size() > MOST) {
          throw RefusedException.tooLarge("xml");
        }
      }
    }
    return new XlsxStyles(formats);
  }

  CellFormat get(int style) {
    return style >= 0 && style < formats.size() ? formats.get(style) : CellFormat.GENERAL;
  }
}
