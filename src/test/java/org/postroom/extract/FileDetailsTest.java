package org.postroom.extract;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CancellationException;
import java.util.stream.Stream;
import org.apache.pdfbox.cos.COSName;
import org.apache.pdfbox.pdmodel.PDDocument;
import org.apache.pdfbox.pdmodel.PDDocumentNameDictionary;
import org.apache.pdfbox.pdmodel.PDEmbeddedFilesNameTreeNode;
import org.apache.pdfbox.pdmodel.PDPage;
import org.apache.pdfbox.pdmodel.common.PDNameTreeNode;
import org.apache.pdfbox.pdmodel.common.PDRectangle;
import org.apache.pdfbox.pdmodel.common.filespecification.PDComplexFileSpecification;
import org.apache.pdfbox.pdmodel.common.filespecification.PDEmbeddedFile;
import org.apache.pdfbox.pdmodel.interactive.action.PDActionURI;
import org.apache.pdfbox.pdmodel.interactive.annotation.PDAnnotationLink;
import org.apache.pdfbox.pdmodel.interactive.annotation.PDAnnotationText;
import org.apache.pdfbox.pdmodel.interactive.form.PDAcroForm;
import org.apache.pdfbox.pdmodel.interactive.form.PDTextField;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.postroom.safety.TextExtractor.Extraction;
import org.postroom.safety.TextExtractor.Piece;

/// What stands beside the pages of a PDF, between the entries of an archive, and in the headers of
/// a mail; bytes that could be two things.
class FileDetailsTest {
  private static final String WORDS = "ann@choir.example";

  private static Extraction read(String name, byte[] content) {
    return new FileText().extract(name, "application/octet-stream", content);
  }

  private static String all(String name, byte[] content) {
    List<Piece> pieces =
        switch (read(name, content)) {
          case Extraction.Text(List<Piece> found) -> found;
          case Extraction.Unreadable(String _, List<Piece> found) -> found;
          case Extraction.Picture _ -> List.of();
        };
    return String.join("\n", pieces.stream().map(Piece::text).toList());
  }

  private static String why(String name, byte[] content) {
    return read(name, content) instanceof Extraction.Unreadable(String why, var _) ? why : "read";
  }

  private interface Change {
    void on(PDDocument document, PDPage page) throws IOException;
  }

  private static byte[] pdf(Change change) throws IOException {
    try (PDDocument document = new PDDocument();
        ByteArrayOutputStream out = new ByteArrayOutputStream()) {
      PDPage page = new PDPage();
      document.addPage(page);
      change.on(document, page);
      document.save(out);
      return out.toByteArray();
    }
  }

  private static void embed(PDDocument document, byte[] content, boolean deeper)
      throws IOException {
    PDComplexFileSpecification file = new PDComplexFileSpecification();
    file.setFile("inner.csv");
    file.setEmbeddedFile(new PDEmbeddedFile(document, new ByteArrayInputStream(content)));
    PDEmbeddedFilesNameTreeNode tree = new PDEmbeddedFilesNameTreeNode();
    if (deeper) {
      PDEmbeddedFilesNameTreeNode kid = new PDEmbeddedFilesNameTreeNode();
      kid.setNames(Map.of("inner.csv", file));
      tree.setKids(List.<PDNameTreeNode<PDComplexFileSpecification>>of(kid));
    } else {
      tree.setNames(Map.of("inner.csv", file));
    }
    PDDocumentNameDictionary names = new PDDocumentNameDictionary(document.getDocumentCatalog());
    names.setEmbeddedFiles(tree);
    document.getDocumentCatalog().setNames(names);
  }

  @Test
  void notesLinksAndFieldsOfAPdfAreRead() throws IOException {
    byte[] note =
        pdf(
            (_, page) -> {
              PDAnnotationText text = new PDAnnotationText();
              text.setContents("ask " + WORDS);
              page.getAnnotations().add(text);
            });
    assertThat(all("a.pdf", note)).contains("ask " + WORDS);
    byte[] link =
        pdf(
            (_, page) -> {
              PDActionURI action = new PDActionURI();
              action.setURI("mailto:" + WORDS);
              PDAnnotationLink to = new PDAnnotationLink();
              to.setAction(action);
              to.setRectangle(new PDRectangle(10, 10));
              page.getAnnotations().add(to);
            });
    assertThat(all("a.pdf", link)).contains("mailto:" + WORDS);
    byte[] field =
        pdf(
            (document, _) -> {
              PDAcroForm form = new PDAcroForm(document);
              document.getDocumentCatalog().setAcroForm(form);
              PDTextField text = new PDTextField(form);
              text.setPartialName("who");
              text.getCOSObject().setString(COSName.V, WORDS);
              form.setFields(List.of(text));
            });
    assertThat(all("a.pdf", field)).contains(WORDS);
    byte[] information =
        pdf(
            (document, _) -> {
              document.getDocumentInformation().setKeywords(WORDS);
              document.getDocumentInformation().setSubject("minutes of the board");
            });
    assertThat(all("a.pdf", information)).contains(WORDS, "minutes of the board");
  }

  @Test
  void filesInAPdfAreReadAsFilesInAnArchive() throws IOException {
    byte[] list = Files.utf8("Ann;" + WORDS);
    assertThat(all("a.pdf", pdf((document, _) -> embed(document, list, false)))).contains(WORDS);
    assertThat(all("a.pdf", pdf((document, _) -> embed(document, list, true)))).contains(WORDS);
    byte[] inner = pdf((document, _) -> embed(document, list, false));
    assertThat(all("a.zip", Files.zip("b.zip", Files.zip("a.pdf", inner)))).contains(WORDS);
    byte[] deep = Files.zip("c.zip", Files.zip("b.zip", Files.zip("a.pdf", inner)));
    assertThat(why("deep.zip", deep)).isNotEqualTo("read");
    assertThat(all("deep.zip", deep)).doesNotContain(WORDS);
  }

  @Test
  void aFileInAPdfThatIsTooDeepIsSaid() throws IOException {
    byte[] list = Files.utf8("Ann;" + WORDS);
    byte[] inner =
        pdf(
            (document, _) -> {
              document.removePage(0);
              embed(document, list, false);
            });
    byte[] two = Files.zip("b.zip", Files.zip("a.pdf", inner));
    assertThat(why("two.zip", two)).isEqualTo("read");
    assertThat(all("two.zip", two)).contains(WORDS);
    assertThat(why("three.zip", Files.zip("c.zip", two))).isEqualTo("nested-too-deep");
  }

  @Test
  void anArchiveOfCountlessFilesIsNotReadToItsEnd() throws IOException {
    byte[] one = Files.tar("x", new byte[0]);
    ByteArrayOutputStream all = new ByteArrayOutputStream();
    for (int i = 0; i < 20_001; i++) {
      all.write(one, 0, 512);
    }
    assertThat(why("all.tar", all.toByteArray())).isEqualTo("too-large");
    assertThat(why("all.tar", java.util.Arrays.copyOf(all.toByteArray(), 512 * 20_000)))
        .isEqualTo("read");
    byte[] last = Files.tar("list.csv", Files.utf8(WORDS));
    assertThat(all("cut.tar", java.util.Arrays.copyOf(last, 512 + WORDS.length())))
        .as("without the end that an archive has")
        .contains(WORDS);
  }

  @ParameterizedTest
  @ValueSource(ints = {1, 511, 512, 513, 1024, 5000})
  void everyEntryOfATarIsReadWhateverItsLength(int length) {
    byte[] first = Files.utf8("x".repeat(length));
    byte[] one = Files.tar("first.txt", first);
    byte[] two = Files.tar("second.txt", Files.utf8(WORDS));
    int block = 512 + (length + 511) / 512 * 512;
    byte[] both = new byte[block + two.length];
    System.arraycopy(one, 0, both, 0, block);
    System.arraycopy(two, 0, both, block, two.length);
    assertThat(all("a.tar", both)).contains("x".repeat(length)).contains(WORDS);
    assertThat(read("a.tar", both))
        .isEqualTo(
            new Extraction.Text(
                List.of(
                    new Piece("first.txt", "x".repeat(length)), new Piece("second.txt", WORDS))));
  }

  @Test
  void foldersAndLinksOfATarHoldNothing() {
    byte[] tar = Files.tar("folder", Files.utf8(WORDS));
    tar[156] = '5';
    assertThat(read("a.tar", tar)).isEqualTo(new Extraction.Text(List.of()));
    tar[156] = 0;
    assertThat(all("a.tar", tar)).as("as old programs mark a file").contains(WORDS);
    byte[] packed = Files.xz(Files.tar("a.zip", Files.zip("a.csv", Files.utf8(WORDS))));
    assertThat(all("a.txz", packed)).contains(WORDS);
    byte[] deep = Files.tar("b.tar", Files.tar("c.tar", Files.tar("d.tar", Files.utf8(WORDS))));
    assertThat(all("a.tar", deep)).contains(WORDS);
    assertThat(why("a.tar", Files.tar("x.tar", deep))).isEqualTo("nested-too-deep");
  }

  @Test
  void allOfAMailIsRead() {
    String mail =
        "From: Helen <helen@riverside.example>\r\nCc: "
            + WORDS
            + "\r\nSubject: Notes\r\nMIME-Version: 1.0\r\n"
            + "Content-Type: multipart/alternative; boundary=b\r\n\r\n"
            + "--b\r\nContent-Type: text/plain\r\n\r\nplain words\r\n"
            + "--b\r\nContent-Type: text/html\r\n\r\n<p title='seen by nobody'>shown <b>w</b>ords</p>\r\n"
            + "--b--\r\n";
    assertThat(all("a.eml", Files.utf8(mail)))
        .contains("Cc: " + WORDS, "plain words", "title='seen by nobody'", "shown words");
    assertThat(all("a.mbox", Files.utf8("From x@y.example Thu\n" + mail)))
        .contains("Cc: " + WORDS, "shown words");
    byte[] attached =
        Files.utf8(
            "From: a@b.example\r\nMIME-Version: 1.0\r\n"
                + "Content-Type: multipart/mixed; boundary=c\r\n\r\n--c\r\n"
                + "Content-Type: image/svg+xml\r\nContent-ID: <logo>\r\nContent-Disposition:"
                + " inline\r\n\r\n<svg><desc>"
                + WORDS
                + "</desc></svg>\r\n--c\r\nContent-Type: text/calendar\r\n\r\nBEGIN:VCALENDAR\r\n"
                + "DESCRIPTION:folded\r\n  line\r\nEND:VCALENDAR\r\n--c--\r\n");
    assertThat(all("a.eml", attached)).as("a picture of the mail").contains(WORDS, "folded line");
  }

  @Test
  void aMailIsAsDeepAsAnArchive() {
    byte[] mail = Files.eml(WORDS);
    byte[] two = Files.zip("b.zip", Files.zip("a.eml", mail));
    assertThat(all("c.zip", two)).contains(WORDS);
    byte[] three = Files.zip("c.zip", two);
    assertThat(all("d.zip", three)).doesNotContain(WORDS);
    assertThat(why("d.zip", three)).isEqualTo("nested-too-deep");
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "xl/printerSettings/printerSettings1.bin",
        "word/fonts/font1.odttf",
        "word/media/image1.emf",
        "word/media/image2.WMF",
        "docProps/thumbnail.jpeg",
        "layout-cache",
        "word/vbaProject.bin"
      })
  void whatAProgramWritesForItselfIsNoUnreadableFile(String part) {
    byte[] binary = {1, 2, 3, 0, 5, 6, 0, 0, 1};
    Map<String, byte[]> parts = new LinkedHashMap<>();
    parts.put("[Content_Types].xml", Files.utf8("<Types/>"));
    parts.put("word/document.xml", Files.utf8("<w:t>Words</w:t>"));
    parts.put(part, binary);
    assertThat(why("a.docx", Files.zip(parts))).isEqualTo("read");
    assertThat(why("a.zip", Files.zip(part, binary)))
        .as("outside an office file")
        .isNotEqualTo("read");
    parts.put("word/embeddings/oleObject1.bin", binary);
    assertThat(why("a.docx", Files.zip(parts))).isEqualTo("unknown-format");
  }

  @Test
  void anOldOfficeFileIsReadAsFarAsItsWordsStandThere() {
    byte[] old = new byte[2_000];
    System.arraycopy(new byte[] {(byte) 0xd0, (byte) 0xcf, 0x11, (byte) 0xe0}, 0, old, 0, 4);
    byte[] narrow = Files.utf8("narrow@choir.example");
    byte[] wide = "wide@choir.example".getBytes(StandardCharsets.UTF_16LE);
    System.arraycopy(narrow, 0, old, 600, narrow.length);
    System.arraycopy(wide, 0, old, 1_000, wide.length);
    assertThat(all("a.xls", old)).contains("narrow@choir.example", "wide@choir.example");
    assertThat(why("a.xls", old)).isEqualTo("unknown-format");
  }

  static Stream<byte[]> texts() {
    String words = "Zoë, " + WORDS + " – 5 €";
    return Stream.of(
        words.getBytes(StandardCharsets.UTF_8),
        ("\ufeff" + words).getBytes(StandardCharsets.UTF_8),
        words.getBytes(Charset.forName("windows-1252")),
        words.getBytes(StandardCharsets.UTF_16),
        words.getBytes(StandardCharsets.UTF_16LE),
        words.getBytes(StandardCharsets.UTF_16BE),
        ("\ufeff" + words).getBytes(StandardCharsets.UTF_16LE),
        ("\ufeff" + words).getBytes(StandardCharsets.UTF_16BE));
  }

  @ParameterizedTest
  @MethodSource("texts")
  void theCharsetIsFound(byte[] content) {
    assertThat(read("a.txt", content))
        .isEqualTo(new Extraction.Text(List.of(new Piece("", "Zoë, " + WORDS + " – 5 €"))));
  }

  @Test
  void someControlSignsMakeNoBinary() {
    assertThat(why("a.txt", Files.utf8("\u001b[1mbold\u001b[0m\ttab\fpage\r\n"))).isEqualTo("read");
    assertThat(why("a.txt", Files.utf8("\u0001" + "x".repeat(49)))).isEqualTo("read");
    assertThat(why("a.txt", Files.utf8("\u0001\u0002" + "x".repeat(48))))
        .isEqualTo("unknown-format");
    assertThat(why("a.txt", Files.utf8("x".repeat(100) + "\0")))
        .as("a zero")
        .isEqualTo("unknown-format");
  }

  /// The page said once what had been true of an earlier budget.
  @Test
  void thePageOfTheChecksSaysWhatMayPass() throws IOException {
    long most = Budget.MOST_PASSING >> 20;
    assertThat(
            java.nio.file.Files.readString(Path.of("src/site/markdown/checks.md"))
                .replaceAll("\\s+", " "))
        .contains("at most " + most + " MB may pass by of one file, which is " + most / 2 + " MB");
  }

  @Test
  void aBudgetCountsWhatIsKeptAndWhatPassesBy() throws IOException {
    Budget budget = new Budget();
    budget.keep((int) Budget.MOST_BYTES);
    assertThatThrownBy(() -> budget.keep(1)).isInstanceOf(Budget.SpentException.class);
    Budget entries = new Budget();
    for (int i = 0; i < 20_000; i++) {
      entries.entry();
    }
    assertThatThrownBy(entries::entry).isInstanceOf(Budget.SpentException.class);
    InputStream one = new Budget().passing(new ByteArrayInputStream(new byte[] {(byte) 200, 7}));
    assertThat(List.of(one.read(), one.read(), one.read())).containsExactly(200, 7, -1);
    InputStream in = new ByteArrayInputStream(new byte[] {1, 2, 3, 4, 5});
    Budget again = new Budget();
    assertThat(again.isLarger(in, 9)).isFalse();
    assertThat(again.read(in)).containsExactly(1, 2, 3, 4, 5);
    assertThat(again.read(in)).as("only once").isEmpty();
  }

  @Test
  void whoHasGoneWaitsForNothing() {
    Budget budget = new Budget();
    Thread.currentThread().interrupt();
    try {
      assertThatThrownBy(budget::entry).isInstanceOf(CancellationException.class);
      assertThatThrownBy(() -> budget.read(new ByteArrayInputStream(new byte[1])))
          .isInstanceOf(CancellationException.class);
      assertThatThrownBy(() -> budget.passing(new ByteArrayInputStream(new byte[1])).read())
          .isInstanceOf(CancellationException.class);
    } finally {
      assertThat(Thread.interrupted()).isTrue();
    }
  }

  @Test
  void theBytesSayWhatAFileIsAndTheNameWhereTheyCannot() {
    assertThat(Format.of("a.txt", Files.utf8("From a@b.example Thu Jan  1 00:00:00 2026\n")))
        .isEqualTo(Format.MBOX);
    assertThat(Format.of("A.MBOX", Files.utf8("x"))).isEqualTo(Format.MBOX);
    assertThat(Format.of("a.EML", Files.utf8("x"))).isEqualTo(Format.MAIL);
    assertThat(Format.of("a", Files.utf8("Return-Path: <a@b.example>\r\n"))).isEqualTo(Format.MAIL);
    assertThat(Format.of("a", Files.utf8("BEGIN:VCARD"))).isEqualTo(Format.CARD);
    assertThat(Format.of("a.ics", Files.utf8("x"))).isEqualTo(Format.CARD);
    assertThat(Format.of("a.vcf", Files.utf8("x"))).isEqualTo(Format.CARD);
    assertThat(Format.of("a", Files.utf8(" <!DOCTYPE HTML>"))).isEqualTo(Format.HTML);
    assertThat(Format.of("a", Files.utf8("x <html>"))).isEqualTo(Format.HTML);
    assertThat(Format.of("a.xhtml", Files.utf8("x"))).isEqualTo(Format.HTML);
    assertThat(Format.of("a.xml", Files.utf8("x"))).isEqualTo(Format.XML);
    assertThat(Format.of("a.svg", Files.utf8("x"))).isEqualTo(Format.XML);
    assertThat(Format.of("a", Files.utf8("<?xml?>"))).isEqualTo(Format.XML);
    assertThat(Format.of("a.rtf", Files.utf8("x"))).isEqualTo(Format.TEXT);
    assertThat(Format.of("a.txt", Files.utf8("{\\rtf1"))).isEqualTo(Format.RTF);
    assertThat(Format.of("a", Files.utf8("\ufeff  {\\rtf1"))).isEqualTo(Format.RTF);
    assertThat(Format.of("a", Files.utf8("From here on"))).isEqualTo(Format.TEXT);
    assertThat(Format.of("a.tar", Files.tar("x", new byte[0]))).isEqualTo(Format.TAR);
    assertThat(Format.of("a", Files.utf8("some words %PDF-1.7"))).isEqualTo(Format.PDF);
  }
}
