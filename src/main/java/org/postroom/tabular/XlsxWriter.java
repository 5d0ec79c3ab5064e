package org.postroom.tabular;

import java.io.IOException;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.time.LocalDateTime;
import java.util.List;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;

/// Writes rows as an Excel workbook (ECMA-376) with one sheet. Every cell is a text, so that
/// nothing is taken for a formula, a number or a date, and reading it back gives the very same
/// rows. The same rows give the same bytes.
public final class XlsxWriter {
  /// What a sheet can hold.
  public static final int MOST_ROWS = Caps.SHEET_ROWS;

  public static final int MOST_COLUMNS = Caps.COLUMNS;

  /// Chars of one cell.
  public static final int MOST_CHARS = 32_767;

  private static final String HEAD =
      "<?xml version=\"1.0\" encoding=\"UTF-8\" standalone=\"yes\"?>";
  private static final String MAIN = "http://schemas.openxmlformats.org/spreadsheetml/2006/main";
  private static final String RELS =
      "http://schemas.openxmlformats.org/officeDocument/2006/relationships";
  private static final String PACKAGE = "http://schemas.openxmlformats.org/package/2006/";
  private static final String TYPE = "application/vnd.openxmlformats-officedocument.spreadsheetml.";
  private static final LocalDateTime ZIP_BEGINS = LocalDateTime.of(1980, 1, 1, 0, 0);

  private final ZipOutputStream zip;

  private XlsxWriter(ZipOutputStream zip) {
    this.zip = zip;
  }

  /// @param rows at most [#MOST_ROWS] with at most [#MOST_COLUMNS] cells of [#MOST_CHARS] chars
  public static void write(OutputStream out, Iterable<List<String>> rows) throws IOException {
    try (ZipOutputStream zip = new ZipOutputStream(out, StandardCharsets.UTF_8)) {
      new XlsxWriter(zip).parts(rows);
    }
  }

  private void parts(Iterable<List<String>> rows) throws IOException {
    part(
        "[Content_Types].xml",
        "<Types xmlns=\""
            + PACKAGE
            + "content-types\">"
            + "<Default Extension=\"rels\" ContentType=\"application/vnd.openxmlformats-package"
            + ".relationships+xml\"/>"
            + override("/xl/workbook.xml", "sheet.main")
            + override("/xl/worksheets/sheet1.xml", "worksheet")
            + override("/xl/styles.xml", "styles")
            + "</Types>");
    part("_rels/.rels", relations(relation("rId1", "officeDocument", "xl/workbook.xml")));
    part(
        "xl/workbook.xml",
        "<workbook xmlns=\""
            + MAIN
            + "\" xmlns:r=\""
            + RELS
            + "\"><sheets>"
            + "<sheet name=\"People\" sheetId=\"1\" r:id=\"rId1\"/></sheets></workbook>");
    part(
        "xl/_rels/workbook.xml.rels",
        relations(
            relation("rId1", "worksheet", "worksheets/sheet1.xml")
                + relation("rId2", "styles", "styles.xml")));
    // The second format is "Text" (49), so that what is typed into the sheet stays as it is typed.
    part(
        "xl/styles.xml",
        "<styleSheet xmlns=\""
            + MAIN
            + "\">"
            + "<fonts count=\"1\"><font><sz val=\"11\"/><name val=\"Calibri\"/></font></fonts>"
            + "<fills count=\"2\"><fill><patternFill patternType=\"none\"/></fill>"
            + "<fill><patternFill patternType=\"gray125\"/></fill></fills>"
            + "<borders count=\"1\"><border/></borders>"
            + "<cellStyleXfs count=\"1\"><xf/></cellStyleXfs>"
            + "<cellXfs count=\"2\"><xf xfId=\"0\"/>"
            + "<xf numFmtId=\"49\" xfId=\"0\" applyNumberFormat=\"1\"/></cellXfs></styleSheet>");
    begin("xl/worksheets/sheet1.xml");
    put(HEAD + "<worksheet xmlns=\"" + MAIN + "\"><cols><col min=\"1\" max=\"" + MOST_COLUMNS);
    put("\" width=\"18\" style=\"1\" customWidth=\"1\"/></cols><sheetData>");
    for (List<String> row : rows) {
      put(row(row));
    }
    put("</sheetData></worksheet>");
    zip.closeEntry();
  }

  private static String row(List<String> cells) {
    StringBuilder xml = new StringBuilder("<row>");
    for (String cell : cells) {
      if (cell.isEmpty()) {
        xml.append("<c s=\"1\"/>");
      } else {
        xml.append("<c s=\"1\" t=\"inlineStr\"><is><t xml:space=\"preserve\">");
        escape(cell, xml);
        xml.append("</t></is></c>");
      }
    }
    return xml.append("</row>").toString();
  }

  /// What XML cannot hold, or would read as a line feed, is written as `_x000D_` (ECMA-376 part 1,
  /// 22.9.2.19), and so is a text that looks like that.
  private static void escape(String text, StringBuilder xml) {
    for (int i = 0; i < text.length(); i++) {
      char c = text.charAt(i);
      boolean paired =
          (Character.isHighSurrogate(c)
                  && i + 1 < text.length()
                  && Character.isLowSurrogate(text.charAt(i + 1)))
              || (Character.isLowSurrogate(c)
                  && i > 0
                  && Character.isHighSurrogate(text.charAt(i - 1)));
      boolean lone = Character.isSurrogate(c) && !paired;
      boolean control = (c < ' ' && c != '\t' && c != '\n') || c == 0xFFFE || c == 0xFFFF;
      if (lone || control || (c == '_' && text.startsWith("x", i + 1))) {
        xml.append("_x").append(String.format(java.util.Locale.ROOT, "%04X", (int) c)).append('_');
      } else {
        switch (c) {
          case '&' -> xml.append("&amp;");
          case '<' -> xml.append("&lt;");
          case '>' -> xml.append("&gt;");
          default -> xml.append(c);
        }
      }
    }
  }

  private static String override(String part, String type) {
    return "<Override PartName=\"" + part + "\" ContentType=\"" + TYPE + type + "+xml\"/>";
  }

  private static String relations(String relations) {
    return "<Relationships xmlns=\""
        + PACKAGE
        + "relationships\">"
        + relations
        + "</Relationships>";
  }

  private static String relation(String id, String type, String target) {
    return "<Relationship Id=\""
        + id
        + "\" Type=\""
        + RELS
        + "/"
        + type
        + "\" Target=\""
        + target
        + "\"/>";
  }

  private void part(String name, String xml) throws IOException {
    begin(name);
    put(HEAD + xml);
    zip.closeEntry();
  }

  private void begin(String name) throws IOException {
    ZipEntry entry = new ZipEntry(name);
    entry.setTimeLocal(ZIP_BEGINS);
    zip.putNextEntry(entry);
  }

  private void put(String xml) throws IOException {
    zip.write(xml.getBytes(StandardCharsets.UTF_8));
  }
}
