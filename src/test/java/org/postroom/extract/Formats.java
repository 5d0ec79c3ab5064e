package org.postroom.extract;

import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.Base64;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;

/// The same lines as files of many formats. A tab or a semicolon in a line ends a cell, where the
/// format has cells.
enum Formats {
  TXT,
  LATIN1,
  UTF16,
  CSV,
  TSV,
  HTML,
  HTML_TABLE,
  XML,
  JSON,
  RTF,
  EML,
  MBOX,
  ICS,
  VCF,
  DOCX,
  DOCX_TABLE,
  ODT,
  XLSX,
  XLSX_INLINE,
  ODS,
  PPTX,
  PDF,
  ZIP,
  GZ,
  ZIP_IN_ZIP,
  SEVEN_ZIP,
  TAR_XZ,
  DOCX_IN_EML;

  /// With the dot.
  String ending() {
    return switch (this) {
      case TXT, LATIN1, UTF16 -> ".txt";
      case CSV -> ".csv";
      case TSV -> ".tsv";
      case HTML, HTML_TABLE -> ".html";
      case XML -> ".xml";
      case JSON -> ".json";
      case RTF -> ".rtf";
      case EML, DOCX_IN_EML -> ".eml";
      case MBOX -> ".mbox";
      case ICS -> ".ics";
      case VCF -> ".vcf";
      case DOCX, DOCX_TABLE -> ".docx";
      case ODT -> ".odt";
      case XLSX, XLSX_INLINE -> ".xlsx";
      case ODS -> ".ods";
      case PPTX -> ".pptx";
      case PDF -> ".pdf";
      case ZIP, ZIP_IN_ZIP -> ".zip";
      case SEVEN_ZIP -> ".7z";
      case TAR_XZ -> ".tar.xz";
      case GZ -> ".csv.gz";
    };
  }

  byte[] file(List<String> lines) {
    String all = String.join("\n", lines);
    return switch (this) {
      case TXT, CSV -> Files.utf8(all);
      case LATIN1 -> all.getBytes(latin(all));
      case UTF16 -> all.getBytes(StandardCharsets.UTF_16);
      case TSV -> Files.utf8(all.replace(';', '\t'));
      case HTML -> Files.utf8("<!DOCTYPE html><html><body>" + page(lines) + "</body></html>");
      case HTML_TABLE ->
          Files.utf8("<html><table>" + rows(lines, "<tr>", "<td>", "</td>", "</tr>") + "</table>");
      case XML ->
          Files.utf8(
              "<?xml version=\"1.0\"?><rows>"
                  + rows(lines, "<row>", "<cell>", "</cell>", "</row>")
                  + "</rows>");
      case JSON ->
          Files.utf8(
              lines.stream()
                  .map(line -> "\"" + line.replace("\\", "\\\\").replace("\"", "\\\"") + "\"")
                  .collect(Collectors.joining(",\n", "[", "]")));
      case RTF -> Files.utf8(rtf(lines));
      case EML -> eml("text/plain", "quoted-printable", "notes.txt", quoted(all));
      case MBOX ->
          Files.utf8(
              "From x@y.example Thu Jan  1 00:00:00 2026\n"
                  + new String(
                      eml("text/plain", "base64", "notes.txt", base64(Files.utf8(all))),
                      StandardCharsets.UTF_8));
      case ICS ->
          Files.utf8(
              "BEGIN:VCALENDAR\r\nVERSION:2.0\r\nBEGIN:VEVENT\r\nDTSTART:20261201T193000\r\n"
                  + folded("DESCRIPTION:" + String.join("\\n", lines))
                  + "END:VEVENT\r\nEND:VCALENDAR\r\n");
      case VCF ->
          Files.utf8(
              "BEGIN:VCARD\r\nVERSION:3.0\r\nFN:Helen\r\n"
                  + folded("NOTE:" + String.join("\\n", lines))
                  + "END:VCARD\r\n");
      case DOCX -> Files.docx(lines.toArray(String[]::new));
      case DOCX_TABLE ->
          office(
              "word/document.xml",
              "<w:document><w:body><w:tbl>"
                  + rows(
                      lines,
                      "<w:tr>",
                      "<w:tc><w:p><w:r><w:t>",
                      "</w:t></w:r></w:p></w:tc>",
                      "</w:tr>")
                  + "</w:tbl></w:body></w:document>");
      case ODT -> openDocument("text", lines, "", "<text:p>", "</text:p>", "");
      case ODS ->
          openDocument(
              "spreadsheet",
              lines,
              "<table:table-row>",
              "<table:table-cell><text:p>",
              "</text:p></table:table-cell>",
              "</table:table-row>");
      case XLSX -> Workbooks.shared(lines);
      case XLSX_INLINE -> Workbooks.inline(lines);
      case PPTX ->
          office(
              "ppt/slides/slide1.xml",
              "<p:sld><p:txBody>"
                  + rows(lines, "<a:p>", "<a:r><a:t>", " </a:t></a:r>", "</a:p>")
                  + "</p:txBody></p:sld>");
      case PDF -> Files.pdf(lines.stream().map(Formats::printable).toArray(String[]::new));
      case ZIP -> Files.zip("notes/notes.csv", Files.utf8(all));
      case GZ -> Files.gzip(Files.utf8(all));
      case SEVEN_ZIP -> Files.sevenZip("notes/notes.xlsx", XLSX.file(lines));
      case TAR_XZ -> Files.xz(Files.tar("notes.csv", Files.utf8(all)));
      case ZIP_IN_ZIP -> Files.zip("inner.zip", Files.zip("notes.docx", DOCX.file(lines)));
      case DOCX_IN_EML ->
          eml("application/octet-stream", "base64", "notes.docx", base64(DOCX.file(lines)));
    };
  }

  /// The lines as paragraphs of HTML.
  static String page(List<String> lines) {
    return lines.stream()
        .map(line -> "<p>" + Workbooks.escape(line) + "</p>")
        .collect(Collectors.joining("\n"));
  }

  static List<String> cells(String line) {
    return Arrays.asList(line.split("[;\t]", -1));
  }

  private static String rows(
      List<String> lines, String row, String cell, String endCell, String endRow) {
    StringBuilder out = new StringBuilder();
    for (String line : lines) {
      out.append(row);
      cells(line).forEach(one -> out.append(cell).append(Workbooks.escape(one)).append(endCell));
      out.append(endRow);
    }
    return out.toString();
  }

  private static Charset latin(String text) {
    return StandardCharsets.ISO_8859_1.newEncoder().canEncode(text)
        ? StandardCharsets.ISO_8859_1
        : StandardCharsets.UTF_8;
  }

  private static String printable(String line) {
    return line.replaceAll("[^\\x20-\\x7e\\xa0-\\xff]", " ");
  }

  private static String rtf(List<String> lines) {
    StringBuilder out = new StringBuilder("{\\rtf1\\ansi\\deff0{\\fonttbl{\\f0 Arial;}}\\f0 ");
    for (String line : lines) {
      for (int i = 0; i < line.length(); i++) {
        char c = line.charAt(i);
        if (c == '\\' || c == '{' || c == '}') {
          out.append('\\').append(c);
        } else if (c < 128) {
          out.append(c);
        } else {
          out.append("\\u").append((short) c).append('?');
        }
      }
      out.append("\\par\n");
    }
    return out.append('}').toString();
  }

  private static byte[] eml(String type, String encoding, String name, String body) {
    return Files.utf8(
        "From: Helen <news@riverside.example>\r\nSubject: =?utf-8?q?Notes?=\r\n"
            + "Date: Tue, 1 Dec 2026 12:00:00 +0000\r\nMessage-ID: <one@riverside.example>\r\n"
            + "MIME-Version: 1.0\r\nContent-Type: multipart/mixed; boundary=sep\r\n\r\n"
            + "--sep\r\nContent-Type: text/plain\r\n\r\nSee below.\r\n--sep\r\nContent-Type: "
            + type
            + "; charset=utf-8; name="
            + name
            + "\r\nContent-Transfer-Encoding: "
            + encoding
            + "\r\n\r\n"
            + body
            + "\r\n--sep--\r\n");
  }

  private static String base64(byte[] content) {
    return Base64.getMimeEncoder().encodeToString(content);
  }

  private static String quoted(String text) {
    StringBuilder out = new StringBuilder();
    int column = 0;
    for (byte octet : Files.utf8(text)) {
      if (octet == '\n') {
        out.append("\r\n");
        column = 0;
        continue;
      }
      if (column > 70) {
        out.append("=\r\n");
        column = 0;
      }
      boolean plain = octet >= ' ' && octet < 127 && octet != '=' && octet != '@';
      String sign =
          plain
              ? Character.toString((char) octet)
              : String.format(java.util.Locale.ROOT, "=%02X", octet & 0xff);
      out.append(sign);
      column += sign.length();
    }
    return out.toString();
  }

  /// RFC 5545 section 3.1: long lines are folded, at any octet.
  private static String folded(String line) {
    StringBuilder out = new StringBuilder();
    for (int at = 0; at < line.length(); at += 60) {
      out.append(at == 0 ? "" : "\r\n ");
      out.append(line, at, Math.min(line.length(), at + 60));
    }
    return out.append("\r\n").toString();
  }

  private static byte[] openDocument(
      String kind, List<String> lines, String row, String cell, String endCell, String endRow) {
    Map<String, byte[]> parts = new LinkedHashMap<>();
    parts.put("mimetype", Files.utf8("application/vnd.oasis.opendocument." + kind));
    parts.put(
        "content.xml",
        Files.utf8(
            "<office:document-content><office:body>"
                + rows(lines, row, cell, endCell, endRow)
                + "</office:body></office:document-content>"));
    return Files.zip(parts);
  }

  private static byte[] office(String part, String xml) {
    Map<String, byte[]> parts = new LinkedHashMap<>();
    parts.put("[Content_Types].xml", Files.utf8("<Types/>"));
    parts.put(part, Files.utf8(xml));
    return Files.zip(parts);
  }
}
