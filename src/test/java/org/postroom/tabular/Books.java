package org.postroom.tabular;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;

/// Writes small workbooks part by part, so that a test can say exactly what is in them.
public final class Books {
  private static final String RELATIONS =
      "http://schemas.openxmlformats.org/officeDocument/2006/relationships";
  private static final String MAIN = "http://schemas.openxmlformats.org/spreadsheetml/2006/main";

  private Books() {}

  /// @param state empty, `hidden` or `veryHidden`
  /// @param xml what stands inside `worksheet`
  public record Tab(String name, String state, String xml) {}

  static byte[] zip(Map<String, String> parts) {
    ByteArrayOutputStream out = new ByteArrayOutputStream();
    try (ZipOutputStream zip = new ZipOutputStream(out)) {
      for (Map.Entry<String, String> part : parts.entrySet()) {
        zip.putNextEntry(new ZipEntry(part.getKey()));
        zip.write(part.getValue().getBytes(UTF_8));
        zip.closeEntry();
      }
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    return out.toByteArray();
  }

  /// A workbook of one sheet; `rows` stands inside `sheetData`.
  public static byte[] xlsx(String rows, String... formats) {
    return zip(
        xlsxParts(List.of(new Tab("Members", "", "<sheetData>" + rows + "</sheetData>")), formats));
  }

  public static byte[] xlsx(List<Tab> tabs) {
    return zip(xlsxParts(tabs));
  }

  /// @param formats the number formats of styles 1, 2, …; style 0 is General
  static Map<String, String> xlsxParts(List<Tab> tabs, String... formats) {
    Map<String, String> parts = new LinkedHashMap<>();
    StringBuilder sheets = new StringBuilder();
    StringBuilder relations = new StringBuilder();
    for (int i = 1; i <= tabs.size(); i++) {
      Tab tab = tabs.get(i - 1);
      String state = tab.state().isEmpty() ? "" : " state=\"" + tab.state() + "\"";
      sheets.append(
          "<sheet name=\"%s\" sheetId=\"%d\"%s r:id=\"s%d\"/>".formatted(tab.name(), i, state, i));
      relations.append(relation("s" + i, "worksheet", "worksheets/sheet" + i + ".xml"));
      parts.put(
          "xl/worksheets/sheet" + i + ".xml",
          "<worksheet xmlns=\"" + MAIN + "\">" + tab.xml() + "</worksheet>");
    }
    relations.append(relation("st", "styles", "/xl/styles.xml"));
    relations.append(relation("ss", "sharedStrings", "sharedStrings.xml"));
    parts.put("_rels/.rels", relations(relation("w", "officeDocument", "xl/workbook.xml")));
    parts.put(
        "xl/workbook.xml",
        "<workbook xmlns=\"%s\" xmlns:r=\"%s\"><sheets>%s</sheets></workbook>"
            .formatted(MAIN, RELATIONS, sheets));
    parts.put("xl/_rels/workbook.xml.rels", relations(relations.toString()));
    parts.put("xl/styles.xml", styles(formats));
    parts.put(
        "xl/sharedStrings.xml",
        "<sst xmlns=\""
            + MAIN
            + "\"><si><t>Email</t></si><si><r><t>An</t></r><r><t>na</t></r>"
            + "<rPh><t>x</t></rPh></si></sst>");
    parts.put("[Content_Types].xml", "<Types/>");
    return parts;
  }

  private static String styles(String... formats) {
    StringBuilder made = new StringBuilder();
    StringBuilder cells = new StringBuilder("<xf numFmtId=\"0\"/>");
    for (int i = 0; i < formats.length; i++) {
      boolean builtIn = formats[i].matches("#[0-9]+");
      String id = builtIn ? formats[i].substring(1) : Integer.toString(164 + i);
      if (!builtIn) {
        made.append(
            "<numFmt numFmtId=\"%s\" formatCode=\"%s\"/>".formatted(id, escaped(formats[i])));
      }
      cells.append("<xf numFmtId=\"").append(id).append("\"/>");
    }
    return "<styleSheet xmlns=\"%s\"><numFmts>%s</numFmts><cellStyleXfs><xf numFmtId=\"9\"/></cellStyleXfs><cellXfs>%s</cellXfs></styleSheet>"
        .formatted(MAIN, made, cells);
  }

  private static String relation(String id, String type, String target) {
    return "<Relationship Id=\"%s\" Type=\"%s/%s\" Target=\"%s\"/>"
        .formatted(id, RELATIONS, type, target);
  }

  private static String relations(String all) {
    return "<Relationships>" + all + "</Relationships>";
  }

  static String escaped(String text) {
    return text.replace("&", "&amp;").replace("<", "&lt;").replace("\"", "&quot;");
  }

  /// A row of texts.
  public static String row(int number, String attributes, String... cells) {
    StringBuilder row = new StringBuilder("<row r=\"" + number + "\" " + attributes + ">");
    for (int i = 0; i < cells.length; i++) {
      row.append(
          "<c r=\"%s%d\" t=\"inlineStr\"><is><t>%s</t></is></c>"
              .formatted((char) ('A' + i), number, escaped(cells[i])));
    }
    return row.append("</row>").toString();
  }

  /// @param tables what stands inside `office:spreadsheet`
  static byte[] ods(String tables) {
    Map<String, String> parts = new LinkedHashMap<>();
    parts.put("mimetype", "application/vnd.oasis.opendocument.spreadsheet");
    parts.put("content.xml", odsContent(tables));
    parts.put("META-INF/manifest.xml", "<manifest/>");
    return zip(parts);
  }

  static String odsContent(String tables) {
    return "<office:document-content xmlns:office=\"o\" xmlns:table=\"t\" xmlns:text=\"x\""
        + " xmlns:style=\"s\" xmlns:draw=\"d\"><office:automatic-styles>"
        + "<style:style style:name=\"unseen\"><style:table-properties table:display=\"false\"/>"
        + "</style:style></office:automatic-styles><office:body><office:spreadsheet>"
        + tables
        + "</office:spreadsheet></office:body></office:document-content>";
  }

  /// A cell of an ods table: a paragraph a line, several blanks as such.
  static String odsCell(String text) {
    StringBuilder cell = new StringBuilder("<table:table-cell office:value-type=\"string\">");
    for (String line : text.split("\n", -1)) {
      String words = escaped(line).replace("  ", " <text:s/>");
      cell.append("<text:p>").append(words).append("</text:p>");
    }
    return cell.append("</table:table-cell>").toString();
  }
}
