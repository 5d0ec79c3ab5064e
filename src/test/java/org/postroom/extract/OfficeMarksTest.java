package org.postroom.extract;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.postroom.safety.TextExtractor.Extraction;
import org.postroom.safety.TextExtractor.Piece;
import org.postroom.safety.TextExtractor.Sort;

/// What an office file carries unseen.
class OfficeMarksTest {
  private static final String CELL = "<c r=\"C5\" t=\"inlineStr\"><is><t>x</t></is></c>";

  @Test
  void aHiddenSheetIsNamed() {
    assertThat(hidden(workbook("state=\"hidden\"", ""))).containsExactly("Prices & more");
    assertThat(hidden(workbook("state=\"veryHidden\"", ""))).containsExactly("Prices & more");
    assertThat(hidden(workbook("state=\"visible\"", row("", CELL)))).isEmpty();
  }

  @Test
  void hiddenRowsWithSomethingInThemAreTold() {
    assertThat(hidden(workbook("", row(" hidden=\"1\"", CELL)))).containsExactly("Prices & more");
    assertThat(hidden(workbook("", row(" hidden=\"true\"", CELL)))).hasSize(1);
    assertThat(hidden(workbook("", row(" hidden=\"0\"", CELL)))).isEmpty();
    assertThat(hidden(workbook("", row(" hidden=\"1\"", "<c r=\"C5\" s=\"2\"/>")))).isEmpty();
    assertThat(hidden(workbook("", "<row r=\"7\" hidden=\"1\"/>" + row("", CELL)))).isEmpty();
  }

  @Test
  void hiddenColumnsWithSomethingInThemAreTold() {
    assertThat(hidden(workbook("", columns(3, 3) + row("", CELL)))).hasSize(1);
    assertThat(hidden(workbook("", columns(1, 16384) + row("", CELL)))).hasSize(1);
    assertThat(hidden(workbook("", columns(4, 16384) + row("", CELL))))
        .as("the empty rest of a sheet")
        .isEmpty();
    assertThat(hidden(workbook("", columns(1, 2) + row("", CELL)))).isEmpty();
    assertThat(hidden(workbook("", columns(3, 3).replace("hidden=", "hidden =") + row("", CELL))))
        .as("as XML allows it")
        .hasSize(1);
    assertThat(hidden(workbook("", columns(28, 28) + row("", CELL.replace("C5", "AB5")))))
        .hasSize(1);
  }

  @Test
  void tablesOfOpenDocumentAlike() {
    String cell = "<table:table-cell><text:p>x</text:p></table:table-cell>";
    String row = "<table:table-row>" + cell + cell + "</table:table-row>";
    String column = "<table:table-column/>";
    String gone = "<table:table-column table:visibility=\"collapse\"/>";
    assertThat(hidden(ods(column + row))).isEmpty();
    assertThat(hidden(ods(row.replace("row>" + cell, "row table:visibility=\"filter\">" + cell))))
        .containsExactly("Data");
    assertThat(hidden(ods("<table:table-row table:visibility=\"collapse\"/>" + row))).isEmpty();
    assertThat(hidden(ods(column + gone + row))).containsExactly("Data");
    assertThat(hidden(ods(column + column + gone + row))).isEmpty();
    assertThat(
            hidden(ods(gone + row.replaceFirst(">x<", "><").replaceFirst("<text:p></text:p>", ""))))
        .as("beside an empty column that is hidden")
        .isEmpty();
    assertThat(
            hidden(
                ods(
                    "<table:table-column table:number-columns-repeated=\"2\"/>"
                        + gone
                        + row.replace(
                            "<table:table-cell>",
                            "<table:table-cell table:number-columns-repeated=\"2\">"))))
        .containsExactly("Data");
    assertThat(
            hidden(
                odf(
                    "<style:style style:name=\"ta1\" style:family=\"table\">"
                        + "<style:table-properties table:display=\"false\"/></style:style>"
                        + "<table:table table:name=\"Data\" table:style-name=\"ta1\"/>")))
        .containsExactly("Data");
  }

  @Test
  void whatReviewersWroteIsTold() {
    assertThat(reviewed(docx("<w:p><w:ins w:id=\"1\" w:author=\"A\"><w:r/></w:ins></w:p>", "")))
        .isTrue();
    assertThat(reviewed(docx("<w:p><w:del w:id=\"1\"><w:delText>x</w:delText></w:del></w:p>", "")))
        .isTrue();
    assertThat(reviewed(docx("<w:p><w:insideH/><w:t>x</w:t></w:p>", ""))).isFalse();
    assertThat(reviewed(docx("<w:p/>", "<w:comment><w:t>Really?</w:t></w:comment>"))).isTrue();
    assertThat(reviewed(docx("<w:p/>", "<w:comments/>"))).isFalse();
    assertThat(reviewed(odf("<text:tracked-changes><text:changed-region/>"))).isTrue();
    assertThat(
            reviewed(
                odf(
                    "<text:p>a<office:annotation><text:p>No!</text:p></office:annotation></text:p>")))
        .isTrue();
    assertThat(reviewed(odf("<text:p>a</text:p>"))).isFalse();
    Map<String, byte[]> notes = new LinkedHashMap<>();
    notes.put("[Content_Types].xml", Files.utf8("<Types/>"));
    notes.put("xl/threadedComments/threadedComment1.xml", Files.utf8("<t>Who is this?</t>"));
    assertThat(reviewed(Files.zip(notes))).isTrue();
  }

  private static String row(String attributes, String cells) {
    return "<sheetData><row r=\"5\"" + attributes + ">" + cells + "</row></sheetData>";
  }

  private static String columns(int min, int max) {
    return "<cols><col min=\"" + min + "\" max=\"" + max + "\" hidden=\"1\"/></cols>";
  }

  private static byte[] workbook(String state, String sheet) {
    Map<String, byte[]> parts = new LinkedHashMap<>();
    parts.put("[Content_Types].xml", Files.utf8("<Types/>"));
    parts.put("xl/worksheets/sheet1.xml", Files.utf8("<worksheet>" + row("", CELL)));
    parts.put("xl/worksheets/sheet7.xml", Files.utf8("<worksheet>" + sheet + "</worksheet>"));
    parts.put(
        "xl/workbook.xml",
        Files.utf8(
            "<workbook><sheets><sheet name=\"A\" sheetId=\"1\" r:id=\"rId1\"/>"
                + "<sheet name=\"Prices &amp; more\" sheetId=\"2\" "
                + state
                + " r:id=\"rId2\"/></sheets></workbook>"));
    parts.put(
        "xl/_rels/workbook.xml.rels",
        Files.utf8(
            "<Relationships><Relationship Id=\"rId1\" Target=\"worksheets/sheet1.xml\"/>"
                + "<Relationship Id=\"rId2\" Target=\"/xl/worksheets/sheet7.xml\"/>"));
    return Files.zip(parts);
  }

  private static byte[] ods(String inside) {
    return odf("<table:table table:name=\"Data\">" + inside + "</table:table>");
  }

  private static byte[] odf(String content) {
    Map<String, byte[]> parts = new LinkedHashMap<>();
    parts.put("mimetype", Files.utf8("application/vnd.oasis.opendocument.spreadsheet"));
    parts.put("content.xml", Files.utf8("<office:document-content>" + content));
    return Files.zip(parts);
  }

  private static byte[] docx(String body, String comments) {
    Map<String, byte[]> parts = new LinkedHashMap<>();
    parts.put("[Content_Types].xml", Files.utf8("<Types/>"));
    parts.put("word/document.xml", Files.utf8("<w:body>" + body + "</w:body>"));
    parts.put("word/comments.xml", Files.utf8(comments));
    return Files.zip(parts);
  }

  private static List<String> hidden(byte[] file) {
    return pieces(file).stream()
        .filter(piece -> piece.sort() == Sort.HIDDEN)
        .map(Piece::text)
        .toList();
  }

  private static boolean reviewed(byte[] file) {
    return pieces(file).stream().anyMatch(piece -> piece.sort() == Sort.REVIEWED);
  }

  private static List<Piece> pieces(byte[] file) {
    return switch (new FileText().extract("file", "application/octet-stream", file)) {
      case Extraction.Text(List<Piece> pieces) -> pieces;
      case Extraction.Unreadable(String why, List<Piece> _) -> throw new AssertionError(why);
      case Extraction.Picture _ -> List.of();
    };
  }
}
