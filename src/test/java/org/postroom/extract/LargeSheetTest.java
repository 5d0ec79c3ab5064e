package org.postroom.extract;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.BufferedInputStream;
import java.io.ByteArrayInputStream;
import java.io.FilterInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.IntRange;
import net.jqwik.api.constraints.Size;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.postroom.safety.TextExtractor.Extraction;
import org.postroom.safety.TextExtractor.Piece;
import org.postroom.safety.TextExtractor.Sort;
import org.postroom.safety.text.Entities;

/// A large sheet says what a small one says, and its memory has an end.
class LargeSheetTest {
  private static final List<String> SHARED = List.of("Ann & Co", "ben@club.example");
  private static final String SHEET =
      """
      <?xml version="1.0"?><worksheet xmlns="x"><cols><col min="1" max="1" width="9"/>%s</cols>
      <sheetData><row r="1"%s><c r="A1" t="s"><v>0</v></c><c r="B1" t="s"><v> 1 </v></c>
      <c r="C1"/><c r="D1" t="inlineStr"><is><r><t>Zo</t></r><r><t xml:space="preserve">ë
       Ltd &amp; Sons </t></r></is></c></row>
      <x:row r='2'><x:c r='A2' t='str'><x:f>"mail"&amp;"to:x"</x:f><x:v><![CDATA[1 < 2]]></x:v></x:c>
      <c t="s"><v>99</v></c><c><v/></c><c><is></is></c></x:row><row/></sheetData>
      <dataValidation prompt="Ask dora@club.example"/><headerFooter><oddHeader>Private</oddHeader>
      </headerFooter></worksheet>
      """;

  private static Found read(String xml, Charset charset, int step) throws IOException {
    InputStream slow =
        new FilterInputStream(new ByteArrayInputStream(xml.getBytes(charset))) {
          @Override
          public int read(byte[] into, int from, int length) throws IOException {
            return super.read(into, from, Math.min(step, length));
          }
        };
    Found found = new Found(new Budget());
    LargeSheet sheet =
        new LargeSheet("a.xlsx", "xl/worksheets/sheet1.xml", SHARED, buffered(slow), found);
    sheet.read();
    if (sheet.hides()) {
      found.mark("a.xlsx", "", Sort.HIDDEN);
    }
    return found;
  }

  private static InputStream buffered(InputStream in) {
    return new BufferedInputStream(in);
  }

  private static List<Piece> pieces(Found found) {
    return found.extraction() instanceof Extraction.Text(List<Piece> pieces) ? pieces : List.of();
  }

  @ParameterizedTest
  @ValueSource(ints = {1, 2, 7, 8192})
  void itsRowsAreThoseOfASmallOne(int step) throws Exception {
    String xml = SHEET.formatted("", "");
    Found small = new Found(new Budget());
    SheetRows rows = new SheetRows();
    rows.part("xl/worksheets/sheet1.xml", xml);
    rows.tell("a.xlsx", SHARED, small);
    List<Piece> read = pieces(read(xml, StandardCharsets.UTF_8, step));
    String told = pieces(small).getFirst().text();
    assertThat(read.getFirst().text().replace("1 < 2", "")).isEqualTo(told.replace("1 < 2", ""));
    assertThat(read.getFirst().text())
        .startsWith("Ann & Co\tben@club.example\t")
        .contains("Zoë  Ltd & Sons\t\n1 < 2\t\t");
    assertThat(read.getFirst().inside()).isEqualTo("a.xlsx");
    assertThat(read).hasSize(2);
    assertThat(read.getLast().inside()).isEqualTo("a.xlsx › xl/worksheets/sheet1.xml");
    assertThat(read.getLast().text())
        .contains("\"mail\"&\"to:x\"", "Ask dora@club.example", "Private");
  }

  @Test
  void utf16IsReadAndWhatIsCutIsReadSoFar() throws Exception {
    String xml = "\uFEFF" + SHEET.formatted("", "");
    assertThat(pieces(read(xml, StandardCharsets.UTF_16LE, 100)).getFirst().text())
        .contains("ben@club.example");
    List<Piece> whole = pieces(read(xml, StandardCharsets.UTF_8, 5000));
    for (int end = 0; end < xml.length(); end++) {
      List<Piece> some = pieces(read(xml.substring(0, end), StandardCharsets.UTF_8, 5000));
      if (!some.isEmpty() && some.getFirst().inside().equals("a.xlsx")) {
        assertThat(whole.getFirst().text()).startsWith(some.getFirst().text().stripTrailing());
      }
    }
    String cut = "<row><c><v>ann@club.example</v></c></row><c><v>x<![CDATA[ben@club.example";
    assertThat(pieces(read(cut, StandardCharsets.UTF_8, 9)).toString()).contains("ann@club");
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "<col min=\"2\" max=\"3\" hidden=\"1\"/>| ",
        "| hidden=\"true\"",
        "<col min=\"5\" max=\"9\" hidden=\"1\"/>| ",
        "<col min=\"1\" max=\"1\" hidden=\"1\"/>| ",
        "<col min=\"3\" max=\"3\" hidden=\"1\"/>| ",
        "<col min=\"4\" max=\"4\" hidden=\"1\"/>| ",
        "<col min=\"5\" max=\"16384\" hidden=\"1\"/><col min=\"7\" max=\"8\"/>| ",
        "| hidden=\"0\"",
        "| "
      })
  void somethingHiddenIsSeen(String hidden) throws Exception {
    String[] parts = hidden.split("\\|", -1);
    String xml = SHEET.formatted(parts[0], parts[1]);
    boolean marked =
        pieces(read(xml, StandardCharsets.UTF_8, 4096)).stream()
            .anyMatch(piece -> piece.sort() == Sort.HIDDEN);
    assertThat(marked).isEqualTo(HiddenCells.inSheet(xml));
  }

  private static final String[] PARTS = {
    "<c t=\"s\"><v>0</v></c>",
    "<c t='s'><v> 1 </v></c>",
    "<c t=\"s\"><v>77</v></c>",
    "<c><v>12.5</v></c>",
    "<c><v/></c>",
    "<c/>",
    "<c t=\"str\"><f>A1&amp;B1</f><v>Ann &lt;3</v></c>",
    "<c t=\"inlineStr\"><is><r><t>An</t></r><r><t>n Lee</t></r></is></c>",
    "<c><is><t>two\nlines &amp; more</t></is></c>",
    "<c><f>SUM(A1:A9)</f></c>",
    "</row><row r=\"7\">",
    "</row>\n<row hidden=\"0\" title=\"x>y\">",
    "<ext uri=\"mailto:cem@club.example\"/>",
    "<note>stray words</note>",
  };

  /// However small the pieces are in which a sheet is read and told, it says what a small sheet
  /// says.
  @Property(tries = 300)
  void whereItIsCutDoesNotMatter(
      @ForAll @Size(max = 40) List<@IntRange(max = 13) Integer> parts,
      @ForAll @IntRange(min = 1, max = 40) int buffer,
      @ForAll @IntRange(min = 1, max = 60) int piece)
      throws IOException {
    String xml =
        parts.stream()
            .map(part -> PARTS[part])
            .collect(Collectors.joining("", "<worksheet><row r=\"1\">", "</row></worksheet>"));
    Found small = new Found(new Budget());
    SheetRows rows = new SheetRows();
    rows.part("xl/worksheets/sheet1.xml", xml);
    rows.tell("a.xlsx", SHARED, small);
    Found large = new Found(new Budget());
    InputStream in = buffered(new ByteArrayInputStream(xml.getBytes(StandardCharsets.UTF_8)));
    new LargeSheet(
            "a.xlsx",
            "sheet1.xml",
            SHARED,
            in,
            large,
            new LargeSheet.Sizes(buffer, piece, LargeSheet.Sizes.USUAL.longest()))
        .read();
    assertThat(words(large, "a.xlsx")).isEqualTo(words(small, "a.xlsx"));
    String others = words(large, "a.xlsx › sheet1.xml");
    for (String seldom : List.of("SUM(A1:A9)", "A1&B1", "mailto:cem@club.example", "stray")) {
      assertThat(count(others, seldom)).isEqualTo(count(Entities.decode(xml), seldom));
    }
    assertThat(others).doesNotContain("Lee", "12.5");
    assertThat(pieces(large))
        .as("told by the piece")
        .allMatch(told -> told.text().length() <= 2 * piece + 120);
  }

  private static String words(Found found, String inside) {
    return pieces(found).stream()
        .filter(piece -> piece.inside().equals(inside))
        .map(piece -> piece.text())
        .collect(Collectors.joining())
        .replaceAll("\\s+", "");
  }

  private static int count(String text, String words) {
    return text.split(java.util.regex.Pattern.quote(words), -1).length - 1;
  }

  @Test
  void whatStandsBesideTheCellsIsReadToTheEnd() throws Exception {
    String xml =
        "<worksheet>head<a>one</a><b>two</b><c><v>x<![CDATA[a > b ]] ]> c]]>y</v></c>"
            + "<d>three</d>last ann@club.example";
    List<Piece> pieces = pieces(read(xml, StandardCharsets.UTF_8, 5));
    assertThat(pieces.getFirst().text()).isEqualTo("xa > b ]] ]> cy\t");
    assertThat(pieces.getLast().text())
        .contains("head\none\ntwo\n", "three\nlast ann@club.example");
    assertThat(pieces(read("<c><v>x<![CDATA[open</v>", StandardCharsets.UTF_8, 5))).isEmpty();
  }

  @Test
  void aTagOrACellWithoutAnEndIsRefused() throws Exception {
    LargeSheet.Sizes sizes = new LargeSheet.Sizes(8, 1000, 64);
    String fits = "<c><v>" + "x".repeat(50) + "</v></c>";
    assertThat(told(fits, sizes)).contains("x".repeat(50));
    assertThat(told("<c><v>" + "x<a/>".repeat(64) + "</v></c>", sizes)).contains("x".repeat(64));
    for (String endless :
        List.of(
            "<c " + "x".repeat(200) + ">",
            "<c><v>" + "x".repeat(200) + "</v></c>",
            "<c><v>" + "x<a/>".repeat(65) + "</v></c>",
            "<c><v><![CDATA[" + ">".repeat(200))) {
      assertThatThrownBy(() -> told(endless, sizes)).isInstanceOf(Budget.SpentException.class);
    }
  }

  private static String told(String xml, LargeSheet.Sizes sizes) throws IOException {
    Found found = new Found(new Budget());
    InputStream in = buffered(new ByteArrayInputStream(xml.getBytes(StandardCharsets.UTF_8)));
    new LargeSheet("a.xlsx", "sheet1.xml", SHARED, in, found, sizes).read();
    return words(found, "a.xlsx");
  }

  @ParameterizedTest
  @CsvSource({
    "xl/worksheets/sheet1.xml, true",
    "xl/worksheets/sheet12.xml, true",
    "xl/worksheets/sheet1.bin, false",
    "xl/worksheets/_rels/sheet1.xml.rels, false",
    "xl/sharedStrings.xml, false"
  })
  void onlySheetsAreReadSo(String part, boolean sheet) {
    assertThat(LargeSheet.isOne(part)).isEqualTo(sheet);
  }

  private static byte[] book(String sheet, String strings) {
    Map<String, byte[]> parts = new LinkedHashMap<>();
    parts.put("[Content_Types].xml", Files.utf8("<Types/>"));
    parts.put(
        "xl/workbook.xml",
        Files.utf8("<workbook><sheets><sheet name=\"Q\" r:id=\"rId1\"/></sheets></workbook>"));
    parts.put(
        "xl/_rels/workbook.xml.rels",
        Files.utf8("<Relationship Id=\"rId1\" Target=\"worksheets/sheet1.xml\"/>"));
    parts.put("xl/worksheets/sheet1.xml", Files.utf8(sheet));
    parts.put("xl/sharedStrings.xml", Files.utf8(strings));
    return Files.zip(parts);
  }

  @Test
  void aWorkbookWithALargeSheetIsReadToItsLastRow() {
    String row = "<row><c t=\"s\"><v>0</v></c><c><v>12345</v></c></row>";
    String sheet =
        "<worksheet><sheetData>"
            + row.repeat(LargeSheet.FROM / row.length() + 1)
            + "<row hidden=\"1\"><c t=\"s\"><v>1</v></c></row></sheetData></worksheet>";
    String strings = "<sst><si><t>the same words</t></si><si><t>last@club.example</t></si></sst>";
    Extraction read = new FileText().extract("a.xlsx", "", book(sheet, strings));
    List<Piece> pieces = ((Extraction.Text) read).pieces();
    String rows =
        pieces.stream()
            .filter(piece -> piece.inside().isEmpty() && piece.sort() == Sort.WORDS)
            .map(Piece::text)
            .collect(Collectors.joining());
    assertThat(rows.substring(0, 30)).isEqualTo("the same words\t12345\t\nthe same");
    assertThat(rows.substring(rows.length() - 30)).endsWith("\nlast@club.example\t\n");
    assertThat(pieces.stream().filter(piece -> piece.sort() == Sort.HIDDEN).map(Piece::text))
        .containsExactly("Q");
    assertThat(pieces.stream().mapToLong(piece -> piece.text().length()).max().orElse(0))
        .isLessThan(LargeSheet.FROM + 100L);
  }

  @Test
  void aSheetThatHasNoEndIsRefused() throws Exception {
    String none = " ".repeat(LargeSheet.FROM * 5);
    Extraction large = new FileText().extract("a.xlsx", "", book(none, "<sst/>"));
    assertThat(why(large)).isEqualTo("too-large");
    assertThat(((Extraction.Unreadable) large).read().equals(pieces(book("", "<sst/>"))))
        .as("the other parts are read")
        .isTrue();
    // A long text that every cell shares.
    String cell = "<c t=\"s\"><v>0</v></c>";
    String strings = "<sst><si><t>" + "x".repeat(1 << 20) + "</t></si></sst>";
    int megabytes = 8;
    int many = megabytes + 2;
    for (int cells : new int[] {many, LargeSheet.FROM / cell.length() + many}) {
      String sheet = "<worksheet><row>" + cell.repeat(cells) + "</row></worksheet>";
      FileText reader = new FileText((long) megabytes << 20);
      assertThat(why(reader.extract("a.xlsx", "", book(sheet, strings)))).isEqualTo("too-large");
    }
    Budget budget = new Budget();
    byte[] block = new byte[1 << 20];
    InputStream endless =
        budget.passing(
            new InputStream() {
              @Override
              public int read() {
                return 0;
              }

              @Override
              public int read(byte[] into, int from, int length) {
                return length;
              }
            });
    for (long passed = block.length; passed <= Budget.MOST_PASSING; passed += block.length) {
      assertThat(endless.read(block)).isEqualTo(block.length);
    }
    assertThatThrownBy(endless::read).isInstanceOf(Budget.SpentException.class);
  }

  /// Short, where what was read is not.
  private static String why(Extraction extraction) {
    return extraction instanceof Extraction.Unreadable(String why, var _) ? why : "read";
  }

  private static List<Piece> pieces(byte[] book) {
    return ((Extraction.Text) new FileText().extract("a.xlsx", "", book)).pieces();
  }

  @Test
  void whatWasBegunIsReadWholeOrPasses() throws Exception {
    Budget budget = new Budget();
    byte[] ten = {1, 2, 3, 4, 5, 6, 7, 8, 9, 10};
    InputStream in = new ByteArrayInputStream(ten);
    assertThat(budget.isLarger(in, 11)).isFalse();
    assertThat(budget.read(in)).isEqualTo(ten);
    InputStream other = new ByteArrayInputStream(ten);
    assertThat(budget.isLarger(other, 9)).isTrue();
    assertThat(budget.read(other)).isEmpty();
    assertThat(budget.read(new ByteArrayInputStream(ten))).isEqualTo(ten);
  }
}
