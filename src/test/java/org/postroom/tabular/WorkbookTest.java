package org.postroom.tabular;

import static java.nio.charset.StandardCharsets.UTF_16LE;
import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.postroom.tabular.Books.row;

import java.io.ByteArrayOutputStream;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.postroom.recipients.ListOrigin;
import org.postroom.recipients.SourceRemark;
import org.postroom.recipients.SourceRow;
import org.postroom.recipients.SourceTable;

class WorkbookTest {
  private static final String HEAD = row(1, "", "Email", "Name");
  private static final String ANN = row(2, "", "ann@x.example", "Ann");

  private static TabularReading read(byte[] bytes, String name, @Nullable String sheet) {
    return Tabular.read(bytes, name, new TabularOptions(null, null, sheet), TabularProgress.NONE);
  }

  private static SourceTable table(TabularReading reading) {
    return switch (reading) {
      case TabularReading.Read(SourceTable table) -> table;
      case TabularReading.Refused refused -> throw new AssertionError(refused);
    };
  }

  private static TabularReading.Refused refused(TabularReading reading) {
    return switch (reading) {
      case TabularReading.Read(SourceTable table) -> throw new AssertionError(table);
      case TabularReading.Refused refused -> refused;
    };
  }

  private static Books.Tab tab(String name, String state, String rows) {
    return new Books.Tab(name, state, "<sheetData>" + rows + "</sheetData>");
  }

  @Test
  void theOriginNamesFormatAndSheetAndHasNoCharset() {
    SourceTable table = table(read(Books.xlsx(HEAD + ANN), "m.xlsx", null));
    assertThat(table.origin().format()).isEqualTo("xlsx");
    assertThat(table.origin().sheet()).isEqualTo("Members");
    assertThat(table.origin().charset()).isEmpty();
    assertThat(table.origin().delimiter()).isEmpty();
    assertThat(table(read(Books.xlsx(HEAD + ANN), "m.XLSM", null)).origin().format())
        .isEqualTo("xlsm");
    assertThat(table.remarks()).isEmpty();
  }

  @Test
  void hiddenAndFilteredRowsAreMarkedAndKeepTheirPlace() {
    String rows =
        HEAD + row(2, "hidden=\"1\"", "a@x.example", "A") + row(5, "", "b@x.example", "B");
    SourceTable table = table(read(Books.xlsx(rows), "m.xlsx", null));
    assertThat(table.rows()).extracting(SourceRow::hidden).containsExactly(true, false);
    assertThat(table.rows()).extracting(SourceRow::line).containsExactly(2L, 5L);
  }

  @Test
  void theFirstVisibleSheetWithAddressesIsReadAndTheOthersAreNamed() {
    byte[] book =
        Books.xlsx(
            List.of(
                tab("Old", "hidden", HEAD + row(2, "", "old@x.example", "Old")),
                tab("Notes", "", row(1, "", "Read me first")),
                tab("Altos", "", HEAD + ANN),
                tab("Basses", "", HEAD + row(2, "", "bob@x.example", "Bob")),
                tab("Deep", "veryHidden", HEAD + row(2, "", "deep@x.example", "Deep"))));
    SourceTable table = table(read(book, "m.xlsx", null));
    assertThat(table.origin().sheet()).isEqualTo("Altos");
    assertThat(table.rows()).hasSize(1);
    assertThat(table.remarks())
        .containsExactly(
            new SourceRemark.HiddenSheets(List.of("Old", "Deep")),
            new SourceRemark.SeveralSheets("Altos", List.of("Basses")));
    assertThat(table.origin().sheets())
        .containsExactly(
            new ListOrigin.Sheet("Old", true, true),
            new ListOrigin.Sheet("Notes", false, false),
            new ListOrigin.Sheet("Altos", false, true),
            new ListOrigin.Sheet("Basses", false, true),
            new ListOrigin.Sheet("Deep", true, true));
    SourceTable named = table(read(book, "m.xlsx", " basses "));
    assertThat(named.origin().sheet()).isEqualTo("Basses");
    assertThat(named.remarks()).isEmpty();
    assertThat(table(read(book, "m.xlsx", "Deep")).rows().getFirst().cells())
        .containsExactly("deep@x.example", "Deep");
    TabularReading.Refused none = refused(read(book, "m.xlsx", "Sopranos"));
    assertThat(none.fault()).isEqualTo(TabularReading.Fault.NO_SUCH_SHEET);
    assertThat(none.happened()).contains("“Altos”, “Basses”");
  }

  @Test
  void hiddenSheetsAloneAreNeverTaken() {
    byte[] book = Books.xlsx(List.of(tab("Old", "hidden", HEAD + ANN), tab("New", "", "")));
    assertThat(refused(read(book, "m.xlsx", null)).fault()).isEqualTo(TabularReading.Fault.EMPTY);
  }

  @Test
  void mergedRowsAreRemarkedWhereTheyCoverPeople() {
    String merges =
        "<mergeCells><mergeCell ref=\"A1:B1\"/><mergeCell ref=\"B3:B5\"/>"
            + "<mergeCell ref=\"B6:B7\"/></mergeCells>";
    String xml = "<sheetData>" + HEAD + ANN + "</sheetData>" + merges;
    SourceTable table =
        table(read(Books.xlsx(List.of(new Books.Tab("M", "", xml))), "m.xlsx", null));
    assertThat(table.remarks()).containsExactly(new SourceRemark.MergedRows(2, 3));
  }

  @Test
  void titlesAboveTheHeadingsAreToldAndAreNoRows() {
    String rows =
        row(1, "", "Members 2026")
            + row(3, "", "", "Email", "Name")
            + row(4, "", "", "ann@x.example", "Ann");
    SourceTable table = table(read(Books.xlsx(rows), "m.xlsx", null));
    assertThat(table.header().cells()).containsExactly("Email", "Name");
    assertThat(table.rows().getFirst().cells()).containsExactly("ann@x.example", "Ann");
    assertThat(table.remarks())
        .containsExactly(new SourceRemark.TitleLines(List.of("Members 2026")));
  }

  @Test
  void passwordsOldKindsAndWrongKindsAreRefusedWithTheirReason() {
    byte[] old = {(byte) 0xD0, (byte) 0xCF, 0x11, (byte) 0xE0, 1, 2, 3, 4};
    assertThat(refused(read(old, "m.xls", null)).fault())
        .isEqualTo(TabularReading.Fault.OLD_WORKBOOK);
    ByteArrayOutputStream out = new ByteArrayOutputStream();
    out.writeBytes(old);
    out.writeBytes(new byte[1024 - old.length]);
    out.writeBytes("EncryptedPackage".getBytes(UTF_16LE));
    TabularReading.Refused locked = refused(read(out.toByteArray(), "members-old.xlsx", null));
    assertThat(locked.fault()).isEqualTo(TabularReading.Fault.PROTECTED);
    assertThat(locked.happened()).contains("password");
    assertThat(refused(read("Email\n".getBytes(UTF_8), "m.xlsx", null)).fault())
        .isEqualTo(TabularReading.Fault.DAMAGED);
    byte[] word = Books.zip(Map.of("word/document.xml", "<w/>"));
    assertThat(refused(read(word, "m.docx", null)).happened()).contains("text document");
    byte[] macros = Books.xlsx(List.of());
    assertThat(refused(read(macros, "m.xlsm", null)).fault())
        .isEqualTo(TabularReading.Fault.NO_SHEETS);
    byte[] locks =
        Books.zip(
            Map.of(
                "content.xml", "x", "META-INF/manifest.xml", "<m><f><encryption-data/></f></m>"));
    assertThat(refused(read(locks, "m.ods", null)).fault())
        .isEqualTo(TabularReading.Fault.PROTECTED);
  }

  /// A compound file (MS-CFB) as a spreadsheet program writes a workbook with a password: a header,
  /// the table of sectors, the directory, and the package, which says nothing.
  private static byte[] withPassword() {
    ByteBuffer file = ByteBuffer.allocate(512 * 12).order(ByteOrder.LITTLE_ENDIAN);
    file.putLong(0, 0xE11AB1A1E011CFD0L);
    file.putInt(24, 0x0003003E).putShort(28, (short) -2).putShort(30, (short) 9);
    file.putShort(32, (short) 6).putInt(44, 1).putInt(48, 1).putInt(56, 4096);
    file.putInt(60, -2).putInt(68, -2).putInt(76, 0);
    for (int i = 1; i < 109; i++) {
      file.putInt(76 + 4 * i, -1);
    }
    file.putInt(512, -3).putInt(516, -2);
    for (int i = 2; i < 128; i++) {
      file.putInt(512 + 4 * i, i < 9 ? i + 1 : i == 9 ? -2 : -1);
    }
    List<String> names = List.of("Root Entry", "EncryptionInfo", "EncryptedPackage");
    for (int i = 0; i < names.size(); i++) {
      int at = 1024 + 128 * i;
      byte[] name = names.get(i).getBytes(UTF_16LE);
      file.put(at, name).putShort(at + 64, (short) (name.length + 2));
      file.put(at + 66, (byte) (i == 0 ? 5 : 2)).put(at + 67, (byte) 1);
      file.putInt(at + 68, i == 1 ? 2 : -1).putInt(at + 72, -1).putInt(at + 76, i == 0 ? 1 : -1);
      file.putInt(at + 116, i == 2 ? 2 : -2).putInt(at + 120, i == 2 ? 4096 : 0);
    }
    return file.array();
  }

  @Test
  void aWorkbookWithAPasswordIsRefusedWithTheReason() {
    for (String name : List.of("members.xlsx", "members", "members.xls")) {
      TabularReading.Refused locked = refused(read(withPassword(), name, null));
      assertThat(locked.fault()).isEqualTo(TabularReading.Fault.PROTECTED);
      assertThat(locked.happened()).contains("password");
    }
  }

  /// Lists that an office has are allowed more than what is packed a thousand times.
  @Test
  void aLargeDocumentMayUnpackToMore() throws Exception {
    byte[] large = Books.zip(Books.xlsxParts(List.of(tab("M", "", HEAD))));
    assertThat(most(large)).isEqualTo(Caps.UNPACKED_BYTES);
    // Whatever stands before the archive is a part of the file.
    byte[] larger = new byte[(int) (Caps.UNPACKED_BYTES / Caps.WHOLE_RATIO) + large.length];
    System.arraycopy(large, 0, larger, larger.length - large.length, large.length);
    assertThat(most(larger)).isEqualTo(larger.length * Caps.WHOLE_RATIO);
    byte[] largest = new byte[(int) (Caps.UNPACKED_BYTES_OF_LARGE / 40)];
    System.arraycopy(large, 0, largest, largest.length - large.length, large.length);
    assertThat(most(largest)).isEqualTo(Caps.UNPACKED_BYTES_OF_LARGE);
  }

  private static long most(byte[] bytes) throws Exception {
    try (ZipParts parts = ZipParts.open(bytes, TabularProgress.NONE)) {
      return parts.most();
    }
  }

  @Test
  void odsShowsWhatTheSheetShows() {
    String people =
        "<table:table table:name=\"M\"><table:table-row>"
            + Books.odsCell("Email")
            + Books.odsCell("Born")
            + "<table:table-cell table:number-columns-repeated=\"16382\"/></table:table-row>"
            + "<table:table-row table:visibility=\"filter\">"
            + Books.odsCell("a@x.example")
            + "<table:table-cell office:value-type=\"date\" office:date-value=\"2001-02-03\">"
            + "<office:annotation><text:p>secret</text:p></office:annotation>"
            + "<text:p>3<text:s text:c=\"2\"/>Feb  01</text:p></table:table-cell></table:table-row>"
            + "<table:table-row-group table:display=\"false\">"
            + "<table:table-row table:number-rows-repeated=\"2\">"
            + Books.odsCell("b@x.example")
            + "</table:table-row></table:table-row-group>"
            + "<table:table-row table:number-rows-repeated=\"1048000\"><table:table-cell/>"
            + "</table:table-row><table:table-row>"
            + Books.odsCell("c@x.example")
            + "<table:table-cell office:value-type=\"float\" office:value=\"7\"/>"
            + "</table:table-row></table:table>"
            + "<table:table table:name=\"Old\" table:style-name=\"unseen\"><table:table-row>"
            + Books.odsCell("z@x.example")
            + "</table:table-row></table:table>";
    SourceTable table = table(read(Books.ods(people), "m.ods", null));
    assertThat(table.origin().format()).isEqualTo("ods");
    assertThat(table.rows())
        .containsExactly(
            new SourceRow(2, List.of("a@x.example", "3  Feb 01"), true),
            new SourceRow(3, List.of("b@x.example", ""), true),
            new SourceRow(4, List.of("b@x.example", ""), true),
            new SourceRow(1048005, List.of("c@x.example", "7"), false));
    assertThat(table.remarks()).containsExactly(new SourceRemark.HiddenSheets(List.of("Old")));
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "<!DOCTYPE x [<!ENTITY e SYSTEM \"file:///etc/passwd\">]><worksheet>&e;</worksheet>",
        "<!DOCTYPE x [<!ENTITY a \"aaaa\"><!ENTITY b \"&a;&a;\">]><worksheet>&b;</worksheet>",
        "<worksheet><sheetData><row r=\"2\"/><row r=\"1\"/></sheetData></worksheet>",
        "<worksheet><sheetData><row r=\"1\"><c r=\"A1\" t=\"s\"><v>2000000000</v></c></row>"
            + "</sheetData></worksheet>",
        "<worksheet><sheetData><row><c r=\"1\"><v>1</v></c></row></sheetData></worksheet>",
        "<worksheet><sheetData>",
        "no xml"
      })
  void contradictionsAndEntitiesAreRefused(String sheet) {
    Map<String, String> parts = Books.xlsxParts(List.of(tab("M", "", HEAD)));
    parts.put("xl/worksheets/sheet1.xml", sheet);
    assertThat(refused(read(Books.zip(parts), "m.xlsx", null)).fault())
        .isEqualTo(TabularReading.Fault.DAMAGED);
  }

  @Test
  void whatIsTooLargeIsRefusedBeforeItIsUnpacked() {
    String far = "<row r=\"1\"><c r=\"ZZZZZZ1\"><v>1</v></c></row>";
    assertThat(tooLarge(Books.xlsx(far))).isEqualTo("columns");
    String down = "<row r=\"9000000\"><c r=\"A9000000\"><v>1</v></c></row>";
    assertThat(tooLarge(Books.xlsx(down))).isEqualTo("rows");
    assertThat(tooLarge(Books.xlsx("<x>".repeat(101)))).isEqualTo("xml");
    assertThat(tooLarge(Books.xlsx(row(1, "", "a".repeat(Caps.CELL_CHARS + 1))))).isEqualTo("cell");
    assertThat(tooLarge(Books.xlsx("<x y=\"" + "a".repeat(Caps.XML_RUN_BYTES) + "\"/>")))
        .isEqualTo("xml");
    String kilobyte = "<x>" + "a".repeat(1000) + "</x>";
    assertThat(tooLarge(Books.xlsx(kilobyte.repeat((int) Caps.RATIO_FROM / 500))))
        .isEqualTo("unpacked");
    String wide =
        "<table:table table:name=\"M\"><table:table-row><table:table-cell"
            + " table:number-columns-repeated=\"99999999\"><text:p>x</text:p></table:table-cell>"
            + "</table:table-row></table:table>";
    assertThat(tooLarge(Books.ods(wide))).isEqualTo("columns");
  }

  private static String tooLarge(byte[] book) {
    TabularReading.Refused refused = refused(read(book, "m.xlsx", null));
    assertThat(refused.fault()).isEqualTo(TabularReading.Fault.TOO_LARGE);
    return refused.detail();
  }
}
