package org.postroom.extract;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.apache.commons.compress.archivers.sevenz.SevenZMethod;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestFactory;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.postroom.safety.TextExtractor.Extraction;
import org.postroom.safety.TextExtractor.Piece;

class FileTextTest {
  private static final String WORDS = "Zoë Müller,zoe@choir.example,5";

  @TestFactory
  Stream<DynamicTest> theWordsOfEveryFormatAreRead() {
    Map<String, byte[]> files = new LinkedHashMap<>();
    byte[] csv = Files.utf8(WORDS);
    files.put("list.csv", csv);
    files.put("list.tsv", WORDS.getBytes(Charset.forName("windows-1252")));
    files.put("utf16.txt", WORDS.getBytes(StandardCharsets.UTF_16));
    files.put("utf16le.txt", WORDS.getBytes(StandardCharsets.UTF_16LE));
    files.put("bom.txt", Files.utf8("\ufeff" + WORDS));
    files.put("page.html", Files.utf8("<p>" + WORDS + "</p>"));
    String split =
        WORDS.substring(0, 6) + "<b>" + WORDS.substring(6, 14) + "</b>" + WORDS.substring(14);
    files.put("comment.html", Files.utf8("<p>Hello</p><!-- " + WORDS + " -->"));
    files.put("split.html", Files.utf8("<p>" + split + "</p>"));
    files.put("split.eml", mail("text/html; charset=utf-8", split));
    files.put(
        "comment.eml", mail("text/html; charset=utf-8", "<p>Hello</p><!-- " + WORDS + " -->"));
    files.put("nameless-page.eml", attached("text/html; charset=utf-8", split));
    String folded = WORDS.substring(0, 9) + "\r\n " + WORDS.substring(9);
    files.put("nameless-card.eml", attached("text/vcard; charset=utf-8", "NOTE:" + folded));
    files.put("nameless-x-card.eml", attached("text/x-vcard; charset=utf-8", "NOTE:" + folded));
    files.put("nameless-date.eml", attached("text/calendar; charset=utf-8", "SUMMARY:" + folded));
    files.put("list.mbox", mail("text/plain; charset=utf-8", WORDS));
    files.put(
        "escaped.json", Files.utf8("{\"a\":\"Zo\\u00eb M\\u00fcller,zoe\\u0040choir.example,5\"}"));
    files.put("escaped.rtf", Files.utf8("{\\rtf1 Zo\\par\\b " + WORDS + "\\b0\\par}"));
    files.put("data.json", Files.utf8("{\"a\":\"" + WORDS + "\"}"));
    files.put("data.xml", Files.utf8("<a><b>" + WORDS + "</b></a>"));
    files.put(
        "card.vcf",
        Files.utf8("BEGIN:VCARD\nNOTE:" + WORDS.substring(0, 9) + "\n " + WORDS.substring(9)));
    files.put("letter.rtf", Files.utf8("{\\rtf1 " + WORDS + "\\par}"));
    files.put("mail.eml", Files.eml(WORDS));
    files.put(
        "old.mbox",
        Files.utf8(
            "From a@b.example Thu\n"
                + text(Files.eml("x"))
                + "\nFrom a@b.example Fri\n"
                + text(Files.eml(WORDS))));
    files.put("letter.docx", Files.docx(WORDS));
    files.put("sheet.xlsx", Files.xlsx("Name", WORDS));
    files.put("sheet.ods", Files.ods("Name", WORDS));
    files.put("paper.pdf", Files.pdf("Programme", WORDS));
    files.put("pack.zip", Files.zip("list.csv", csv));
    files.put("list.csv.gz", Files.gzip(csv));
    files.put("list.7z", Files.sevenZip("list.csv", csv));
    for (SevenZMethod method :
        List.of(SevenZMethod.COPY, SevenZMethod.LZMA, SevenZMethod.BZIP2, SevenZMethod.DEFLATE)) {
      files.put(method + ".7z", Files.sevenZip(Map.of("in/list.csv", csv), method, ""));
    }
    files.put("list.csv.xz", Files.xz(csv));
    files.put("list.csv.bz2", Files.bzip2(csv));
    files.put("deep.7z", Files.sevenZip("a.zip", Files.zip("b.7z", Files.sevenZip("c", csv))));
    files.put("deep.zip", Files.zip("a.zip", Files.zip("b.gz", Files.gzip(csv))));
    files.put(
        "embedded.docx",
        Files.zip(Map.of("[Content_Types].xml", csv, "word/embeddings/a.xlsx", Files.xlsx(WORDS))));
    files.put("wrong-name.png", csv);
    return files.entrySet().stream()
        .map(
            file ->
                DynamicTest.dynamicTest(
                    file.getKey(), () -> reads(file.getKey(), file.getValue())));
  }

  private static byte[] mail(String type, String body) {
    return Files.utf8(
        "Return-Path: <a@b.example>\r\nMIME-Version: 1.0\r\nSubject: News\r\nContent-Type: "
            + type
            + "\r\nContent-Transfer-Encoding: 8bit\r\n\r\n"
            + body
            + "\r\n");
  }

  private static byte[] attached(String type, String body) {
    return mail(
        "multipart/mixed; boundary=b",
        "--b\r\nContent-Type: text/plain\r\n\r\nHello\r\n--b\r\nContent-Type: "
            + type
            + "\r\nContent-Disposition: attachment\r\n\r\n"
            + body
            + "\r\n--b--");
  }

  private static void reads(String name, byte[] content) {
    assertThat(read(name, content)).isInstanceOf(Extraction.Text.class);
    assertThat(pieces(name, content))
        .extracting(Piece::text)
        .anyMatch(text -> text.contains(WORDS));
  }

  @Test
  void theWayToAFileInsideIsTold() {
    assertThat(
            pieces("pack.zip", Files.zip("in/pack.zip", Files.zip("list.csv", Files.utf8(WORDS)))))
        .extracting(Piece::inside)
        .containsExactly("in/pack.zip › list.csv");
    byte[] list = Files.utf8(WORDS);
    Map<String, byte[]> archives =
        Map.of(
            "a.7z",
            Files.sevenZip(Map.of("in/list.csv", list), SevenZMethod.COPY, ""),
            "a.tar",
            Files.tar("in/list.csv", list),
            "in/list.csv.gz",
            Files.gzip(list));
    archives.forEach(
        (name, archive) ->
            assertThat(pieces(name, archive))
                .as(name)
                .extracting(Piece::inside)
                .containsExactly("in/list.csv"));
    assertThat(pieces("list.csv", Files.utf8(WORDS))).extracting(Piece::inside).containsExactly("");
  }

  @Test
  void whatCannotBeReadSaysWhy() {
    byte[] deep = Files.utf8(WORDS);
    for (int i = 0; i < 4; i++) {
      deep = Files.zip("a" + i + ".zip", deep);
    }
    assertThat(why("deep.zip", deep)).isEqualTo("nested-too-deep");
    assertThat(why("scan.pdf", Files.pdf())).isEqualTo("no-text");
    assertThat(why("locked.pdf", Files.encryptedPdf("secret"))).isEqualTo("encrypted");
    assertThat(why("broken.pdf", Files.utf8("%PDF-1.7 and nothing else"))).isEqualTo("broken");
    assertThat(why("what.bin", new byte[] {1, 2, 3, 0, 5, 6, 0, 0, 1})).isEqualTo("unknown-format");
    assertThat(why("list.7z", new byte[] {'7', 'z', (byte) 0xbc, (byte) 0xaf, 0x27, 0x1c, 0, 4}))
        .isEqualTo("broken");
    assertThat(
            why(
                "locked.7z",
                Files.sevenZip(
                    Map.of("list.csv", Files.utf8(WORDS)), SevenZMethod.LZMA2, "secret")))
        .isEqualTo("encrypted");
    assertThat(why("deep.7z", Files.sevenZip("deep.zip", deep))).isEqualTo("nested-too-deep");
    byte[] cut = Files.sevenZip("list.csv", Files.utf8(WORDS));
    assertThat(why("cut.7z", Arrays.copyOf(cut, cut.length - 9))).isEqualTo("broken");
    assertThat(why("cut.xz", Arrays.copyOf(Files.xz(Files.utf8(WORDS)), 30))).isEqualTo("broken");
    byte[] locked = Files.zip("list.csv", Files.utf8(WORDS));
    locked[6] |= 1;
    assertThat(why("locked.zip", locked)).isEqualTo("encrypted");
    byte[] old = new byte[600];
    System.arraycopy(new byte[] {(byte) 0xd0, (byte) 0xcf, 0x11, (byte) 0xe0}, 0, old, 0, 4);
    assertThat(why("old.doc", old)).isEqualTo("unknown-format");
    System.arraycopy("EncryptedPackage".getBytes(StandardCharsets.UTF_16LE), 0, old, 64, 32);
    assertThat(why("locked.xlsx", old)).isEqualTo("encrypted");
    assertThat(why("cut.gz", new byte[] {0x1f, (byte) 0x8b, 8, 0, 0})).isEqualTo("broken");
  }

  /// Whole zeros, which pack well, just over what may be unpacked and just within it.
  @ParameterizedTest
  @ValueSource(ints = {0, 1})
  void aBombIsNotUnpacked(int over) {
    int most = 1 << 20;
    FileText reader = new FileText(most);
    Map<String, byte[]> entries = new LinkedHashMap<>();
    for (int i = 0; i < 4; i++) {
      entries.put("zeros" + i + ".txt", "x".repeat(most / 4 + over).getBytes(UTF_8));
    }
    byte[] one = "x".repeat(most + over).getBytes(UTF_8);
    String expected = over > 0 ? "too-large" : "read";
    assertThat(why(reader, "bomb.zip", Files.zip(entries))).isEqualTo(expected);
    assertThat(why(reader, "bomb.7z", Files.sevenZip(entries, SevenZMethod.DEFLATE, "")))
        .isEqualTo(expected);
    assertThat(why(reader, "bomb.xz", Files.xz(one))).isEqualTo(expected);
    assertThat(why(reader, "bomb.gz", Files.gzip(one))).isEqualTo(expected);
    assertThat(why(reader, "bomb.bz2", Files.bzip2(one))).isEqualTo(expected);
    assertThat(why(reader, "deep.zip", Files.zip("in.gz", Files.gzip(one))))
        .as("what is unpacked on the way counts")
        .isEqualTo("too-large");
  }

  @Test
  void aFileThatIsTooLargeIsNotBegun() {
    assertThat(why("large.bin", new byte[(100 << 20) + 1])).isEqualTo("too-large");
    byte[] words = Files.utf8(WORDS);
    assertThat(why(new FileText(1 << 20, words.length), "a.csv", words)).isEqualTo("read");
    assertThat(why(new FileText(1 << 20, words.length - 1), "a.csv", words)).isEqualTo("too-large");
  }

  @Test
  void anUnreadableFileBesideAReadableOneHidesNothing() {
    Map<String, byte[]> entries = new LinkedHashMap<>();
    entries.put("what.bin", new byte[] {1, 2, 3, 0, 5, 6, 0, 0, 1});
    entries.put("list.csv", Files.utf8(WORDS));
    Extraction extraction = read("pack.zip", Files.zip(entries));
    assertThat(extraction)
        .isEqualTo(
            new Extraction.Unreadable("unknown-format", List.of(new Piece("list.csv", WORDS))));
  }

  @Test
  void picturesAndSoundAskNothing() {
    assertThat(read("a.png", new byte[] {(byte) 0x89, 'P', 'N', 'G', 13, 10, 26, 10, 0}))
        .isEqualTo(new Extraction.Picture());
    assertThat(read("a.jpg", new byte[] {(byte) 0xff, (byte) 0xd8, (byte) 0xff, 0, 0}))
        .isEqualTo(new Extraction.Picture());
    assertThat(read("a.mp4", Files.utf8("\0\0\0\u0018ftypmp42\0\0")))
        .isEqualTo(new Extraction.Picture());
    assertThat(read("a.gif", Files.utf8("GIF89a\0\0"))).isEqualTo(new Extraction.Picture());
    assertThat(read("notes.txt", Files.utf8("BM stands for brass music")))
        .isInstanceOf(Extraction.Text.class);
    assertThat(read("empty.txt", new byte[0])).isEqualTo(new Extraction.Text(List.of()));
  }

  @Test
  void aWordSplitByTagsReadsAsOne() {
    assertThat(pieces("a.docx", Files.docx("ann@choir.example")))
        .extracting(Piece::text)
        .anyMatch(text -> text.contains("ann@choir.example"));
    assertThat(XmlWords.words("<a><c>one</c><c>two</c></a>").lines()).contains("one", "two");
    assertThat(XmlWords.words("<a><![CDATA[x < y]]></a>")).contains("x < y");
    assertThat(XmlWords.attributes("<a to=\"mailto:ann@x.example\" b=\"plain\"/>"))
        .isEqualTo("mailto:ann@x.example\n");
  }

  private static Extraction read(String name, byte[] content) {
    return new FileText().extract(name, "application/octet-stream", content);
  }

  private static List<Piece> pieces(String name, byte[] content) {
    return switch (read(name, content)) {
      case Extraction.Text(List<Piece> pieces) -> pieces;
      case Extraction.Unreadable(String _, List<Piece> read) -> read;
      case Extraction.Picture _ -> List.of();
    };
  }

  private static String why(String name, byte[] content) {
    return why(new FileText(), name, content);
  }

  private static String why(FileText reader, String name, byte[] content) {
    return reader.extract(name, "", content) instanceof Extraction.Unreadable(String why, var _)
        ? why
        : "read";
  }

  private static String text(byte[] content) {
    return new String(content, StandardCharsets.UTF_8);
  }
}
