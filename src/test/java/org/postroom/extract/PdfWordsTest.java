package org.postroom.extract;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.apache.pdfbox.pdmodel.PDDocument;
import org.apache.pdfbox.pdmodel.PDDocumentNameDictionary;
import org.apache.pdfbox.pdmodel.PDEmbeddedFilesNameTreeNode;
import org.apache.pdfbox.pdmodel.PDPage;
import org.apache.pdfbox.pdmodel.PDPageContentStream;
import org.apache.pdfbox.pdmodel.common.PDNameTreeNode;
import org.apache.pdfbox.pdmodel.common.filespecification.PDComplexFileSpecification;
import org.apache.pdfbox.pdmodel.common.filespecification.PDEmbeddedFile;
import org.apache.pdfbox.pdmodel.font.PDType1Font;
import org.apache.pdfbox.pdmodel.font.Standard14Fonts;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.postroom.safety.TextExtractor.Extraction;
import org.postroom.safety.TextExtractor.Piece;

/// Lists on the pages of a PDF, and files inside it however they are filed.
class PdfWordsTest {
  private static final String WORDS = "ann@choir.example";

  private static Extraction read(byte[] pdf) {
    return new FileText().extract("a.pdf", "application/pdf", pdf);
  }

  private static List<Piece> pieces(byte[] pdf) {
    return switch (read(pdf)) {
      case Extraction.Text(List<Piece> found) -> found;
      case Extraction.Unreadable(String _, List<Piece> found) -> found;
      case Extraction.Picture _ -> List.of();
    };
  }

  private static byte[] saved(PDDocument document) throws IOException {
    ByteArrayOutputStream out = new ByteArrayOutputStream();
    document.save(out);
    return out.toByteArray();
  }

  /// Many programs write a table column by column; a name belongs to the address beside it.
  @Test
  void whatStandsInOneLineIsReadAsOneLine() throws IOException {
    try (PDDocument document = new PDDocument()) {
      PDPage page = new PDPage();
      document.addPage(page);
      try (PDPageContentStream content = new PDPageContentStream(document, page)) {
        content.setFont(new PDType1Font(Standard14Fonts.FontName.HELVETICA), 12);
        write(content, 300, 700, WORDS);
        write(content, 300, 680, "ben@choir.example");
        write(content, 50, 680, "Ben");
        write(content, 50, 700, "Ann");
      }
      assertThat(pieces(saved(document)).getFirst().text().lines().map(String::strip))
          .containsExactly("Ann " + WORDS, "Ben ben@choir.example");
    }
  }

  private static void write(PDPageContentStream content, int x, int y, String words)
      throws IOException {
    content.beginText();
    content.newLineAtOffset(x, y);
    content.showText(words);
    content.endText();
  }

  private static PDComplexFileSpecification file(PDDocument document, byte[] content)
      throws IOException {
    PDComplexFileSpecification file = new PDComplexFileSpecification();
    file.setEmbeddedFile(new PDEmbeddedFile(document, new ByteArrayInputStream(content)));
    return file;
  }

  private static void put(PDDocument document, PDEmbeddedFilesNameTreeNode tree) {
    PDDocumentNameDictionary names = new PDDocumentNameDictionary(document.getDocumentCatalog());
    names.setEmbeddedFiles(tree);
    document.getDocumentCatalog().setNames(names);
  }

  @Test
  void aFileInsideIsCalledByItsNameWhereItHasOne() throws IOException {
    try (PDDocument document = new PDDocument()) {
      Map<String, PDComplexFileSpecification> files = new LinkedHashMap<>();
      PDComplexFileSpecification gone = new PDComplexFileSpecification();
      gone.setFile("elsewhere.csv");
      files.put("a", gone);
      files.put("b", file(document, Files.utf8("nameless " + WORDS)));
      PDComplexFileSpecification named = file(document, Files.utf8("named " + WORDS));
      named.setFile("list.csv");
      files.put("c", named);
      PDEmbeddedFilesNameTreeNode tree = new PDEmbeddedFilesNameTreeNode();
      tree.setNames(files);
      put(document, tree);
      assertThat(read(saved(document)))
          .isEqualTo(
              new Extraction.Text(
                  List.of(
                      new Piece("", "nameless " + WORDS),
                      new Piece("list.csv", "named " + WORDS))));
    }
  }

  @Test
  void aTreeOfNamesThatComesBackToItselfHasAnEnd() throws IOException {
    try (PDDocument document = new PDDocument()) {
      PDComplexFileSpecification file = file(document, Files.utf8(WORDS));
      PDEmbeddedFilesNameTreeNode tree = new PDEmbeddedFilesNameTreeNode();
      tree.setNames(Map.of("a", file));
      tree.setKids(List.<PDNameTreeNode<PDComplexFileSpecification>>of(tree));
      put(document, tree);
      assertThat(pieces(saved(document)))
          .hasSizeLessThan(20)
          .extracting(Piece::text)
          .contains(WORDS);
    }
  }

  @ParameterizedTest
  @ValueSource(ints = {1, 2, 3, 4, 5, 9})
  void pdfsInPdfsAreAsDeepAsArchives(int deep) throws IOException {
    byte[] content = Files.utf8(WORDS);
    for (int i = 0; i < deep; i++) {
      try (PDDocument document = new PDDocument()) {
        PDEmbeddedFilesNameTreeNode tree = new PDEmbeddedFilesNameTreeNode();
        tree.setNames(Map.of("a", file(document, content)));
        put(document, tree);
        content = saved(document);
      }
    }
    Extraction expected =
        deep > 3
            ? new Extraction.Unreadable("nested-too-deep")
            : new Extraction.Text(List.of(new Piece("", WORDS)));
    assertThat(read(content)).isEqualTo(expected);
  }

  /// Which stands in for a font that is not in the file says nothing about its words.
  @Test
  void everyFontHasAStandIn() {
    BundledFont fonts = new BundledFont();
    assertThat(fonts.getTrueTypeFont("Arial", null).getFont()).isNotNull();
    assertThat(fonts.getFontBoxFont("Courier", null).getFont()).isNotNull();
    assertThat(fonts.getCIDFont("MS-Mincho", null, null).getTrueTypeFont()).isNotNull();
  }
}
