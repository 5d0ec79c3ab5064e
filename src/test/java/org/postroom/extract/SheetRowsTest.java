package org.postroom.extract;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;
import org.postroom.safety.TextExtractor.Extraction;
import org.postroom.safety.TextExtractor.Piece;

/// The rows of sheets and of what pivot tables were made of: who stands in one row must stand in
/// one line.
class SheetRowsTest {
  private static final List<String> SHARED = List.of("Ann", "ben@club.example");

  private static String told(Found found) {
    return ((Extraction.Text) found.extraction())
        .pieces().stream().map(Piece::text).collect(Collectors.joining());
  }

  private static String rows(String xml) throws Budget.SpentException {
    Found found = new Found(new Budget());
    SheetRows rows = new SheetRows();
    rows.part("xl/worksheets/sheet1.xml", xml);
    rows.tell("", SHARED, found);
    return told(found);
  }

  static Stream<Arguments> cells() {
    return Stream.of(
        Arguments.of("<c t=\"s\"><v>0</v></c><c t='s'><v> 1 </v></c>", "Ann\tben@club.example\t"),
        Arguments.of("<c><v>Zo</v></c><c t=\"s\"><v>2</v></c>", "Zo\t\t"),
        Arguments.of("<c><v>Zo</v></c><c t=\"s\"><v>-1</v></c>", "Zo\t\t"),
        Arguments.of("<c><v>Zo</v></c><c t=\"s\"><v>99999999999</v></c>", "Zo\t\t"),
        Arguments.of("<c><v>/5</v></c>", "/5\t"),
        Arguments.of("<c><v/></c><c><v>x</v></c>", "\tx\t"),
        Arguments.of("<c/><c><is><t>x</t></is></c>", "x\t"),
        Arguments.of("<y:c><y:is><y:t>Zo</y:t><y:t>ë</y:t></y:is></y:c>", "Zoë\t"),
        Arguments.of("<c\n t=\"s\"><v\t>0</v\r></c\n>", "Ann\t"),
        Arguments.of("<c><v>two\nlines</v></c>", "two lines\t"),
        Arguments.of("<c><v>Ann &amp; Co</v></c>", "Ann & Co\t"),
        Arguments.of("<c><v><![CDATA[a <b> c]]></v></c>", "a <b> c\t"),
        Arguments.of("<c><f>A1</f><v>x</v></c>", "x\t"));
  }

  @ParameterizedTest
  @MethodSource
  void cells(String cells, String line) throws Exception {
    String xml = "<sheetData><row r=\"1\">" + cells + "</row></sheetData>";
    assertThat(rows(xml)).isEqualTo(line + "\n");
    String whole = rows(xml + xml);
    for (int end = 0; end <= xml.length(); end++) {
      assertThat(whole)
          .as("cut at %d", end)
          .startsWith(rows(xml.substring(0, end)).stripTrailing());
    }
  }

  @Test
  @Timeout(value = 30, unit = TimeUnit.SECONDS)
  void tagsThatAreBegunAndNotEndedAreLookedAtOnce() throws Exception {
    assertThat(rows("<c ".repeat(LargeSheet.FROM / 4) + ">" + "<row><c><v>x</v></c></row>"))
        .isEqualTo("x\t\n");
  }

  @Test
  void theRowsOfAWorkbookAreToldBesideItsParts() {
    Map<String, byte[]> parts = new LinkedHashMap<>();
    parts.put("[Content_Types].xml", Files.utf8("<Types/>"));
    parts.put(
        "xl/pivotCache/pivotCacheRecords1.xml", Files.utf8("<r><x v=\"0\"/><n v=\"7\"/></r>"));
    parts.put(
        "xl/pivotCache/pivotCacheDefinition1.xml",
        Files.utf8("<cacheField><sharedItems><s v=\"Ann\"/></sharedItems></cacheField>"));
    parts.put(
        "xl/worksheets/sheet1.xml",
        Files.utf8("<row><c t=\"s\"><v>0</v></c><c><v>5</v></c></row>"));
    parts.put("xl/sharedStrings.xml", Files.utf8("<sst><si><t>Ben</t></si></sst>"));
    assertThat(new FileText().extract("a.xlsx", "", Files.zip(parts)))
        .isInstanceOfSatisfying(
            Extraction.Text.class,
            text ->
                assertThat(text.pieces())
                    .contains(new Piece("", "Ben\t5\t\n"), new Piece("", "Ann\t7\t\n")));
  }

  private static PivotRows pivot(String records) {
    PivotRows rows = new PivotRows();
    rows.part(
        "xl/pivotCache/pivotCacheDefinition1.xml",
        "<cacheFields><cacheField><sharedItems><s v=\"Ann\"/><s v=\"Ben &amp; Co\"/><m/>"
            + "</sharedItems></cacheField><cacheField><sharedItems/></cacheField></cacheFields>");
    rows.part("xl/pivotCache/pivotCacheRecords1.xml", records);
    return rows;
  }

  static Stream<Arguments> records() {
    return Stream.of(
        Arguments.of("<r><x v=\"0\"/><s v=\"ann@club.example\"/></r>", "Ann\tann@club.example\t"),
        Arguments.of("<y:r><y:x v=\"1\"/><y:n v=\"5\"/></y:r>", "Ben & Co\t5\t"),
        Arguments.of("<r><x v=\"0\"/><x v=\"0\"/><x v=\"5\"/></r>", "Ann\t\t5\t"),
        Arguments.of("<r><s v=\"a\"/><x v=\"7\"/></r>", "a\t\t"),
        Arguments.of("<r><s v=\"a\"/></r><r><x v=\"3\"/></r>", "a\t\n\t"),
        Arguments.of("<r><s v=\"a\"/></r><r><x v=\"x\"/><m/></r>", "a\t\n\t\t"));
  }

  @ParameterizedTest
  @MethodSource
  void records(String records, String lines) throws Exception {
    Found found = new Found(new Budget());
    pivot("<pivotCacheRecords>" + records + "</pivotCacheRecords>").tell("", found);
    assertThat(told(found)).isEqualTo(lines + "\n");
  }

  @Test
  void recordsWithoutTheirDefinitionSayWhatStandsInThem() throws Exception {
    Found found = new Found(new Budget());
    PivotRows rows = new PivotRows();
    rows.part("xl/pivotCache/pivotCacheRecords2.xml", "<r><s v=\"Ann\"/><x v=\"0\"/></r>");
    rows.tell("", found);
    assertThat(told(found)).isEqualTo("Ann\t0\t\n");
  }

  @Test
  void whatManyRowsShareCountsInEach() throws Exception {
    String records = "<r><x v=\"0\"/></r>".repeat(2);
    int line = "Ann\t\n".length();
    pivot(records).tell("", new Found(new Budget(2L * line)));
    assertThatThrownBy(() -> pivot(records).tell("", new Found(new Budget(2L * line - 1))))
        .isInstanceOf(Budget.SpentException.class);
  }
}
