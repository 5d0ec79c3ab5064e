package org.postroom.extract;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.BufferedInputStream;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.postroom.safety.TextExtractor.Extraction;
import org.postroom.safety.TextExtractor.Piece;

/// A large sheet at the edges of what is read at once and told at once.
class LargeSheetEdgesTest {
  private static final List<String> SHARED = List.of("Ann", "ben@club.example");
  private static final int MUCH = 1 << 16;

  private static List<Piece> read(String xml, LargeSheet.Sizes sizes, Budget budget)
      throws IOException {
    Found found = new Found(budget);
    byte[] bytes = Files.utf8(xml);
    new LargeSheet(
            "a.xlsx",
            "sheet1.xml",
            SHARED,
            new BufferedInputStream(new ByteArrayInputStream(bytes)),
            found,
            sizes)
        .read();
    return ((Extraction.Text) found.extraction()).pieces();
  }

  private static List<String> rows(String xml, int buffer, int piece) throws IOException {
    return read(xml, new LargeSheet.Sizes(buffer, piece, MUCH), new Budget()).stream()
        .filter(told -> told.inside().equals("a.xlsx"))
        .map(Piece::text)
        .toList();
  }

  /// Text in CDATA that looks like its end, an index one too high, a cell of two lines.
  @Test
  void noCellIsLostWhereverTheBufferEnds() throws IOException {
    String xml =
        "<row><c><v>x<![CDATA[> ]>]]]></v></c><c t=\"s\"><v>2</v></c><c><is><t>two\nlines</t></is>"
            + "</c><c><v><![CDATA[]]>&amp;</v></c><c><v> \n</v></c></row>"
            + "<row><c t=\"s\"><v> 1 </v></c><c><v>&lt;7\n&gt;</v></c><c><v>/</v></c></row>";
    for (int buffer = 1; buffer <= xml.length() + 1; buffer++) {
      assertThat(rows(xml, buffer, MUCH))
          .as("read by %d", buffer)
          .containsExactly("x> ]>]\t\ttwo lines\t&\t\t\nben@club.example\t<7 >\t/\t\n");
    }
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "<![CDATA[>",
        "<![CDATA[]>",
        "<![CDATA[]]",
        "<![CDATA[",
        "<![CDA",
        "<",
        "<x",
        "</"
      })
  void aSheetThatIsCutShortIsReadSoFar(String last) throws IOException {
    String xml = "<row><c><v>Ann</v></c></row>" + last;
    for (int buffer = 1; buffer <= xml.length() + 1; buffer++) {
      assertThat(rows(xml, buffer, MUCH)).as("read by %d", buffer).containsExactly("Ann\t\n");
    }
  }

  /// A name in one piece and its address in the next would be nobody's.
  @Test
  void aRowIsNotTornWhereAPieceEnds() throws IOException {
    String row = "<row><c><v>Ann</v></c><c><v>a@b.c</v></c></row>";
    List<String> pieces = rows(row.repeat(30), 16, 20);
    assertThat(pieces).hasSizeGreaterThan(5).allMatch(piece -> piece.endsWith("a@b.c\t\n"));
    assertThat(String.join("", pieces)).isEqualTo("Ann\ta@b.c\t\n".repeat(30));
    assertThat(rows(row.repeat(2), 16, "Ann\ta@b.c\t\n".length()))
        .as("as much as a piece may be")
        .containsExactly("Ann\ta@b.c\t\nAnn\ta@b.c\t\n");
  }

  @Test
  void whatStandsBesideTheCellsCountsToo() throws IOException {
    String notes = "<note>" + "x".repeat(300) + "</note>";
    LargeSheet.Sizes sizes = new LargeSheet.Sizes(16, 100, MUCH);
    assertThat(read(notes, sizes, new Budget(400))).isNotEmpty();
    assertThatThrownBy(() -> read(notes, sizes, new Budget(200)))
        .isInstanceOf(Budget.SpentException.class);
  }
}
