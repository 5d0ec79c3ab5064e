package org.postroom.tabular;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Map;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Combinators;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import org.postroom.recipients.SourceRow;
import org.postroom.recipients.SourceTable;

/// Whatever happens to a workbook or an address book on its way: it is read as rows of one width or
/// refused with its reason, and no exception comes out.
class DamagedDocumentsTest {
  private static final String ROWS =
      Books.row(1, "", "Email", "Name")
          + Books.row(2, "hidden=\"1\"", "a@x.example", "Ann")
          + "<row r=\"3\"><c r=\"A3\" t=\"s\"><v>1</v></c><c r=\"B3\" s=\"1\"><v>46085</v></c></row>";
  private static final byte[] XLSX = Books.xlsx(ROWS, "dd/mm/yyyy");
  private static final String TABLE =
      "<table:table table:name=\"M\"><table:table-row table:number-rows-repeated=\"2\">"
          + Books.odsCell("Email")
          + Books.odsCell("a@x.example")
          + "</table:table-row></table:table>";
  private static final byte[] ODS = Books.ods(TABLE);
  private static final String CARDS =
      "BEGIN:VCARD\r\nVERSION:2.1\r\nN;CHARSET=UTF-8;ENCODING=QUOTED-PRINTABLE:=C5=BD;J=C3=B6=\r\ng"
          + "\r\nEMAIL;PREF=1;TYPE=work:a@x.example\r\nTEL;VALUE=uri:tel:+44-1;ext=2\r\n"
          + "ORG:Choir;Altos\r\nPHOTO;ENCODING=b:AAEC\r\nEND:VCARD\r\n";

  /// One change: a byte, or a piece that is cut out or stands there twice.
  record Change(int kind, double at, int length, byte value) {
    byte[] apply(byte[] bytes) {
      int place = (int) (at * (bytes.length - 1));
      int end = Math.min(bytes.length, place + length);
      byte[] changed = bytes.clone();
      if (kind == 0) {
        changed[place] = value;
        return changed;
      }
      int grow = kind == 1 ? place - end : end - place;
      byte[] other = new byte[bytes.length + grow];
      System.arraycopy(bytes, 0, other, 0, Math.min(place, other.length));
      int from = kind == 1 ? end : place;
      int to = kind == 1 ? place : end;
      System.arraycopy(bytes, 0, other, 0, kind == 1 ? place : end);
      System.arraycopy(bytes, from, other, to, Math.min(bytes.length - from, other.length - to));
      return other;
    }
  }

  @Provide
  Arbitrary<List<Change>> changes() {
    return Combinators.combine(
            Arbitraries.integers().between(0, 2),
            Arbitraries.doubles().between(0, 1),
            Arbitraries.integers().between(1, 40),
            Arbitraries.bytes())
        .as(Change::new)
        .list()
        .ofMinSize(1)
        .ofMaxSize(4);
  }

  private static void holds(byte[] start, List<Change> changes, String name) {
    byte[] bytes = start;
    for (Change change : changes) {
      bytes = bytes.length == 0 ? bytes : change.apply(bytes);
    }
    holds(bytes, name);
  }

  private static void holds(byte[] bytes, String name) {
    switch (Tabular.read(bytes, name, TabularOptions.NONE, TabularProgress.NONE)) {
      case TabularReading.Refused refused -> assertThat(refused.happened()).isNotBlank();
      case TabularReading.Read(SourceTable table) -> {
        if (table.origin().sheet() != null) {
          assertThat(table.rows())
              .extracting(row -> row.cells().size())
              .allMatch(width -> width == table.header().cells().size());
        }
        assertThat(table.rows()).extracting(SourceRow::line).isSorted();
      }
    }
  }

  @Property
  void theZipMayBeDamaged(@ForAll("changes") List<Change> changes) {
    holds(XLSX, changes, "m.xlsx");
    holds(ODS, changes, "m.ods");
  }

  @Property
  void theSheetMayBeDamaged(@ForAll("changes") List<Change> changes) {
    Map<String, String> parts =
        Books.xlsxParts(
            List.of(new Books.Tab("M", "", "<sheetData>" + ROWS + "</sheetData>")), "0.00");
    for (String name : List.of("xl/worksheets/sheet1.xml", "xl/styles.xml", "xl/workbook.xml")) {
      byte[] part = String.valueOf(parts.get(name)).getBytes(UTF_8);
      for (Change change : changes) {
        part = part.length == 0 ? part : change.apply(part);
      }
      Map<String, String> damaged = new java.util.LinkedHashMap<>(parts);
      damaged.put(name, new String(part, UTF_8));
      holds(Books.zip(damaged), "m.xlsx");
    }
  }

  @Property
  void theTableMayBeDamaged(@ForAll("changes") List<Change> changes) {
    byte[] content = Books.odsContent(TABLE).getBytes(UTF_8);
    for (Change change : changes) {
      content = content.length == 0 ? content : change.apply(content);
    }
    holds(Books.zip(Map.of("mimetype", "m", "content.xml", new String(content, UTF_8))), "m.ods");
  }

  @Property
  void theCardsMayBeDamaged(@ForAll("changes") List<Change> changes) {
    holds(CARDS.getBytes(UTF_8), changes, "m.vcf");
  }
}
